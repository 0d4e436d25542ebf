import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fillPress, openTestSite } from './test_site.js';
import { warmPages } from './warm_pages.js';

const { app, store } = await openTestSite({ after });

test('the pages that readers ask for first answer; nothing is asked of an empty store, nor after the end', async () => {
  const { signal } = new AbortController();
  assert.equal(await warmPages(app, { store, signal }), 0);
  await fillPress(store);
  assert.ok((await warmPages(app, { store, signal })) > 20);
  assert.equal(await warmPages(app, { store, signal: AbortSignal.abort() }), 0);
});
