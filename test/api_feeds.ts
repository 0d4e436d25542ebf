/** Every list of the site stands as three feeds; a page that is new must say whether it is a list. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFeed, parseOpml } from 'feedsmith';
import { FEED_TYPES } from '../src/serve/feeds/feed.js';
import type { ApiPress } from './api_press.js';

/** Pages of one thing, of one reader or of none: nothing there that a feed could tell. */
const NO_LISTS: ReadonlySet<string> = new Set([
  ...['/article/:id', '/article/:id/history', '/story/:id/shared/:article', '/statement/:id', '/contact/:id'],
  // A calendar leads to days, which are lists.
  ...['/archive', '/archive/:year/:month'],
  // Front pages of the past, which change no more.
  ...['', '/:year/:month', '/:year/:month/:day'].map((end) => `/outlet/:id/front${end}`),
  ...['/comment/:id', '/comment/:id/answer', '/search/suggest', '/sources', '/api'],
  ...[
    '/about',
    '/contact',
    '/rules',
    '/ads',
    '/privacy',
    '/saved',
    '/settings',
    '/offline',
    '/live',
    '/live/stream',
  ],
]);
/** What is no page. */
const NO_PAGE =
  /^\/(assets|api\/|admin|alerts|websub|livez|readyz|healthz|favicon|follows\.opml|sw\.js|manifest|robots|sitemap|openapi|metrics|:name)|\/export\.|(feed\.xml|atom\.xml|feed\.json)$/;

const FORMATS = Object.keys(FEED_TYPES);

export function testFeeds(press: ApiPress): void {
  const one = async (sql: string): Promise<string> =>
    String((await press.store.row<{ v: unknown }>(`${sql} limit 1`))?.v ?? '');

  /** An address for each route that is a list. */
  const fill = async (route: string): Promise<string> => {
    const [a, b] = await dyad();
    const values: Readonly<Record<string, string>> = {
      '/category/:slug': '/category/politics',
      '/outlet/:id': `/outlet/${await one('select outlet_id as v from article where outlet_id is not null')}`,
      '/topic/:id': `/topic/${await one('select topic_id as v from topic_item')}`,
      '/story/:id': `/story/${await one('select id as v from story order by report_count desc')}`,
      '/thread/:id': `/thread/${await one('select thread_id as v from story where thread_id > 0 group by 1 having count(*) > 1')}`,
      '/entity/:id': `/entity/${await one('select entity_id as v from statement_speaker where entity_id is not null group by 1 order by count(*) desc, 1')}`,
      '/dyad/:a/:b': `/dyad/${a}/${b}`,
      '/archive/:year/:month/:day': await newestDay(),
      '/dossier/:id': `/dossier/${await one('select id as v from dossier')}`,
    };
    const filled = values[route] ?? (route === '/' ? '' : route);
    assert.ok(!filled.includes(':'), `no value for ${route}: is it a list?`);
    return filled;
  };
  /** A day with stories, as the calendar of the newest month names it. */
  const newestDay = async (): Promise<string> => {
    const month = (await press.app.request('/archive')).headers.get('location') ?? '';
    const html = await (await press.app.request(month)).text();
    return /href="(\/archive\/\d{4}\/\d{2}\/\d{2})"/.exec(html)?.[1] ?? '/archive/:no:day';
  };
  const dyad = async (): Promise<readonly string[]> => {
    const row = await press.store.row<{ a: string; b: string }>(
      `select x.side as a, y.side as b from contact_actor x join contact_actor y
         on y.contact_id = x.contact_id and y.side > x.side limit 1`,
    );
    return [row?.a ?? '', row?.b ?? ''];
  };
  const routes = press.app.routes.filter(({ method, path }) => method === 'GET' && !NO_PAGE.test(path));
  const lists = [...new Set(routes.map(({ path }) => path))].filter((path) => !NO_LISTS.has(path));

  test('every list stands as RSS, Atom and JSON Feed with absolute addresses, dates and its own address', async () => {
    assert.ok(lists.length >= 17, lists.join(' '));
    const addresses = await Promise.all(lists.map(fill));
    for (const list of [...addresses, '/statements', '/contacts']) {
      for (const format of FORMATS) await checkFeed(list, format);
    }
  });

  async function checkFeed(list: string, name: string): Promise<void> {
    const query = list === '/search' ? `?q=${encodeURIComponent('گفت\u200cوگو')}` : '';
    const path = `${list}/${name}${query}`;
    const response = await press.app.request(path);
    assert.equal(response.status, 200, path);
    const text = await response.text();
    for (const rule of RULES[name as keyof typeof RULES]) assert.match(text, rule, path);
    const { format, feed } = parseFeed(text);
    const { self, entries } = readFeed(format, feed as never);
    assert.equal(self, `http://localhost${path}`);
    assert.ok(entries.length > 0, `${path} is empty`);
    assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length, path);
    for (const { id, url, title, date } of entries) {
      assert.match(id, /^https?:\/\//);
      assert.match(url, /^https?:\/\//);
      assert.ok(title.length > 0 && !Number.isNaN(Date.parse(date)), `${path} ${id} ${date}`);
    }
    const tag = response.headers.get('etag') ?? '';
    assert.equal((await press.app.request(path, { headers: { 'If-None-Match': tag } })).status, 304);
  }

  test('what a reader follows stands as OPML at an address, whose feeds all answer', async () => {
    const addresses = await Promise.all(lists.map(fill));
    const search = `/search?q=${encodeURIComponent('سد')}&scope=statements`;
    const wanted = [
      ...addresses.filter((path) => !/^\/(archive|search)/.test(path)),
      search,
      '/',
      '/story/999999',
    ];
    const query = wanted.map((page) => `of=${encodeURIComponent(page)}`).join('&');
    const response = await press.app.request(`/follows.opml?${query}&of=https://evil.example/&of=%00`);
    assert.equal(response.headers.get('content-type'), 'text/x-opml; charset=utf-8');
    const { body } = parseOpml(await response.text());
    const outlines = body?.outlines ?? [];
    const named = outlines.map(({ htmlUrl }) => htmlUrl?.replace('http://localhost', ''));
    assert.deepEqual(
      named.toSorted(),
      [...new Set(wanted.filter((page) => page !== '/story/999999' && page !== ''))].toSorted(),
    );
    for (const { xmlUrl = '', text } of outlines) {
      assert.ok(text !== undefined && text !== '');
      const feed = await press.app.request(xmlUrl.replace('http://localhost', ''));
      assert.equal(feed.status, 200, xmlUrl);
    }
  });

  test('every page tells programs what it is, in OpenGraph and schema.org', async () => {
    const addresses = await Promise.all(lists.map(fill));
    const article = await one('select article_id as v from article_version where number > 1');
    const singles = [
      `/article/${article}`,
      `/article/${article}/history`,
      `/statement/${await one('select id as v from statement where twin_of is null')}`,
      `/contact/${await one('select id as v from contact')}`,
      ...['/sources', '/api', '/about', '/rules', '/privacy'],
    ];
    for (const path of [...addresses.filter((each) => each !== '/search'), ...singles]) {
      const html = await (await press.app.request(path === '' ? '/' : path)).text();
      for (const name of ['og:title', 'og:description', 'og:type', 'og:site_name', 'og:locale'])
        assert.match(html, new RegExp(`<meta property="${name}" content="[^"]+"`), `${path} ${name}`);
      const url = /<meta property="og:url" content="([^"]+)"/.exec(html)?.[1] ?? '';
      assert.equal(decodeURI(url), `http://localhost${decodeURI(path === '' ? '/' : path)}`);
      const things = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
        ([, text = '']) => JSON.parse(text) as Readonly<Record<string, unknown>>,
      );
      assert.ok(things.length > 0, `${path} has no JSON-LD`);
      for (const thing of things) {
        assert.equal(thing['@context'], 'https://schema.org');
        assert.match(String(thing['@type']), SCHEMA_TYPES, path);
        assert.ok(!JSON.stringify(thing).includes('"undefined'), path);
      }
    }
  });

  test('pages of lists name their feeds', async () => {
    for (const list of lists.filter((each) => each !== '/search')) {
      const path = await fill(list);
      const html = await (await press.app.request(path === '' ? '/' : path)).text();
      for (const format of FORMATS) assert.ok(html.includes(`href="${path}/${format}"`), `${path} ${format}`);
    }
  });
}

