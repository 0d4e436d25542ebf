/** What the site shows of articles, and how searches find them. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TEST_ARTICLES } from './test_articles.data.js';
import { addArticle, fillPress, noteShorterHeadline, openTestSite } from './test_site.js';

const { app, store } = await openTestSite({ after });
let numbers: ReadonlyMap<string, number>;

before(async () => {
  numbers = await fillPress(store);
});

function idOf(key: string): number {
  const id = numbers.get(key);
  assert.ok(id !== undefined, `no test article "${key}"`);
  return id;
}

async function get(path: string): Promise<{ status: number; body: string }> {
  const response = await app.request(path);
  return { status: response.status, body: await response.text() };
}

test('search finds all spellings from any spelling, and never boilerplate', async () => {
  const spellings = ['گفت‌وگوهای فنی', 'گفتوگوهای فنی', 'گفتگوی فنی', 'گفت و گوي فني', '«گفتگوهای فنی»'];
  for (const spelling of spellings) {
    const { body } = await get(`/search?q=${encodeURIComponent(spelling)}`);
    assert.match(body, new RegExp(`href="/article/${idOf('river')}"`), spelling);
    assert.match(body, /<mark>گفت‌وگوهای<\/mark>/, spelling);
  }
  assert.match((await get(`/search?q=${encodeURIComponent('زرافه')}`)).body, /خبری پیدا نشد/);
  const without = await get(`/search?q=${encodeURIComponent('سپیدبار -ماهواره')}`);
  assert.match(without.body, new RegExp(`href="/article/${idOf('river')}"`));
  assert.doesNotMatch(without.body, new RegExp(`href="/article/${idOf('satellite')}"`));
});

test('search takes fields, counts what it found by outlet, and tells what it cannot use', async () => {
  const search = async (query: string) => (await get(`/search?q=${encodeURIComponent(query)}`)).body;
  assert.match(await search('سپیدبار'), /کم کردن یافته‌ها/);
  assert.match(await search('سپیدبار رسانه:ناهست'), /رسانه‌ای به نام «ناهست» نمی‌شناسیم/);
  assert.match(await search('دسته:جهان'), /واژه‌ای هم بنویسید/);
  assert.doesNotMatch(await search('سپیدبار تا:2020-01-01'), /class="hit"/);
  assert.match(await search('سپیدبار از:2020-01-01'), /class="hit"/);
});

test('search finds stories by their reports, and is a feed', async () => {
  const stories = await get(`/search?q=${encodeURIComponent('سپیدبار')}&scope=stories`);
  assert.match(stories.body, /aria-current="page"[^>]*>خبرها/);
  const feed = await get(`/search/feed.xml?q=${encodeURIComponent('سپیدبار')}`);
  assert.equal(feed.status, 200);
  assert.match(feed.body, /<item>/);
  assert.match(feed.body, /search\/feed\.xml\?q=%D8/);
  assert.equal((await get('/search/feed.xml')).status, 400);
  assert.equal((await get(`/search/atom.xml?q=${encodeURIComponent('رسانه:ناهست سد')}`)).status, 400);
});

test('search asks whether a word one slip away was meant', async () => {
  const { body } = await get(`/search?q=${encodeURIComponent('سپیدبر')}`);
  assert.match(body, /منظورتان/);
  assert.match(body, /<bdi>سپیدبار<\/bdi>/);
});

test('search shows what was typed as letters, not as markup', async () => {
  const { body } = await get(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
  assert.doesNotMatch(body, /<script>alert/);
  assert.match(body, /&lt;script&gt;/);
});

test('an article shows an excerpt with a way to the publisher, in full only where that is allowed', async () => {
  const excerpt = (await get(`/article/${idOf('call')}`)).body;
  assert.match(excerpt, /ادامه در خط میانه/);
  assert.doesNotMatch(excerpt, /پیش‌شرط هر دیداری/);
  const allowed = (await get(`/article/${idOf('rate')}`)).body;
  assert.match(allowed, /این خبر در روزنامهٔ کرانه/);
  const capture = (await get(`/article/${idOf('capture')}`)).body;
  assert.match(capture, /هیئت‌های دو کشور/);
});

test('an article shows both calendars, code, number, credits and that it was collected', async () => {
  const { body } = await get(`/article/${idOf('call')}`);
  assert.match(body, /دوشنبه ۲۴ آذر ۱۴۰۴ · ۱۵ دسامبر ۲۰۲۵ · ۱۴:۰۵ به وقت تهران/);
  assert.match(body, /کد خبر: <bdi>۱۴۰۴۰۹۲۴۳۱۷۸<\/bdi>/);
  assert.match(body, /شمارهٔ سند: <bdi>\S+<\/bdi>/);
  assert.match(body, /به نقل از: نوران/);
  assert.match(body, /برنامه به‌طور خودکار گرد آورده است/);
  const undated = (await get(`/article/${idOf('capture')}`)).body;
  assert.match(undated, /زمان انتشار در متن نیامده است/);
});

test('related articles stand outside the text and name the shared words', async () => {
  const { body } = await get(`/article/${idOf('call')}`);
  const [, text = '', outside = ''] =
    /(<article>.*<\/article>).*?(<aside class="outside".*<\/aside>)/s.exec(body) ?? [];
  assert.match(outside, /خبرهای مرتبط/);
  assert.match(outside, new RegExp(`href="/article/${idOf('call-copy')}"`));
  assert.match(outside, /واژه‌های مشترک: /);
  assert.doesNotMatch(text, /خبرهای مرتبط|همچنین بخوانید/);
});

test('an edited article keeps its number and lists its versions', async () => {
  const divan = TEST_ARTICLES.find(({ key }) => key === 'divan');
  assert.ok(divan);
  const id = await addArticle(store, { ...divan, title: 'نسخه‌ای گمشده از دیوان شاعر لاژوری پیدا شد' }, 2);
  assert.equal(id, idOf('divan'));
  const { body } = await get(`/article/${id}`);
  assert.match(body, /<h1>نسخه‌ای گم‌?شده از دیوان شاعر لاژوری پیدا شد<\/h1>/);
  assert.match(body, new RegExp(`href="/article/${id}/history#v2">نسخهٔ ۲</a> \\(همین متن\\): متن\\.`));
  await noteShorterHeadline(store, id);
  assert.match((await get('/')).body, new RegExp(`چه تغییر کرد.*href="/article/${id}/history".*<del>`, 's'));
  const { body: told } = await get(`/article/${id}`);
  assert.match(told, /\(همین متن\): تیتر\./);
  const { status, body: history } = await get(`/article/${id}/history`);
  assert.equal(status, 200);
  assert.match(history, /<b>چه تغییر کرد؟<\/b> تیتر/);
  assert.match(history, /<del>.*در انباری در فیروزان.*<\/del>/);
  assert.match(history, /نخستین نسخه‌ای که دیدیم/);
});

test('the history of an article that nobody changed says so; an unknown one is missing', async () => {
  assert.match((await get(`/article/${idOf('school')}/history`)).body, /متن آن را تغییر نداده است/);
  assert.equal((await get('/article/999999/history')).status, 404);
});
