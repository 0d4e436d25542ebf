import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { SourceKind } from '../model/outlet.js';
import { parseRegistry } from '../sources/registry.js';
import { type Listing, readListing } from './list_items.js';

const HOST = 'https://nuran.example';
const AT = '2026-02-03T10:00:00.000Z';
const PUBLISHED = '2026-02-03T08:00:00.000Z';
const TITLE = 'گفت‌وگوی وزیران دو کشور دربارهٔ گذرگاه';

function read(kind: SourceKind, body: string | Uint8Array, contentType?: string): Listing {
  const outlets = [{ id: 'nuran', name: 'نوران', domains: ['nuran.example'] }];
  const { value: registry } = parseRegistry([{ name: 'test', json: { outlets } }]);
  assert.ok(registry);
  const answer = { kind: 'fetched', url: `${HOST}/list`, body: Buffer.from(body), validators: {} } as const;
  const typed = contentType === undefined ? answer : { ...answer, contentType };
  return readListing(typed, { kind, outletId: 'nuran', registry, nowMs: Date.parse(AT), at: AT });
}

const item = (date: string): string =>
  `<item><title>${TITLE}</title><link>${HOST}/news/1</link>${date}</item>`;
const PUB_DATE = '<pubDate>Tue, 03 Feb 2026 08:00:00 GMT</pubDate>';
const rss = (version: string, content: string): string =>
  `<?xml version="1.0"?><rss version="${version}"><channel><title>نوران</title>${content}</channel></rss>`;
const ATOM_DATE = '2026-02-03T08:00:00Z';
const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';

const NEWS_SITEMAP = `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>${HOST}/news/1</loc><news:news>
  <news:publication_date>${ATOM_DATE}</news:publication_date><news:title>${TITLE}</news:title></news:news></url></urlset>`;

/** Every kind of input, with the one article that it lists. */
const INPUTS: readonly (readonly [name: string, kind: SourceKind, body: string | Uint8Array])[] = [
  ['RSS 0.91', 'feed', rss('0.91', item(PUB_DATE))],
  ['RSS 0.92', 'feed', rss('0.92', item(PUB_DATE))],
  [
    'RSS 0.90',
    'feed',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/" ${DC}>
      <channel><title>نوران</title></channel>${item(`<dc:date>${ATOM_DATE}</dc:date>`)}</rdf:RDF>`,
  ],
  [
    'RSS 1.0 (RDF)',
    'feed',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${DC}>
      <channel><title>نوران</title></channel>${item(`<dc:date>${ATOM_DATE}</dc:date>`)}</rdf:RDF>`,
  ],
  ['RSS 2.0', 'feed', rss('2.0', item(PUB_DATE))],
  [
    'Atom 0.3',
    'feed',
    `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>نوران</title><entry><title>${TITLE}</title>
      <link rel="alternate" type="text/html" href="/news/1"/><issued>${ATOM_DATE}</issued></entry></feed>`,
  ],
  [
    'Atom 1.0',
    'feed',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>نوران</title><entry><id>1</id><title>${TITLE}</title>
      <link href="/news/1"/><published>${ATOM_DATE}</published></entry></feed>`,
  ],
  [
    'JSON Feed',
    'feed',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'نوران',
      items: [{ id: '1', url: `${HOST}/news/1`, title: TITLE, date_published: ATOM_DATE }],
    }),
  ],
  [
    'a feed that is cut off',
    'feed',
    rss('2.0', `${item(PUB_DATE)}${item(PUB_DATE).replace('/1<', '/2<')}`).replace(/news\/2.*$/s, 'ne'),
  ],
  ['a news sitemap', 'sitemap', NEWS_SITEMAP],
  ['a packed sitemap', 'sitemap', gzipSync(NEWS_SITEMAP)],
  [
    'the preview of a channel',
    'channel',
    `<div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="nuran/1">
      <div class="tgme_widget_message_text">${TITLE}</div><a class="tgme_widget_message_date" href="${HOST}/news/1">
      <time datetime="${ATOM_DATE}">۱۱:۳۰</time></a></div></div>`,
  ],
];

for (const [name, kind, body] of INPUTS) {
  test(`readListing() lists the article of ${name}, and when it was published`, () => {
    const { items, publishedMs, fault } = read(kind, body);
    assert.equal(fault, undefined);
    assert.equal(items.length, 1);
    assert.match(items[0]?.url ?? '', /^https:\/\/(nuran\.example\/news|t\.me\/nuran)\/1$/);
    assert.equal(items[0]?.publishedAt, PUBLISHED);
    assert.deepEqual(publishedMs, [Date.parse(PUBLISHED)]);
  });
}

test('readListing() lists the sitemaps of an index as sitemaps, the newest three', () => {
  const maps = [1, 2, 3, 4].map(
    (day) => `<sitemap><loc>/${day}.xml</loc><lastmod>2026-02-0${day}</lastmod></sitemap>`,
  );
  const { items } = read('sitemap', `<sitemapindex>${maps.join('')}</sitemapindex>`);
  assert.deepEqual(
    items.map(({ url, target }) => [new URL(url).pathname, target]),
    [
      ['/4.xml', 'sitemap'],
      ['/3.xml', 'sitemap'],
      ['/2.xml', 'sitemap'],
    ],
  );
});

for (const kind of ['listing', 'front_page'] as const) {
  test(`readListing() learns what an article is on a ${kind}; only front pages tell their order`, () => {
    const page = `<html><body><nav><a href="/politics">سیاست</a></nav><a href="/news/1234">${TITLE}</a></body></html>`;
    const { items, front } = read(kind, page, 'text/html');
    assert.deepEqual(
      items.map(({ url }) => url),
      [`${HOST}/news/1234`],
    );
    assert.equal(items[0]?.publishedAt, undefined);
    assert.deepEqual(
      front?.map(({ position, title }) => [position, title]),
      kind === 'listing' ? undefined : [[1, TITLE]],
    );
  });
}

const UNREADABLE = [
  '',
  '<pubDate>به‌زودی</pubDate>',
  '<pubDate>2026-13-45T00:00:00Z</pubDate>',
  '<pubDate>0</pubDate>',
];

for (const date of UNREADABLE) {
  test(`readListing() gives an item with the date "${date}" none, and never the present`, () => {
    const { items, publishedMs } = read('feed', rss('2.0', item(date)));
    assert.equal(items.length, 1);
    assert.equal(items[0]?.publishedAt, undefined);
    assert.deepEqual(publishedMs, []);
  });
}

test('readListing() says what an answer of another kind is instead of a list', () => {
  const page = '<!doctype html><html><body><p>404</p></body></html>';
  for (const kind of ['feed', 'sitemap', 'channel'] as const) {
    const { items, fault } = read(kind, page, 'text/html');
    assert.deepEqual(items, []);
    assert.ok(fault, kind);
  }
});