/** What RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1 demand of every feed and entry, on the letters themselves. */
const EVERY = {
  rss: /^(?:(?!<item>)[\s\S])*<title>[^<]+<\/title>\n?<link>http[^<]+<\/link>\n?<description>[^<]+<\/description>/,
  /** RFC 822 with a year of four digits. */
  rssItems:
    /^(?:(?!<item>)[\s\S])*(?:<item><title>[^<]+<\/title><link>[^<]+<\/link><guid isPermaLink="true">[^<]+<\/guid><pubDate>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT<\/pubDate>(?:(?!<item>)[\s\S])*?<\/item>\n?)+<\/channel><\/rss>\n$/,
  atom: /^(?:(?!<entry>)[\s\S])*<id>http[^<]+<\/id><title>[^<]+<\/title><updated>[^<]+Z<\/updated>/,
  /** RFC 3339; an author for each entry, as the feed has none. */
  atomEntries:
    /^(?:(?!<entry>)[\s\S])*(?:<entry><id>[^<]+<\/id><title>[^<]+<\/title><link href="[^"]+"\/><published>[\d:T.-]+Z<\/published><updated>[\d:T.-]+Z<\/updated>(?:(?!<entry>)[\s\S])*?<author><name>[^<]+<\/name><\/author>(?:(?!<entry>)[\s\S])*?<\/entry>\n?)+<\/feed>\n$/,
};
const RULES = {
  'feed.xml': [/^<\?xml version="1.0" encoding="utf-8"\?>\n<rss version="2.0"/, EVERY.rss, EVERY.rssItems],
  'atom.xml': [/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns=/, EVERY.atom, EVERY.atomEntries],
  'feed.json': [/^\{"version":"https:\/\/jsonfeed.org\/version\/1.1","title":"[^"]+"/],
};

const SCHEMA_TYPES = /^(NewsArticle|BreadcrumbList|ItemList|WebPage|CollectionPage|ProfilePage|Quotation)$/;

interface ReadFeed {
  readonly self: string | undefined;
  readonly entries: readonly { id: string; url: string; title: string; date: string }[];
}

/** What the three formats have in common. */
function readFeed(format: string, feed: Record<string, never>): ReadFeed {
  const links = ((format === 'rss'
    ? (feed.atom as unknown as { links?: unknown } | undefined)?.links
    : feed.links) ?? []) as {
    rel?: string;
    href: string;
  }[];
  const self = format === 'json' ? String(feed.feed_url) : links.find(({ rel }) => rel === 'self')?.href;
  const items = (feed.items ?? feed.entries ?? []) as Record<string, never>[];
  return {
    self,
    entries: items.map((item) => ({
      id: String(format === 'rss' ? (item.guid as unknown as { value: string }).value : item.id),
      url: String(
        item.url ?? item.link ?? (item.links as unknown as { href: string }[] | undefined)?.[0]?.href,
      ),
      title: String(item.title ?? ''),
      date: String(item.pubDate ?? item.published ?? item.date_published),
    })),
  };
}
