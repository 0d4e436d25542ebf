import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContactKind } from '../model/contact.js';
import type { LedgerContact, LedgerVoice } from '../model/ledger.js';
import { pairVoices } from './contact_pairs.js';

/** «والین deny 3»: who, what, on which day of December. */
function voice(words: string): LedgerVoice {
  const [entity = '', stance = '', day = ''] = words.split(' ');
  const at = `2025-12-${day.padStart(2, '0')}T06:00:00Z`;
  return {
    ...{ stance: stance as LedgerVoice['stance'], participant: true, presupposed: false, narrated: false },
    ...{ entity, speaker: entity, published: at, known: at, rule: 'r', sameAs: words },
    places: [{ article: `${day}.1`, span: { start: 0, end: 1 } }],
  };
}

function contact(kind: ContactKind, voices: readonly LedgerVoice[]): LedgerContact {
  return {
    ...{
      id: '1.1#0',
      actors: [],
      kind,
      level: 'leaders',
      secrecy: 'unknown',
      days: ['2025-12-01', '2025-12-01'],
    },
    ...{ status: 'denied', disputed: true, history: [], tellings: [], roles: [], voices },
  };
}

for (const [what, kind, voices, found] of [
  ['a claim and its denial', 'phone_call', ['آرتین affirm 2', 'والین deny 3'], ['opposed 0 1']],
  ['a denial before the claim', 'phone_call', ['والین deny 2', 'آرتین affirm 3'], ['opposed 0 1']],
  [
    'one who says no and later leaves open',
    'meeting',
    ['والین deny 2', 'والین not_ruled_out 9'],
    ['changed 0 1'],
  ],
  [
    'two speakers again and again',
    'meeting',
    ['آرتین affirm 2', 'والین deny 3', 'والین deny 4'],
    ['opposed 0 1'],
  ],
  ['voices far apart on one event', 'meeting', ['آرتین affirm 2', 'والین deny 20'], ['opposed 0 1']],
  ['voices far apart on talks that go on', 'talks', ['آرتین affirm 2', 'والین deny 20'], []],
  ['two who agree', 'meeting', ['آرتین affirm 2', 'والین affirm 3'], []],
] as const) {
  test(`pairVoices() with ${what} finds ${found.length}`, () => {
    const pairs = pairVoices(contact(kind, voices.map(voice)));
    assert.deepEqual(
      pairs.map((pair) => `${pair.kind} ${pair.one} ${pair.other}`),
      found,
    );
  });
}

test('pairVoices() leaves out who takes the contact for granted or muses about it', () => {
  const claim = voice('آرتین affirm 2');
  const denial = voice('والین deny 3');
  assert.equal(pairVoices(contact('meeting', [{ ...claim, presupposed: true }, denial])).length, 0);
  assert.equal(pairVoices(contact('meeting', [{ ...claim, speculative: true }, denial])).length, 0);
});
