/** What pages do in a real browser without scripts, by day and night and at the first Tab. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RunningServer, startServer } from './server.js';
import { whyNoBrowser, withBrowser } from './test_browser.js';
import { fillPress, openTestSite } from './test_site.js';

const skip = whyNoBrowser() ?? false;

let server: RunningServer;
let articlePath = '';
let wait: (ms: number) => void = () => undefined;

if (skip === false) {
  const site = await openTestSite({ after }, { sample: true });
  wait = site.wait;
  before(async () => {
    const numbers = await fillPress(site.store);
    articlePath = `/article/${numbers.get('call')}`;
    server = await startServer(site.app, { host: '127.0.0.1', port: 0 });
  });
  after(() => server.stop());
}

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
    await page.goto(server.url + articlePath);
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

test('who wishes no motion gets none, and paper has the address of the page but nothing to press', {
  skip,
}, async () => {
  await withBrowser({ width: 1280, scheme: 'light' }, async (context) => {
    const page = await context.newPage();
    await page.goto(server.url);
    const move = page.locator('.ticker-do label');
    assert.equal(await move.isVisible(), true);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    assert.equal(await move.isVisible(), false);
    const moving = "getComputedStyle(document.querySelector('.ticker ol')).animationName";
    assert.equal(await page.evaluate(moving), 'none');
    assert.equal(await page.locator('.printed').isVisible(), false);
    await page.emulateMedia({ media: 'print' });
    assert.match((await page.locator('.printed').textContent()) ?? '', /^http:\/\/\S+\/$/);
    for (const part of ['.cats', '.tools', '.ticker', '.why', '.rail'])
      assert.equal(await page.locator(part).first().isVisible(), false, part);
  });
});
