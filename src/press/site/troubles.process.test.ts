import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { type PressSite, pressSite } from '../behaviours.js';
import { type SetClock, stillPressClock } from '../clock.js';
import { type PressWorld, pressArticle, pressSetting } from '../world.js';
import { type LoopbackAnswer, type LoopbackRequest, loopbackRequest } from './loopback_request.js';
import { type Press, startPress } from './start_press.js';
import { TRAP_BYTES } from './traps.js';

/** One small host per trouble, asked over HTTP. */

const DAY = 24 * 60;

const HOSTS: Readonly<Record<string, object>> = {
  refusing: { refusesFirst: { requests: 2, retryAfterSeconds: 7 } },
  slow: { delayMs: 900 },
  shielded: { challengesEvery: 3, feeds: [{ path: '/feed/', format: 'rss' }] },
  blank: { blankFirst: { article: 'blank-1', requests: 1 } },
  lying: { validators: 'lying', feeds: [{ path: '/feed/', format: 'rss' }] },
  honest: { feeds: [{ path: '/feed/', format: 'rss' }], sitemap: 'index', robots: {} },
  cut: { feeds: [{ path: '/feed/', format: 'rss', damage: 'cut' }] },
  ampersands: { feeds: [{ path: '/feed/', format: 'rss', damage: 'bare_ampersands' }] },
  jalali: { feeds: [{ path: '/feed/', format: 'rss', dates: 'jalali' }] },
  bumped: { feeds: [{ path: '/feed/', format: 'rss', dates: 'bumped' }] },
  repeating: { feeds: [{ path: '/feed/', format: 'rss', repeats: 10 }] },
  closed: { robots: { forbids: ['/inside/'], crawlDelaySeconds: 5 }, sitemap: 'news' },
  withdrawn: { gone: [{ path: '/old/77/', headline: 'خبر برداشته' }], sitemap: 'index' },
  arabic: {
    charset: 'windows-1256',
    liesAboutCharsetIn: 'ورزش',
    feeds: [{ path: '/feed/', format: 'rss' }],
  },
  trapping: { traps: true },
  packed: { compresses: true },
};

const names = Object.keys(HOSTS);
const sites: readonly PressSite[] = names.map((outlet) => pressSite.parse({ outlet, ...HOSTS[outlet] }));

function worldOfHosts(): PressWorld {
  const houses = names.map((outlet) => ({ outlet, voice: '', path: '/news/{code}/{slug}' }));
  const published = (outlet: string, number: number, more: object) =>
    pressArticle.parse({
      id: `${outlet}-${number}`,
      outlet,
      published: number * 60,
      newsCode: String(4000 + number),
      headline: `خبر ${number} & گزارش`,
      lede: 'لید.',
      body: ['بند یک.', 'بند دو.', 'بند سه.'],
      category: [number % 2 === 0 ? 'ورزش' : 'جهان'],
      ...more,
    });
  return {
    setting: pressSetting.parse({
      about: 'نمونه',
      epoch: '2025-12-06T00:00:00+03:30',
      timezone: 'Asia/Tehran',
      days: 10,
      houses,
    }),
    outlets: names.map((id) => ({ id, name: id, aliases: [], domains: [`${id}.example`], kind: 'site' })),
    articles: names.flatMap((outlet) => [
      published(outlet, 1, { edits: [{ at: 300, replace: { 1: 'بند دوِ تازه.' }, lede: 'لید تازه.' }] }),
      published(outlet, 2, {}),
      published(outlet, 3, {}),
    ]),
    madeFrom: new Map(),
  };
}

let press: Press;
let clock: SetClock;
const waited: number[] = [];

before(async () => {
  const world = worldOfHosts();
  clock = stillPressClock(world.setting, DAY);
  const wait = async (ms: number): Promise<void> => {
    waited.push(ms);
  };
  press = await startPress({ world, sites, clock, wait });
});
after(() => press.close());

const ask = (host: string, path: string, request?: LoopbackRequest): Promise<LoopbackAnswer> =>
  loopbackRequest(press.addresses, `http://${host}.example${path}`, request);

