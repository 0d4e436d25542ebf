/** Lists as feeds: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1. */

export interface Feed {
  readonly title: string;
  /** Page of the same list, absolute. */
  readonly pageUrl: string;
  /** This feed, absolute. */
  readonly feedUrl: string;
  /** The WebSub hub that pushes it. */
  readonly hubUrl?: string | undefined;
  /** ISO instant of the newest line, or of now when there is none. */
  readonly updatedAt: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** Permanent, absolute. */
  readonly url: string;
  readonly title: string;
  readonly summary: string | undefined;
  readonly outlet: string | undefined;
  readonly category: string | undefined;
  /** ISO instant. */
  readonly publishedAt: string;
}

export type FeedFormat = 'feed.xml' | 'atom.xml' | 'feed.json';

export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  'feed.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
};

export function formatFeed(feed: Feed, format: FeedFormat): string {
  if (format === 'feed.json') return formatJson(feed);
  return format === 'feed.xml' ? formatRss(feed) : formatAtom(feed);
}

function formatRss(feed: Feed): string {
  const entries = feed.entries.map(
    (entry) =>
      `<item>${tag('title', entry.title)}${tag('link', entry.url)}<guid isPermaLink="true">${escapeXml(entry.url)}</guid>${tag(
        'pubDate',
        new Date(entry.publishedAt).toUTCString(),
      )}${tag('description', entry.summary)}${tag('category', entry.category)}${tag('dc:creator', entry.outlet)}</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
${tag('title', feed.title)}${tag('link', feed.pageUrl)}${tag('description', feed.title)}<language>fa</language>
<atom:link rel="self" type="application/rss+xml" href="${escapeXml(feed.feedUrl)}"/>${hubLink(feed, 'atom:link')}
${tag('lastBuildDate', new Date(feed.updatedAt).toUTCString())}
${entries.join('\n')}
</channel></rss>
`;
}

function formatAtom(feed: Feed): string {
  const entries = feed.entries.map(
    (entry) =>
      `<entry>${tag('id', entry.url)}${tag('title', entry.title)}<link href="${escapeXml(entry.url)}"/>${tag(
        'published',
        entry.publishedAt,
      )}${tag('updated', entry.publishedAt)}${tag('summary', entry.summary)}<author>${tag(
        'name',
        entry.outlet ?? 'سند',
      )}</author>${entry.category === undefined ? '' : `<category term="${escapeXml(entry.category)}"/>`}</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa">
${tag('id', feed.feedUrl)}${tag('title', feed.title)}${tag('updated', feed.updatedAt)}
<link rel="self" type="application/atom+xml" href="${escapeXml(feed.feedUrl)}"/><link href="${escapeXml(feed.pageUrl)}"/>${hubLink(feed, 'link')}
${entries.join('\n')}
</feed>
`;
}

function formatJson(feed: Feed): string {
  const body = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.feedUrl,
    ...(feed.hubUrl === undefined ? {} : { hubs: [{ type: 'WebSub', url: feed.hubUrl }] }),
    language: 'fa',
    items: feed.entries.map((entry) => ({
      id: entry.url,
      url: entry.url,
      title: entry.title,
      content_text: entry.summary ?? entry.title,
      date_published: entry.publishedAt,
      ...(entry.outlet === undefined ? {} : { authors: [{ name: entry.outlet }] }),
      ...(entry.category === undefined ? {} : { tags: [entry.category] }),
    })),
  };
  return `${JSON.stringify(body)}\n`;
}

function hubLink({ hubUrl }: Feed, name: string): string {
  return hubUrl === undefined ? '' : `<${name} rel="hub" href="${escapeXml(hubUrl)}"/>`;
}

function tag(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escapeXml(text)}</${name}>`;
}

/** Escapes markup and drops the letters that XML 1.0 forbids even when escaped. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
