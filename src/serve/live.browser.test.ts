/** New stories while somebody reads, in a real browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RunningServer, startServer } from './server.js';
import { type BrowserView, whyNoBrowser, withBrowser } from './test_browser.js';
import { hideNewest, tellStories } from './test_live.js';
import { fillPress, openTestSite, type TestSite } from './test_site.js';

const skip = whyNoBrowser() ?? false;
const PHONE: BrowserView = { width: 390, scheme: 'light' };
let server: RunningServer;
let site: TestSite;

if (skip === false) {
  site = await openTestSite({ after }, { sample: true, streamPollMs: 20 });
  before(async () => {
    await fillPress(site.store);
    server = await startServer(site.app, { host: '127.0.0.1', port: 0 });
  });
  after(() => server.stop());
}

test('stories that open are told at once in a bar, and what is read stays where it is', {
  skip,
}, async () => {
  await hideNewest(site.store, 2);
  await withBrowser(PHONE, async (context) => {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    // The page was made before the two newest stories opened.
    let newest = 0;
    await page.route(`${server.url}/`, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/data-live="(\d+)"/, (_, id: string) => {
        newest = Number(id);
        return `data-live="${newest - 2}"`;
      });
      await route.fulfill({ response, body });
    });
    const listening = page.waitForRequest(/\/live\/stream\?after=\d+$/);
    await page.goto(server.url);
    await listening;
    await page.evaluate('scrollTo(0, 400)');
    const placeOf = () => page.locator('.sl-head a').first().boundingBox();
    const before = await placeOf();
    const bar = page.locator('[data-live]');
    assert.equal(await bar.isVisible(), false);
    await hideNewest(site.store, 2);
    await tellStories(site.store, [newest - 1, newest]);
    await page.getByRole('button', { name: '۲ خبر تازه؛ نشان بده' }).waitFor();
    assert.deepEqual(await placeOf(), before);
    assert.equal(await bar.locator('xpath=..').getAttribute('role'), 'status');
    await page.unroute(`${server.url}/`);
    await bar.click();
    await page.waitForLoadState();
    assert.equal(await bar.isVisible(), false);
    assert.deepEqual(faults, []);
  });
});
