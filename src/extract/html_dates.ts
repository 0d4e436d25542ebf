import type { Element } from 'domhandler';
import type { DateBasis, PageDate } from '../model/extracted_page.js';
import { findDates, parseInstant } from '../persian/dates.js';
import type { Block } from './block.js';
import type { PageProfile } from './cms_profile.js';
import { inWebTime, readDateLine, toPageDate } from './date_lines.js';
import type { Draft } from './draft.js';
import { blockOf } from './html_title.js';
import { metaOf, type PageMeta } from './page_meta.js';
import { selectFirstOf } from './select.js';
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
export function readHtmlDates(
  draft: Draft,
  page: {
    meta: PageMeta;
    url?: string;
    profiles: readonly PageProfile[];
    head: readonly Block[];
  },
): void {
  const { meta } = page;
  const published = firstDate([
    ...meta.articles.slice(0, 3).map((article) => [article.published, 'json_ld'] as const),
    ...metaValues(meta, PUBLISHED_METAS).map((value) => [value, 'meta'] as const),
    ...itemValues(meta, ['datePublished', 'dateCreated', 'dateIssued', 'uploadDate']).map(
      (value) => [value, 'meta'] as const,
    ),
  ]);
  const modified = firstDate([
    ...meta.articles.slice(0, 3).map((article) => [article.modified, 'json_ld'] as const),
    ...metaValues(meta, MODIFIED_METAS).map((value) => [value, 'meta'] as const),
    ...itemValues(meta, ['dateModified']).map((value) => [value, 'meta'] as const),
  ]);
  const printed = readPrintedDates(draft, page);
  const date = published ?? printed.published ?? dateOfUrl(page.url);
  if (date) draft.published = preferMinute(date, printed.published);
  const changed = modified ?? printed.modified;
  if (changed) draft.modified = changed;
}

/** `/2020/02/18/` in the address: the last resort, because it may be the day of a move. */
function dateOfUrl(url: string | undefined): PageDate | undefined {
  const match = /\/(20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-])/.exec(url ?? '');
  const iso = match ? findWesternDate(match[0].replaceAll('/', '-').slice(1))?.iso : undefined;
  return match && iso ? { iso, surface: match[0], precision: 'day', basis: 'url' } : undefined;
}

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

/** Reads a machine's date; Unix seconds and compact forms included. Years before the web are none. */
export function readInstant(value: string): Pick<PageDate, 'iso' | 'precision'> | undefined {
  const trimmed = value.trim();
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/.exec(trimmed);
  const text = compact
    ? `${compact[1]}-${compact[2]}-${compact[3]}${compact[4] ? `T${compact[4]}:${compact[5]}` : ''}`
    : trimmed;
  const exact = parseInstant(text);
  const date = exact && exact.iso.length >= 10 ? exact : parseFirst(text);
  if (!date) return undefined;
  return inWebTime(date.iso) ? date : undefined;
}

function parseFirst(text: string): Pick<PageDate, 'iso' | 'precision'> | undefined {
  const iso = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?/.exec(
    text,
  )?.[0];
  if (iso) return parseInstant(iso.replace(/\.\d+/, ''));
  if (text.length > 120) return undefined;
  const mention = findDates(text).find(
    (date) => date.kind === 'absolute' && date.iso !== undefined && /^\d{4}-\d{2}-\d{2}/.test(date.iso),
  );
  if (mention?.iso) return { iso: mention.iso, precision: mention.precision };
  const western = findWesternDate(text);
  return western ? { iso: western.iso, precision: 'day' } : undefined;
}

function metaValues(meta: PageMeta, names: readonly string[]): string[] {
  return names.map((name) => metaOf(meta, [name])).filter((value): value is string => value !== undefined);
}

function itemValues(meta: PageMeta, props: readonly string[]): string[] {
  const elements = props.flatMap((prop) => meta.itemprops.get(prop) ?? []);
  return elements.map((element) => element.attribs.content ?? element.attribs.datetime ?? '').filter(Boolean);
}

function readPrintedDates(
  draft: Draft,
  page: { meta: PageMeta; profiles: readonly PageProfile[]; head: readonly Block[] },
): { published?: PageDate; modified?: PageDate } {
  const found: { published?: PageDate; modified?: PageDate } = {};
  for (const block of [...profileBlocks(draft, page), ...page.head]) {
    const line = readDateLine(block);
    if (!line) continue;
    const surface = draft.page.text.slice(line.span.start, line.span.end);
    const basis = line.label === 'none' ? 'header_line' : 'labelled_line';
    const date = toPageDate(draft, { mention: line.mention, surface, basis });
    if (!date) continue;
    if (line.label === 'modified') found.modified ??= date;
    else if (!found.published || (found.published.basis === 'header_line' && basis === 'labelled_line'))
      found.published = date;
  }
  return found.published ? found : { ...found, ...timeElement(page) };
}

function profileBlocks(draft: Draft, page: { meta: PageMeta; profiles: readonly PageProfile[] }): Block[] {
  return page.profiles.flatMap(({ select }) =>
    selectFirstOf(select.date, page.meta.index)
      .slice(0, 3)
      .flatMap((element) => blockOf(draft, element) ?? []),
  );
}

/** The first `time` element of the page with a machine's date: near the top it is the article's. */
function timeElement({ meta }: { meta: PageMeta }): { published?: PageDate } {
  for (const element of meta.elements) {
    if (element.name !== 'time') continue;
    const value = element.attribs.datetime ?? textOfTime(element);
    const date = value ? readInstant(value) : undefined;
    if (date && value) return { published: { ...date, surface: value, basis: 'header_line' } };
  }
  return {};
}

function textOfTime(element: Element): string {
  const child = element.children[0];
  return child?.type === 'text' ? child.data.trim() : '';
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
