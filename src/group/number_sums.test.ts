import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createNumberSums } from './number_sums.js';

test('visit() gives the sums that a map would, for any stretch of numbers, question after question', () => {
  const question = fc.record({
    oldest: fc.nat(50_000),
    adds: fc.array(fc.tuple(fc.nat(9000), fc.integer({ min: 1, max: 9 })), { maxLength: 60 }),
  });
  fc.assert(
    fc.property(fc.array(question, { maxLength: 6 }), (questions) => {
      const sums = createNumberSums();
      for (const { oldest, adds } of questions) {
        sums.begin(oldest, oldest + 9000);
        const wanted = new Map<number, number>();
        for (const [offset, weight] of adds) {
          sums.add(oldest + offset, weight);
          wanted.set(oldest + offset, (wanted.get(oldest + offset) ?? 0) + weight);
        }
        const found: [number, number][] = [];
        sums.visit((number, sum) => found.push([number, sum]));
        assert.deepEqual(found, [...wanted]);
      }
    }),
  );
});
