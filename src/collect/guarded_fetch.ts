import type { Dispatcher } from 'undici';
import { type AllowedHosts, findUrlFault, type GuardRules, WEB_PORTS } from './address_guard.js';
import { readBoundedBody } from './bounded_body.js';
import { findChallenge } from './challenge.js';
import { type Connections, openConnections } from './connections.js';
import type { Fetch, Fetched, FetchOutcome, FetchRequest } from './fetch_outcome.js';
import type { ResolveName } from './guarded_connector.js';
import { createHostGate, type HostGate } from './host_gate.js';
import { causeInWords } from './network_faults.js';
import type { Proxies } from './proxies.js';
import { headerOf, parseFreshFor, parseRetryAfter, type ResponseHeaders } from './response_headers.js';

/** How a fetcher behaves. Every limit has a default that suits news pages. */
export interface GuardedFetchOptions {
  /** Who asks, with a contact: see `userAgentOf`. */
  readonly userAgent: string;
  /** The present, ISO 8601, for Retry-After dates. */
  readonly clock: () => string;
  /** Exact host names on private addresses that may be asked all the same (the sample press). */
  readonly allowedHosts?: AllowedHosts;
  readonly ports?: ReadonlySet<number>;
  readonly limits?: Partial<FetchLimits>;
  /** Least time between two requests to a host; 0 unless told otherwise. */
  readonly hostIntervalMs?: number;
  /** Proxies by the names under which requests ask for them. */
  readonly proxies?: Proxies;
  /** Replaced in tests; the system's otherwise. */
  readonly resolveName?: ResolveName;
}

export interface FetchLimits {
  /** Largest body after decompressing. Real news pages stay below 1 MB; large feeds below 4. */
  readonly maxBytes: number;
  /** Largest header block; portals with long policies and cookies reach 10 KB. */
  readonly maxHeaderBytes: number;
  readonly maxRedirects: number;
  readonly connectMs: number;
  /** Until the header is complete. */
  readonly firstByteMs: number;
  /** Longest silence inside a body. */
  readonly silenceMs: number;
  /** For everything together, redirects included: what stops a host that sends one byte a second. */
  readonly totalMs: number;
}

export const FETCH_LIMITS: FetchLimits = {
  maxBytes: 5 * 1024 * 1024,
  maxHeaderBytes: 32 * 1024,
  maxRedirects: 5,
  connectMs: 10_000,
  firstByteMs: 20_000,
  silenceMs: 10_000,
  totalMs: 45_000,
};

/** The network behind the guard; `close` lets go of all connections. */
export interface GuardedFetch {
  readonly fetch: Fetch;
  close(): Promise<void>;
}

/** Makes the one way to the network: public addresses only, everything bounded, one connection for each host. */
export function openGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const rules: GuardRules = {
    allowedHosts: options.allowedHosts ?? new Map(),
    ports: options.ports ?? WEB_PORTS,
  };
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const { resolveName, proxies = new Map() } = options;
  const connections = openConnections({ rules, limits, proxies, resolveName });
  const gate = createHostGate(options.hostIntervalMs ?? 0);
  const session: Session = { options, rules, limits, connections, gate };
  return { fetch: (request) => fetchGuarded(session, request), close: () => connections.close() };
}

interface Session {
  readonly options: GuardedFetchOptions;
  readonly rules: GuardRules;
  readonly limits: FetchLimits;
  readonly connections: Connections;
  readonly gate: HostGate;
}

async function fetchGuarded(session: Session, request: FetchRequest): Promise<FetchOutcome> {
  const stop = new AbortController();
  const abort = (): void => stop.abort(request.signal?.reason);
  const deadline = setTimeout(() => stop.abort(new Error('deadline')), session.limits.totalMs);
  // Removed again below: a listener for each request would pile up on a signal that lives as long as we do.
  request.signal?.addEventListener('abort', abort, { once: true });
  if (request.signal?.aborted) abort();
  try {
    return await followRedirects(session, { ...request, signal: stop.signal });
  } catch (cause) {
    const { url, egress } = request;
    return causeInWords(cause, { url, egress, deadlineMs: session.limits.totalMs, stop: stop.signal });
  } finally {
    clearTimeout(deadline);
    request.signal?.removeEventListener('abort', abort);
  }
}

type Hop = FetchOutcome | { readonly kind: 'redirect'; readonly to: string; readonly forGood: boolean };

async function followRedirects(session: Session, request: FetchRequest): Promise<FetchOutcome> {
  const refused = findUrlFault(request.url, session.rules);
  if (refused !== undefined) return { kind: 'forbidden_address', cause: refused };
  let url = request.url;
  let movedTo: string | undefined;
  let forGood = true;
  for (let hops = 0; hops <= session.limits.maxRedirects; hops++) {
    const hop = await requestOnce(session, { ...request, url });
    if (hop.kind !== 'redirect') return hop.kind === 'fetched' && movedTo ? { ...hop, movedTo } : hop;
    const barred = await findBar(session, request, hop.to);
    if (barred !== undefined) return barred;
    url = hop.to;
    forGood &&= hop.forGood;
    if (forGood) movedTo = url;
  }
  return { kind: 'unreachable', cause: `more than ${session.limits.maxRedirects} redirects in a row` };
}

