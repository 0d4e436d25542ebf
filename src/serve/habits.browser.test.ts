/** A reader's habits in a real browser. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findStoriesOf } from '../store/site_story.js';
import { type RunningServer, startServer } from './server.js';
import { CHROMIUM_FLAGS, findChromium, whyNoBrowser } from './test_browser.js';
import { fillPress, openTestSite } from './test_site.js';

const skip = whyNoBrowser() ?? false;

let server: RunningServer;
let browser: Browser;
let storyPath = '';
let hide: (count: number) => Promise<void>;

if (skip === false) {
  const site = await openTestSite({ after }, { sample: true });
  before(async () => {
    const numbers = await fillPress(site.store);
    const call = numbers.get('call') ?? 0;
    const story = (await findStoriesOf(site.store, [call])).get(call);
    server = await startServer(site.app, { host: '127.0.0.1', port: 0 });
    browser = await chromium.launch({ executablePath: findChromium() ?? '', args: [...CHROMIUM_FLAGS] });
    storyPath = `/story/${story}`;
    hide = async (count) => {
      await site.store.run(`update story set report_count = -report_count where id in
        (select id from story order by id desc limit ${count})`);
    };
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });
}

const OBSERVE_SHIFTS = `window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts += entry.value;
}).observe({ type: 'layout-shift', buffered: true });`;

/** A reader of one language, with a browser profile of its own. */
async function open(options: BrowserContextOptions, language: 'fa' | 'en') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  await context.addInitScript(OBSERVE_SHIFTS);
  await context.addCookies([{ name: 'sanad-lang', value: language, url: server.url }]);
  return context;
}

test('keys work by their places: stories in reading direction, search, help, saving; nothing while writing', {
  skip,
}, async () => {
  const context = await open({}, 'fa');
  const page = await context.newPage();
  await page.goto(server.url);
  const focused = () => page.evaluate<string>('document.activeElement?.textContent.trim() ?? ""');
  // A Persian layout sends «ت» from the place of J.
  await page.evaluate(
    `document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ت', code: 'KeyJ', bubbles: true }))`,
  );
  const first = await focused();
  assert.match(first, /[\u0600-\u06ff]/);
  await page.keyboard.press('ArrowLeft');
  assert.notEqual(await focused(), first);
  await page.keyboard.press('ArrowRight');
  assert.equal(await focused(), first);
  await page.keyboard.press('Shift+Slash');
  await page.getByRole('dialog', { name: 'کلیدهای میان‌بر' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('jkhd');
  assert.equal(await page.locator('#q').inputValue(), 'jkhd');
  await page.goto(server.url + storyPath);
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'نگه داشته شد ✓' }).waitFor();
  await page.goto(`${server.url}/settings`);
  await page.getByRole('button', { name: 'خاموش' }).click();
  await page.keyboard.press('h');
  assert.match(page.url(), /settings$/);
  await context.close();
});

test('what is saved is listed, removed, brought back, exported and read in again', { skip }, async () => {
  const context = await open({}, 'en');
  const page = await context.newPage();
  await page.goto(`${server.url}/saved`);
  await page.getByText('Nothing saved yet').waitFor();
  await page.goto(server.url + storyPath);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.goto(`${server.url}/outlet/nuran`);
  await page.getByRole('button', { name: 'Follow', exact: true }).click();
  await page.goto(`${server.url}/saved`);
  assert.equal(await page.locator('[data-list] li').count(), 2);
  const opml = await download(page, 'Export feeds (OPML)');
  assert.match(opml, /xmlUrl="http:\/\/127[^"]*\/outlet\/nuran\/feed\.xml"/);
  const json = await download(page, 'Export all (JSON)');
  await page.getByRole('button', { name: 'Remove' }).first().click();
  assert.equal(await page.locator('[data-list="saved"] li').count(), 0);
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.equal(await page.locator('[data-list="saved"] li').count(), 1);
  await page.evaluate('localStorage.clear()');
  await page.reload();
  await page
    .locator('[data-file]')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(json) });
  await page.locator('[data-list="saved"] li').waitFor();
  assert.equal(await page.locator('[data-list] li').count(), 2);
  await page.evaluate('localStorage.clear()');
  await page.reload();
  await page
    .locator('[data-file]')
    .setInputFiles({ name: 'a.opml', mimeType: 'text/x-opml', buffer: Buffer.from(opml) });
  assert.equal(await page.locator('[data-list="follows"] a').getAttribute('href'), '/outlet/nuran');
  await context.close();
});

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return readFileSync(await file.path(), 'utf8');
}

