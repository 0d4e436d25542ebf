import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LedgerContact, ledgerAsKnownAt, resolutionOf } from '../model/ledger.js';
import { type ContactReport, mergeContacts } from './ledger.js';
import { ARTIN, actor, KUHZAD, report, SOURCE, VALIN } from './test_reports.js';

// A call of two presidents is denied by a spokeswoman; asked again she leaves «تماس رؤسای‌جمهور» open and names nobody.

const KARANI = actor('آیلین کرانی', 'per.karani', 'geo.nilvan');

const CLAIM = report({
  ...{ article: 'a1', published: '2025-12-15T06:00:00+03:30', day: '2025-12-13' },
  ...{ status: 'claimed', stance: 'affirm', speaker: SOURCE },
});
const DENIAL = report({
  ...{ article: 'a2', published: '2025-12-15T10:00:00+03:30', day: '2025-12-13' },
  ...{ status: 'denied', stance: 'deny', speaker: KUHZAD },
});
const LEFT_OPEN = report({
  ...{ article: 'a3', published: '2025-12-15T13:30:00+03:30', actors: [VALIN], isOpen: true },
  ...{ status: 'not_ruled_out', stance: 'not_ruled_out', speaker: KUHZAD },
});
const RIVAL = report({
  ...{ article: 'a4', published: '2025-12-15T18:00:00+03:30', day: '2025-12-14', actors: [VALIN, KARANI] },
  ...{ status: 'claimed', stance: 'affirm', speaker: SOURCE },
});

function rowOf(ledger: readonly LedgerContact[], { article }: ContactReport): LedgerContact {
  const row = ledger.find(({ tellings }) => tellings.some((each) => each.article === article));
  assert.ok(row, `no row tells what ${article} tells`);
  return row;
}

test('mergeContacts() gives an open contact to the only one that fits, and its voice counts there', () => {
  const ledger = mergeContacts([], [CLAIM, DENIAL, LEFT_OPEN]);
  const [row, open] = [rowOf(ledger, CLAIM), rowOf(ledger, LEFT_OPEN)];
  assert.equal(resolutionOf(open), row.id);
  assert.deepEqual(open.resolutions, [
    { known: LEFT_OPEN.known, rivals: 1, contact: row.id, rule: 'open/near' },
  ]);
  assert.deepEqual(
    row.history.map(({ status, voice }) => [status, row.voices[voice]?.lent?.contact]),
    [
      ['claimed', undefined],
      ['denied', undefined],
      ['not_ruled_out', open.id],
    ],
  );
});

test('mergeContacts() gives an open contact to one that is told after it', () => {
  const ledger = mergeContacts([], [LEFT_OPEN, DENIAL]);
  const [open, row] = [rowOf(ledger, LEFT_OPEN), rowOf(ledger, DENIAL)];
  assert.equal(resolutionOf(open), row.id);
  assert.deepEqual(
    row.voices.map(({ lent }) => lent?.contact),
    [undefined, open.id],
  );
});

test('mergeContacts() takes an open contact back when a second one fits, and keeps that it was so', () => {
  const ledger = mergeContacts([], [CLAIM, DENIAL, LEFT_OPEN, RIVAL]);
  const [row, open] = [rowOf(ledger, CLAIM), rowOf(ledger, LEFT_OPEN)];
  assert.equal(resolutionOf(open), undefined);
  assert.deepEqual(
    open.resolutions?.map(({ rivals, contact }) => [rivals, contact]),
    [
      [1, row.id],
      [2, undefined],
    ],
  );
  assert.equal(row.status, 'denied');
  assert.deepEqual(
    row.history.map(({ status }) => status),
    ['claimed', 'denied', 'not_ruled_out', 'denied'],
  );
  assert.equal(row.voices.at(-1)?.lent?.until, RIVAL.known);
  const [then] = ledgerAsKnownAt([row], LEFT_OPEN.known);
  assert.equal(then?.status, 'not_ruled_out');
  assert.equal(then?.voices.at(-1)?.lent?.until, undefined);
  const [before] = ledgerAsKnownAt([open], LEFT_OPEN.known);
  assert.equal(before && resolutionOf(before), row.id);
});

test('mergeContacts() takes an open contact back when its match turns out to be told as a fact', () => {
  const fact = report({
    ...{ article: 'a5', published: '2025-12-15T20:00:00+03:30', day: '2025-12-13' },
    ...{ status: 'confirmed', stance: 'affirm', speaker: KUHZAD },
  });
  const ledger = mergeContacts([], [CLAIM, LEFT_OPEN, fact]);
  assert.equal(resolutionOf(rowOf(ledger, LEFT_OPEN)), undefined);
  assert.equal(rowOf(ledger, CLAIM).status, 'confirmed');
});

test('mergeContacts() takes two rows of one pair and day for one candidate, and gives an open contact to the last told', () => {
  const secret = { ...DENIAL, contact: { ...DENIAL.contact, secrecy: 'secret' as const } };
  const announced = { ...CLAIM, contact: { ...CLAIM.contact, secrecy: 'announced' as const } };
  const ledger = mergeContacts([], [announced, secret, LEFT_OPEN]);
  assert.notEqual(rowOf(ledger, secret).id, rowOf(ledger, announced).id);
  assert.equal(resolutionOf(rowOf(ledger, LEFT_OPEN)), rowOf(ledger, secret).id);
});

test('mergeContacts() confirms nothing by the words of who names one side', () => {
  const affirmed = report({
    ...{ article: 'a6', published: '2025-12-15T13:30:00+03:30', day: '2025-12-13', actors: [VALIN] },
    ...{ isOpen: true, status: 'confirmed', stance: 'affirm', speaker: KUHZAD },
  });
  const ledger = mergeContacts([], [CLAIM, affirmed]);
  assert.equal(resolutionOf(rowOf(ledger, affirmed)), rowOf(ledger, CLAIM).id);
  assert.equal(rowOf(ledger, CLAIM).status, 'claimed');
  const denied = mergeContacts([], [CLAIM, DENIAL, affirmed]);
  assert.equal(rowOf(denied, CLAIM).status, 'denied');
});

const NOT_MEANT: readonly (readonly [string, ContactReport])[] = [
  ['of another side', { ...CLAIM, contact: { ...CLAIM.contact, actors: [ARTIN, KARANI] } }],
  ['of another kind', { ...CLAIM, contact: { ...CLAIM.contact, kind: 'message' } }],
  ['of another level', { ...CLAIM, contact: { ...CLAIM.contact, level: 'experts' } }],
  [
    'of another week',
    { ...CLAIM, contact: { ...CLAIM.contact, when: { iso: '2025-12-04', precision: 'day' } } },
  ],
];

for (const [what, other] of NOT_MEANT) {
  test(`mergeContacts() leaves an open contact open beside one ${what}`, () => {
    const ledger = mergeContacts([], [other, LEFT_OPEN]);
    assert.equal(resolutionOf(rowOf(ledger, LEFT_OPEN)), undefined);
    assert.equal(rowOf(ledger, other).status, 'claimed');
  });
}

test('mergeContacts() makes of open reports of one side and these days one open contact', () => {
  const again = { ...LEFT_OPEN, article: 'a7' };
  const ledger = mergeContacts([], [LEFT_OPEN, again]);
  assert.deepEqual(
    ledger.map(({ isOpen, tellings, actors }) => [isOpen, tellings.length, actors.length]),
    [[true, 2, 1]],
  );
});
