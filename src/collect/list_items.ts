import { extractPage } from '../extract/extract_page.js';
import { parseFeed } from '../extract/feed.js';
import { parseChannel } from '../extract/feed_channel.js';
import type { FeedDate } from '../extract/feed_document.js';
import { parseSitemap, type SitemapEntry } from '../extract/sitemap.js';
import type { FrontItem, FrontierTarget, HubLink, ListedItem } from '../model/collection.js';
import type { FetchedPage } from '../model/fetched_page.js';
import type { Issue } from '../model/issue.js';
import type { SourceKind } from '../model/outlet.js';
import type { Registry } from '../sources/registry.js';
import { addressKey, fetchAddress, hashOf, hostOf } from './address_key.js';
import { unpackGzipFile } from './bounded_body.js';
import type { Fetched } from './fetch_outcome.js';
import { findArticleLinks, type LinkRules } from './listing_links.js';
import { findHub } from './websub.js';

/** What an answer of a source lists. */
export interface Listing {
  readonly items: readonly ListedItem[];
  /** Instants that the items state, for the rhythm of the source. */
  readonly publishedMs: readonly number[];
  /** What a front page shows, the first first. */
  readonly front?: readonly FrontItem[] | undefined;
  /** The hub that pushes the feed. */
  readonly hub?: HubLink | undefined;
  /** Set when nothing could be read. */
  readonly fault?: Issue | undefined;
}

export interface ListingContext {
  readonly kind: SourceKind;
  readonly outletId: string;
  readonly registry: Registry;
  readonly nowMs: number;
  readonly at: string;
  /** What the addresses of articles look like on a listing page. */
  readonly links?: LinkRules | undefined;
}

/** Pages of feeds come before those that were only linked; young ones before old ones. */
const PRIORITY: Readonly<Record<SourceKind, number>> = {
  feed: 30,
  sitemap: 20,
  channel: 30,
  listing: 10,
  front_page: 10,
};
const YOUNG_MS = 6 * 60 * 60 * 1000;
const YOUNG_BONUS = 5;
/** Only what is young matters in a sitemap of everything; older pages are for an archive run. */
const MAX_SITEMAP_AGE_MS = 60 * 24 * 60 * 60 * 1000;
/** Most entries of one sitemap, newest first, and most sitemaps of one index. */
const MAX_SITEMAP_PAGES = 2000;
const MAX_INDEX_SITEMAPS = 3;
/** Largest sitemap after undoing gzip: the protocol's own bound. */
const MAX_SITEMAP_BYTES = 50 * 1024 * 1024;

/** Reads what a source answered. Never throws; a source that lists nothing readable has a fault. */
export function readListing(answer: Fetched, context: ListingContext): Listing {
  switch (context.kind) {
    case 'feed':
      return readFeedListing(answer, context);
    case 'sitemap':
      return readSitemapListing(answer, context);
    case 'channel':
      return readChannelListing(answer, context);
    case 'listing':
    case 'front_page':
      return readPageListing(answer, context);
  }
}

function readFeedListing(answer: Fetched, context: ListingContext): Listing {
  const { value, issues } = parseFeed(answer.body, answer.contentType, answer.url);
  if (value === undefined) return unreadable(issues);
  const items = value.items.flatMap((item) => {
    const { url, guid, title, summary, published, updated } = item;
    return listed({ url, name: guid, words: [title, summary], date: published ?? updated }, context);
  });
  const { url, linkHeader } = answer;
  const hub = findHub({ url, linkHeader, hubUrl: value.hubUrl, selfUrl: value.selfUrl });
  return { items, publishedMs: instants(value.items.map(({ published }) => published)), hub };
}

function readSitemapListing(answer: Fetched, context: ListingContext): Listing {
  const body = unpackGzipFile(answer.body, MAX_SITEMAP_BYTES);
  const { value, issues } = parseSitemap(body ?? new Uint8Array(), answer.contentType, answer.url);
  if (value === undefined) return unreadable(issues);
  const young = value.pages.filter((entry) => !isOlderThan(entry, context.nowMs - MAX_SITEMAP_AGE_MS));
  const pages = newestFirst(young).slice(0, MAX_SITEMAP_PAGES);
  const sitemaps = newestFirst(value.sitemaps).slice(0, MAX_INDEX_SITEMAPS);
  return {
    items: [
      ...pages.flatMap(({ url, title, published, modified }) =>
        listed({ url, words: [title, modified?.iso], date: published ?? modified }, context),
      ),
      ...sitemaps.flatMap(({ url, modified }) =>
        // Without a date of its own a sitemap is looked into whenever its index is.
        listed({ url, words: [modified?.iso ?? context.at], date: modified, target: 'sitemap' }, context),
      ),
    ],
    publishedMs: instants(pages.map(({ published }) => published)),
  };
}

