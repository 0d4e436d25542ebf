/** Suggestions while typing, by keyboard, in a real browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type RunningServer, startServer } from './server.js';
import { type BrowserView, whyNoBrowser, withBrowser } from './test_browser.js';
import { addTopic, fillPress, openTestSite } from './test_site.js';

const skip = whyNoBrowser() ?? false;
const DESK: BrowserView = { width: 1280, scheme: 'light' };
let server: RunningServer;

if (skip === false) {
  const site = await openTestSite({ after }, { sample: true });
  before(async () => {
    await fillPress(site.store);
    await addTopic(site.store);
    server = await startServer(site.app, { host: '127.0.0.1', port: 0 });
  });
  after(() => server.stop());
}

/** Types into the field and waits for its list. */
async function type(page: Page, field: string, text: string): Promise<void> {
  await page.locator(field).pressSequentially(text);
  await page.locator(`${field}-offers [role="option"]`).first().waitFor();
}

for (const [language, path, field, kind] of [
  ['fa', '/', '#q', 'رسانه'],
  ['en', '/search', '#qq', 'outlet'],
] as const) {
  test(`the field of "${path}" offers names, goes through them by arrows and opens one by Enter (${language})`, {
    skip,
  }, async () => {
    await withBrowser(DESK, async (context) => {
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      await page.goto(`${server.url}${path}?lang=${language}`);
      await type(page, field, 'نورا');
      const outlet = page.locator(`${field}-offers [role="option"]`, { hasText: kind });
      assert.match((await outlet.textContent()) ?? '', /خبرگزاری نوران/);
      const place = Number((await outlet.getAttribute('id'))?.split('-').at(-1));
      for (let press = 0; press <= place; press += 1) await page.keyboard.press('ArrowDown');
      const input = page.locator(field);
      assert.equal(await input.getAttribute('aria-activedescendant'), await outlet.getAttribute('id'));
      assert.equal(await outlet.getAttribute('aria-selected'), 'true');
      assert.equal(await input.inputValue(), 'خبرگزاری نوران');
      await page.keyboard.press('Escape');
      assert.equal(await input.inputValue(), 'نورا');
      assert.equal(await input.getAttribute('aria-expanded'), 'false');
      await page.keyboard.press('ArrowUp');
      assert.equal(await input.getAttribute('aria-expanded'), 'true');
      await page.keyboard.press('ArrowUp');
      await outlet.click();
      await page.waitForURL(`${server.url}/outlet/nuran`);
      assert.deepEqual(faults, []);
    });
  });
}

test('without a chosen offer Enter searches for what was typed; without scripts the field is a plain form', {
  skip,
}, async () => {
  for (const javaScript of [true, false]) {
    await withBrowser({ ...DESK, javaScript }, async (context) => {
      const page = await context.newPage();
      await page.goto(`${server.url}/`);
      await page.locator('#q').fill('نوران');
      assert.equal(await page.locator('#q').getAttribute('role'), javaScript ? 'combobox' : null);
      await page.keyboard.press('Enter');
      await page.waitForURL(`${server.url}/search?q=${encodeURIComponent('نوران')}`);
    });
  }
});
