import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { backOff, nextPoll, PACE, type PublishingSigns, pollAfterNoChange } from './schedule.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-02-03T10:00:00Z');

/** Items at a steady gap, the newest `silence` ago. */
function steady(gapMs: number, count: number, silenceMs = 0): Partial<PublishingSigns> {
  return { publishedMs: Array.from({ length: count }, (_, i) => NOW - silenceMs - i * gapMs) };
}

const LN2 = Math.LN2;
const INTERVALS: readonly (readonly [string, Partial<PublishingSigns>, number])[] = [
  ['an agency with an item a minute', steady(MINUTE, 50), 2 * MINUTE],
  ['a site with an item an hour', { ...steady(HOUR, 20), hadNew: true, stretch: 1.1 }, LN2 * HOUR],
  ['a weekly', steady(7 * 24 * HOUR, 10), 6 * HOUR],
  ['a site that fell silent a day ago', steady(10 * MINUTE, 20, 24 * HOUR), 2.4 * HOUR],
  ['items without dates, something new', { hadNew: true, previousMs: 30 * MINUTE }, 20 * MINUTE],
  ['items without dates, nothing new', { hadNew: false, previousMs: 30 * MINUTE }, 45 * MINUTE],
  ['one date for all items', { publishedMs: [NOW, NOW, NOW, NOW], previousMs: 30 * MINUTE }, 45 * MINUTE],
  ['dates in the future', steady(-HOUR, 10), 45 * MINUTE],
];

for (const [what, signs, expected] of INTERVALS) {
  test(`nextPoll() of ${what} is ${Math.round(expected / MINUTE)} minutes`, () => {
    const base = { nowMs: NOW, publishedMs: [], hadNew: false, previousMs: 30 * MINUTE, stretch: 1 };
    assert.ok(Math.abs(nextPoll({ ...base, ...signs }, PACE).intervalMs - expected) < 1);
  });
}

test('nextPoll() stays within its bounds whatever a feed claims', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1e15, max: 1e15 })),
      fc.boolean(),
      fc.nat(),
      (publishedMs, hadNew, previousMs) => {
        const { intervalMs } = nextPoll({ nowMs: NOW, publishedMs, hadNew, previousMs, stretch: 1 }, PACE);
        return intervalMs >= 2 * MINUTE && intervalMs <= 6 * HOUR;
      },
    ),
  );
});

/** Times of publication over some days: `gapMs` apart by chance, `batch` at a time, only in some hours. */
interface Press {
  readonly gapMs: number;
  readonly batch?: number;
  readonly awake?: (hourOfDay: number) => boolean;
  readonly isDated?: boolean;
}

const RHYTHMS: readonly (readonly [string, Press])[] = [
  ['every ten minutes', { gapMs: 10 * MINUTE }],
  ['every hour', { gapMs: HOUR }],
  ['every five hours', { gapMs: 5 * HOUR }],
  ['ten at a time, every two hours', { gapMs: 2 * HOUR, batch: 10 }],
  ['every ten minutes by day only', { gapMs: 10 * MINUTE, awake: (hour) => hour >= 7 && hour < 23 }],
  ['every hour without dates', { gapMs: HOUR, isDated: false }],
];

for (const [what, press] of RHYTHMS) {
  test(`nextPoll() keeps the share of duplicates between a third and two thirds: ${what}`, () => {
    const share = duplicateShare(press);
    assert.ok(share > 1 / 3 && share < 2 / 3, share.toFixed(2));
  });
}

const SIMULATED_MS = 60 * 24 * HOUR;
const LISTED = 30;

/** Polls an invented source for 60 days; the share of answers with nothing new after the first ten days. */
function duplicateShare(press: Press): number {
  const published = publish(press);
  let [nowMs, seen, hadNew, stretch, previousMs] = [0, 0, false, 1, 15 * MINUTE];
  let [polls, duplicates] = [0, 0];
  while (nowMs < SIMULATED_MS) {
    const known = published.findIndex((at) => at > nowMs);
    const count = known === -1 ? published.length : known;
    const publishedMs = press.isDated !== false ? published.slice(Math.max(0, count - LISTED), count) : [];
    const next = nextPoll({ nowMs, publishedMs, hadNew, previousMs, stretch }, PACE);
    hadNew = count > seen;
    seen = count;
    if (nowMs > 10 * 24 * HOUR) {
      polls += 1;
      duplicates += hadNew ? 0 : 1;
    }
    ({ stretch, intervalMs: previousMs } = next);
    nowMs += previousMs;
  }
  return duplicates / polls;
}

function publish({ gapMs, batch = 1, awake = () => true }: Press): readonly number[] {
  const random = pseudoRandom(7);
  const published: number[] = [];
  for (let at = 0; at < SIMULATED_MS; at += -Math.log(1 - random()) * gapMs) {
    if (awake((at / HOUR) % 24)) for (let i = 0; i < batch; i++) published.push(at);
  }
  return published;
}

/** The same dice in every run (a linear congruential generator, Numerical Recipes' constants). */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

test('pollAfterNoChange() asks a little later, within the bounds', () => {
  assert.equal(Math.round(pollAfterNoChange(10 * MINUTE, PACE)), 11 * MINUTE);
  assert.equal(pollAfterNoChange(9 * HOUR, PACE), 6 * HOUR);
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