function readChannelListing(answer: Fetched, context: ListingContext): Listing {
  const { value, issues } = parseChannel(answer.body, answer.contentType, answer.url);
  if (value === undefined) return unreadable(issues);
  const items = value.flatMap(({ id, url, text, published, forwardedFrom, views }) => {
    const outlet = context.registry.outletById(context.outletId)?.name;
    const record = { url, text, outlet, published: published?.iso, forwardedFrom };
    const page: FetchedPage = {
      url,
      body: Buffer.from(JSON.stringify(record), 'utf8'),
      format: 'record',
      contentType: 'application/json',
      fetchedAt: context.at,
    };
    return listed({ url, name: id, words: [text], date: published, page, views }, context);
  });
  return { items, publishedMs: instants(value.map(({ published }) => published)) };
}

function readPageListing(answer: Fetched, context: ListingContext): Listing {
  const { body: bytes, contentType, url } = answer;
  const { value, issues } = extractPage({ bytes, contentType, url }, context.registry);
  if (value === undefined) return unreadable(issues);
  const links = findArticleLinks(value, url, context.links);
  // A headline is shortened and lengthened from box to box: other words do not mean another text.
  const items = links.flatMap((link) => listed({ url: link.url, words: [] }, context));
  if (context.kind !== 'front_page') return { items, publishedMs: [] };
  const front = links.map((link, at) => ({
    url: link.url,
    title: link.title,
    addressKey: addressKey(link.url),
    position: at + 1,
  }));
  return { items, publishedMs: [], front };
}

interface Lead {
  readonly url: string | undefined;
  /** The source's own name for the item. */
  readonly name?: string | undefined;
  /** What changes when the publisher edits; dates are left out, since many feeds move them. */
  readonly words: readonly (string | undefined)[];
  readonly date?: FeedDate | undefined;
  readonly target?: FrontierTarget;
  readonly page?: FetchedPage;
  readonly views?: number | undefined;
}

function listed(lead: Lead, context: ListingContext): ListedItem[] {
  const url = lead.url === undefined ? undefined : fetchAddress(lead.url);
  if (url === undefined) return [];
  const publishedMs = lead.date === undefined ? Number.NaN : Date.parse(lead.date.iso);
  const isYoung = context.nowMs - publishedMs < YOUNG_MS;
  const key = addressKey(url);
  return [
    {
      url,
      host: hostOf(url),
      addressKey: key,
      // The address is part of the name: feeds give all their items one guid, or none.
      itemKey: hashOf([key, lead.name]),
      contentKey: hashOf(lead.words),
      target: lead.target ?? 'page',
      priority: PRIORITY[context.kind] + (isYoung ? YOUNG_BONUS : 0),
      publishedAt: isCommon(publishedMs) ? new Date(publishedMs).toISOString() : undefined,
      page: lead.page,
      views: lead.views,
    },
  ];
}

/** Whether an instant lies in the years that every calendar program can write. */
function isCommon(ms: number): boolean {
  return ms >= 0 && ms < Date.UTC(2200, 0);
}

function unreadable(issues: readonly Issue[]): Listing {
  return { items: [], publishedMs: [], fault: issues.find(({ severity }) => severity === 'fatal') };
}

function instants(dates: readonly (FeedDate | undefined)[]): number[] {
  return dates.flatMap((date) => (date === undefined ? [] : [Date.parse(date.iso)]));
}

function newestFirst(entries: readonly SitemapEntry[]): SitemapEntry[] {
  return [...entries].sort((a, b) => timeOf(b) - timeOf(a));
}

function isOlderThan(entry: SitemapEntry, limitMs: number): boolean {
  return timeOf(entry) < limitMs;
}

/** An entry without a date counts as young: leaving it out would lose it. */
function timeOf({ published, modified }: SitemapEntry): number {
  const date = published ?? modified;
  return date === undefined ? Number.POSITIVE_INFINITY : Date.parse(date.iso);
}
