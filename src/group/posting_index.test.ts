import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createPostingIndex } from './posting_index.js';

test('createPostingIndex() gives back what was added, newest first, without what was forgotten', () => {
  const additions = fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.boolean()), { maxLength: 400 });
  fc.assert(
    fc.property(additions, (list) => {
      const index = createPostingIndex();
      let oldest = 0;
      for (const [report, [key, forgets]] of list.entries()) {
        index.add(key, report);
        if (forgets) oldest = Math.max(oldest, report - 20);
        index.forgetBelow(oldest);
      }
      for (const key of new Set(list.map(([each]) => each))) {
        const found: number[] = [];
        index.visit(key, 1000, (report) => found.push(report));
        const expected = [...list.entries()].filter(([report, [each]]) => each === key && report >= oldest);
        assert.deepEqual(found, expected.map(([report]) => report).reverse());
      }
    }),
  );
});

test('createPostingIndex() grows and forgets without losing a living report', () => {
  const index = createPostingIndex();
  for (let report = 0; report < 50_000; report += 1) {
    index.add(report % 977, report);
    index.forgetBelow(report - 5_000);
  }
  let count = 0;
  for (let key = 0; key < 977; key += 1) count += index.visit(key, 1000, () => undefined);
  assert.equal(count, 5_001);
});
