import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findContradictions } from '../model/contradictions.js';
import type { LedgerContact } from '../model/ledger.js';
import { ledgerAsKnownAt } from '../model/ledger.js';
import { mergeContacts } from './ledger.js';
import { timelineOf } from './ledger_timeline.js';
import { ARANIA, ARTIN, actor, CASPIAN, KUHZAD, report, SOURCE, type Told } from './test_reports.js';

const CLAIM = report({
  article: 'a1',
  published: '2025-12-15T06:00:00+03:30',
  status: 'claimed',
  day: '2025-12-13',
  stance: 'affirm',
  speaker: SOURCE,
});
const DENIAL = report({
  article: 'a2',
  published: '2025-12-15T10:00:00+03:30',
  status: 'denied',
  stance: 'deny',
  kind: 'talks',
  speaker: KUHZAD,
});
const OPEN = report({
  article: 'a3',
  published: '2025-12-15T13:30:00+03:30',
  status: 'not_ruled_out',
  stance: 'not_ruled_out',
  speaker: KUHZAD,
});

test('mergeContacts() makes one contact of several articles and keeps every change of its status', () => {
  const [row, ...more] = mergeContacts([], [CLAIM, DENIAL, OPEN]);
  assert.deepEqual(more, []);
  assert.equal(row?.id, 'a1#0');
  assert.equal(row?.kind, 'phone_call');
  assert.deepEqual(row?.days, ['2025-12-13', '2025-12-13']);
  assert.deepEqual(
    row?.history.map(({ status, disputed, voice }) => [status, disputed, voice]),
    [
      ['claimed', false, 0],
      ['denied', true, 1],
      ['not_ruled_out', true, 2],
    ],
  );
  assert.equal(row?.status, 'not_ruled_out');
});

test('mergeContacts() gives the same ledger one report at a time, and again for a report that it has', () => {
  const whole = mergeContacts([], [CLAIM, DENIAL, OPEN]);
  const steps = [CLAIM, DENIAL, OPEN, DENIAL].reduce<typeof whole>(
    (ledger, each) => mergeContacts(ledger, [each]),
    [],
  );
  assert.deepEqual(steps, whole);
  assert.deepEqual(JSON.parse(JSON.stringify(whole)), whole, 'plain values');
});

test('ledgerAsKnownAt() shows what was known at a past instant', () => {
  const ledger = mergeContacts([], [CLAIM, DENIAL, OPEN]);
  const [row] = ledgerAsKnownAt(ledger, '2025-12-15T11:00:00+03:30');
  assert.equal(row?.status, 'denied');
  assert.equal(row?.voices.length, 2);
  assert.deepEqual(ledgerAsKnownAt(ledger, '2025-12-14T00:00:00+03:30'), []);
});

test('mergeContacts() counts a statement once in all copies of a text', () => {
  const copy = report({
    article: 'a4',
    published: '2025-12-15T07:00:00+03:30',
    status: 'claimed',
    day: '2025-12-13',
    stance: 'affirm',
    speaker: SOURCE,
    words: 'a1',
  });
  const [row] = mergeContacts([], [CLAIM, copy]);
  assert.equal(row?.voices.length, 1);
  assert.deepEqual(
    row?.voices[0]?.places.map(({ article }) => article),
    ['a1', 'a4'],
  );
  const narrated = ['b1', 'b2'].map((article) =>
    report({
      article,
      published: '2025-12-15T07:00:00+03:30',
      status: 'stated',
      stance: 'affirm',
      copyGroup: 'b1',
    }),
  );
  assert.equal(mergeContacts([], narrated)[0]?.voices.length, 1);
});

test('mergeContacts() makes a range of two days and turns a plan into what happened', () => {
  const plan = report({
    article: 'c1',
    published: '2025-12-10T07:00:00+03:30',
    kind: 'meeting',
    status: 'expected',
    day: '2025-12-13',
    stance: 'expected',
  });
  const done = report({
    article: 'c2',
    published: '2025-12-14T07:00:00+03:30',
    kind: 'meeting',
    status: 'stated',
    day: '2025-12-14',
    stance: 'affirm',
  });
  const [row, ...more] = mergeContacts([], [plan, done]);
  assert.deepEqual(more, []);
  assert.deepEqual(row?.days, ['2025-12-13', '2025-12-14']);
  assert.deepEqual(
    row?.history.map(({ status }) => status),
    ['expected', 'stated'],
  );
});

const APART: readonly (readonly [why: string, first: Partial<Told>, second: Partial<Told>])[] = [
  ['other people', {}, { actors: [ARTIN, actor('آیلین کرانی', 'per.karani', 'geo.nilvan')] }],
  ['another kind', { kind: 'message' }, { kind: 'meeting' }],
  ['other days', { day: '2025-12-13' }, { day: '2025-12-16' }],
  ['weeks later, undated', {}, { published: '2026-01-20T07:00:00+03:30' }],
  ['the next one is planned', {}, { status: 'expected', stance: 'expected' }],
  ['an absence over years', {}, { status: 'not_occurred', stance: 'deny' }],
  ['states, days later', {}, { actors: [ARANIA, CASPIAN], published: '2025-12-20T07:00:00+03:30' }],
];

