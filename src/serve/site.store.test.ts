import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findStoriesOf } from '../store/site_story.js';
import { loadThreadStories } from '../store/site_threads.js';
import { formatPlace } from './pieces/pager.js';
import { addFrontPage, addTopic, fillPress, openTestSite, TEST_NOW } from './test_site.js';

const site = await openTestSite({ after });
const { app, store } = site;
let numbers: ReadonlyMap<string, number>;
let topicId: number;
let storyId: number;

const READER = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0' };

before(async () => {
  numbers = await fillPress(store);
  topicId = await addTopic(store);
  await addFrontPage(store);
  storyId = await storyOf('call');
});

async function storyOf(key: string): Promise<number> {
  return (await findStoriesOf(store, [idOf(key)])).get(idOf(key)) ?? 0;
}

function idOf(key: string): number {
  const id = numbers.get(key);
  assert.ok(id !== undefined, `no test article "${key}"`);
  return id;
}

async function get(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  const response = await app.request(path, { headers });
  return { status: response.status, body: await response.text() };
}

test('every page answers with its own heading', async () => {
  const pages: readonly (readonly [string, RegExp])[] = [
    ['/', /<h2><a href="\/story\/\d+">/],
    ['/stories', /<h1>همهٔ خبرها<\/h1>/],
    [`/story/${storyId}`, /<h1>دو مقام آرانیایی.*زنجیرهٔ سند.*گزارش‌ها/s],
    [`/story/${storyId}/shared/${idOf('call-copy')}`, /<h1[^>]*>متن مشترک دو گزارش<\/h1>.*<mark>/s],
    ['/category/politics', /<h1>سیاست<\/h1>/],
    [`/category/${encodeURIComponent('انرژی')}`, /<h1>انرژی<\/h1>/],
    [`/article/${idOf('call')}`, /<h1>دو مقام آرانیایی/],
    [`/topic/${topicId}`, /<h1>رود سپیدبار<\/h1>.*۱۴۸ مطلب/s],
    ['/topics', /<h1>موضوع‌ها<\/h1>/],
    ['/outlets', /<h1>رسانه‌ها<\/h1>/],
    ['/outlet/nuran', /<h1>خبرگزاری نوران<\/h1>/],
    ['/search', /راهنمای نوشتن پرسش/],
    ['/about', /<h1>دربارهٔ ما<\/h1>/],
    ['/contact', /<h1>تماس با ما<\/h1>/],
    ['/ads', /<h1>تبلیغات<\/h1>/],
    ['/privacy', /<h1>حریم خصوصی<\/h1>/],
    ['/admin/login', /<h1>ورود گرداننده<\/h1>/],
  ];
  for (const [path, heading] of pages) {
    const { status, body } = await get(path);
    assert.equal(status, 200, path);
    assert.match(body, heading, path);
    assert.match(body, /^<!doctype html><html lang="fa" dir="rtl">/, path);
  }
});

test('missing things are 404 in words, bad numbers and places too', async () => {
  const pages: readonly (readonly [string, number])[] = [
    ['/nowhere', 404],
    ['/article/999999', 404],
    ['/article/0', 404],
    ['/article/1e3', 404],
    ['/article/99999999999999999999', 404],
    ['/outlet/none', 404],
    ['/category/none', 404],
    ['/topic/99', 404],
    [`/topic/${topicId}?page=2`, 404],
    [`/topic/${topicId}?page=x`, 400],
    ['/category/politics?after=yesterday', 400],
    ['/search?q=آب&page=99', 400],
    ['/%E0%A4%A', 404],
  ];
  for (const [path, wanted] of pages) {
    const { status, body } = await get(path);
    assert.equal(status, wanted, path);
    assert.match(body, /class="error"/, path);
  }
});

test('every response carries the security headers', async () => {
  for (const path of ['/', '/nowhere', '/assets/sanad.css', '/feed.xml', '/admin']) {
    const { headers } = await app.request(path);
    assert.match(
      headers.get('Content-Security-Policy') ?? '',
      /default-src 'none'.*frame-ancestors 'none'/,
      path,
    );
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff', path);
    assert.equal(headers.get('Referrer-Policy'), 'no-referrer', path);
  }
});

test('pages hold no inline script or style and ask nobody else for anything', async () => {
  for (const path of ['/', `/article/${idOf('call')}`, '/search?q=آب', '/about']) {
    const { body } = await get(path);
    assert.doesNotMatch(body, /<style|\sstyle=|\son\w+=|<script>/, path);
    for (const [, url] of body.matchAll(/<(?:script|img|link|iframe)[^>]*?(?:src|href)="([^"]+)"/g)) {
      assert.match(url ?? '', /^(\/|http:\/\/localhost\/)/, path);
    }
  }
});

