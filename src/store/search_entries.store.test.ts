import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { articlePage } from '../model/test_article.js';
import { saveArticleVersion } from './article_versions.js';
import { savePage } from './fetched_pages.js';
import { deleteSearchEntry, type SearchEntry, saveSearchEntry } from './search_entries.js';
import type { SearchRequest } from './search_index.js';
import { openSearchIndex } from './search_postgres.js';
import { openTestDatabase } from './test_database.js';
import { incomingPage } from './test_pages.js';

const store = await openTestDatabase({ after });

function entry(refId: number, rest: Partial<SearchEntry>): SearchEntry {
  return {
    kind: 'topic',
    refId,
    shownAt: `2026-03-01T00:00:${String(refId).padStart(2, '0')}.000Z`,
    words: {},
    ...rest,
  };
}

async function find(request: Partial<SearchRequest>): Promise<readonly number[]> {
  const { hits } = await openSearchIndex(store).find({
    ...{ all: [], phrases: [], none: [], kinds: ['topic'], filter: {}, order: 'newest', offset: 0 },
    ...{ limit: 10, fillTo: 0, ...request },
  });
  return hits.map((hit) => hit.refId);
}

test('find() finds words, readings, phrases, exclusions and filters, newest first', async () => {
  const entries = [
    entry(1, { words: { title: ['گفتگو', 'تلفنی'], body: [['مذاکرهها', 'مذاکره']] }, outletId: 'a' }),
    entry(2, { words: { title: ['تلفنی', 'گفتگو'] }, outletId: 'b', section: 'world' }),
    entry(3, { words: { title: ['گفتگو'], lede: ['تلفنی'] }, section: 'world' }),
  ];
  for (const one of entries) await saveSearchEntry(store, one);
  const cases: readonly (readonly [Partial<SearchRequest>, readonly number[]])[] = [
    [{ all: ['گفتگو'] }, [3, 2, 1]],
    [{ all: ['گفتگو', 'مذاکره'] }, [1]],
    [{ all: [['ناهست', 'مذاکرهها']] }, [1]],
    [{ all: [], phrases: [['گفتگو', 'تلفنی']] }, [1]],
    [{ all: ['گفتگو'], none: ['مذاکره'] }, [3, 2]],
    [{ all: ['گفتگو'], filter: { outletIds: ['b'] } }, [2]],
    [{ all: ['گفتگو'], filter: { section: 'world' } }, [3, 2]],
    [{ all: ['گفتگو'], kinds: ['article'] }, []],
    [{ all: ['گفتگو'], limit: 1 }, [3]],
    [{ all: ['گفتگو'], offset: 1 }, [2, 1]],
    [{ all: ['هیچ'] }, []],
    [{ all: [] }, []],
  ];
  for (const [query, expected] of cases) assert.deepEqual(await find(query), expected);
});

test('saveSearchEntry() replaces the older entry of the same noun', async () => {
  await saveSearchEntry(store, entry(7, { words: { title: ['پیشین'] } }));
  await saveSearchEntry(store, entry(7, { words: { title: ['تازه'] } }));
  assert.deepEqual([await find({ all: ['پیشین'] }), await find({ all: ['تازه'] })], [[], [7]]);
  await deleteSearchEntry(store, 'topic', 7);
  assert.deepEqual(await find({ all: ['تازه'] }), []);
});

test('find() finds every word that saveSearchEntry() took, whatever its letters', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), async (word) => {
      await saveSearchEntry(store, entry(50, { words: { body: ['پیش', word, 'پس'] } }));
      assert.deepEqual(await find({ all: [word] }), [50]);
    }),
    { numRuns: 60 },
  );
});

test('find() never finds what is hidden', async () => {
  const { articleId } = await store.transaction(async (tx) => {
    const { pageId } = await savePage(tx, incomingPage('پنهان'));
    const page = articlePage({ body: ['پنهان'] }, { outlet: { id: 'shy', name: 'خجالتی' } });
    const reading = { identity: 'hidden', contentKey: '1', page, pageId, seenAt: '2026-03-01T00:00:00.000Z' };
    return saveArticleVersion(tx, { ...reading, stage: { name: 'extract', version: '1' } });
  });
  await saveSearchEntry(
    store,
    entry(articleId, { kind: 'article', words: { body: ['پنهان'] }, outletId: 'shy' }),
  );
  const hidden = { kinds: ['article'], all: ['پنهان'] } as const;
  assert.deepEqual(await find(hidden), [articleId]);
  for (const table of ['article', 'outlet']) {
    await store.run(`update ${table} set hidden_at = now()`);
    assert.deepEqual(await find(hidden), []);
    await store.run(`update ${table} set hidden_at = null`);
  }
  assert.deepEqual(await find(hidden), [articleId]);
});

test('saveSearchEntry() takes a text with more different words than an entry holds', async () => {
  const words = Array.from({ length: 300_000 }, (_, at) => `کلمه${at.toString(36)}`);
  await saveSearchEntry(store, entry(40, { words: { title: ['گزارش'], body: words } }));
  assert.deepEqual(await find({ all: ['گزارش', 'کلمه0'] }), [40]);
});
