import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Contact, ContactKind, ContactStatus } from './contact.js';
import { ploverOf } from './plover.js';

const RU = { name: 'سرگئی لاوروف', side: 'country.ru', via: 'name', part: 'participant' } as const;
const TR = { name: 'هاکان فیدان', side: 'country.tr', via: 'name', part: 'participant' } as const;
const IR = { name: 'ایران', side: 'country.ir', via: 'name', part: 'participant' } as const;
const PLACE = { name: 'آنکارا', span: { start: 0, end: 6 } };

type Case = readonly [
  kind: ContactKind,
  status: ContactStatus,
  more: { sides?: Contact['actors']; at?: string; refused?: true },
  code: string,
];

const CASES: readonly Case[] = [
  ['phone_call', 'confirmed', {}, 'CONSULT phone 041'],
  ['video_call', 'stated', {}, 'CONSULT phone 041'],
  ['meeting', 'confirmed', { at: 'country.tr' }, 'CONSULT visit 042'],
  ['meeting', 'confirmed', { at: 'country.om' }, 'CONSULT third-party 044'],
  ['meeting', 'stated', {}, 'CONSULT 040'],
  ['meeting', 'stated', { sides: [RU, TR, IR] }, 'CONSULT multilateral 040'],
  ['visit', 'stated', {}, 'CONSULT visit 042'],
  ['talks', 'claimed', {}, 'CONSULT 046'],
  ['channel', 'confirmed', {}, 'CONSULT 040'],
  ['message', 'claimed', {}, 'CONSULT 040'],
  ['meeting', 'expected', {}, 'AGREE future 036'],
  ['phone_call', 'conditional', {}, 'AGREE future hypothetical 036'],
  ['talks', 'offered', {}, 'AGREE future hypothetical 036'],
  ['talks', 'denied', {}, 'CONSULT negation'],
  ['meeting', 'not_occurred', {}, 'CONSULT negation'],
  ['meeting', 'not_occurred', { refused: true }, 'REJECT meet 125'],
  ['phone_call', 'not_ruled_out', {}, 'CONSULT phone hypothetical'],
  ['talks', 'speculated', {}, 'CONSULT hypothetical'],
];

test('ploverOf() keeps what did not happen as a negated event', () => {
  for (const [kind, status, { sides = [RU, TR], at, refused }, expected] of CASES) {
    const evidence = { span: { start: 0, end: 1 }, rule: 'test' };
    const voice = {
      stance: 'deny',
      participant: true,
      presupposed: false,
      calledOff: 'refused',
      evidence,
    } as const;
    const contact = {
      kind,
      status,
      actors: sides,
      voices: refused ? [voice] : [],
      ...(at !== undefined && { place: PLACE }),
    };
    const { event, mode, aux, cameo } = ploverOf(contact, at);
    const shown = [event, mode, ...aux, cameo].filter((each) => each !== undefined).join(' ');
    assert.equal(shown, expected, `${kind} ${status}`);
  }
});
