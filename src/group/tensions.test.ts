import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContactActor, ContactKind } from '../model/contact.js';
import type { LedgerContact } from '../model/ledger.js';
import type { Stance } from '../model/statement.js';
import { findTensions } from '../model/tensions.js';
import { mergeContacts } from './ledger.js';

// An invented world: «آرانیا» and «کاسپیان» and the spokeswoman of the latter.

interface Told {
  readonly article: string;
  readonly published: string;
  readonly kind: ContactKind;
  readonly day?: string;
  readonly stance: Stance;
  readonly side?: string;
}

function state(name: string, entity: string): ContactActor {
  return { name, entity, side: entity, via: 'name' };
}

/** The ledger of one report, so that nothing is joined. */
function rowsOf(told: Told): readonly LedgerContact[] {
  const { article, published, kind, day, stance, side = 'geo.caspian' } = told;
  const evidence = { span: { start: 0, end: 9 }, rule: 'test' };
  const span = { start: 0, end: 4 };
  return mergeContacts(
    [],
    [
      {
        ...{ article, published, index: 0, known: published },
        said: { 0: { speaker: 'نینا کوهزاد', entity: 'per.kuhzad', side, words: article } },
        contact: {
          actors: [state('آرانیا', 'geo.arania'), state('کاسپیان', 'geo.caspian')],
          roles: [],
          ...{ kind, level: 'states', secrecy: 'unknown', disputed: false, trigger: span },
          status: stance === 'deny' ? 'denied' : stance === 'affirm' ? 'confirmed' : 'not_ruled_out',
          ...(day !== undefined && { when: { iso: day, precision: 'day', span } }),
          voices: [{ statement: 0, stance, participant: true, presupposed: false, evidence }],
          evidence: [evidence],
        },
      },
    ],
  );
}

const NO_CHANNEL: Told = { article: 'a', published: '2025-12-10T08:00:00Z', kind: 'channel', stance: 'deny' };
const NO_CALL: Told = { ...NO_CHANNEL, kind: 'phone_call', day: '2025-12-09' };
const MEETING: Told = { article: 'b', published: '2025-11-01T08:00:00Z', kind: 'meeting', stance: 'affirm' };

const CASES: readonly (readonly [what: string, a: Told, b: Told, count: number])[] = [
  ['no channel at all, but a meeting six weeks before', NO_CHANNEL, MEETING, 1],
  ['no call on one day, and a meeting on another', NO_CALL, MEETING, 0],
  ['no call on one day, others left open', NO_CALL, { ...MEETING, stance: 'not_ruled_out' }, 1],
  ['the other side affirms', NO_CHANNEL, { ...MEETING, side: 'geo.arania' }, 0],
  ['words of another year', NO_CHANNEL, { ...MEETING, published: '2024-11-01T08:00:00Z' }, 0],
];

for (const [what, a, b, count] of CASES) {
  test(`findTensions() with ${what} finds ${count}`, () => {
    const tensions = findTensions([...rowsOf(a), ...rowsOf(b)]);
    assert.equal(tensions.length, count);
    for (const { no, yes, side } of tensions) {
      assert.deepEqual([no.contact, yes.contact, side], ['a#0', 'b#0', 'geo.caspian']);
      assert.deepEqual([no.at, yes.at], [a.published, b.published]);
    }
  });
}