const ARTICLE = `/news/4001/${encodeURIComponent('خبر-1-گزارش')}`;
const datesIn = (feed: string): string[] =>
  [...feed.matchAll(/<pubDate>([^<]+)/g)].map((date) => date[1] ?? '');
const linksIn = (feed: string): string[] =>
  [...feed.matchAll(/<link>([^<]+)<\/link>/g)].slice(1).map((link) => link[1] ?? '');

test('a refusing host answers 429 with Retry-After to its first requests only', async () => {
  const answers = [
    await ask('refusing', '/robots.txt'),
    await ask('refusing', '/'),
    await ask('refusing', '/'),
  ];
  assert.deepEqual(
    answers.map(({ status, headers }) => [status, headers['retry-after']]),
    [
      [429, '7'],
      [429, '7'],
      [200, undefined],
    ],
  );
});

test('a slow host waits before every answer and then gives it', async () => {
  waited.length = 0;
  assert.equal((await ask('slow', '/')).status, 200);
  assert.equal((await ask('honest', '/')).status, 200);
  assert.deepEqual(waited, [900]);
});

test('a shielded host challenges every third page, never a feed', async () => {
  const pages = [];
  for (let count = 0; count < 6; count += 1) {
    assert.match((await ask('shielded', '/feed/')).text, /<rss/);
    pages.push(await ask('shielded', ARTICLE));
  }
  assert.deepEqual(
    pages.map(({ status, text }) => [status, text.includes('document.cookie'), text.includes('بند سه.')]),
    Array.from({ length: 6 }, (_, index) => [200, index % 3 === 2, index % 3 !== 2]),
  );
});

test('a host whose page is blank at first sends the article from the second request on', async () => {
  assert.doesNotMatch((await ask('blank', ARTICLE)).text, /بند سه\./);
  assert.match((await ask('blank', ARTICLE)).text, /بند سه\./);
});

test('true validators answer 304 until something changes', async () => {
  clock.set(299);
  const first = await ask('honest', '/feed/');
  const byTag = { 'if-none-match': first.headers.etag ?? '' };
  const byDate = { 'if-modified-since': first.headers['last-modified'] ?? '' };
  assert.equal((await ask('honest', '/feed/', { headers: byTag })).status, 304);
  assert.equal((await ask('honest', '/feed/', { headers: byDate })).status, 304);
  clock.set(300);
  assert.equal((await ask('honest', '/feed/', { headers: byTag })).status, 200);
  const second = await ask('honest', '/feed/', { headers: byDate });
  assert.equal(second.status, 200);
  assert.equal(Date.parse(second.headers['last-modified'] ?? ''), clock.nowMs());
  clock.set(DAY);
});

test('lying validators stay although the body changed, and 304 hides the change', async () => {
  clock.set(299);
  const first = await ask('lying', '/feed/');
  clock.set(300);
  const second = await ask('lying', '/feed/');
  assert.notEqual(second.text, first.text);
  assert.equal(second.headers.etag, first.headers.etag);
  assert.equal(second.headers['last-modified'], first.headers['last-modified']);
  const headers = { 'if-none-match': first.headers.etag ?? '' };
  assert.equal((await ask('lying', '/feed/', { headers })).status, 304);
  clock.set(DAY);
});

test('a cut feed ends in the middle of a title after its first articles', async () => {
  const { text } = await ask('cut', '/feed/');
  assert.ok(text.includes('</item>'));
  assert.ok(!text.includes('</rss>'));
  assert.match(text, /<title>[^<]*$/);
});

