import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectAll } from 'css-select';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { type OneHost, oneHostPress } from '../one_host_press.js';

const HEADLINE = 'آب & «نان» <ارزان> ]]>';
const DAY = 24 * 60;

function hostWith(feed: object, articles: readonly object[] = [article(1), article(2)]): OneHost {
  return oneHostPress({
    cms: 'nastooh',
    site: { feeds: [{ path: '/f', ...feed }], sitemap: 'index' },
    articles,
  });
}

function article(number: number): object {
  return {
    id: `alef-${number}`,
    published: number * 60,
    headline: number === 1 ? HEADLINE : `خبر ${number}`,
    lede: `لید ${number} & همین`,
    body: ['بند <یک> ]]>', 'بند دو'],
    category: [number % 2 === 0 ? 'ورزش' : 'جهان'],
    authors: ['سیما پرتو'],
    newsCode: String(4000 + number),
  };
}

/** Text of the elements of a name, whatever their namespace prefix. */
function texts(xml: string, name: string): readonly string[] {
  const tree = parseDocument(xml, { xmlMode: true });
  return selectAll((element) => 'name' in element && element.name === name, tree).map((found) =>
    textContent(found).trim(),
  );
}

const XML_FORMATS = [
  { format: 'rss', item: 'item', date: 'pubDate', first: 'Fri, 05 Dec 2025 21:30:00 GMT' },
  { format: 'rdf', item: 'item', date: 'dc:date', first: '2025-12-05T21:30:00.000Z' },
  { format: 'atom', item: 'entry', date: 'published', first: '2025-12-05T21:30:00.000Z' },
] as const;

for (const { format, item, date, first } of XML_FORMATS) {
  test(`${format}: headlines keep every letter, dates are those of publication, the latest comes first`, () => {
    const { text } = hostWith({ format }).page('/f', DAY);
    assert.equal(texts(text, item).length, 2);
    assert.deepEqual(texts(text, 'title').slice(-2), ['خبر 2', HEADLINE]);
    assert.equal(texts(text, date).at(-1), first);
    assert.ok(text.includes('نمونه'));
  });
}

test('rss: content:encoded holds the body in feeds that carry it, and only there', () => {
  const [, whole = ''] = texts(
    hostWith({ format: 'rss', content: 'full' }).page('/f', DAY).text,
    'content:encoded',
  );
  const paragraphs = selectAll('p', parseDocument(whole)).map((paragraph) => textContent(paragraph));
  assert.deepEqual(paragraphs, ['لید 1 & همین', 'بند <یک> ]]>', 'بند دو']);
  assert.ok(!hostWith({ format: 'rss' }).page('/f', DAY).text.includes('<content:encoded>'));
});

test('rdf: the channel lists the addresses of its items', () => {
  const { text } = hostWith({ format: 'rdf' }).page('/f', DAY);
  const listed = [...text.matchAll(/<rdf:li rdf:resource="([^"]+)"/g)].map((found) => found[1]);
  assert.deepEqual(listed, texts(text, 'link').slice(1));
});

test('json: items carry address, text and dates', () => {
  const feed = JSON.parse(hostWith({ format: 'json' }).page('/f', DAY).text) as {
    readonly version: string;
    readonly items: readonly Record<string, unknown>[];
  };
  assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
  const last = feed.items.at(-1) ?? assert.fail();
  assert.equal(last.title, HEADLINE);
  assert.equal(last.date_published, '2025-12-05T21:30:00.000Z');
  assert.equal(last.content_text, 'لید 1 & همین');
});

test('a feed of a section lists that section, a short one the latest', () => {
  const many = Array.from({ length: 9 }, (_, index) => article(index + 1));
  const section = hostWith({ format: 'rss', section: 'ورزش' }, many).page('/f', DAY).text;
  assert.deepEqual(texts(section, 'title').slice(1), ['خبر 8', 'خبر 6', 'خبر 4', 'خبر 2']);
  const short = hostWith({ format: 'rss', limit: 2 }, many).page('/f', DAY).text;
  assert.deepEqual(texts(short, 'title').slice(1), ['خبر 9', 'خبر 8']);
});

test('sitemaps: the index leads to every article, the news map to those of two days', () => {
  const articles = Array.from({ length: 50 }, (_, index) => ({
    ...article(index + 1),
    published: index * 120,
  }));
  const { page, site } = hostWith({ format: 'rss' }, articles);
  const locations = (path: string): readonly string[] => texts(page(path, 50 * 120).text, 'loc');
  const [news = '', ...archives] = locations(site.plan.sitemapIndex);
  const all = [...site.addresses.values()].map(({ path }) => site.root + path);
  assert.deepEqual(
    archives.flatMap((archive) => locations(new URL(archive).pathname)),
    all,
  );
  assert.equal(archives.length, 3);
  assert.deepEqual(locations(new URL(news).pathname), all.slice(-23).reverse());
  assert.equal(page(site.plan.archiveSitemap(4), 50 * 120).status, 404);
});
