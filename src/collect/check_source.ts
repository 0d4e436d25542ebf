import { decodeHtml } from '../extract/decode_html.js';
import type { SourceKind } from '../model/outlet.js';
import type { Registry } from '../sources/registry.js';
import { fetchAddress } from './address_key.js';
import { type Fetch, type Fetched, outcomeInWords } from './fetch_outcome.js';
import { type Listing, readListing } from './list_items.js';
import type { RobotsCache } from './robots.js';

/** What one look at a source has shown. */
export interface SourceCheck {
  readonly id: string;
  readonly url: string;
  /** What the address is; absent when that could not be told. */
  readonly kind?: SourceKind | undefined;
  readonly itemCount: number;
  /** UTC instant of the newest item. */
  readonly newest?: string | undefined;
  /** Feeds that the page names (`<link rel="alternate">`). */
  readonly feeds: readonly string[];
  /** Sitemaps that robots.txt of the host names. */
  readonly sitemaps: readonly string[];
  /** Where a permanent redirect leads. */
  readonly movedTo?: string | undefined;
  /** Why the source is not well, in words. */
  readonly problem?: string | undefined;
}

export interface CheckTools {
  readonly fetch: Fetch;
  readonly robots: RobotsCache;
  readonly registry: Registry;
  readonly clock: () => string;
}

/** In the order in which they are tried when nobody says what an address is. */
const KINDS: readonly SourceKind[] = ['feed', 'sitemap', 'channel', 'listing'];

/** Asks a source once, as robots.txt allows, and tells what it answers. */
export async function checkSource(
  source: { readonly id: string; readonly url: string; readonly kind?: SourceKind | undefined },
  tools: CheckTools,
): Promise<SourceCheck> {
  const { id, kind } = source;
  const url = fetchAddress(source.url);
  const base = { id, url: source.url, kind, itemCount: 0, feeds: [], sitemaps: [] };
  if (url === undefined) return { ...base, problem: 'it is not a complete http or https address' };
  const verdict = await tools.robots.check(url);
  if (verdict.kind === 'refused') return { ...base, problem: outcomeInWords({ kind: 'refused_by_robots' }) };
  if (verdict.kind === 'unknown') return { ...base, problem: outcomeInWords(verdict.outcome) };
  const outcome = await tools.fetch({ url, wants: 'feed', mayFollow: (to) => tools.robots.allows(to) });
  if (outcome.kind !== 'fetched') return { ...base, problem: outcomeInWords(outcome) };
  const { sitemaps } = verdict;
  return { ...base, sitemaps, movedTo: outcome.movedTo, ...describe(outcome, kind, tools) };
}

function describe(
  answer: Fetched,
  wanted: SourceKind | undefined,
  tools: CheckTools,
): Pick<SourceCheck, 'kind' | 'itemCount' | 'newest' | 'feeds' | 'problem'> {
  const feeds = findFeedLinks(answer);
  for (const kind of wanted === undefined ? KINDS : [wanted]) {
    const listing = listAs(kind, answer, tools);
    if (listing.fault !== undefined && wanted === undefined) continue;
    if (listing.fault !== undefined) return { kind, itemCount: 0, feeds, problem: listing.fault.message };
    // A page of any kind can be read as a list; one without articles is none.
    if (listing.items.length === 0 && wanted === undefined) continue;
    const newestMs = Math.max(...listing.publishedMs);
    const newest = Number.isFinite(newestMs) ? new Date(newestMs).toISOString() : undefined;
    return { kind, itemCount: listing.items.length, newest, feeds };
  }
  return { kind: undefined, itemCount: 0, feeds, problem: 'nothing in the answer leads to articles' };
}

function listAs(kind: SourceKind, answer: Fetched, { registry, clock }: CheckTools): Listing {
  const at = clock();
  const outletId = registry.outletByUrl(answer.url)?.id ?? '';
  return readListing(answer, { kind, outletId, registry, at, nowMs: Date.parse(at) });
}

const FEED_TYPE = /\btype=["']?application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)/i;

/** Addresses of the feeds that a page names in its head. */
function findFeedLinks(answer: Fetched): string[] {
  const { html } = decodeHtml(answer.body, answer.contentType);
  const links = html.slice(0, 200_000).match(/<link\b[^>]{0,1000}>/gi) ?? [];
  const found = links.flatMap((link) => {
    if (!FEED_TYPE.test(link) || !/\brel=["']?alternate/i.test(link)) return [];
    const href = /\bhref=["']?([^"'\s>]+)/i.exec(link)?.[1];
    return href === undefined ? [] : (fetchAddress(href.replaceAll('&amp;', '&'), answer.url) ?? []);
  });
  return [...new Set(found)];
}
