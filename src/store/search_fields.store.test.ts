import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { saveOutlets } from './outlets.js';
import { type FieldFilter, resolveFields, takeFields } from './search_fields.js';
import { openTestDatabase } from './test_database.js';

const store = await openTestDatabase({ after });
await saveOutlets(store, [
  { id: 'nuran', name: 'خبرگزاری نوران', kind: 'agency', domains: [], aliases: ['نوران‌نیوز'] },
  { id: 'peyk', name: 'پیک کاسپی', kind: 'newspaper', domains: [], aliases: [] },
]);

await store.run(
  `insert into entity (id, type, name, known) values ('per.sarvin', 'person', 'آرش سروین', true),
     ('per.sarvin2', 'person', 'نیما سروین', false), ('org.vezarat', 'organisation', 'وزارت آب', true),
     ('per.khamush', 'person', 'خموش آرانیا', true)`,
);
// Speakers of statements that no article has: fields look at names alone.
await store.run('alter table statement_speaker drop constraint statement_speaker_statement_id_fkey');
await store.run(
  `insert into statement_speaker (statement_id, position, name, entity_id, via, at)
   select id, 0, name, id, 'name', now() from entity where id <> 'per.khamush'`,
);

function resolve(text: string): Promise<FieldFilter> {
  return resolveFields(store, takeFields(text).fields);
}

test('takeFields() parts fields from words', () => {
  assert.deepEqual(takeFields('سد رسانه:«خبرگزاري نوران» از:۱۴۰۴/۰۹/۲۴ آب').fields, [
    { name: 'رسانه', value: 'خبرگزاري نوران' },
    { name: 'از', value: '۱۴۰۴/۰۹/۲۴' },
  ]);
  assert.equal(takeFields('سد رسانه:نوران آب').rest.replace(/\s+/g, ' '), 'سد آب');
  assert.deepEqual(takeFields('سازمان: جهان از تا').fields, []);
});

test('resolveFields() reads outlets, categories and days of both calendars', async () => {
  const cases: readonly (readonly [string, FieldFilter['filter']])[] = [
    ['رسانه:نوران', { outletIds: ['nuran'] }],
    ['رسانه:«خبرگزاري نوران»', { outletIds: ['nuran'] }],
    ['رسانه:نوراننیوز', { outletIds: ['nuran'] }],
    ['رسانه:peyk', { outletIds: ['peyk'] }],
    ['گوینده:«آرش سروین»', { speakerIds: ['per.sarvin'] }],
    ['گوینده:«آرش\u200cسروين»', { speakerIds: ['per.sarvin'] }],
    ['گوینده: سروین', { speakerIds: ['per.sarvin', 'per.sarvin2'] }],
    ['گوینده:«وزارت آب»', { speakerIds: ['org.vezarat'] }],
    ['دسته:جهان', { section: 'world' }],
    ['دسته: «جهان»', { section: 'world' }],
    ['دسته:سياسي', { section: 'politics' }],
    ['دسته:بین\u200cالملل', { section: 'world' }],
    ['دسته:«علم و فناوري»', { section: 'science' }],
    ['از:۱۴۰۴/۰۹/۲۴', { from: '2025-12-15T00:00:00+03:30' }],
    [
      'از:2025-12-15 تا:1404/09/24',
      { from: '2025-12-15T00:00:00+03:30', before: '2025-12-16T00:00:00+03:30' },
    ],
    // Every digit, both calendars.
    ...['1404/09/24', '۱۴۰۴/۰۹/۲۴', '١٤٠٤/٠٩/٢٤', '2025-12-15', '۲۰۲۵-۱۲-۱۵', '٢٠٢٥-١٢-١٥'].map(
      (day) => [`از:${day}`, { from: '2025-12-15T00:00:00+03:30' }] as const,
    ),
    ['سد', {}],
    ['outlet:nuran From:2025-12-15', { outletIds: ['nuran'], from: '2025-12-15T00:00:00+03:30' }],
    ['موضع:رد وضعیت:«محل اختلاف» نوع:ديدار', { stance: 'deny', status: 'disputed', contactKind: 'meeting' }],
    ['stance:not_ruled_out kind:phone_call', { stance: 'not_ruled_out', contactKind: 'phone_call' }],
  ];
  for (const [text, filter] of cases) assert.deepEqual(await resolve(text), { filter, problems: [] }, text);
});

test('resolveFields() tells in words what it cannot use', async () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['رسانه:ناهست', /نمی‌شناسیم/],
    ['دسته:ناهست', /سیاست، جهان/],
    ['گوینده:خموش', /گوینده‌ای به نام «خموش» نمی‌شناسیم/],
    ['گوینده:«»', /نمی‌شناسیم/],
    ['موضع:شاید', /موضعی به نام «شاید» نداریم؛ .*تأیید، رد/],
    ['از:دیروزها', /نفهمیدیم/],
    ['از:۱۴۰۴/۰۹/۲۵ تا:۱۴۰۴/۰۹/۲۴', /عوض کنید/],
  ];
  for (const [text, problem] of cases)
    assert.match((await resolve(text)).problems.map(({ fa }) => fa).join(), problem, text);
});

test('resolveFields() tells every problem in English too', async () => {
  const text = 'outlet:none speaker:«» section:none stance:none status:none kind:none from:none';
  const { problems } = await resolve(text);
  assert.equal(problems.length, 7);
  for (const { en } of problems) assert.match(en, /^(?=[A-Z])[\x20-\x7e“”]+\.$/);
});
