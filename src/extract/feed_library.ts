import { parseFeed as readFeed } from 'feedsmith';
import type { RawFeed, RawItem, RawLink, RawText } from './feed_document.js';

// The one place that knows the feed library. It reads well-formed feeds of every format; what it refuses goes
// to our own reader (feed_salvage).

type Read = ReturnType<typeof readFeed<string>>;
type FeedOf<Format extends Read['format']> = Extract<Read, { format: Format }>['feed'];
type RssItem = NonNullable<FeedOf<'rss'>['items']>[number];
type RdfItem = NonNullable<FeedOf<'rdf'>['items']>[number];
type AtomEntry = NonNullable<FeedOf<'atom'>['entries']>[number];

/** Reads a feed's letters; undefined when the library finds no feed in them. */
export function readByLibrary(text: string, maxItems: number): RawFeed | undefined {
  let read: Read;
  try {
    read = readFeed<string>(text, { parseDateFn: (raw) => raw, maxItems });
  } catch {
    return undefined;
  }
  switch (read.format) {
    case 'rss':
      return fromRss(read.feed);
    case 'rdf':
      return fromRdf(read.feed);
    case 'atom':
      return fromAtom(read.feed);
    case 'json':
      return fromJson(read.feed);
  }
}

function fromRss(feed: FeedOf<'rss'>): RawFeed {
  return {
    title: plain(feed.title ?? feed.dc?.titles?.[0]),
    language: feed.language ?? feed.dc?.languages?.[0],
    links: [...linkTo(feed.link), ...(feed.atom?.links ?? []).map(toLink)],
    items: (feed.items ?? []).map(fromRssItem),
  };
}

function fromRssItem(item: RssItem): RawItem {
  const { dc, atom } = item;
  const enclosures = (item.enclosures ?? []).map(({ url, type }) => enclosure(url, type));
  const authors = (item.authors ?? []).map((author) => author.name ?? author.email ?? '');
  return {
    guid: item.guid?.value ?? text(atom?.id),
    guidIsUrl: item.guid?.isPermaLink,
    links: [...linkTo(item.link), ...(atom?.links ?? []).map(toLink), ...enclosures],
    title: plain(item.title ?? dc?.titles?.[0]),
    summary: plain(item.description ?? dc?.descriptions?.[0]),
    content: html(item.content?.encoded),
    published: item.pubDate ?? moduleDate(item) ?? atom?.published,
    updated: item.dcterms?.modified?.[0] ?? text(atom?.updated),
    authors: [...authors, ...(dc?.creators ?? [])],
    categories: [...(item.categories ?? []).map(({ name }) => text(name) ?? ''), ...(dc?.subjects ?? [])],
  };
}

function fromRdf(feed: FeedOf<'rdf'>): RawFeed {
  return {
    title: plain(text(feed.title)),
    language: feed.dc?.languages?.[0],
    links: linkTo(text(feed.link)),
    items: (feed.items ?? []).map(fromRdfItem),
  };
}

function fromRdfItem(item: RdfItem): RawItem {
  const { dc } = item;
  return {
    guid: text(item.rdf?.about),
    links: linkTo(text(item.link)),
    title: plain(text(item.title) ?? dc?.titles?.[0]),
    summary: plain(item.description ?? dc?.descriptions?.[0]),
    content: html(item.content?.encoded),
    published: moduleDate(item),
    updated: item.dcterms?.modified?.[0],
    authors: dc?.creators ?? [],
    categories: dc?.subjects ?? [],
  };
}

function moduleDate({ dc, dcterms }: Pick<RssItem, 'dc' | 'dcterms'>): string | undefined {
  return dc?.dates?.[0] ?? dcterms?.issued?.[0] ?? dcterms?.created?.[0];
}

function fromAtom(feed: FeedOf<'atom'>): RawFeed {
  return {
    title: typed(feed.title),
    language: feed.xml?.lang,
    links: (feed.links ?? []).map(toLink),
    items: (feed.entries ?? []).map((entry) => fromAtomEntry(entry, feed.xml?.base)),
  };
}

