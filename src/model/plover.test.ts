import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Contact, ContactActor, ContactKind, ContactPart, ContactStatus } from './contact.js';
import { directionOf, ploverOf } from './plover.js';

const RU = { name: 'سرگئی لاوروف', side: 'country.ru', via: 'name' } as const;
const TR = { name: 'هاکان فیدان', side: 'country.tr', via: 'name' } as const;
const IR = { name: 'ایران', side: 'country.ir', via: 'name' } as const;

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
      roles: [],
    };
    const { event, mode, aux, cameo } = ploverOf(contact, at);
    const shown = [event, mode, ...aux, cameo].filter((each) => each !== undefined).join(' ');
    assert.equal(shown, expected, `${kind} ${status}`);
  }
});

const TURKEY = { name: 'ترکیه', entity: 'country.tr', side: 'country.tr', via: 'org' } as const;
const QATAR = { name: 'قطر', entity: 'country.qa', side: 'country.qa', via: 'org' } as const;

const DIRECTIONS: readonly (readonly [
  kind: ContactKind,
  roles: readonly (readonly [ContactPart, ContactActor])[],
  at: string | undefined,
  direction: string,
])[] = [
  ['phone_call', [], undefined, '0,1 > 0,1'],
  ['phone_call', [['initiator', TR]], undefined, '1 > 0'],
  ['phone_call', [['initiator', TURKEY]], undefined, '1 > 0'],
  ['talks', [['initiator', QATAR]], undefined, '0,1 > 0,1'],
  ['talks', [['mediator', QATAR]], undefined, '0,1 > 0,1'],
  ['meeting', [], 'country.tr', '0 > 1'],
  ['meeting', [['host', TURKEY]], undefined, '0 > 1'],
  ['meeting', [['host', QATAR]], undefined, '0,1 > 0,1'],
  ['message', [['initiator', RU]], 'country.tr', '0 > 1'],
];

test('directionOf() makes the source of who took the initiative or travelled, never of a mediator', () => {
  for (const [kind, parts, at, expected] of DIRECTIONS) {
    const roles = parts.map(([part, who]) => ({ ...who, part }));
    const contact = { kind, status: 'stated', actors: [RU, TR], voices: [], roles } as const;
    const { source, recipient } = directionOf(contact, at);
    assert.equal(`${source} > ${recipient}`, expected, `${kind} ${parts.join(' ')} ${at}`);
  }
});

test('ploverOf() takes a meeting at a host of neither side for one in a third place', () => {
  const roles = [{ ...QATAR, part: 'host' as const }];
  const contact = { kind: 'meeting', status: 'stated', actors: [RU, TR], voices: [], roles } as const;
  assert.equal(ploverOf(contact).mode, 'third-party');
});
