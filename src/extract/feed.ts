import { fatal, type Issue, type StageResult, warning } from '../model/issue.js';
import { decodeFeed } from './feed_bytes.js';
import { parseFeedDate } from './feed_date.js';
import type {
  FeedDocument,
  FeedItem,
  FeedLink,
  RawFeed,
  RawItem,
  RawLink,
  RawText,
} from './feed_document.js';
import { readByLibrary } from './feed_library.js';
import { salvageFeed } from './feed_salvage.js';
import { textOf } from './feed_text.js';

/** Largest feed that is read: feeds with full texts of a thousand items stay below it. */
const MAX_FEED_BYTES = 10_000_000;
/** Most items of one feed; the rest is older than anything that we do not know yet. */
const MAX_ITEMS = 2000;

/**
 * Reads a feed of any usual format (RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed), damaged ones included.
 * Dates are read by our own rules, Jalali with Persian digits among them; an unreadable date is absent.
 * Relative addresses are read against `url`, the address of the feed.
 */
export function parseFeed(
  bytes: Uint8Array,
  contentType: string | undefined,
  url: string | undefined,
): StageResult<FeedDocument> {
  const name = url ?? 'without an address';
  if (bytes.length > MAX_FEED_BYTES) {
    const message = `Cannot read the feed "${name}": it is larger than ${MAX_FEED_BYTES / 1e6} MB`;
    return { value: undefined, issues: [fatal('feed.too_large', message)] };
  }
  const text = stripFront(decodeFeed(bytes, contentType));
  const { raw, issues } = text.startsWith('{')
    ? { raw: readByLibrary(text, MAX_ITEMS), issues: [] }
    : readXml(text, name);
  if (raw === undefined) {
    const message = `Cannot read the feed "${name}": it is ${describe(text)}`;
    return { value: undefined, issues: [fatal('feed.not_a_feed', message)] };
  }
  return { value: finishFeed(raw, url), issues };
}

/** Takes away what servers leave in and before a feed: marks, control characters, document types with entities. */
function stripFront(text: string): string {
  const clean = text
    .replace(CONTROL, '')
    .replace(COMMENT, '$1')
    .replace(/^[\ufeff\s]+/, '');
  const root = Math.max(0, clean.search(/<[a-z]/i));
  return clean.slice(0, root).replace(/<!DOCTYPE[\s\S]*$/i, '') + clean.slice(root);
}

/** Characters that XML forbids. */
const CONTROL = /(?![\t\n\r\u0080-\u009f])\p{Cc}|[\ufffe\uffff]/gu;

/** Comments outside CDATA sections, which are kept as they are. */
const COMMENT = /(<!\[CDATA\[[\s\S]*?\]\]>)|<!--[\s\S]*?-->/g;

/** The library first; our own reader when it refuses, or when it finds fewer items than the feed opens. */
function readXml(text: string, name: string): { raw: RawFeed | undefined; issues: Issue[] } {
  const tags = text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  const openings = tags.match(/<(?:\w+:)?(?:item|entry)[\s>/]/gi)?.length ?? 0;
  const read = isShallow(tags) && !BASE64.test(tags) ? readByLibrary(text, MAX_ITEMS) : undefined;
  if (read !== undefined && read.items.length >= Math.min(openings, MAX_ITEMS))
    return { raw: read, issues: [] };
  const salvaged = salvageFeed(text, MAX_ITEMS);
  if (salvaged === undefined || salvaged.items.length <= (read?.items.length ?? -1)) {
    return { raw: read, issues: [] };
  }
  if (BASE64.test(tags)) return { raw: salvaged, issues: [] };
  const message = `Cannot read the feed "${name}" as it should be: it is damaged, ${salvaged.items.length} items were saved`;
  return { raw: salvaged, issues: [warning('feed.damaged', message)] };
}