function fromAtomEntry(entry: AtomEntry, feedBase: string | undefined): RawItem {
  return {
    guid: text(entry.id),
    links: (entry.links ?? []).map(toLink),
    title: typed(entry.title),
    summary: typed(entry.summary),
    content: typed(entry.content),
    published: entry.published ?? entry.dc?.dates?.[0],
    updated: text(entry.updated),
    authors: [...(entry.authors ?? []).map(({ name }) => text(name) ?? ''), ...(entry.dc?.creators ?? [])],
    categories: (entry.categories ?? []).map(({ term, label }) => label ?? text(term) ?? ''),
    base: joinBase(entry.xml?.base, feedBase),
  };
}

function fromJson(feed: FeedOf<'json'>): RawFeed {
  const hubs = (feed.hubs ?? []).flatMap(({ url }) => linkTo(text(url), 'hub'));
  const items = feed.items as readonly JsonItem[] | undefined;
  return {
    title: known(text(feed.title)),
    language: feed.language,
    links: [...linkTo(feed.home_page_url), ...hubs],
    items: (items ?? []).map(fromJsonItem),
  };
}

/** What we read of an item of JSON Feed, as the format names it. */
interface JsonItem {
  readonly id?: unknown;
  readonly url?: string;
  readonly external_url?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly content_text?: string;
  readonly content_html?: string;
  readonly date_published?: string;
  readonly date_modified?: string;
  readonly tags?: readonly string[];
  readonly authors?: readonly { readonly name?: string }[];
  readonly attachments?: readonly { readonly url?: unknown; readonly mime_type?: unknown }[];
}

function fromJsonItem(item: JsonItem): RawItem {
  const attachments = (item.attachments ?? []).map(({ url, mime_type: type }) => enclosure(url, type));
  return {
    guid: text(item.id),
    guidIsUrl: false,
    links: [...linkTo(item.url), ...linkTo(item.external_url, 'related'), ...attachments],
    title: known(item.title),
    summary: known(item.summary ?? item.content_text),
    content: html(item.content_html),
    published: item.date_published,
    updated: item.date_modified,
    authors: (item.authors ?? []).map(({ name }) => name ?? ''),
    categories: item.tags ?? [],
  };
}

/** A text of Atom. 1.0 says `html`, 0.3 `text/html`; one without a type is plain by the book, but feeds differ. */
function typed(value: unknown): RawText | undefined {
  const { value: letters, type } = (value ?? {}) as { readonly value?: string; readonly type?: string };
  if (letters === undefined) return undefined;
  if (type === undefined) return { value: letters };
  return { value: letters, type: /html/i.test(type) ? 'html' : 'text' };
}

function plain(value: string | undefined): RawText | undefined {
  return value === undefined ? undefined : { value };
}

function known(value: string | undefined): RawText | undefined {
  return value === undefined ? undefined : { value, type: 'text' };
}

function html(value: string | undefined): RawText | undefined {
  return value === undefined ? undefined : { value, type: 'html' };
}

/** The library's types allow a marker object in the place of a required text; it never sends one. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function linkTo(href: string | undefined, rel?: string): RawLink[] {
  return href === undefined ? [] : [{ href, rel }];
}

function enclosure(url: unknown, type: unknown): RawLink {
  return { href: text(url) ?? '', rel: 'enclosure', type: text(type) };
}

function toLink({ href, rel, type }: { href?: unknown; rel?: string; type?: string }): RawLink {
  return { href: text(href) ?? '', rel, type };
}

/** Joins an `xml:base` with the one that holds outside. */
export function joinBase(base: string | undefined, outer: string | undefined): string | undefined {
  if (base === undefined || outer === undefined || !URL.canParse(base, outer)) return base ?? outer;
  return new URL(base, outer).href;
}