test('light, size and digits are remembered, and stand before the first paint', { skip }, async () => {
  const context = await open({}, 'fa');
  const page = await context.newPage();
  await page.goto(`${server.url}/settings`);
  await page.getByRole('button', { name: 'درشت', exact: true }).click();
  await page.getByRole('button', { name: 'شب', exact: true }).last().click();
  await page.getByRole('link', { name: 'لاتین 123' }).click();
  await page.goto(server.url);
  const state = await page.evaluate(
    '[document.documentElement.dataset.size, document.documentElement.dataset.theme, window.shifts].join()',
  );
  assert.equal(state, 'large,dark,0');
  assert.doesNotMatch((await page.locator('.today').textContent()) ?? '', /[۰-۹]/);
  await context.close();
});

test('a page that was opened is read again without a connection, and says since when; others lead to the list', {
  skip,
}, async () => {
  const context = await open({}, 'en');
  const page = await context.newPage();
  await page.goto(server.url);
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await page.waitForFunction('navigator.serviceWorker.controller !== null');
  await page.goto(server.url + storyPath);
  const headline = await page.locator('h1').textContent();
  await page.waitForFunction(`caches.open('sanad-pages').then((c) => c.match(location.href)).then(Boolean)`);
  assert.equal(await page.locator('.offline-note').count(), 0);
  await context.setOffline(true);
  await page.reload();
  assert.equal(await page.locator('h1').textContent(), headline);
  assert.match(
    (await page.locator('.offline-note').textContent()) ?? '',
    /^No connection: offline copy from \d/,
  );
  await page.goto(`${server.url}/topics`);
  await page.locator('[data-offline] a').first().waitFor();
  assert.equal(await page.locator('.offline-note').count(), 0);
  await context.close();
});

test('new stories are announced where no stream can be had, and nothing moves before a reader wishes', {
  skip,
}, async () => {
  await hide(2);
  const context = await open({}, 'en');
  await context.addInitScript(
    'delete window.EventSource; window.realInterval = setInterval; window.setInterval = (run) => { window.ask = run; };',
  );
  const page = await context.newPage();
  await page.goto(server.url);
  const live = page.locator('[data-live]');
  await live.evaluate((button) => button.setAttribute('data-live', String(Number(button.dataset.live) - 2)));
  await page.evaluate('window.ask()');
  assert.equal(await live.isVisible(), false);
  await hide(2);
  await page.evaluate('window.ask()');
  await page.getByRole('button', { name: '2 new stories; show them' }).waitFor();
  assert.equal(await page.evaluate('window.shifts'), 0);
  await live.click();
  await page.waitForLoadState();
  assert.equal(await live.isVisible(), false);
  await context.close();
});

test('without JavaScript the language is switched by a link, settings and keys are read, nothing dead is shown', {
  skip,
}, async () => {
  const context = await open({ javaScriptEnabled: false }, 'fa');
  const page = await context.newPage();
  await page.goto(`${server.url}/about`);
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'About' }).waitFor();
  await page.goto(`${server.url}/settings`);
  await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
  for (const path of ['/settings', '/saved', storyPath]) {
    await page.goto(server.url + path);
    assert.equal(await page.locator('button.js:visible, .js button:visible, .js:visible').count(), 0, path);
  }
  await context.close();
});
