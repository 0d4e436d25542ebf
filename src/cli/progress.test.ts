import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDuration, paceOf } from './progress.js';

const durations: readonly [number, string][] = [
  [400, '0 s'],
  [59_400, '59 s'],
  [200_000, '3 min 20 s'],
  [7_500_000, '2 h 5 min'],
];
for (const [milliseconds, expected] of durations) {
  test(`formatDuration() writes ${milliseconds} ms as ${expected}`, () => {
    assert.equal(formatDuration(milliseconds), expected);
  });
}

test('paceOf() tells rate and time left from what is read so far', () => {
  const pace = paceOf({ bytes: 250, count: 50, totalBytes: 1000, elapsedMs: 2000 });
  assert.deepEqual(pace, { count: 50, rate: 25, left: '6 s left' });
});

test('paceOf() promises nothing before the first byte and after the last', () => {
  assert.equal(paceOf({ bytes: 0, count: 0, totalBytes: 1000, elapsedMs: 2000 }).left, '');
  assert.equal(paceOf({ bytes: 1000, count: 9, totalBytes: 1000, elapsedMs: 2000 }).left, '');
});