test('a feed with bare ampersands still names addresses that lead to the articles', async () => {
  const { text } = await ask('ampersands', '/feed/');
  assert.match(text, /&(?!amp;|lt;|gt;|quot;|#)/);
  for (const link of linksIn(text)) {
    assert.equal((await loopbackRequest(press.addresses, link)).status, 200, link);
  }
});

test('a Jalali feed prints Persian digits and nothing that a date parser knows', async () => {
  const [latest = ''] = datesIn((await ask('jalali', '/feed/')).text);
  assert.equal(latest, '۰۳:۰۰ - ۱۵ آذر ۱۴۰۴');
  assert.ok(Number.isNaN(Date.parse(latest)));
});

test('bumped dates move with silent edits and with the hours; the articles do not', async () => {
  const at = async (minute: number): Promise<string[]> => {
    clock.set(minute);
    return datesIn((await ask('bumped', '/feed/')).text);
  };
  const [before, edited, later] = [await at(299), await at(301), await at(DAY)];
  assert.notDeepEqual(before.at(-1), edited.at(-1));
  assert.notDeepEqual(edited, later);
  const honest = datesIn((await ask('honest', '/feed/')).text);
  assert.equal(honest.at(-1), 'Fri, 05 Dec 2025 21:30:00 GMT');
});

test('a repeating feed lists every article ten times under addresses of one page', async () => {
  const links = linksIn((await ask('repeating', '/feed/')).text).map((link) => link.replaceAll('&amp;', '&'));
  assert.equal(links.length, 30);
  assert.equal(new Set(links).size, 30);
  assert.equal(new Set(links.map((link) => new URL(link).pathname)).size, 3);
  assert.equal((await loopbackRequest(press.addresses, links[5] ?? '')).status, 200);
});

test('robots.txt forbids a path that pages link to and that would answer', async () => {
  const robots = (await ask('closed', '/robots.txt')).text;
  for (const line of [
    'Disallow: /inside/',
    'Crawl-delay: 5',
    'Sitemap: http://closed.example/news-sitemap.xml',
  ]) {
    assert.ok(robots.split('\n').includes(line), line);
  }
  assert.ok((await ask('closed', '/')).text.includes('href="/inside/"'));
  assert.equal((await ask('closed', '/inside/')).status, 200);
  assert.equal((await ask('slow', '/robots.txt')).status, 404);
});

test('a withdrawn article is linked and in the sitemap, and gone', async () => {
  assert.ok((await ask('withdrawn', '/')).text.includes('href="/old/77/"'));
  assert.ok((await ask('withdrawn', '/wp-sitemap-posts-post-1.xml')).text.includes('/old/77/'));
  assert.equal((await ask('withdrawn', '/old/77/')).status, 410);
});

test('a windows-1256 host declares its charset except in one section', async () => {
  const decoded = ({ bytes }: LoopbackAnswer): string => new TextDecoder('windows-1256').decode(bytes);
  const world = await ask('arabic', ARTICLE);
  const sport = await ask('arabic', `/news/4002/${encodeURIComponent('خبر-2-گزارش')}`);
  assert.match(world.headers['content-type'] ?? '', /charset=windows-1256/);
  assert.match(sport.headers['content-type'] ?? '', /charset=utf-8/);
  for (const page of [world, sport]) assert.ok(decoded(page).includes('<p>بند سه.</p>'));
  assert.ok(!sport.text.includes('بند سه.'));
  const feed = await ask('arabic', '/feed/');
  assert.ok(decoded(feed).startsWith('<?xml version="1.0" encoding="windows-1256"?>'));
});

test('www, short links, old slugs and missing slashes lead on for good', async () => {
  const cases = [
    ['/x4001', ARTICLE],
    ['/news/4001', ARTICLE],
    ['/news/4001/old-slug', ARTICLE],
    ['/feed', '/feed/'],
    ['/index.html', '/'],
  ];
  for (const [path = '', to] of cases) {
    const { status, headers } = await ask('honest', path);
    assert.deepEqual([status, headers.location], [301, to], path);
  }
  const www = await loopbackRequest(press.addresses, 'http://www.honest.example/feed/?a=1');
  assert.deepEqual([www.status, www.headers.location], [301, 'http://honest.example/feed/?a=1']);
});

test('traps are bounded: a redirect to itself, inside addresses, a bomb and a long body of known size', async () => {
  const about = (await ask('trapping', '/about')).text;
  const redirects = ['/go/loop', '/go/inside', '/go/metadata', '/go/file'];
  for (const path of [...redirects, '/files/bomb', '/files/endless']) assert.ok(about.includes(path), path);
  for (const path of redirects) assert.equal((await ask('trapping', path)).status, 302, path);
  const bomb = await ask('trapping', '/files/bomb');
  assert.equal(bomb.headers['content-encoding'], 'gzip');
  assert.ok(bomb.bytes.length < 200_000, String(bomb.bytes.length));
  assert.equal(gunzipSync(bomb.bytes).length, TRAP_BYTES);
  const endless = await ask('trapping', '/files/endless');
  assert.ok(endless.bytes.length >= TRAP_BYTES && endless.bytes.length < TRAP_BYTES + 70_000);
  assert.equal((await ask('honest', '/go/loop')).status, 404);
});

test('a packing host compresses only for those who can read it', async () => {
  const plain = await ask('packed', ARTICLE);
  const packed = await ask('packed', ARTICLE, { headers: { 'accept-encoding': 'gzip, br' } });
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(packed.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(packed.bytes).toString('utf8'), plain.text);
});

test('strange requests end in an answer', async () => {
  const cases: readonly (readonly [path: string, request: LoopbackRequest, status: number])[] = [
    ['/%ZZ', {}, 404],
    ['/%00', {}, 404],
    [`/${'a'.repeat(5000)}`, {}, 414],
    ['/', { method: 'POST' }, 405],
    ['/', { method: 'HEAD' }, 200],
    ['/static/../../package.json', {}, 404],
    ['/static/%2e%2e%2fpackage.json', {}, 404],
    ['/files/honest-1-0.png', {}, 404],
    ['/category/%D8%AC%D9%87%D8%A7%D9%86/page/99/', {}, 404],
    ['/', { headers: { host: 'bank.example' } }, 421],
    ['/', { headers: { host: '127.0.0.1:1' } }, 200],
  ];
  for (const [path, request, status] of cases) {
    assert.equal((await ask('honest', path, request)).status, status, `${request.method ?? 'GET'} ${path}`);
  }
});

test('the ledger holds who asked which host for what, in order', async () => {
  press.ledger.clear();
  await ask('honest', '/feed/', { headers: { 'user-agent': 'Probe/1', 'if-none-match': '"x"' } });
  await ask('closed', '/robots.txt');
  const [first, second] = press.ledger.entries();
  const { atMs, ...rest } = first ?? assert.fail();
  assert.equal(atMs, clock.nowMs());
  assert.deepEqual(rest, {
    host: 'honest.example',
    method: 'GET',
    path: '/feed/',
    status: 200,
    userAgent: 'Probe/1',
    conditional: true,
    openAtOnce: 1,
  });
  assert.equal(second?.path, '/robots.txt');
  assert.equal(press.ledger.entries('closed.example').length, 1);
});

test('sources name every feed and sitemap, and all of them answer', async () => {
  const kinds = new Set(press.sources.map(({ kind }) => kind));
  assert.deepEqual([...kinds].sort(), ['feed', 'front_page', 'sitemap']);
  for (const { url } of press.sources) {
    assert.equal((await loopbackRequest(press.addresses, url)).status, 200, url);
  }
});

test('people reach a host under .localhost, with its links to other hosts led there too', async () => {
  const local = new URL(press.browserUrl('http://honest.example/feed/?x=1'));
  assert.match(local.href, /^http:\/\/honest\.localhost:\d+\/feed\/\?x=1$/);
  const addresses = new Map([[local.host, press.addresses.get('honest.example') ?? '']]);
  assert.equal((await loopbackRequest(addresses, local.href)).status, 200);
  assert.equal(press.browserUrl('http://elsewhere.example/'), 'http://elsewhere.example/');
});

test('startPress() refuses any address but loopback', async () => {
  for (const host of ['0.0.0.0', '192.168.1.4', '::', 'example.com']) {
    await assert.rejects(startPress({ world: worldOfHosts(), sites, clock, host }), /stays on loopback/);
  }
});
