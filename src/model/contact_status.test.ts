import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContactStatus } from './contact.js';
import { type StatusVoice, statusOf } from './contact_status.js';
import type { Stance } from './statement.js';

/** `P:affirm` a participant, `T:` a third party, `N:` narration; `?` presupposed, `~` speculative, `!` called off. */
function voice(text: string): StatusVoice {
  const [who = '', stance = '', side] = text.replace(/[?~!]/g, '').split(':');
  return {
    stance: stance as Stance,
    participant: who === 'P',
    narrated: who === 'N',
    presupposed: text.includes('?'),
    speculative: text.includes('~'),
    calledOff: text.includes('!') ? 'cancelled' : undefined,
    side: side ?? (who === 'P' ? 'country.ru' : undefined),
  };
}

const CASES: readonly (readonly [voices: string, status: ContactStatus, disputed?: true])[] = [
  ['N:affirm', 'stated'],
  ['N:affirm?', 'stated'],
  ['N:deny', 'not_occurred'],
  ['N:expected', 'expected'],
  ['N:expected N:affirm', 'stated'],
  ['N:expected N:affirm?', 'expected'],
  ['N:affirm~', 'speculated'],
  ['N:possible', 'speculated'],
  ['T:affirm', 'claimed'],
  ['T:affirm N:affirm?', 'claimed'],
  ['T:affirm N:affirm', 'stated'],
  ['T:deny', 'denied'],
  ['T:possible', 'speculated'],
  ['T:expected', 'expected'],
  ['T:affirm P:affirm', 'confirmed'],
  ['P:affirm?', 'confirmed'],
  ['P:deny', 'denied'],
  ['T:affirm P:deny', 'denied', true],
  ['P:affirm:a P:deny:b', 'denied', true],
  ['P:deny:a P:affirm:b', 'confirmed', true],
  ['P:deny!', 'not_occurred'],
  ['P:expected P:deny!', 'not_occurred'],
  ['N:expected N:deny!', 'not_occurred'],
  ['P:not_ruled_out', 'not_ruled_out'],
  ['P:possible', 'not_ruled_out'],
  ['T:affirm P:not_ruled_out P:affirm?', 'not_ruled_out'],
  ['P:not_ruled_out:a P:affirm?:b', 'confirmed'],
  ['T:affirm P:deny P:not_ruled_out', 'not_ruled_out', true],
  ['P:conditional P:possible', 'conditional'],
  ['P:conditional P:expected', 'expected'],
  ['P:not_ruled_out T:expected', 'expected'],
  ['T:expected P:not_ruled_out', 'not_ruled_out'],
  ['P:not_ruled_out N:expected', 'not_ruled_out'],
  ['P:offered', 'offered'],
  ['P:expected P:affirm', 'confirmed'],
  ['P:expected P:deny', 'denied'],
  ['T:affirm P:unknown', 'claimed'],
];

test('statusOf() follows the voices in the order in which they speak', () => {
  for (const [voices, status, disputed = false] of CASES) {
    const found = statusOf(voices.split(' ').map(voice));
    assert.deepEqual(found, { status, disputed }, voices);
  }
});

test('statusOf() never confirms what only others claim, expect or leave open', () => {
  const stances: Stance[] = [
    'deny',
    'not_ruled_out',
    'possible',
    'conditional',
    'expected',
    'offered',
    'unknown',
  ];
  for (const stance of stances) {
    const voices = [voice('T:affirm'), voice('N:affirm?'), voice(`P:${stance}`)];
    assert.notEqual(statusOf(voices).status, 'confirmed', stance);
  }
});
