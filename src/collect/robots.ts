import robotsParser from 'robots-parser';
import type { Fetch, FetchOutcome } from './fetch_outcome.js';

/** What robots.txt says about one address. */
export type RobotsVerdict =
  | { readonly kind: 'allowed'; readonly crawlDelayMs?: number; readonly sitemaps: readonly string[] }
  | { readonly kind: 'refused' }
  /** The host gave no readable answer: until it does, nothing may be asked (RFC 9309 § 2.3.1.4). */
  | { readonly kind: 'unknown'; readonly outcome: FetchOutcome };

export interface RobotsOptions {
  readonly fetch: Fetch;
  /** The name that groups of robots.txt are matched with, without version: `Sanad`. */
  readonly product: string;
  /** The present, ISO 8601. */
  readonly clock: () => string;
}

/** The answers of all hosts, each kept for a day. */
export interface RobotsCache {
  check(url: string, signal?: AbortSignal): Promise<RobotsVerdict>;
  /** Whether an address may be asked now; also false while its host gives no readable robots.txt. */
  allows(url: string, signal?: AbortSignal): Promise<boolean>;
}

/** RFC 9309 § 2.4: no longer than 24 hours. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** A host in trouble is asked again after this, or when it says itself; the collector's own back-off comes on top. */
const UNKNOWN_KEPT_MS = 60_000;
/** RFC 9309 § 2.5: at least 500 KiB are parsed; the rest is ignored. */
const MAX_ROBOTS_BYTES = 500 * 1024;
/** A crawl delay beyond an hour is a way of saying no; the host is then asked once an hour. */
const MAX_CRAWL_DELAY_MS = 60 * 60 * 1000;
/** Matching costs (length of the path) × (stars of the rule): no honest rule has that many. */
const MAX_STARS = 16;
/** Most hosts remembered at once; the oldest is asked again. */
const MAX_HOSTS = 5000;

/** What we use of the parser's answer. */
interface Rules {
  isDisallowed(url: string, product: string): boolean | undefined;
  getCrawlDelay(product: string): number | undefined;
  getSitemaps(): string[];
}

// The package exports the function itself; its types describe a module with a default export.
const parseRobots = robotsParser as unknown as (url: string, text: string) => Rules;

interface Entry {
  readonly untilMs: number;
  readonly rules: Rules | FetchOutcome;
}

/** Makes an empty cache. Concurrent checks of one host share its request. */
export function createRobotsCache(options: RobotsOptions): RobotsCache {
  const entries = new Map<string, Promise<Entry>>();
  const until = new Map<string, number>();
  const isFresh = (origin: string): boolean => (until.get(origin) ?? 0) > Date.parse(options.clock());
  const entryOf = (origin: string, signal: AbortSignal | undefined): Promise<Entry> => {
    const known = entries.get(origin);
    if (known && isFresh(origin)) return known;
    until.set(origin, Number.POSITIVE_INFINITY);
    const asked = askHost(origin, options, signal).then((entry) => {
      until.set(origin, entry.untilMs);
      return entry;
    });
    entries.delete(origin);
    entries.set(origin, asked);
    if (entries.size > MAX_HOSTS) {
      const oldest = entries.keys().next().value ?? origin;
      entries.delete(oldest);
      until.delete(oldest);
    }
    return asked;
  };
  const check: RobotsCache['check'] = async (url, signal) => {
    const { rules } = await entryOf(new URL(url).origin, signal);
    return 'kind' in rules ? { kind: 'unknown', outcome: rules } : judge(rules, url, options.product);
  };
  return {
    check,
    allows: async (url, signal) => (await check(url, signal)).kind === 'allowed',
  };
}

function judge(rules: Rules, url: string, product: string): RobotsVerdict {
  if (rules.isDisallowed(url, product)) return { kind: 'refused' };
  const seconds = rules.getCrawlDelay(product);
  const sitemaps = rules.getSitemaps();
  if (seconds === undefined || !(seconds > 0)) return { kind: 'allowed', sitemaps };
  return { kind: 'allowed', crawlDelayMs: Math.min(seconds * 1000, MAX_CRAWL_DELAY_MS), sitemaps };
}

async function askHost(
  origin: string,
  { fetch, clock }: RobotsOptions,
  signal: AbortSignal | undefined,
): Promise<Entry> {
  const url = `${origin}/robots.txt`;
  const request = { url, wants: 'robots', cutAtBytes: MAX_ROBOTS_BYTES } as const;
  const outcome = await fetch(signal === undefined ? request : { ...request, signal });
  const nowMs = Date.parse(clock());
  if (outcome.kind === 'fetched') {
    return { untilMs: nowMs + KEPT_MS, rules: parseRobots(url, readRobots(outcome.body)) };
  }
  if (saysThereIsNone(outcome)) return { untilMs: nowMs + KEPT_MS, rules: parseRobots(url, '') };
  const saidMs = outcome.kind === 'rate_limited' ? outcome.retryAfterMs : undefined;
  return { untilMs: nowMs + Math.min(saidMs ?? UNKNOWN_KEPT_MS, UNKNOWN_KEPT_MS), rules: outcome };
}

/** Every 4xx but 429 means that there are no rules (RFC 9309 § 2.3.1.3). */
function saysThereIsNone(outcome: FetchOutcome): boolean {
  if (outcome.kind === 'gone') return true;
  return outcome.kind === 'failed' && outcome.status >= 400 && outcome.status < 500;
}

function readRobots(body: Uint8Array): string {
  const text = Buffer.from(body)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const lines = text.split(/\r\n|\r|\n/);
  return lines.filter((line) => line.split('*').length <= MAX_STARS + 1).join('\n');
}
