/**
 * An invented press of any size on loopback: each host has a feed and its articles, the same at every run but for the day.
 * It runs in a process of its own, so that its work is counted as nobody else's.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { sampleRecord, titleOfSample } from './sample_records.js';

export interface ScaledPress {
  readonly hosts: readonly string[];
  /** `127.0.0.1:<port>` */
  readonly address: string;
  readonly pid: number;
  close(): Promise<void>;
}

export interface PressSize {
  readonly hosts: number;
  readonly articlesOfHost: number;
}

const SCRIPT = fileURLToPath(import.meta.url);

/** Starts the press; whoever asks names the host in the header `Host`. */
export async function startScaledPress(size: PressSize): Promise<ScaledPress> {
  const child: ChildProcess = fork(SCRIPT, [JSON.stringify(size)], { stdio: 'inherit' });
  const [port] = (await once(child, 'message')) as [number];
  return {
    hosts: Array.from({ length: size.hosts }, (_, host) => hostName(host)),
    address: `127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async close() {
      const closed = once(child, 'exit');
      child.kill();
      await closed;
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse, { size, started }: Running): void {
  const host = Number(/^h(\d+)\./.exec(request.headers.host ?? '')?.[1] ?? -1);
  const article = /^\/news\/(\d+)$/.exec(request.url ?? '')?.[1];
  if (host < 0 || (article === undefined && request.url !== '/feed')) {
    response.writeHead(404).end();
    return;
  }
  const type = article === undefined ? 'application/rss+xml' : 'text/html';
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8` });
  response.end(article === undefined ? feed(host, size, started) : page(host, Number(article), size));
}

interface Running {
  readonly size: PressSize;
  readonly started: number;
}

function hostName(host: number): string {
  return `h${host}.matbuat.example`;
}

function feed(host: number, { articlesOfHost }: PressSize, started: number): string {
  const entries = Array.from({ length: articlesOfHost }, (_, at) => {
    const title = titleOfSample(host * articlesOfHost + at);
    const date = new Date(started - at * 600_000).toUTCString();
    return `<item><title>${title}</title><link>http://${hostName(host)}/news/${at}</link><pubDate>${date}</pubDate></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>مطبوعات ${host}</title><link>http://${hostName(host)}/</link>${entries.join('')}</channel></rss>`;
}

const MENU = Array.from({ length: 60 }, (_, at) => `<li><a href="/s/${at}">بخش شمارهٔ ${at}</a></li>`).join(
  '',
);

/** A page of some 14 KB, of which the article is a fifth: menu, article, teasers, foot. */
function page(host: number, at: number, { articlesOfHost }: PressSize): string {
  const { title, published, text } = sampleRecord(host * articlesOfHost + at);
  const paragraphs = text
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('\n');
  const teasers = Array.from(
    { length: 20 },
    (_, other) => `<li><a href="/news/${other + 100}">${titleOfSample(other + at)}</a></li>`,
  ).join('');
  const meta = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    ...{ headline: title, datePublished: published },
  });
  return `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>${title}</title>
<script type="application/ld+json">${meta}</script></head><body><header><nav><ul>${MENU}</ul></nav></header>
<main><article><h1>${title}</h1><div class="body">${paragraphs}</div></article>
<aside><h3>پربازدیدها</h3><ul>${teasers}</ul></aside></main><footer><ul>${MENU}</ul></footer></body></html>`;
}

if (process.argv[1] === SCRIPT && process.send) {
  const running: Running = {
    size: JSON.parse(process.argv[2] ?? '{}') as PressSize,
    started: Date.now(),
  };
  const server = createServer((request, response) => answer(request, response, running));
  // The server listens on a port of its own.
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  process.on('disconnect', () => process.exit(0));
}
