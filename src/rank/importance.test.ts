import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { importanceOf, type RankedOrigin } from './importance.js';
import { type Standing, sourceWeight } from './source_weight.js';

const AT = '2026-03-01T08:00:00.000Z';

const origins = fc.array(
  fc.record({
    weight: fc.double({ min: 0.5, max: 1.5, noNaN: true }),
    at: fc.integer({ min: 0, max: 10_000 }).map(hoursBefore),
    isDated: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

test('importanceOf() puts more origins before more reports, and several outlets before one', () => {
  const one = origin({});
  const three = importanceOf({ origins: [one, one, one], outletCount: 3, fresh: 3 });
  const copied = importanceOf({ origins: [one], outletCount: 40, fresh: 1 });
  const alone = importanceOf({ origins: [one], outletCount: 1, fresh: 1 });
  assert.ok(three.log2 > copied.log2);
  assert.ok(copied.log2 > alone.log2);
});

test('importanceOf() keeps the order of two stories however much later it is asked', () => {
  fc.assert(
    fc.property(origins, origins, fc.integer({ min: 1, max: 5000 }), (a, b, hours) => {
      const order = (move: number) =>
        importanceOf({ origins: moved(a, move), outletCount: 2, fresh: 1 }).log2 -
        importanceOf({ origins: moved(b, move), outletCount: 2, fresh: 1 }).log2;
      assert.ok(Math.abs(order(0) - order(hours)) < 1e-6);
    }),
  );
});

test('importanceOf() loses a half with each day and a quarter is left without a date', () => {
  const now = importanceOf({ origins: [origin({})], outletCount: 2, fresh: 1 });
  const yesterday = importanceOf({ origins: [origin({ at: hoursBefore(24) })], outletCount: 2, fresh: 1 });
  const undated = importanceOf({ origins: [origin({ isDated: false })], outletCount: 2, fresh: 1 });
  assert.ok(Math.abs(now.log2 - yesterday.log2 - 1) < 1e-9);
  assert.ok(Math.abs(now.log2 - undated.log2 - 2) < 1e-9);
});

test('importanceOf() counts new reports up to five and never a first one', () => {
  const factor = (fresh: number) => importanceOf({ origins: [origin({})], outletCount: 2, fresh }).novelty;
  assert.deepEqual([0, 1, 2, 6, 60].map(factor), [1, 1, 1.1, 1.5, 1.5]);
});

test('sourceWeight() lies between 0.5 and 1.5 and rises with use, not with volume', () => {
  const counts = fc.record({ reports: fc.nat(5000), uses: fc.nat(5000) });
  fc.assert(
    fc.property(counts, counts, fc.nat(500), (own, others, more) => {
      const all = sum(own, others);
      const weight = sourceWeight(own, all);
      assert.ok(weight >= 0.5 && weight <= 1.5);
      assert.ok(sourceWeight({ ...own, uses: own.uses + more }, all) >= weight);
      assert.ok(sourceWeight({ ...own, reports: own.reports + more }, all) <= weight);
    }),
  );
});

test('sourceWeight() is 1 for a stranger and while nobody was used', () => {
  assert.equal(sourceWeight({ reports: 0, uses: 0 }, { reports: 100, uses: 40 }), 1);
  assert.equal(sourceWeight({ reports: 30, uses: 0 }, { reports: 100, uses: 0 }), 1);
});

function origin(fields: Partial<RankedOrigin>): RankedOrigin {
  return { weight: 1, at: AT, isDated: true, ...fields };
}

function hoursBefore(hours: number): string {
  return new Date(Date.parse(AT) - hours * 3_600_000).toISOString();
}

function moved(all: readonly RankedOrigin[], hours: number): RankedOrigin[] {
  return all.map((one) => ({
    ...one,
    at: new Date(Date.parse(one.at) + hours * 3_600_000).toISOString(),
  }));
}

function sum(a: Standing, b: Standing): Standing {
  return { reports: a.reports + b.reports, uses: a.uses + b.uses };
}