for (const [why, first, second] of APART) {
  test(`mergeContacts() keeps two contacts apart: ${why}`, () => {
    const base: Told = {
      article: 'd1',
      published: '2025-12-14T07:00:00+03:30',
      status: 'stated',
      stance: 'affirm',
    };
    const reports = [report({ ...base, ...first }), report({ ...base, article: 'd2', ...second })];
    assert.equal(mergeContacts([], reports).length, 2);
  });
}

test('mergeContacts() keeps apart what one article tells of two contacts', () => {
  const second = { ...CLAIM, index: 1 };
  assert.equal(mergeContacts([], [CLAIM, second]).length, 2);
});

test('mergeContacts() does not join undated pages by the day on which we came to know them', () => {
  const undated = [CLAIM, DENIAL].map(({ published: _, contact: { when: __, ...contact }, ...rest }) => ({
    ...rest,
    contact,
  }));
  assert.equal(mergeContacts([], undated).length, 2);
});

test('findContradictions() shows who disputes whom and who changes his position', () => {
  const found = findContradictions(mergeContacts([], [CLAIM, DENIAL, OPEN]));
  assert.deepEqual(found, [
    { kind: 'dispute', contact: 'a1#0', yes: [0], no: [1], withinSide: false },
    {
      kind: 'shift',
      contact: 'a1#0',
      speaker: 'per.kuhzad',
      steps: [
        { voice: 1, stance: 'deny', at: '2025-12-15T10:00:00+03:30' },
        { voice: 2, stance: 'not_ruled_out', at: '2025-12-15T13:30:00+03:30' },
      ],
    },
  ]);
  assert.deepEqual(findContradictions(mergeContacts([], [CLAIM])), []);
});

for (const [iso, days] of [
  ['2018', ['2018-01-01', '2018-12-31']],
  ['2024-02', ['2024-02-01', '2024-02-29']],
  ['2025-12-14T20:00:00+03:30', ['2025-12-14', '2025-12-14']],
  ['2018-13', [null, '2025-12-15']],
] as const) {
  test(`mergeContacts() keeps days of the calendar for a contact of ${iso}`, () => {
    const told = { ...CLAIM, contact: { ...CLAIM.contact, when: { iso, precision: 'year' as const } } };
    assert.deepEqual(mergeContacts([], [told])[0]?.days, days);
  });
}

test('findContradictions() takes words of one breath, and two shades of open, for no change of position', () => {
  const [row] = mergeContacts([], [CLAIM, DENIAL, OPEN]);
  const [, no, open] = row?.voices ?? [];
  assert.ok(row && no && open);
  const shifts = (voices: LedgerContact['voices']): number =>
    findContradictions([{ ...row, voices }]).filter(({ kind }) => kind === 'shift').length;
  assert.equal(shifts([no, open]), 1);
  assert.equal(shifts([no, { ...open, places: no.places }]), 0);
  assert.equal(shifts([{ ...no, stance: 'possible' }, open]), 0);
});

test('timelineOf() orders the contacts of two countries and of the people on their sides', () => {
  const reports = [
    report({
      article: 'e1',
      published: '2025-12-14T07:00:00+03:30',
      status: 'stated',
      stance: 'affirm',
      day: '2025-12-01',
    }),
    report({
      article: 'e2',
      published: '2025-12-14T07:00:00+03:30',
      kind: 'meeting',
      status: 'expected',
      stance: 'expected',
      day: '2025-12-20',
    }),
    report({
      article: 'e3',
      published: '2025-12-14T07:00:00+03:30',
      kind: 'channel',
      actors: [ARANIA, CASPIAN],
      status: 'stated',
      stance: 'affirm',
    }),
  ];
  const { dated, undated } = timelineOf(mergeContacts([], reports), 'geo.arania', 'geo.caspian');
  assert.deepEqual(
    dated.map(({ id }) => id),
    ['e1#0', 'e3#0', 'e2#0'],
  );
  assert.deepEqual(undated, []);
});

test('mergeContacts() names the denial as what made a dispute, not the claim that the same page repeats', () => {
  const both = { article: 'a2', published: DENIAL.published };
  const repeated = { ...CLAIM, ...both, known: DENIAL.known };
  const page = {
    ...DENIAL,
    said: { ...DENIAL.said, 1: { speaker: 'خبرگزاری نوران', words: 'تماس برقرار شد' } },
    contact: {
      ...DENIAL.contact,
      voices: [
        ...DENIAL.contact.voices,
        ...repeated.contact.voices.map((voice) => ({ ...voice, statement: 1 })),
      ],
    },
  };
  const [row] = mergeContacts([], [CLAIM, page]);
  const last = row?.history.at(-1);
  assert.deepEqual([last?.status, last?.disputed], ['denied', true]);
  assert.equal(row?.voices[last?.voice ?? -1]?.stance, 'deny');
});
