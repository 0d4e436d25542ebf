import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AttributionHop } from '../model/attribution.js';
import { countOrigins, type StoryReport } from './origins.js';

const via = (outlet: string): AttributionHop => ({
  name: outlet,
  outlet,
  relation: 'original',
  anonymous: false,
});
const report = (id: string, more: Partial<StoryReport> = {}): StoryReport => ({
  id,
  outlet: id,
  chain: [],
  ...more,
});

const cases: readonly [string, readonly StoryReport[], readonly string[]][] = [
  ['reports of their own', [report('a'), report('b')], ['a', 'b']],
  ['a copy and its original', [report('a'), report('b', { copyOf: { other: 'a' } })], ['a b']],
  ['a credit', [report('a'), report('b', { chain: [via('a')] })], ['a b']],
  ['a credit before its source arrives', [report('b', { chain: [via('a')] }), report('a')], ['b a']],
  [
    'two credits of one source that never published here',
    [report('a', { chain: [via('x')] }), report('b', { chain: [via('x')] })],
    ['a b'],
  ],
  ['one statement in two reports', [report('a'), report('b', { commonSource: 'a' })], ['a b']],
  ['one family', [report('a', { family: 'f' }), report('b', { family: 'f' })], ['a b']],
  [
    'a family of which one credits a stranger',
    [report('a', { family: 'f' }), report('s'), report('b', { family: 'f', chain: [via('s')] })],
    ['s b', 'a'],
  ],
  ['a ring of credits', [report('a', { chain: [via('b')] }), report('b', { chain: [via('a')] })], ['a b']],
];
for (const [what, reports, expected] of cases) {
  test(`countOrigins() on ${what}`, () => {
    const { origins } = countOrigins(reports);
    assert.deepEqual(
      origins.map((origin) => origin.reports.join(' ')),
      expected,
    );
  });
}

test('countOrigins() counts forty copies of one item as one origin of many outlets and families', () => {
  const copies = Array.from({ length: 40 }, (_, at) => report(`copy-${at}`, { copyOf: { other: 'agency' } }));
  const { outlets, families, origins } = countOrigins([report('agency'), ...copies]);
  assert.deepEqual([outlets, families, origins.length], [41, 41, 1]);
});
