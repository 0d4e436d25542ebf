import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layAxis } from './timeline_axis.js';

const slots = fc
  .uniqueArray(fc.integer({ min: 15_000, max: 25_000 }), { minLength: 1, maxLength: 40 })
  .chain((days) =>
    fc.tuple(
      fc.constant(days.sort((a, b) => a - b)),
      fc.array(fc.integer({ min: 10, max: 200 }), { minLength: days.length, maxLength: days.length }),
    ),
  )
  .map(([days, widths]) => days.map((day, at) => ({ day, width: widths[at] ?? 10 })));

test('layAxis() lays no day on another and all of them inside', () => {
  fc.assert(
    fc.property(slots, fc.integer({ min: 0, max: 2000 }), (given, wished) => {
      const { slots: placed, length } = layAxis(given, wished);
      for (const [at, { start, width }] of placed.entries()) {
        assert.ok(start + width <= (placed[at + 1]?.start ?? length) + 1e-6);
      }
      assert.ok(length >= wished);
    }),
  );
});

test('placeOf() keeps the order of days', () => {
  fc.assert(
    fc.property(
      slots,
      fc.integer({ min: 14_000, max: 26_000 }),
      fc.integer({ min: 0, max: 900 }),
      (given, day, more) => {
        const { placeOf, length } = layAxis(given, 800);
        const [earlier, later] = [placeOf(day), placeOf(day + more)];
        assert.ok(earlier >= 0 && later <= length && earlier <= later + 1e-6);
      },
    ),
  );
});

test('layAxis() gives years without reports little more room than months', () => {
  const { slots: placed } = layAxis(
    [
      { day: 19_000, width: 60 },
      { day: 19_030, width: 60 },
      { day: 19_760, width: 60 },
    ],
    1000,
  );
  const gaps = placed.slice(1).map(({ start }, at) => start - (placed[at]?.start ?? 0) - 60);
  const [month = 0, years = 0] = gaps;
  assert.ok(years > month && years < 2.2 * month, gaps.join(' '));
});
