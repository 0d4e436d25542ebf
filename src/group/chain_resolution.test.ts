import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AttributionHop, AttributionRelation } from '../model/attribution.js';
import { type ResolvedHop, resolveChains } from './chain_resolution.js';

function hop(relation: AttributionRelation, outlet: string): AttributionHop {
  return { relation, name: outlet, outlet, anonymous: false };
}
const UNNAMED: AttributionHop = { relation: 'cited', name: 'یک منبع آگاه', anonymous: true };

function written(hops: readonly ResolvedHop[] | undefined): string {
  return (hops ?? []).map(({ state, report }) => `${state} ${report ?? '-'}`).join(', ');
}

test('resolveChains() finds the earliest report of a credited outlet and leaves the unnamed claimed', () => {
  const resolved = resolveChains([
    { id: 'b2', outlet: 'b', published: '2025-01-01T10:00:00Z', chain: [hop('publisher', 'b')] },
    { id: 'b1', outlet: 'b', published: '2025-01-01T09:00:00Z', chain: [hop('publisher', 'b')] },
    {
      id: 'a',
      outlet: 'a',
      chain: [hop('publisher', 'a'), hop('original', 'b'), hop('cited', 'c'), UNNAMED],
    },
  ]);
  assert.equal(written(resolved.get('a')), 'found a, found b1, missing -, claimed -');
});

test('resolveChains() prefers the report that was copied, through copies of copies', () => {
  const resolved = resolveChains(
    [
      { id: 'b1', outlet: 'b', chain: [] },
      { id: 'b2', outlet: 'b', chain: [] },
      { id: 'c', outlet: 'c', chain: [] },
      { id: 'a', outlet: 'a', chain: [hop('original', 'b')] },
    ],
    new Map([
      ['a', 'c'],
      ['c', 'b2'],
      ['b2', 'a'],
    ]),
  );
  assert.equal(written(resolved.get('a')), 'found b2');
});

test('resolveChains() marks credits that run in a ring, and only those', () => {
  const resolved = resolveChains([
    { id: 'a', outlet: 'a', chain: [hop('via', 'b'), hop('original', 'd')] },
    { id: 'b', outlet: 'b', chain: [hop('via', 'c')] },
    { id: 'c', outlet: 'c', chain: [hop('via', 'a')] },
    { id: 'd', outlet: 'd', chain: [hop('cited', 'a')] },
  ]);
  assert.equal(written(resolved.get('a')), 'circular b, found d');
  assert.equal(written(resolved.get('b')), 'circular c');
  assert.equal(written(resolved.get('d')), 'found a');
});