test('a page that did not change is answered 304, and packed for browsers that take it', async () => {
  const first = await app.request('/about', { headers: { 'Accept-Encoding': 'gzip, br' } });
  assert.equal(first.headers.get('Content-Encoding'), 'br');
  const etag = first.headers.get('ETag') ?? '';
  const second = await app.request('/about', { headers: { 'If-None-Match': etag } });
  assert.equal(second.status, 304);
  const asset = /\/assets\/sanad\.css\?v=[\w-]+/.exec((await get('/about')).body)?.[0] ?? '';
  const css = await app.request(asset, { headers: { 'Accept-Encoding': 'gzip' } });
  assert.equal(css.headers.get('Content-Encoding'), 'gzip');
  assert.match(css.headers.get('Cache-Control') ?? '', /immutable/);
});

test('a reader who opens a page is one view of that day; reloads, programs and loading ahead are none', async () => {
  const path = `/article/${idOf('school')}`;
  const loads: readonly (readonly [Record<string, string>, number])[] = [
    [READER, 1],
    [READER, 1],
    [{ 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/141.0' }, 2],
    [{ 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }, 2],
    [{ 'User-Agent': 'curl/8.5' }, 2],
    [{ ...READER, 'Sec-Purpose': 'prefetch' }, 2],
    [{}, 2],
  ];
  for (const [headers, wanted] of loads) {
    await get(path, headers);
    const row = await store.row<{ count: number }>('select count from article_view where article_id = $1', [
      idOf('school'),
    ]);
    assert.equal(row?.count, wanted, JSON.stringify(headers));
  }
  assert.match((await get('/')).body, /پربازدید.*۲ بازدید/s);
});

test('the order of importance shows figures that add up', async () => {
  const { body } = await get('/');
  const why = /<details class="why" data-why="story">.*?<\/details>/s.exec(body)?.[0] ?? '';
  const figures = [...why.matchAll(/<dd[^>]*>[^\d۰-۹]*([۰-۹]+)٫([۰-۹]+)<\/dd>/g)].map(
    ([, whole = '', rest = '']) => Number(`${toLatin(whole)}.${toLatin(rest)}`),
  );
  const [origin = 0, novelty = 0, score = 0] = figures;
  assert.equal(figures.length, 3);
  assert.ok(Math.abs(origin * novelty - score) < 0.03, why);
});

test('a story shows who copied whom; an old number leads to where its reports went', async () => {
  const { body } = await get(`/story/${storyId}`);
  assert.match(body, /<b>۲<\/b>رسانه.*<b>۱<\/b>منبع مستقل/s);
  assert.match(body, /۱ رونوشت؛ چرا؟.*رودنا.*عین متن، ۹۰٪ متن مشترک.*خودش از آن نام برده است/s);
  assert.match((await get(`/article/${idOf('call-copy')}`)).body, new RegExp(`href="/story/${storyId}"`));
  const [from, into] = [await storyOf('satellite'), await storyOf('river')];
  await store.run('update story_member set story_id = $2 where story_id = $1', [from, into]);
  await store.run('update story set report_count = 0 where id = $1', [from]);
  const moved = await app.request(`/story/${from}`);
  assert.equal(moved.status, 302);
  assert.equal(moved.headers.get('location'), `/story/${into}`);
  await store.run('update story_member set story_id = $1 where article_id = $2', [from, idOf('satellite')]);
  await store.run('update story set report_count = 1 where id = $1', [from]);
});

test('a hidden report is not counted in its story', async () => {
  const id = idOf('call-copy');
  await store.run('update article set hidden_at = $2 where id = $1', [id, TEST_NOW]);
  const { body } = await get(`/story/${storyId}`);
  assert.match(body, /<b>۱<\/b>رسانه.*<b>۱<\/b>منبع مستقل.*<b>۱<\/b>گروه ناشر/s);
  await store.run('update article set hidden_at = null where id = $1', [id]);
});

test('a thread shows its stories by day with the reason, as page and feeds; a story names its thread', async () => {
  const [first, second] = [await storyOf('satellite'), await storyOf('river')];
  const thread = await store.row<{ id: number }>(
    'insert into thread (opener_id) select opener_id from story where id = $1 returning id',
    [first],
  );
  assert.ok(thread);
  const shared = [
    { term: 'k', word: 'کاوه', isName: true, weight: 6 },
    { term: 'm', word: 'مدارهای', isName: false, weight: 7 },
  ];
  await store.run('update story set thread_id = $1 where id = any($2)', [thread.id, [first, second]]);
  await store.run('update report set thread_shared = $2 where article_id = $1', [
    idOf('river'),
    JSON.stringify(shared),
  ]);
  const { status, body } = await get(`/thread/${thread.id}`);
  assert.equal(status, 200);
  assert.match(body, /<h1>کاوه، مدارهای<\/h1>.*۲ خبر، ۲ گزارش.*وجه مشترک: مدارهای، کاوه/s);
  assert.match((await get('/threads')).body, new RegExp(`href="/thread/${thread.id}">.*رشتهٔ کاوه، مدارهای`));
  assert.match(
    (await get(`/story/${first}`)).body,
    new RegExp(`خبرهای این رشته.*/thread/${thread.id}".*href="/story/${second}"`, 's'),
  );
  for (const format of ['feed.xml', 'atom.xml', 'feed.json']) {
    const feed = await get(`/thread/${thread.id}/${format}`);
    assert.equal(feed.status, 200);
    assert.match(feed.body, new RegExp(`/story/${second}`));
  }
  const stories = await loadThreadStories(store, { threadId: thread.id, limit: 1 });
  const { firstAt, storyId } = stories[0]?.story ?? { firstAt: '', storyId: 0 };
  const older = (await get(`/thread/${thread.id}?after=${formatPlace({ shownAt: firstAt, id: storyId })}`))
    .body;
  assert.deepEqual(
    [first, second].filter((id) => older.includes(`href="/story/${id}"`)),
    [first, second].filter((id) => id !== storyId),
  );
  assert.equal((await get(`/thread/${thread.id}?after=x`)).status, 400);
  assert.equal((await get('/thread/999999')).status, 404);
  assert.equal((await get('/thread/x')).status, 404);
  await store.run('update story set thread_id = null');
});

test('the front page of an outlet stands on its page and at the end of the home page', async () => {
  assert.match((await get('/')).body, /صدر رسانه‌ها.*مدارس پنج شهر شمالی فردا.*در صدر از ۱۰ دقیقه پیش/s);
  const { body } = await get('/outlet/nuran');
  assert.match(body, /صفحهٔ نخست.*اکنون.*مدارس پنج شهر.*پیش‌تر در صدر.*دور نخست گفت‌وگوهای فنی/s);
});

test('a hidden article leaves every list and keeps its note; so does a hidden outlet', async () => {
  await store.run(`update article set hidden_at = $2, hidden_note = 'به درخواست ناشر' where id = $1`, [
    idOf('pipeline'),
    TEST_NOW,
  ]);
  const { status, body } = await get(`/article/${idOf('pipeline')}`);
  assert.equal(status, 410);
  assert.match(body, /یادداشت: به درخواست ناشر/);
  for (const path of ['/', '/category/economy', '/feed.xml', '/search?q=KA-2', '/outlets']) {
    assert.doesNotMatch(
      (await get(path)).body,
      new RegExp(`/article/${idOf('pipeline')}"|خط لولهٔ|تراز<`),
      path,
    );
  }
  await store.run(`update outlet set hidden_at = $1, hidden_note = 'رسانه خواست' where id = 'rudna'`, [
    TEST_NOW,
  ]);
  assert.equal((await get('/outlet/rudna')).status, 410);
  assert.equal((await get(`/article/${idOf('border')}`)).status, 410);
  assert.doesNotMatch((await get('/category/world')).body, /رودنا/);
  await store.run(`update outlet set hidden_at = null where id = 'rudna'`);
});

test('a topic page tells the outlet’s count from ours and links to what we hold', async () => {
  const { body } = await get(`/topic/${topicId}`);
  assert.match(body, /رودنا شمار مطلب‌ها را ۱۴۸ نوشته است؛ ۳ مطلب آن در سند گرد آمده است/);
  assert.match(body, new RegExp(`<a href="/article/${idOf('border')}">`));
  assert.match(body, /href="https:\/\/rudna\.example\/news\/wetland"/);
});

test('lists stand as RSS, Atom and JSON feeds', async () => {
  for (const list of ['', '/category/politics', '/outlet/nuran', `/topic/${topicId}`]) {
    const rss = await app.request(`${list}/feed.xml`);
    assert.match(rss.headers.get('Content-Type') ?? '', /application\/rss\+xml/, list);
    assert.match(await rss.text(), /<item><title>[^<]+<\/title><link>http/, list);
    assert.match((await get(`${list}/atom.xml`)).body, /<entry><id>http/, list);
    const json = JSON.parse((await get(`${list}/feed.json`)).body) as { items: unknown[] };
    assert.ok(json.items.length > 0, list);
  }
});

test('machines are told how the site is', async () => {
  assert.deepEqual(await get('/livez'), { status: 200, body: 'ok\n' });
  assert.deepEqual(await get('/readyz'), { status: 200, body: 'ok\n' });
  assert.equal(JSON.parse((await get('/healthz')).body).status, 'ok');
  assert.match((await get('/robots.txt')).body, /Disallow: \/admin/);
});

function toLatin(digits: string): string {
  return digits.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
