import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { slipsOf } from './search_slips.js';

test('slipsOf() meets the meant word from a missing, doubled, wrong or exchanged letter', () => {
  for (const slip of ['کرمین', 'کرمللین', 'کرمبین', 'کمرلین'])
    assert.ok(slipsOf(slip).includes('کرملین'), slip);
  assert.ok(!slipsOf('کرملین').includes('کرملین'));
});

test('slipsOf() is mutual for words of the alphabet', () => {
  const word = fc.string({ unit: fc.constantFrom(...'ابتسمنیرک'), minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(word, fc.nat(), (from, pick) => {
      const slips = slipsOf(from);
      const slip = slips[pick % slips.length] ?? from;
      assert.ok(slipsOf(slip).includes(from));
    }),
    { numRuns: 50 },
  );
});
