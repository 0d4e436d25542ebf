import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { backOff, nextInterval, PACE, type PublishingSigns } from './schedule.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-02-03T10:00:00Z');

/** Items at a steady gap, the newest `silence` ago. */
function steady(gapMs: number, count: number, silenceMs = 0): Partial<PublishingSigns> {
  return { publishedMs: Array.from({ length: count }, (_, i) => NOW - silenceMs - i * gapMs) };
}

const INTERVALS: readonly (readonly [string, Partial<PublishingSigns>, number])[] = [
  ['an agency with an item a minute', steady(MINUTE, 50), 5 * MINUTE],
  ['a site with an item an hour', steady(HOUR, 20), 30 * MINUTE],
  ['a weekly', steady(7 * 24 * HOUR, 10), 24 * HOUR],
  ['a site that fell silent a day ago', steady(10 * MINUTE, 20, 24 * HOUR), 2.4 * HOUR],
  ['items without dates, something new', { hadNew: true, previousMs: 30 * MINUTE }, 20 * MINUTE],
  ['items without dates, nothing new', { hadNew: false, previousMs: 30 * MINUTE }, 45 * MINUTE],
  ['one date for all items', { publishedMs: [NOW, NOW, NOW, NOW], previousMs: 30 * MINUTE }, 45 * MINUTE],
  ['dates in the future', steady(-HOUR, 10), 45 * MINUTE],
];

for (const [what, signs, expected] of INTERVALS) {
  test(`nextInterval() of ${what} is ${expected / MINUTE} minutes`, () => {
    const all = { nowMs: NOW, publishedMs: [], hadNew: false, previousMs: 30 * MINUTE, ...signs };
    assert.equal(nextInterval(all, PACE), expected);
  });
}

test('nextInterval() stays within its bounds whatever a feed claims', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1e15, max: 1e15 })),
      fc.boolean(),
      fc.nat(),
      (publishedMs, hadNew, previousMs) => {
        const interval = nextInterval({ nowMs: NOW, publishedMs, hadNew, previousMs }, PACE);
        return interval >= PACE.minPollMs && interval <= PACE.maxPollMs;
      },
    ),
  );
});

test('backOff() doubles, is bounded and spreads', () => {
  const pauses = [1, 2, 3, 4, 100].map((failures) => backOff(failures, PACE, () => 0.5));
  assert.deepEqual(pauses, [MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE, PACE.maxBackOffMs]);
  assert.equal(
    backOff(1, PACE, () => 0),
    0.5 * MINUTE,
  );
  assert.ok(backOff(100, PACE, () => 0.999) < 1.5 * PACE.maxBackOffMs);
});
