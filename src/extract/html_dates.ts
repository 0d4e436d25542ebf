import type { DateBasis, PageDate } from '../model/extracted_page.js';
import type { Block } from './block.js';
import type { Draft } from './draft.js';
import type { StructuredArticle } from './json_ld.js';
import { readInstant } from './machine_dates.js';
import { metaOf, type PageMeta } from './page_meta.js';
import { type DatePlaces, readPrintedDates } from './printed_dates.js';
import { findWesternDate } from './western_dates.js';

const PUBLISHED_METAS = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'date_published',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'pubdate',
  'article:published',
  'published_time',
  'published-date',
  'sailthru.date',
  'parsely-pub-date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.created',
  'dc.date',
  'dcterms.date',
  'dc.issued',
  'date',
  'nastooh:publishdate',
  'article.published',
  'article:post_date',
  'rnews:datepublished',
  'displaydate',
  'originalpublicationdate',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'bt:pubdate',
  'shareaholic:article_published_time',
  'last-published',
  'creation_date',
  'article_date_original',
  'datecreated',
  'article:created',
  'mdc-published',
  'iso-8601-publish-date',
  'release_date',
  'citation_publication_date',
  'citation_date',
  'og:pubdate',
  'wp_published',
];
const MODIFIED_METAS = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'lastmod',
  'last-modified',
  'revised',
  'article:modified',
  'modified_time',
];

/** Blocks around headline and first paragraph in which a date line of the head may stand. */
const HEAD_REACH = 12;

/**
 * When the page says that it was published and changed, in the order in which its statements are believed:
 * JSON-LD, meta and microdata, a labelled line, the line in the head. Never the time of the fetch.
 */
export function readHtmlDates(draft: Draft, page: DatePlaces & { readonly url?: string }): void {
  const { meta } = page;
  const [articles, others] = splitArticles(meta.articles);
  const published = firstDate([
    ...articles.map((article) => [article.published, 'json_ld'] as const),
    ...metaValues(meta, PUBLISHED_METAS).map((value) => [value, 'meta'] as const),
    ...itemValues(meta, ['datePublished', 'dateCreated', 'dateIssued', 'uploadDate']).map(
      (value) => [value, 'meta'] as const,
    ),
    ...others.map((article) => [article.published, 'json_ld'] as const),
  ]);
  const modified = firstDate([
    ...meta.articles.slice(0, 3).map((article) => [article.modified, 'json_ld'] as const),
    ...metaValues(meta, MODIFIED_METAS).map((value) => [value, 'meta'] as const),
    ...itemValues(meta, ['dateModified']).map((value) => [value, 'meta'] as const),
  ]);
  const printed = readPrintedDates(draft, page);
  const date = published ?? preferAddress(printed.published, dateOfUrl(page.url));
  if (date) draft.published = preferMinute(date, printed.published);
  const changed = modified ?? printed.modified;
  if (changed) draft.modified = changed;
}

/** A film or picture on the page has a date of its own: it counts where nothing speaks of the article. */
function splitArticles(
  all: readonly StructuredArticle[],
): [readonly StructuredArticle[], readonly StructuredArticle[]] {
  const first = all.slice(0, 3);
  const isPart = ({ type }: StructuredArticle) => /^(?:videoobject|imagegallery)$/i.test(type);
  return [first.filter((article) => !isPart(article)), first.filter(isPart)];
}

/** `/2020/02/18/` in the address: the last resort, because it may be the day of a move. */
function dateOfUrl(url: string | undefined): PageDate | undefined {
  const match = /\/(20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-])/.exec(url ?? '');
  const iso = match ? findWesternDate(match[0].replaceAll('/', '-').slice(1))?.iso : undefined;
  return match && iso ? { iso, surface: match[0], precision: 'day', basis: 'url' } : undefined;
}

/** A line of the head that names another day than the address is of something else on the page. */
function preferAddress(printed: PageDate | undefined, address: PageDate | undefined): PageDate | undefined {
  if (!printed || !address || printed.basis === 'labelled_line') return printed ?? address;
  const apartMs = Math.abs(Date.parse(printed.iso.slice(0, 10)) - Date.parse(address.iso));
  return apartMs > ADDRESS_DAYS * 86_400_000 ? address : printed;
}

/** Days by which zones and late posting part a printed day from that of the address. */
const ADDRESS_DAYS = 7;

/** A day from the head and a minute of the same day from the page's own line: the line says more. */
function preferMinute(date: PageDate, printed: PageDate | undefined): PageDate {
  if (date.precision !== 'day' || printed?.precision !== 'minute') return date;
  return printed.iso.slice(0, 10) === date.iso.slice(0, 10) ? printed : date;
}

function firstDate(
  values: readonly (readonly [value: string | undefined, basis: DateBasis])[],
): PageDate | undefined {
  for (const [value, basis] of values) {
    const date = value === undefined ? undefined : readInstant(value);
    if (date) return { ...date, surface: value ?? '', basis };
  }
  return undefined;
}

function metaValues(meta: PageMeta, names: readonly string[]): string[] {
  return names.map((name) => metaOf(meta, [name])).filter((value): value is string => value !== undefined);
}

function itemValues(meta: PageMeta, props: readonly string[]): string[] {
  const elements = props.flatMap((prop) => meta.itemprops.get(prop) ?? []);
  return elements.map((element) => element.attribs.content ?? element.attribs.datetime ?? '').filter(Boolean);
}

/** Blocks near the headline and the first paragraph. */
export function headBlocks(draft: Draft, title: Block | undefined, first: Block | undefined): Block[] {
  const anchors = [title, first].filter(
    (block): block is Block => block !== undefined && block.tag !== 'title',
  );
  return draft.page.blocks.filter((block) =>
    anchors.some((anchor) => Math.abs(block.index - anchor.index) <= HEAD_REACH),
  );
}
