import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { saveSearchEntry } from './search_entries.js';
import { warmSearch } from './search_warming.js';
import { openTestDatabase } from './test_database.js';

const store = await openTestDatabase({ after });

test('warmSearch() reads the index and the entries, leaves nothing in the database, and stops when told to', async () => {
  const words = Array.from({ length: 400 }, (_, at) => `واژه${at}`);
  for (let refId = 1; refId <= 20; refId += 1) {
    const shownAt = '2026-03-01T00:00:00.000Z';
    await saveSearchEntry(store, { kind: 'article', refId, shownAt, words: { body: words } });
  }
  const sizes = await store.row<{ bytes: number }>(
    `select pg_relation_size('search_entry') + pg_relation_size('search_entry_words') as bytes`,
  );
  const read = await warmSearch(store, new AbortController().signal);
  assert.ok(
    (sizes?.bytes ?? 0) > (20 * 8192) / 3 && read >= (sizes?.bytes ?? 0),
    `${read} of ${sizes?.bytes}`,
  );
  assert.equal(await warmSearch(store, AbortSignal.abort()), 0);
  const left = await store.rows(
    `select from pg_proc where proname = 'read_pages' and pronamespace = 'public'::regnamespace`,
  );
  assert.deepEqual(left, []);
});
