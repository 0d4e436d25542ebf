/**
 * Serves the sample press on loopback.
 *
 * One port carries all hosts. Every outlet keeps its own name (`nuran.example`), which no resolver knows, and is told
 * apart by the Host header. A collector reaches `http://nuran.example/…` when its guarded fetch is given
 * `press.addresses` as the single named exception: for a host of that map it connects to the mapped address instead of
 * resolving the name, and sends the request unchanged. Redirects and every other host stay guarded.
 *
 * People reach the same hosts as `http://nuran.localhost:<port>/`, which browsers lead to loopback by themselves.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Source } from '../../model/outlet.js';
import type { PressSite } from '../behaviours.js';
import type { PressClock } from '../clock.js';
import type { PressWorld } from '../world.js';
import { answerTo } from './answer.js';
import { hindranceOf } from './host_state.js';
import { type HttpAnswer, httpAnswer, isConditional } from './http_answer.js';
import { type LocalNames, localNames } from './local_names.js';
import { ChallengePage } from './pages/challenge.js';
import { OutletList } from './pages/outlet_list.js';
import { type PressHost, type PressHosts, pressHosts } from './press_hosts.js';
import { pressSources } from './press_sources.js';
import { type PublishedVersion, publishedVersions } from './published_versions.js';
import { type LedgerWriter, type RequestLedger, requestLedger } from './request_ledger.js';
import { loadStaticFiles, type StaticFile } from './static_files.js';

export interface PressOptions {
  readonly world: PressWorld;
  /** Habits of hosts; a host without an entry behaves as its family does. */
  readonly sites: readonly PressSite[];
  readonly clock: PressClock;
  /** A loopback address; default 127.0.0.1. */
  readonly host?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Troubles (see `behaviours.ts`) that are left out; default none. */
  readonly calm?: readonly string[] | 'all';
  /** How slow hosts wait. Default: a timer. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** One line per answered request. */
  readonly log?: (line: string) => void;
  /** Requests kept in the ledger; default 100,000. */
  readonly ledgerLimit?: number;
}

export interface Press {
  /** `http://127.0.0.1:<port>`: the index of the press, for people. */
  readonly origin: string;
  /** Host name → `127.0.0.1:<port>`, `www.` names included: the exception for a guarded fetch. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Where a collector finds each outlet. */
  readonly sources: readonly Source[];
  readonly ledger: RequestLedger;
  /** Every version out at that minute of the press (default: now), in order, with its address. */
  publishedUntil(minute?: number): readonly PublishedVersion[];
  /** The address under which a browser on this machine opens a page of the press. */
  browserUrl(url: string): string;
  close(): Promise<void>;
}

/** No request of a collector is longer; the bound keeps the ledger small. */
const URL_LIMIT = 4096;
const LEDGER_LIMIT = 100_000;
const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

