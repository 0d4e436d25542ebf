import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { epochBefore, startPressClock, stillPressClock } from './clock.js';
import { pressSetting } from './world.js';

const setting = pressSetting.parse({
  about: 'نمونه',
  epoch: '2025-12-06T00:00:00+03:30',
  timezone: 'Asia/Tehran',
  days: 10,
  houses: [],
});
const WRITTEN = Date.parse(setting.epoch);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const instants = fc.integer({ min: WRITTEN - 500 * DAY, max: WRITTEN + 4000 * DAY });

test('epochBefore() moves by whole weeks and leaves all days in the past', () => {
  fc.assert(
    fc.property(instants, (now) => {
      const epoch = epochBefore(setting, now, 'ended');
      assert.equal(Math.abs((epoch - WRITTEN) % (7 * DAY)), 0);
      assert.ok(epoch + 10 * DAY <= now && now < epoch + 17 * DAY);
    }),
  );
});

test('epochBefore() leaves the present inside the last seven days when the press is running', () => {
  fc.assert(
    fc.property(instants, (now) => {
      const day = (now - epochBefore(setting, now, 'running')) / DAY;
      assert.ok(day >= 3 && day < 10, String(day));
    }),
  );
});

test('startPressClock() never runs ahead of the present, whatever its speed', () => {
  const cases = fc.record({
    start: fc.integer({ min: 0, max: 20_000 }),
    speed: fc.double({ min: 0.01, max: 100_000, noNaN: true }),
    later: fc.integer({ min: 0, max: 100 * DAY }),
  });
  fc.assert(
    fc.property(instants, cases, (startedMs, { start, speed, later }) => {
      let now = startedMs;
      const clock = startPressClock(setting, { now: () => now, startMinute: start, speed });
      now += later;
      assert.ok(clock.epochMs + clock.minute() * MINUTE <= now);
    }),
  );
});

test('startPressClock() runs as fast as it is told while it lags behind', () => {
  let now = WRITTEN + 12 * DAY;
  const clock = startPressClock(setting, { now: () => now, startMinute: 100, speed: 60 });
  assert.equal(clock.minute(), 100);
  now += 2 * MINUTE;
  assert.equal(clock.minute(), 220);
});

test('startPressClock() starts at the present when no minute is given', () => {
  const now = WRITTEN + 12 * DAY;
  assert.equal(startPressClock(setting, { now: () => now }).minute(), 12 * 24 * 60);
});

test('startPressClock() refuses a clock that stands or runs backwards', () => {
  for (const speed of [0, -1, Number.NaN]) {
    assert.throws(() => startPressClock(setting, { now: () => WRITTEN, speed }), /above 0/);
  }
});

test('stillPressClock() stands at the minute it was set to', () => {
  const clock = stillPressClock(setting, 5);
  clock.set(1440);
  assert.equal(clock.minute(), 1440);
  assert.equal(clock.nowMs(), WRITTEN + DAY);
});
