import type { Dispatcher } from 'undici';
import { type AllowedHosts, findUrlFault, type GuardRules, WEB_PORTS } from './address_guard.js';
import { readBoundedBody } from './bounded_body.js';
import { openConnections } from './connections.js';
import { outcomeInWords } from './fetch_outcome.js';
import { FETCH_LIMITS } from './guarded_fetch.js';
import { causeInWords } from './network_faults.js';
import { headerOf, parseRetryAfter } from './response_headers.js';

/** Something that we send to an address that somebody gave us. */
export interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of it: an answer with any status, or why there is none. */
export type PostOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** The first letters of the answer. */
      readonly text: string;
      readonly retryAfterMs?: number | undefined;
    }
  | { readonly kind: 'failed'; readonly cause: string };

export type Post = (request: PostRequest) => Promise<PostOutcome>;

export interface GuardedPostOptions {
  readonly userAgent: string;
  /** The present, ISO 8601, for Retry-After dates. */
  readonly clock: () => string;
  /** Exact host names on private addresses that may be asked all the same. */
  readonly allowedHosts?: AllowedHosts | undefined;
}

/** Receivers answer fast and work later; a slow one must not hold what others wait for. */
const TOTAL_MS = 15_000;
/** Enough that no message of one process waits for another. */
const PER_HOST = 16;
/** Of an answer only its status counts, and a short proof that it is wanted. */
const MAX_ANSWER_BYTES = 4096;

/** The way out for alerts: the guard of the collector at the socket, no redirects, everything bounded. */
export function openGuardedPost(options: GuardedPostOptions): {
  readonly post: Post;
  close(): Promise<void>;
} {
  const rules: GuardRules = { allowedHosts: options.allowedHosts ?? new Map(), ports: WEB_PORTS };
  const connections = openConnections({ rules, limits: FETCH_LIMITS, proxies: new Map(), perHost: PER_HOST });
  async function post(request: PostRequest): Promise<PostOutcome> {
    const fault = findUrlFault(request.url, rules);
    if (fault !== undefined) return { kind: 'failed', cause: fault };
    const signal = AbortSignal.timeout(TOTAL_MS);
    try {
      const url = new URL(request.url);
      const dispatcher = await connections.of(url, undefined);
      const answer = await dispatcher.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'POST',
        headers: { ...request.headers, 'user-agent': options.userAgent },
        body: request.body,
        signal,
      });
      return await readAnswer(answer, Date.parse(options.clock()));
    } catch (cause) {
      if (signal.aborted)
        return { kind: 'failed', cause: `the answer took longer than ${TOTAL_MS / 1000} s` };
      const failed = { url: request.url, deadlineMs: TOTAL_MS, stop: signal };
      return { kind: 'failed', cause: outcomeInWords(causeInWords(cause, failed)) };
    }
  }
  return { post, close: () => connections.close() };
}

async function readAnswer(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  nowMs: number,
): Promise<PostOutcome> {
  const reading = await readBoundedBody(body, headerOf(headers, 'content-encoding'), {
    maxBytes: MAX_ANSWER_BYTES,
    cut: true,
  });
  const text = reading.kind === 'whole' ? Buffer.from(reading.bytes).toString('utf8') : '';
  const retryAfterMs = parseRetryAfter(headerOf(headers, 'retry-after'), nowMs);
  return { kind: 'answered', status: statusCode, text, retryAfterMs };
}
