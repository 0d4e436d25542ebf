/** The desk in a real browser: a comment moderated. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { findStoriesOf } from '../store/site_story.js';
import { setOperatorPassword } from './admin/password.js';
import { type RunningServer, startServer } from './server.js';
import { whyNoBrowser, withBrowser } from './test_browser.js';
import { fillPress, openTestSite, TEST_NOW } from './test_site.js';

const skip = whyNoBrowser() ?? false;
const PASSWORD = 'a long enough password';

let server: RunningServer;
let story = 0;

if (skip === false) {
  const { app, store } = await openTestSite({ after });
  before(async () => {
    const numbers = await fillPress(store);
    const call = numbers.get('call') ?? 0;
    story = (await findStoriesOf(store, [call])).get(call) ?? 0;
    await setOperatorPassword(store, PASSWORD, TEST_NOW);
    await store.run(
      `insert into comment (article_id, author_name, text, created_at)
       values ($1, 'مینا', 'کدام یک درست است؟', $2), ($1, null, 'خرید ارزان', $2)`,
      [call, TEST_NOW],
    );
    await store.run(
      `insert into entity (id, type, name, known) values ('per.kuhzad', 'person', 'نینا کوهزاد', true),
         ('per.mehrtash', 'person', 'ژاله مهرتاش', true)`,
    );
    await store.run(
      `insert into entity_mention (article_id, version, machine_id, entity_id, known_at, spans)
       select $1, 1, id, id, $2, '[]' from entity`,
      [call, TEST_NOW],
    );
    server = await startServer(app, { host: '127.0.0.1', port: 0 });
  });
  after(() => server.stop());
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${server.url}/admin/login`);
  await page.getByLabel('گذرواژه').fill(PASSWORD);
  await page.getByRole('button', { name: 'ورود' }).click();
  await page.getByRole('heading', { name: 'میز گرداننده' }).waitFor();
}

test('names of a dossier are picked from what is offered while typing, one after another', {
  skip,
}, async () => {
  await withBrowser({ width: 390, scheme: 'light' }, async (context) => {
    const page = await context.newPage();
    await signIn(page);
    await page.goto(`${server.url}/admin/dossiers`);
    const field = page.getByRole('combobox', { name: 'نام‌ها' });
    for (const letters of ['کوهز', 'مهرت']) {
      await field.pressSequentially(letters);
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    }
    assert.equal(await field.inputValue(), 'نینا کوهزاد، ژاله مهرتاش، ');
    await page.getByLabel('نام پرونده').fill('گذرگاه');
    await page.getByRole('button', { name: 'باز کن' }).click();
    await page.waitForURL(/\/admin\/dossiers\/1/);
    assert.equal(await field.inputValue(), 'نینا کوهزاد، ژاله مهرتاش');
  });
});

test('an operator comes from a story to the desk, rejects a comment with a reason and takes that back', {
  skip,
}, async () => {
  await withBrowser({ width: 1280, scheme: 'light' }, async (context) => {
    const page = await context.newPage();
    await signIn(page);
    await page.goto(`${server.url}/story/${story}`);
    await page.getByRole('link', { name: 'میز', exact: true }).click();
    await page.waitForURL(`${server.url}/admin/stories/${story}`);
    await page
      .getByRole('navigation', { name: 'میز گرداننده' })
      .getByRole('link', { name: 'دیدگاه‌ها' })
      .click();
    const comment = page.getByRole('article').filter({ hasText: 'خرید ارزان' });
    await comment.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'رد', exact: true }).click();
    assert.match((await page.getByRole('alert').textContent()) ?? '', /برای رد کردن دلیلی برگزینید/);
    assert.equal(await comment.getByRole('checkbox').isChecked(), true);
    await page.getByLabel('دلیل رد').selectOption('تبلیغ یا نشانی تبلیغاتی');
    await page.getByRole('button', { name: 'رد', exact: true }).click();
    assert.equal(await comment.count(), 0);
    await page.getByRole('status').getByRole('link').click();
    await page.getByRole('button', { name: 'واگرداندن' }).first().click();
    await page.goto(`${server.url}/admin/comments`);
    assert.equal(await comment.count(), 1);
  });
});
