/** Every kind of page in a real browser: accessible, no wider than the screen, no fault in the console. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { findStoriesOf } from '../store/site_story.js';
import { setOperatorPassword } from './admin/password.js';
import { type RunningServer, startServer } from './server.js';
import { TEST_ARTICLES } from './test_articles.data.js';
import { findFaults, watch } from './test_axe.js';
import { whyNoBrowser, withBrowser } from './test_browser.js';
import {
  addArticle,
  addFrontPage,
  addTopic,
  fillPress,
  noteShorterHeadline,
  openTestSite,
  TEST_NOW,
} from './test_site.js';

const skip = whyNoBrowser() ?? false;
const PASSWORD = 'a long enough password';

let server: RunningServer;
/** Paths by name. */
let paths: Readonly<Record<string, string>>;

let wait: (ms: number) => void = () => undefined;
if (skip === false) {
  const site = await openTestSite({ after }, { sample: true });
  wait = site.wait;
  before(async () => {
    const numbers = await fillPress(site.store);
    const topic = await addTopic(site.store);
    const call = numbers.get('call');
    const hidden = numbers.get('coach');
    const story = (await findStoriesOf(site.store, [call ?? 0])).get(call ?? 0);
    await addFrontPage(site.store);
    await site.store.run(
      `insert into comment (article_id, state, author_name, text, created_at, decided_at)
       values ($1, 'published', 'مینا', 'کدام یک درست است؟', $2, $2), ($1, 'pending', null, 'در انتظار', $2, null)`,
      [call, TEST_NOW],
    );
    await site.store.run(`update article set hidden_at = $2, hidden_note = 'به درخواست ناشر' where id = $1`, [
      hidden,
      TEST_NOW,
    ]);
    await site.store.run(
      `insert into issue (input_name, stage, code, message, severity, seen_at) values ('folder/empty-page.html',
       'extract', 'extract.empty_body', 'Cannot read the page: no paragraph was left', 'fatal', $1)`,
      [TEST_NOW],
    );
    const edited = TEST_ARTICLES.find(({ key }) => key === 'divan');
    assert.ok(edited);
    const divan = await addArticle(
      site.store,
      { ...edited, title: 'نسخه‌ای گمشده از دیوان شاعر لاژوری پیدا شد' },
      2,
    );
    await noteShorterHeadline(site.store, divan);
    await setOperatorPassword(site.store, PASSWORD, TEST_NOW);
    server = await startServer(site.app, { host: '127.0.0.1', port: 0 });
    paths = {
      home: '/',
      category: '/category/politics',
      story: `/story/${story}`,
      stories: '/stories',
      archive: '/archive/1404/09/24',
      shared: `/story/${story}/shared/${numbers.get('call-copy')}`,
      article: `/article/${call}`,
      history: `/article/${divan}/history`,
      capture: `/article/${numbers.get('capture')}`,
      topic: `/topic/${topic}`,
      topics: '/topics',
      outlet: '/outlet/nuran',
      outlets: '/outlets',
      search: `/search?q=${encodeURIComponent('گفتگوی فنی')}`,
      'no hits': `/search?q=${encodeURIComponent('زرافه')}`,
      'search help': '/search',
      about: '/about',
      missing: '/nowhere',
      hidden: `/article/${hidden}`,
      login: '/admin/login',
    };
  });
  after(() => server.stop());
}

for (const width of [390, 768, 1280]) {
  test(`all pages at ${width} px, day and night: accessible, nothing sideways, silent console`, {
    skip,
  }, async () => {
    await withBrowser({ width, scheme: 'light' }, async (context) => {
      const page = await context.newPage();
      const faults = watch(page);
      for (const [name, path] of Object.entries(paths)) {
        await page.goto(server.url + path);
        assert.deepEqual(await findFaults(page), [], `${name} ${width}`);
      }
      await signIn(page);
      assert.deepEqual(await findFaults(page), [], `desk ${width}`);
      await page.goto(`${server.url}/admin/text/about`);
      assert.deepEqual(await findFaults(page), [], `text ${width}`);
      // The missing and the hidden page are meant to answer 404 and 410.
      assert.deepEqual(
        faults.filter((fault) => !/status of 4(04|10)/.test(fault)),
        [],
      );
    });
  });
}

test('a page asks our own server only, and weighs at most 100 KB without the typeface', {
  skip,
}, async () => {
  await withBrowser({ width: 1280, scheme: 'light' }, async (context) => {
    const page = await context.newPage();
    let bytes = 0;
    const foreign: string[] = [];
    page.on('response', async (response) => {
      if (!response.url().startsWith(server.url)) foreign.push(response.url());
    });
    page.on('requestfinished', async (request) => {
      const sizes = await request.sizes();
      if (!request.url().includes('.woff2')) bytes += sizes.responseBodySize + sizes.responseHeadersSize;
    });
    for (const path of Object.values(paths)) {
      bytes = 0;
      await page.goto(server.url + path, { waitUntil: 'networkidle' });
      assert.ok(bytes > 0 && bytes < 100_000, `${path} weighs ${bytes} bytes`);
    }
    assert.deepEqual(foreign, []);
  });
});

test('without JavaScript the ticker moves when asked, «چرا؟» opens and a comment is sent', {
  skip,
}, async () => {
  await withBrowser({ width: 1280, scheme: 'light', javaScript: false }, async (context) => {
    const page = await context.newPage();
    await page.goto(server.url);
    const state = () =>
      page.evaluate("getComputedStyle(document.querySelector('.ticker ol')).animationPlayState");
    assert.equal(await state(), 'paused');
    await page.locator('.ticker-do label').click();
    await page.mouse.move(0, 0);
    assert.equal(await state(), 'running');
    assert.equal(await page.locator('[data-switch]').isVisible(), false);
    await page.locator('.why summary').first().click();
    assert.equal(await page.locator('.why dl').first().isVisible(), true);
    await page.goto(server.url + paths.article);
    await page.getByLabel('دیدگاه شما').fill('بدون جاوااسکریپت');
    wait(10_000);
    await page.getByRole('button', { name: 'فرستادن برای بررسی' }).click();
    await page.getByRole('heading', { name: 'دیدگاه شما رسید' }).waitFor();
    await page.getByRole('button', { name: 'پاک‌کردن دیدگاه' }).click();
    await page.getByRole('heading', { name: 'دیدگاه پاک شد' }).waitFor();
  });
});

test('day and night follow the system until a reader chooses, and again after choosing back', {
  skip,
}, async () => {
  await withBrowser({ width: 1280, scheme: 'light' }, async (context) => {
    const page = await context.newPage();
    await page.goto(server.url);
    const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const day = await ground();
    await page.getByRole('button', { name: 'شب' }).click();
    const night = await ground();
    assert.notEqual(night, day);
    await page.reload();
    assert.equal(await ground(), night);
    await page.getByRole('button', { name: 'روز' }).click();
    assert.equal(await page.evaluate("localStorage.getItem('sanad-theme')"), null);
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.equal(await ground(), night);
  });
});

test('the first Tab of a page leads past its head', { skip }, async () => {
  await withBrowser({ width: 390, scheme: 'light' }, async (context) => {
    const page = await context.newPage();
    await page.goto(server.url);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate('document.activeElement?.id'), 'main');
  });
});

async function signIn(page: Page): Promise<void> {
  await page.goto(`${server.url}/admin/login`);
  await page.getByLabel('گذرواژه').fill(PASSWORD);
  await page.getByRole('button', { name: 'ورود' }).click();
  await page.getByRole('heading', { name: 'میز گرداننده' }).waitFor();
}