/** Opens the port; throws when it is taken or when `host` is not a loopback address. */
export async function startPress(options: PressOptions): Promise<Press> {
  const { host = '127.0.0.1', port = 0, world, clock } = options;
  if (!LOOPBACK.test(host)) {
    throw new Error(
      `Cannot serve the press on "${host}": it is invented and stays on loopback; use 127.0.0.1`,
    );
  }
  const hosts = pressHosts(world, { sites: options.sites, calm: options.calm ?? [], clock });
  const ledger = requestLedger(options.ledgerLimit ?? LEDGER_LIMIT);
  const closing = new AbortController();
  const names = localNames(world.outlets);
  const desk: Desk = { options, hosts, names, ledger, files: loadStaticFiles(), signal: closing.signal };
  const server = createServer({ requestTimeout: 30_000 }, (request, response) => {
    serve(desk, request, response).catch((cause: unknown) => fail(desk, response, cause));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: opened } = server.address() as AddressInfo;
  const address = host.includes(':') ? `[${host}]:${opened}` : `${host}:${opened}`;
  return {
    origin: `http://${address}`,
    addresses: new Map(hosts.names.map((name) => [name, address])),
    sources: pressSources(hosts.all()),
    ledger,
    publishedUntil: (minute = clock.minute()) => publishedVersions(hosts, minute),
    browserUrl: (url) => names.browserUrl(url, opened),
    close: () => {
      closing.abort();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Everything that answering needs. */
interface Desk {
  readonly options: PressOptions;
  readonly hosts: PressHosts;
  readonly names: LocalNames;
  readonly ledger: LedgerWriter;
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly signal: AbortSignal;
}

async function serve(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { options, ledger } = desk;
  const path = request.url ?? '/';
  const named = (request.headers.host ?? '').toLowerCase();
  const host = desk.hosts.find(desk.names.mainName(named));
  const name = host?.site().host ?? named;
  const atMs = options.clock.nowMs();
  if (host !== undefined) host.open += 1;
  const openAtOnce = host?.open ?? 1;
  try {
    const answer = await answerOf(desk, request, host);
    ledger.write({
      atMs,
      host: name,
      method: request.method ?? '',
      path: path.slice(0, URL_LIMIT),
      status: answer.status,
      userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
      conditional: isConditional(request.headers),
      openAtOnce,
    });
    options.log?.(`${answer.status} ${name}${path}`);
    await send(answer, request, response);
  } finally {
    if (host !== undefined) host.open -= 1;
  }
}

/** A client that goes away in the middle is no fault of the press; anything else is, and is said. */
function fail({ options, signal }: Desk, response: ServerResponse, cause: unknown): void {
  const gone = response.destroyed || signal.aborted;
  if (!gone) options.log?.(`500 ${cause instanceof Error ? cause.stack : String(cause)}`);
  if (gone || response.headersSent) response.destroy();
  else response.writeHead(500, { 'content-type': 'text/plain' }).end();
}

async function answerOf(
  desk: Desk,
  request: IncomingMessage,
  host: PressHost | undefined,
): Promise<HttpAnswer> {
  const path = request.url ?? '/';
  if (path.length > URL_LIMIT) return plain(414, 'نشانی بیش از اندازه بلند است');
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'این سایت فقط خواندنی است');
  const named = request.headers.host ?? '';
  if (host === undefined) return bareAnswer(desk, named, path);
  const { root } = host.site();
  if (!URL.canParse(path, root)) return plain(400, 'این نشانی خواندنی نیست');
  if (/^www\./i.test(named)) return moved(root + path);
  return hostAnswer(desk, { host, url: new URL(path, root), request });
}

interface HostRequest {
  readonly host: PressHost;
  readonly url: URL;
  readonly request: IncomingMessage;
}

async function hostAnswer(desk: Desk, { host, url, request }: HostRequest): Promise<HttpAnswer> {
  const { habits } = host.site();
  const route = host.router()(url);
  const hindrance = hindranceOf(host.site(), host.state, route);
  const wait = desk.options.wait ?? ((ms, signal) => delay(ms, undefined, { signal, ref: false }));
  if (habits.delayMs !== undefined) await wait(habits.delayMs, desk.signal);
  if (hindrance === 'refused') {
    const retry = { 'retry-after': String(habits.refusesFirst?.retryAfterSeconds ?? 1) };
    return { ...plain(429, 'درخواست بیش از اندازه'), headers: retry };
  }
  if (hindrance === 'challenged') return page(String(<ChallengePage host={host.site().host} />));
  if (hindrance === 'blank') return page(BLANK_PAGE);
  const moment = desk.hosts.moment(host.site());
  const answer = answerTo(route, { moment, url, files: desk.files, links: desk.hosts.links });
  const seenAs = desk.names.seenAs(request.headers.host ?? '');
  return httpAnswer(seenAs(answer), moment, request.headers);
}

/** What a CMS answers in the middle of being mended: a frame without a letter in it. */
const BLANK_PAGE =
  '<html lang="fa" dir="rtl"><head><meta charset="utf-8"><title></title></head><body></body></html>';

/** The bare address shows who publishes here; any other unknown host is misdirected (RFC 9110 § 15.5.20). */
function bareAnswer(desk: Desk, named: string, path: string): HttpAnswer {
  if (!/^(127(\.\d{1,3}){3}|\[::1\]|localhost)(:\d+)?$/.test(named))
    return plain(421, 'چنین سایتی این\u200cجا نیست');
  const file = desk.files.get(path.replace('/static/', ''));
  if (file !== undefined) {
    const body = typeof file.body === 'string' ? new Uint8Array(Buffer.from(file.body, 'utf8')) : file.body;
    return { status: 200, headers: { 'content-type': file.contentType }, body };
  }
  if (path !== '/') return plain(404, 'این نشانی نیست');
  const port = Number(named.split(':').at(-1));
  const outlets = desk.hosts.all().map(({ outlet, house, host, root }) => ({
    name: outlet.name,
    host,
    href: desk.names.browserUrl(`${root}/`, port),
    motto: house.motto,
  }));
  return page(String(<OutletList outlets={outlets} />));
}

async function send(answer: HttpAnswer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { body } = answer;
  if (typeof body === 'function') {
    response.writeHead(answer.status, answer.headers);
    await pipeline(Readable.from(body()), response);
    return;
  }
  const length = answer.status === 304 ? {} : { 'content-length': String(body.length) };
  response.writeHead(answer.status, { ...answer.headers, ...length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function plain(status: number, text: string): HttpAnswer {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return { status, headers, body: new Uint8Array(Buffer.from(`نمونه: ${text}\n`, 'utf8')) };
}

function page(markup: string): HttpAnswer {
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  return { status: 200, headers, body: new Uint8Array(Buffer.from(`<!DOCTYPE html>\n${markup}`, 'utf8')) };
}

function moved(to: string): HttpAnswer {
  return { status: 301, headers: { location: to }, body: new Uint8Array() };
}
