/** The desk in a real browser: every place of it on phone and desk, by day and by night; and a comment moderated. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { saveEntities } from '../store/entities.js';
import { saveOutlets, saveSources } from '../store/outlets.js';
import { findStoriesOf } from '../store/site_story.js';
import { adoptSources } from '../store/source_state.js';
import { setOperatorPassword } from './admin/password.js';
import { type RunningServer, startServer } from './server.js';
import { findFaults, watch } from './test_axe.js';
import { whyNoBrowser, withBrowser } from './test_browser.js';
import { addTopic, fillPress, openTestSite, TEST_NOW } from './test_site.js';

const skip = whyNoBrowser() ?? false;
const PASSWORD = 'a long enough password';

let server: RunningServer;
let places: readonly string[];
let story = 0;

if (skip === false) {
  const { app, store } = await openTestSite({ after });
  before(async () => {
    const numbers = await fillPress(store);
    const call = numbers.get('call') ?? 0;
    const topic = await addTopic(store);
    story = (await findStoriesOf(store, [call])).get(call) ?? 0;
    await setOperatorPassword(store, PASSWORD, TEST_NOW);
    await saveEntities(store, [{ id: 'per.ova', type: 'person', name: 'اووا', known: true }]);
    await store.run(
      `insert into comment (article_id, author_name, text, created_at)
       values ($1, 'مینا', 'کدام یک درست است؟', $2), ($1, null, 'خرید ارزان', $2)`,
      [call, TEST_NOW],
    );
    await store.run(
      `insert into issue (page_id, stage, code, message, severity, seen_at)
       select min(id), 'extract', 'extract.empty', 'Cannot extract a page: it has no letters', 'fatal', $1
       from fetched_page`,
      [TEST_NOW],
    );
    const source = {
      id: 'nuran-feed',
      outletId: 'nuran',
      kind: 'feed' as const,
      url: 'https://nuran.example/rss',
    };
    await saveOutlets(store, [
      { id: 'nuran', name: 'خبرگزاری نوران', aliases: [], domains: ['nuran.example'] },
    ]);
    await saveSources(store, [source]);
    await store.transaction((tx) => adoptSources(tx, [{ ...source, host: 'nuran.example' }], TEST_NOW));
    await store.run(`update source_state set condition = 'unreachable', condition_detail = 'no such name'`);
    server = await startServer(app, { host: '127.0.0.1', port: 0 });
    places = [
      ...[
        '',
        '/comments',
        '/quarantine',
        '/sources',
        '/sources/add',
        '/sources/import',
        '/source/nuran-feed',
        '/stories',
        '/entities',
      ],
      ...[`/stories/${story}`, '/entities/per.ova', '/topics', `/topics/${topic}`, '/dossiers', '/pages'],
      ...['/text/rules', '/hidden', '/settings', '/acts'],
    ];
  });
  after(() => server.stop());
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${server.url}/admin/login`);
  await page.getByLabel('گذرواژه').fill(PASSWORD);
  await page.getByRole('button', { name: 'ورود' }).click();
  await page.getByRole('heading', { name: 'میز گرداننده' }).waitFor();
}

/** The wide desk only lays tables and pairs of fields out differently. */
const WIDE = /^(|\/sources|\/quarantine|\/stories\/\d+|\/dossiers|\/settings)$/;

for (const width of [390, 1280]) {
  test(`the places of the desk at ${width} px, day and night: accessible, nothing sideways, silent console`, {
    skip,
  }, async () => {
    await withBrowser({ width, scheme: 'light' }, async (context) => {
      const page = await context.newPage();
      const faults = watch(page);
      await signIn(page);
      for (const place of places.filter((each) => width < 1000 || WIDE.test(each))) {
        await page.goto(`${server.url}/admin${place}`);
        assert.deepEqual(await findFaults(page), [], `${place} ${width}`);
      }
      assert.deepEqual(faults, []);
    });
  });
}

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
    await page.getByRole('button', { name: 'واگرداندن' }).click();
    await page.goto(`${server.url}/admin/comments`);
    assert.equal(await comment.count(), 1);
  });
});
