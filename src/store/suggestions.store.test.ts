import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { saveDossier } from './dossiers.js';
import { saveOutlets } from './outlets.js';
import { loadSuggestions } from './suggestions.js';
import { openTestDatabase } from './test_database.js';

const store = await openTestDatabase({ after });
const AT = '2025-12-15T10:00:00.000Z';
await saveOutlets(store, [
  { id: 'nuran', name: 'خبرگزاری نوران', kind: 'agency', domains: [], aliases: [] },
  { id: 'penhan', name: 'خبرگزاری پنهان', kind: 'agency', domains: [], aliases: [] },
]);
await store.run("update outlet set hidden_at = now() where id = 'penhan'");
await store.run(
  `insert into entity (id, type, name, known, merged_into) values ('per.sarvin', 'person', 'آرش سروین', true, null),
     ('per.kian', 'person', 'سروناز کیانی', false, null), ('per.khamush', 'person', 'سروش خموش', true, null),
     ('per.old', 'person', 'سروین', true, 'per.sarvin')`,
);
// Titles and mentions alone are looked at here.
await store.run('alter table entity_mention drop constraint entity_mention_article_id_version_fkey');
await store.run(
  `insert into entity_mention (article_id, version, machine_id, entity_id, known_at, spans)
   select n, 1, id, id, $1, '[]' from entity, generate_series(1, 3) n where id = 'per.sarvin' or n = 1 and id = 'per.kian'`,
  [AT],
);
const dossier = String(await saveDossier(store, { name: 'آب و گفت‌وگو', actors: [], at: AT }));
const topic = '7';
await store.run(
  "insert into topic (id, key, name, first_seen_at, last_seen_at) values (7, '1', 'سرچشمهٔ آب ۱۴۰۴', $1, $1)",
  [AT],
);
const TITLES = [
  'گفت‌وگوی سپیدبار آغاز شد',
  'گفت‌وگوی سپیدبار',
  'گفت و گوی سپيدبار',
  'سپیده‌دم در کوه ۲۴۰۰ متری',
  'سپیدار پنهان',
];
await store.run('alter table article_version drop constraint article_version_page_id_fkey');
for (const [at, title] of TITLES.entries()) {
  await store.run(
    `with a as (insert into article (identity, outlet_id, first_seen_at) values ($1, $2, $3) returning id)
     insert into article_version (article_id, number, page_id, seen_at, content_key, title, body, text, extracted, stage,
       stage_version) select id, 1, 1, $3, $1, $4, '', '', '{}', 'test', '1' from a`,
    [String(at), at < 4 ? 'nuran' : 'penhan', AT, title],
  );
}
const book = await loadSuggestions(store);

test('find() names whoever is named, by any word of the name and in any spelling', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['سرو', ['per.kian', 'per.sarvin']],
    ['آرش\u200cسر', ['per.sarvin']],
    ['ارش سر', ['per.sarvin']],
    ['گفت وگ', [dossier]],
    ['گفتگ', []],
    ['سرچشمه آب ١٤', [topic]],
    ['سرچشمهٔ آب ۱۴', [topic]],
    ['nur', ['nuran']],
    ['خبرگزاري', ['nuran']],
    ['دیدار با سروی', ['per.sarvin']],
    ['خموش', []],
    ['', []],
  ];
  for (const [typed, refs] of cases)
    assert.deepEqual(
      book.find(typed, 9).names.map(({ ref }) => ref),
      refs,
      typed,
    );
});

test('find() completes the last word as most headlines spell it', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['سپی', ['سپیدبار', 'سپیده‌دم']],
    ['سپي', ['سپیدبار', 'سپیده‌دم']],
    ['آغاز سپیده', ['آغاز سپیده‌دم']],
    ['گفت‌و', ['گفت‌وگوی']],
    ['گفتو', ['گفت‌وگوی']],
    ['سپیدبار', []],
    ['ناه', []],
    ['س', []],
  ];
  for (const [typed, queries] of cases) assert.deepEqual(book.find(typed, 9).queries, queries, typed);
});

test('find() gives no more than asked', () => {
  assert.equal(book.find('سر', 1).names.length, 1);
  assert.equal(book.find('سپی', 1).queries.length, 1);
});
