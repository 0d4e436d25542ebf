import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutAtPlaces } from './told_block.js';

test('cutAtPlaces gives speech told inside speech a piece of its own', () => {
  const outer = { start: 2, end: 10 };
  const inner = { start: 5, end: 7 };
  assert.deepEqual(cutAtPlaces('0123456789ab', [outer, inner]), [
    { start: 0, end: 2, innermost: undefined },
    { start: 2, end: 5, innermost: outer },
    { start: 5, end: 7, innermost: inner },
    { start: 7, end: 10, innermost: outer },
    { start: 10, end: 12, innermost: undefined },
  ]);
});

test('cutAtPlaces loses no letter and marks every letter of a place', () => {
  const place = fc
    .tuple(fc.nat(20), fc.integer({ min: 1, max: 20 }))
    .map(([start, size]) => ({ start, end: Math.min(24, start + size) }));
  fc.assert(
    fc.property(fc.array(place, { maxLength: 6 }), (places) => {
      const text = 'abcdefghijklmnopqrstuvwx';
      const pieces = cutAtPlaces(text, places);
      assert.equal(pieces.map(({ start, end }) => text.slice(start, end)).join(''), text);
      for (const { start, end, innermost } of pieces)
        assert.equal(
          innermost !== undefined,
          places.some((each) => each.start <= start && each.end >= end),
        );
    }),
  );
});
