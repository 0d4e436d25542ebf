import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areOneDay, clockOf, groupByDay, momentOf } from './story_times.js';

const at = '2026-11-14T10:56:00.000Z';

test('momentOf() tells a time as exactly as its publisher does', () => {
  const cases = [
    [{ at, isDated: true, precision: 'minute' }, false, '۲۳ آبان، ۱۴:۲۶'],
    [{ at, isDated: true, precision: 'minute' }, true, '۱۴:۲۶'],
    [{ at, isDated: true, precision: 'hour' }, true, 'ساعت ۱۴'],
    [{ at, isDated: true, precision: 'day' }, true, '۲۳ آبان'],
    [{ at, isDated: false, precision: null }, true, '۱۴:۲۶'],
  ] as const;
  for (const [report, isOneDay, expected] of cases) assert.equal(momentOf(report, isOneDay), expected);
  assert.equal(clockOf({ at, isDated: true, precision: 'day' }), '');
});

test('areOneDay() and groupByDay() count days as in Tehran', () => {
  const late = { at: '2026-11-14T20:29:00.000Z' };
  const night = { at: '2026-11-14T20:31:00.000Z' };
  assert.equal(areOneDay([{ at }, late]), true);
  assert.equal(areOneDay([{ at }, night]), false);
  assert.deepEqual(
    groupByDay([{ at }, late, night]).map(({ day, items }) => [day, items.length]),
    [
      ['2026-11-14', 2],
      ['2026-11-15', 1],
    ],
  );
});