/** Old Atom may pack texts this way; the library hands them over as they are. */
const BASE64 = /\smode\s*=\s*["']base64["']|\stype\s*=\s*["']application\/octet-stream["']/i;

/** The library recurses: a feed that opens tags without closing them must not reach it. */
const MAX_OPEN_TAGS = 200;

function isShallow(tags: string): boolean {
  let open = 0;
  for (const [, closing, selfClosing] of tags.matchAll(/<(\/)?[a-z][^<>]*?(\/)?>/gi)) {
    if (selfClosing) continue;
    open += closing ? -1 : 1;
    if (open > MAX_OPEN_TAGS) return false;
  }
  return true;
}

function describe(text: string): string {
  if (text === '') return 'empty';
  if (/^<(?:!doctype html|html|head|body)/i.test(text)) return 'a page of HTML';
  return 'neither RSS, Atom, RDF nor JSON Feed';
}

function finishFeed(raw: RawFeed, url: string | undefined): FeedDocument {
  const site = raw.links.find(({ rel }) => rel === undefined || rel === 'alternate');
  const hub = raw.links.find(({ rel }) => rel === 'hub');
  const self = raw.links.find(({ rel }) => rel === 'self');
  return {
    ...given('title', textOf(raw.title)),
    ...given('siteUrl', site && absolute(site.href, url)),
    ...given('language', raw.language?.trim().replaceAll('_', '-') || undefined),
    ...given('hubUrl', hub && absolute(hub.href, url)),
    ...given('selfUrl', self && absolute(self.href, url)),
    items: raw.items.map((item) => finishItem(item, url)),
  };
}

function finishItem(raw: RawItem, feedUrl: string | undefined): FeedItem {
  const base = joined(raw.base, feedUrl);
  return {
    ...given('url', addressOf(raw, base)),
    ...given('guid', raw.guid?.trim() || undefined),
    ...given('title', textOf(raw.title)),
    ...given('summary', textOf(raw.summary)),
    ...given('contentHtml', markupOf(raw.content)),
    ...given('published', raw.published === undefined ? undefined : parseFeedDate(raw.published)),
    ...given('updated', raw.updated === undefined ? undefined : parseFeedDate(raw.updated)),
    authors: letters(raw.authors),
    categories: letters(raw.categories),
    links: raw.links.flatMap((link) => finishLink(link, base)),
  };
}

/** A field of a record, or no field: absent is not the same as present and undefined. */
function given<Name extends string, Value>(name: Name, value: Value | undefined): { [N in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [N in Name]?: Value });
}

/** The item's own page: its first plain link, else a guid that is an address and does not deny it. */
function addressOf(raw: RawItem, base: string | undefined): string | undefined {
  const links = raw.links.filter(({ rel }) => rel === undefined || rel === 'alternate');
  const page = links.find(({ type }) => type === undefined || /html/.test(type)) ?? links[0];
  const url = page && absolute(page.href, base);
  if (url !== undefined) return url;
  if (raw.guid === undefined || raw.guidIsUrl === false || !/^\s*https?:/i.test(raw.guid)) return undefined;
  return absolute(raw.guid, base);
}

function finishLink({ href, rel, type }: RawLink, base: string | undefined): FeedLink[] {
  const url = absolute(href, base);
  return url === undefined ? [] : [{ url, rel: rel ?? 'alternate', ...given('type', type) }];
}

function markupOf(raw: RawText | undefined): string | undefined {
  const value = raw?.value.trim();
  if (!value) return undefined;
  return raw?.type === 'text' ? value.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : value;
}

function letters(values: readonly string[]): string[] {
  return [...new Set(values.flatMap((value) => textOf({ value }) ?? []))];
}

/** An address that can be asked for; scripts, mail and data addresses are none. */
function absolute(href: string, base: string | undefined): string | undefined {
  const address = href.trim().replace(/\s*\n\s*/g, '');
  if (address === '' || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

function joined(base: string | undefined, outer: string | undefined): string | undefined {
  if (base === undefined) return outer;
  return URL.canParse(base, outer) ? new URL(base, outer).href : outer;
}
