import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { saveSearchEntry } from './search_entries.js';
import type { SearchRequest } from './search_index.js';
import { openSearchIndex } from './search_postgres.js';
import { parseQuery } from './search_query.js';
import { searchWords } from './search_words.js';
import { openTestDatabase } from './test_database.js';

const store = await openTestDatabase({ after });
const index = openSearchIndex(store);

const TEXTS: readonly (readonly [title: string, body: string])[] = [
  ['سد سپیدبار پر شد', 'آب سد سپیدبار پس از باران به نیمه رسید و گزارش کامل آن آمد'],
  ['گزارش باران', 'باران در سراسر دشت بارید و گزارش شد و سد نیز آب گرفت'],
  ['گزارش هفته', 'گزارش گزارش گزارش از باران و برف'],
  ['دیدار وزیران', 'وزیر گفت سپیدبار دریاچه نیست'],
  ['برف در کوه', 'برف بر کوه نشست و گزارش رسید'],
];
for (const [at, [title, body]] of TEXTS.entries()) {
  await saveSearchEntry(store, {
    kind: 'article',
    refId: at + 1,
    shownAt: `2025-12-1${at}T21:00:00.000Z`,
    outletId: at % 2 === 0 ? 'nuran' : 'peyk',
    section: at < 3 ? 'society' : 'world',
    words: { title: searchWords(title), body: searchWords(body) },
  });
}

function requestOf(query: string, rest: Partial<SearchRequest> = {}): SearchRequest {
  return {
    ...parseQuery(query),
    kinds: ['article'],
    filter: {},
    order: 'best',
    offset: 0,
    limit: 10,
    fillTo: 0,
    ...rest,
  };
}

async function find(query: string, rest: Partial<SearchRequest> = {}): Promise<readonly number[]> {
  return (await index.find(requestOf(query, rest))).hits.map(({ refId }) => refId);
}

test('find() puts the rarer word, the title and the exact form first', async () => {
  const cases: readonly (readonly [string, Partial<SearchRequest>, readonly number[]])[] = [
    ['سپیدبار', {}, [1, 4]],
    ['گزارش باران', {}, [2, 3, 1]],
    ['باران سد', { order: 'newest' }, [2, 1]],
    ['گزارش -سد', { order: 'newest' }, [5, 3]],
    ['«سد سپیدبار»', {}, [1]],
    ['گزارش', { filter: { outletIds: ['peyk'] } }, [2]],
    ['برف', { filter: { section: 'world' } }, [5]],
    ['گزارش', { filter: { from: '2025-12-12T00:00:00Z', before: '2025-12-13T00:00:00Z' } }, [3]],
    ['گزارش', { order: 'newest', offset: 1, limit: 2 }, [3, 2]],
    ['', {}, []],
  ];
  for (const [query, rest, expected] of cases) assert.deepEqual(await find(query, rest), expected, query);
});

test('find() fills up with hits that lack a word of three, never of two, and says which they are', async () => {
  assert.deepEqual(await find('سپیدبار دریاچه باران'), []);
  const { hits, count } = await index.find(requestOf('سپیدبار دریاچه باران', { fillTo: 5 }));
  assert.deepEqual([hits[0], count], [{ kind: 'article', refId: 4, isComplete: false }, 0]);
  assert.deepEqual(await find('کوه دریاچه', { fillTo: 5 }), []);
  assert.deepEqual(await find('زرافه پلنگ گوزن', { fillTo: 5 }), []);
  const filled = await index.find(requestOf('سد آب نیمه', { fillTo: 5 }));
  assert.deepEqual(
    filled.hits.map(({ refId, isComplete }) => [refId, isComplete]),
    [
      [1, true],
      [2, false],
    ],
  );
});

test('find() finds the reports that quote a speaker, with words or without', async () => {
  await store.run('alter table statement_speaker drop constraint statement_speaker_statement_id_fkey');
  await store.run('alter table statement drop constraint statement_article_id_version_fkey');
  await store.run(
    `insert into statement (id, article_id, version, last_version, position, act, stance, factuality, form, known_at, at,
       evidence_start, evidence_end, content_start, content_end, evidence, content, rule, detail, words_hash, stage,
       stage_version)
     values ('4-a', 4, 1, 1, 0, 'assert', 'affirm', 'CT+', 'colon', now(), now(), 0, 9, 0, 4, 'وزیر گفت', 'گفت', 'r', '{}',
       'h', 's', '1')`,
  );
  await store.run(
    "insert into statement_speaker (statement_id, position, name, entity_id, via, at) values ('4-a', 0, 'وزیر', 'vazir', 'name', now())",
  );
  assert.deepEqual(await find('', { filter: { speakerIds: ['vazir'] } }), [4]);
  assert.deepEqual(await find('سپیدبار', { filter: { speakerIds: ['vazir'] } }), [4]);
  assert.deepEqual(await find('سپیدبار', { filter: { speakerIds: ['other'] } }), []);
});

test('countFacets() counts hits by outlet, category and day of Tehran', async () => {
  assert.deepEqual(await index.countFacets(requestOf('گزارش')), {
    outlets: [
      { value: 'nuran', count: 3 },
      { value: 'peyk', count: 1 },
    ],
    sections: [
      { value: 'society', count: 3 },
      { value: 'world', count: 1 },
    ],
    days: [
      { value: '2025-12-15', count: 1 },
      { value: '2025-12-13', count: 1 },
      { value: '2025-12-12', count: 1 },
      { value: '2025-12-11', count: 1 },
    ],
    reportCount: 4,
    storyCount: 0,
  });
});

test('correct() finds the word of the index that was meant, and leaves known words alone', async () => {
  const corrections = await index.correct(['سپیدبر', 'باران', 'قققققق']);
  assert.deepEqual([...corrections], [['سپیدبر', 'سپیدبار']]);
});

test('find() puts first what has neighbours of the query side by side, in any inflection', async () => {
  const texts = ['آب دریاچهٔ کبود کم شد', 'کبود است رنگ آب این دریاچه', 'دریاچه\u200cهای کبودی که آب دارند'];
  for (const [at, text] of texts.entries()) {
    await saveSearchEntry(store, {
      kind: 'article',
      refId: 101 + at,
      shownAt: `2025-11-0${9 - at}T21:00:00.000Z`,
      words: { body: searchWords(text) },
    });
  }
  assert.equal((await find('دریاچه کبود آب'))[0], 101);
  assert.equal((await find('آب کبود دریاچه')).length, 3);
  assert.equal((await find('کبود دریاچه')).length, 3);
  const apart = await find('دریاچه کبود');
  assert.ok(apart.indexOf(103) < apart.indexOf(102), apart.join());
});
