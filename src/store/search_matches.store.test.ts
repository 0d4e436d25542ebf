import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { RANKED_WINDOW } from './search_index.js';
import { loadNewestMatches, type MatchRequest } from './search_matches.js';
import { openTestDatabase } from './test_database.js';

const store = await openTestDatabase({ after });
const ENTRIES = 30_000;

// Every third entry has the common word, those before the 900th the rare one.
await store.run(
  `insert into search_entry (kind, ref_id, words, shown_at, outlet_id)
   select 'article', n, (case when n % 3 = 0 then '''خبر'':1' else '''آب'':1' end
       || case when n < 900 then ' ''سد'':2' else '' end)::tsvector,
     timestamptz '2025-01-01' + n * interval '1 minute', case when n < 20000 then 'old' else 'new' end
   from generate_series(1, $1) n`,
  [ENTRIES],
);
await store.run('analyze search_entry');

function requestOf(tsquery: string, rest: Partial<MatchRequest> = {}): MatchRequest {
  return {
    kinds: ['article'],
    filter: {},
    tsquery,
    share: 0,
    entries: ENTRIES,
    wanted: RANKED_WINDOW + 1,
    ...rest,
  };
}

test('loadNewestMatches() finds the same newest entries, however common it holds the words to be', async () => {
  const cases: readonly (readonly [string, MatchRequest['filter'], first: number, count: number])[] = [
    ["'خبر'", {}, 30_000, RANKED_WINDOW + 1],
    ["'سد'", {}, 899, 899],
    ["'خبر' & 'سد'", {}, 897, 299],
    ["'خبر'", { outletIds: ['old'] }, 19_998, RANKED_WINDOW + 1],
    ["'ناهست'", {}, 0, 0],
    ["'خبر'", { before: '2025-01-10T00:00:00Z' }, 12_957, RANKED_WINDOW + 1],
    ["'خبر'", { before: '2025-01-01T10:00:00Z' }, 597, 199],
    ["'خبر'", { from: '2025-01-21T15:30:00+03:30' }, 30_000, 161],
    ["'خبر'", { from: '2025-01-02T00:00:00Z', before: '2025-01-03T01:00:00Z' }, 2937, 500],
    ["'سد'", { from: '2025-01-01T14:59:00Z', before: '2026-01-01T00:00:00Z' }, 899, 1],
  ];
  for (const [tsquery, filter, first, count] of cases) {
    for (const share of [0, 0.2, 1 / 3, 1]) {
      const found = await loadNewestMatches(store, requestOf(tsquery, { filter, share }));
      assert.equal(found[0]?.refId ?? 0, first, `${tsquery} ${share}`);
      assert.equal(found.length, count, `${tsquery} ${share}`);
      const ids = found.map(({ refId }) => refId);
      assert.deepEqual(
        ids,
        ids.toSorted((a, b) => b - a),
      );
    }
  }
});