/** Why a redirect is not followed: an address that is never asked, or one that its host closes to us. */
async function findBar(
  { rules }: Session,
  { mayFollow }: FetchRequest,
  to: string,
): Promise<FetchOutcome | undefined> {
  const fault = findUrlFault(to, rules);
  if (fault !== undefined) return { kind: 'forbidden_address', cause: `it redirects to "${to}": ${fault}` };
  const isOpen = mayFollow === undefined || (await mayFollow(to));
  return isOpen ? undefined : { kind: 'refused_by_robots' };
}

async function requestOnce(session: Session, request: FetchRequest): Promise<Hop> {
  const url = new URL(request.url);
  await session.gate.pass(url.host, request.signal);
  const dispatcher = await session.connections.of(url, request.egress);
  const answer = await dispatcher.request({
    origin: url.origin,
    method: request.form === undefined ? 'GET' : 'POST',
    body: request.form ?? null,
    path: url.pathname + url.search,
    headers: requestHeaders(session.options.userAgent, request),
    signal: request.signal ?? null,
  });
  const outcome = readStatus(answer, { url, nowMs: Date.parse(session.options.clock()) });
  if (outcome === 'body') return await readAnswer(session, request, answer);
  const blocked = outcome.kind === 'failed' ? await findBlock(answer) : undefined;
  await leaveBody(answer);
  return blocked ?? outcome;
}

const ACCEPT: Readonly<Record<NonNullable<FetchRequest['wants']>, string>> = {
  page: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
  feed: 'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5',
  robots: 'text/plain,*/*;q=0.5',
  picture: 'image/webp,image/jpeg,image/png,image/gif;q=0.8',
};

function requestHeaders(userAgent: string, request: FetchRequest): Record<string, string> {
  const { etag, lastModified } = request.validators ?? {};
  return {
    'user-agent': userAgent,
    accept: ACCEPT[request.wants ?? 'page'],
    'accept-language': 'fa,en;q=0.5',
    'accept-encoding': 'gzip, br, deflate',
    ...(request.form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  };
}

/** What the status alone decides; `body` when the bytes are wanted. */
function readStatus(
  { statusCode: status, headers }: Dispatcher.ResponseData,
  { url, nowMs }: { readonly url: URL; readonly nowMs: number },
): Hop | 'body' {
  if (status === 200 || status === 203) return 'body';
  if (status === 304) return { kind: 'not_modified' };
  if (status === 404 || status === 410) return { kind: 'gone', status };
  const location = headerOf(headers, 'location');
  if (status > 300 && status < 309 && location !== undefined) {
    if (!URL.canParse(location, url.href)) return { kind: 'failed', status };
    return { kind: 'redirect', to: new URL(location, url).href, forGood: status === 301 || status === 308 };
  }
  const retryAfterMs = parseRetryAfter(headerOf(headers, 'retry-after'), nowMs);
  if (status === 429 || (status === 503 && retryAfterMs !== undefined)) {
    return retryAfterMs === undefined ? { kind: 'rate_limited' } : { kind: 'rate_limited', retryAfterMs };
  }
  return { kind: 'failed', status };
}

async function readAnswer(
  { limits }: Session,
  request: FetchRequest,
  { headers, body }: Dispatcher.ResponseData,
): Promise<FetchOutcome> {
  const reading = await readBoundedBody(body, headerOf(headers, 'content-encoding'), {
    maxBytes: request.cutAtBytes ?? limits.maxBytes,
    cut: request.cutAtBytes !== undefined,
  });
  if (reading.kind === 'too_large') return reading;
  if (reading.kind === 'broken') return { kind: 'unreachable', cause: reading.cause };
  const challenge = findChallenge(reading.bytes, headers);
  if (challenge !== undefined) return { kind: 'challenge', by: challenge };
  return { kind: 'fetched', url: request.url, body: reading.bytes, ...describeAnswer(headers) };
}

function describeAnswer(
  headers: ResponseHeaders,
): Pick<Fetched, 'contentType' | 'validators' | 'freshForMs' | 'linkHeader'> {
  const contentType = headerOf(headers, 'content-type');
  const etag = headerOf(headers, 'etag');
  const lastModified = headerOf(headers, 'last-modified');
  const freshForMs = parseFreshFor(headerOf(headers, 'cache-control'));
  const links = headers.link;
  const linkHeader = typeof links === 'string' ? links : links?.join(', ');
  return {
    ...(contentType === undefined ? {} : { contentType }),
    validators: { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) },
    ...(freshForMs === undefined ? {} : { freshForMs }),
    ...(linkHeader === undefined ? {} : { linkHeader }),
  };
}

/** Most of a refusal's body that is looked at for a challenge. */
const MAX_REFUSAL_BYTES = 20_000;

/** Challenges come with 403 and 503 too; knowing which tells the operator what is going on. */
async function findBlock({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<Hop | undefined> {
  if (statusCode !== 403 && statusCode !== 503) return undefined;
  const reading = await readBoundedBody(body, headerOf(headers, 'content-encoding'), {
    maxBytes: MAX_REFUSAL_BYTES,
    cut: true,
  });
  const by = reading.kind === 'whole' ? findChallenge(reading.bytes, headers) : undefined;
  return by === undefined ? undefined : { kind: 'challenge', by };
}

/** Reads a small rest so that the connection can be used again; a large one costs the connection. */
async function leaveBody({ body }: Dispatcher.ResponseData): Promise<void> {
  if (!body.destroyed && !body.bodyUsed) await body.dump({ limit: 16 * 1024 });
}
