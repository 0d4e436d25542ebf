// A small web of many outlets, in a process of its own so that its work is not counted as the collector's. Told what to
// do by messages: see `news_web.ts`.
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WORDS } from '../../src/persian/words.data.js';
import { HUB_HOST, hostOfSource, type WebOrder, type WebReport } from './news_web.js';

interface Piece {
  readonly path: string;
  readonly atMs: number;
}

interface Subscriber {
  readonly callback: string;
  readonly secret: string;
}

const MAX_LISTED = 20;
const WORD_LIST = WORDS.trim()
  .split('\n')
  .map((line) => (line.split(' ')[0] ?? '').replaceAll('_', '\u200c'));

const sourceCount = Number(process.argv[2]);
const hubCount = Number(process.argv[3]);
const pieces = Array.from({ length: sourceCount }, (): Piece[] => []);
const subscribers = new Map<string, Subscriber>();
let timer: NodeJS.Timeout | undefined;

function report(message: WebReport): void {
  process.send?.(message);
}

/** Sources publish by chance, each `everyMs` in the mean. */
function publishOn(everyMs: number): void {
  const pauseMs = (-Math.log(1 - Math.random()) * everyMs) / sourceCount;
  timer = setTimeout(() => {
    publish(Math.floor(Math.random() * sourceCount));
    publishOn(everyMs);
  }, pauseMs);
}

function publish(source: number): void {
  const list = pieces[source] ?? [];
  const piece = { path: `/news/${list.length}`, atMs: Date.now() };
  list.push(piece);
  report({ kind: 'published', source, url: `http://${hostOfSource(source)}${piece.path}`, atMs: piece.atMs });
  const subscriber = subscribers.get(feedUrl(source));
  if (subscriber) void push(subscriber, feedOf(source));
}

async function push({ callback, secret }: Subscriber, body: string): Promise<void> {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const headers = { 'content-type': 'application/rss+xml', 'x-hub-signature': `sha256=${signature}` };
  await fetch(callback, { method: 'POST', body, headers }).then(
    (answer) => answer.arrayBuffer(),
    () => undefined,
  );
}

function feedUrl(source: number): string {
  return `http://${hostOfSource(source)}/rss`;
}

function feedOf(source: number): string {
  const items = (pieces[source] ?? []).slice(-MAX_LISTED).map(({ path, atMs }) => {
    const link = `http://${hostOfSource(source)}${path}`;
    return `<item><title>${titleOf(link)}</title><link>${link}</link><pubDate>${new Date(atMs).toUTCString()}</pubDate></item>`;
  });
  const hub =
    source < hubCount
      ? `<atom:link rel="hub" href="http://${HUB_HOST}/"/><atom:link rel="self" href="${feedUrl(source)}"/>`
      : '';
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>رسانه ${source}</title>${hub}${items.reverse().join('')}</channel></rss>`;
}

/** Different words for every address, the same on every request. */
function wordsOf(seed: string, count: number): string {
  let state = [...seed].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return WORD_LIST[state % WORD_LIST.length];
  }).join(' ');
}

function titleOf(link: string): string {
  return wordsOf(`title ${link}`, 8);
}

function pageOf(link: string, atMs: number): string {
  const paragraphs = Array.from({ length: 7 }, (_, at) => `<p>${wordsOf(`${link} ${at}`, 30)}.</p>`);
  const time = new Date(atMs).toISOString();
  return `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>${titleOf(link)}</title>
    <meta property="og:type" content="article"><meta property="article:published_time" content="${time}"></head>
    <body><article><h1>${titleOf(link)}</h1><time datetime="${time}">${time}</time>${paragraphs.join('')}</article></body></html>`;
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const host = request.headers.host ?? '';
  if (host === HUB_HOST) return void subscribe(request, response);
  const source = Number(/^s(\d+)\./.exec(host)?.[1] ?? -1);
  const list = pieces[source];
  const path = request.url ?? '';
  if (list === undefined || path === '/robots.txt') return void response.writeHead(404).end();
  if (path === '/rss') {
    const etag = `"${list.length}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    return void response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(feedOf(source));
  }
  const piece = list.find((each) => each.path === path);
  if (piece === undefined) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(pageOf(`http://${host}${path}`, piece.atMs));
}

async function subscribe(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const wish = new URLSearchParams(Buffer.concat(parts).toString('utf8'));
  response.writeHead(202).end();
  const [callback, topic] = [wish.get('hub.callback') ?? '', wish.get('hub.topic') ?? ''];
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.challenge': 'c',
    'hub.lease_seconds': '86400',
  });
  const confirmed = await fetch(`${callback}?${query}`);
  if (confirmed.ok) subscribers.set(topic, { callback, secret: wish.get('hub.secret') ?? '' });
}

const server = createServer(answer);
server.keepAliveTimeout = 5000;
server.listen(0, '127.0.0.1', () =>
  report({ kind: 'listening', port: (server.address() as AddressInfo).port }),
);
process.on('message', (order: WebOrder) => {
  clearTimeout(timer);
  if (order.kind === 'publish') publishOn(order.everyMs);
});
process.on('disconnect', () => process.exit(0));
