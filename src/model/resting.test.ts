import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findResting, type RestingReport } from './resting.js';

const report = (id: number, minute: number, more: Partial<RestingReport> = {}): RestingReport => ({
  id,
  at: `2026-11-14T10:${String(minute).padStart(2, '0')}:00.000Z`,
  credits: [],
  ...more,
});
const copyOf = (otherId: number, direction: string, directionBy: string) => ({
  copy: { otherId, direction, directionBy },
});

const cases: readonly [string, readonly RestingReport[], string][] = [
  [
    'an original that arrived behind its copy',
    [report(1, 30, { credits: [2] }), report(2, 10, copyOf(1, 'to_other', 'credit'))],
    'root 2; 1 copy 2',
  ],
  [
    'a copy told by time: it rests on the original, not on the copy between',
    [
      report(1, 30, { credits: [2] }),
      report(2, 10, copyOf(1, 'to_other', 'credit')),
      report(3, 40, copyOf(1, 'from_other', 'time')),
    ],
    'root 2; 1 copy 2; 3 copy 2',
  ],
  [
    'credits: the nearest named comes before the text',
    [
      report(1, 10),
      report(2, 20, { credits: [1] }),
      report(3, 30, { credits: [2, 1], ...copyOf(1, 'from_other', 'credit') }),
    ],
    'root 1; 2 credit 1; 3 credit 2',
  ],
  [
    'copies without direction',
    [report(1, 10), report(2, 20, copyOf(1, 'undirected', ''))],
    'root 1; 2 alike 1',
  ],
  ['one source', [report(1, 20), report(2, 10)], 'root 2; 1 common 2'],
  [
    'a ring of credits',
    [report(1, 10, { credits: [2] }), report(2, 20, { credits: [1] })],
    'root 2; 1 credit 2',
  ],
];
for (const [what, reports, expected] of cases) {
  test(`findResting() on ${what}`, () => {
    const { root, rests } = findResting(reports);
    const told = [...rests].sort(([a], [b]) => a - b).map(([id, { on, tie }]) => `${id} ${tie} ${on}`);
    assert.equal([`root ${root}`, ...told].join('; '), expected);
  });
}

test('findResting() makes one tree of any reports, in whatever order they come', () => {
  const reports = fc
    .array(
      fc.record({
        minute: fc.integer({ min: 0, max: 59 }),
        otherId: fc.integer({ min: 0, max: 9 }),
        direction: fc.constantFrom('none', 'from_other', 'to_other', 'undirected'),
        by: fc.constantFrom('time', 'credit'),
        credits: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 10 },
    )
    .map((drawn) =>
      drawn.map(({ minute, otherId, direction, by, credits }, id) =>
        report(id, minute, {
          credits: credits.filter((each) => each < drawn.length && each !== id),
          ...(direction === 'none' || otherId === id ? {} : copyOf(otherId, direction, by)),
        }),
      ),
    );
  fc.assert(
    fc.property(reports, (drawn) => {
      const { root, rests } = findResting(drawn);
      assert.equal(rests.size, drawn.length - 1);
      for (const { id } of drawn) {
        let at = id;
        for (let steps = 0; at !== root && steps <= drawn.length; steps += 1) at = rests.get(at)?.on ?? root;
        assert.equal(at, root);
      }
      const turned = findResting([...drawn].reverse());
      assert.deepEqual([...turned.rests].sort(), [...rests].sort());
    }),
    { numRuns: 300 },
  );
});
