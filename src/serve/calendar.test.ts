import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  archiveHref,
  daysOfMonth,
  isoOf,
  jalaliOf,
  monthAfter,
  monthName,
  readDay,
  weeksOfMonth,
} from './calendar.js';

const MONTH = fc.record({
  year: fc.integer({ min: 1300, max: 1500 }),
  month: fc.integer({ min: 1, max: 12 }),
});

test('weeksOfMonth() has every day of the month once, under its weekday', () => {
  fc.assert(
    fc.property(MONTH, (month) => {
      const weeks = weeksOfMonth(month);
      for (const week of weeks) {
        assert.equal(week.length, 7);
        for (const [at, day] of week.entries()) assert.ok(day === undefined || day.weekday === at);
      }
      assert.deepEqual(
        weeks.flat().filter((day) => day !== undefined),
        daysOfMonth(month),
      );
    }),
    { numRuns: 100 },
  );
});

test('monthAfter() goes to the day behind the last one, and back', () => {
  fc.assert(
    fc.property(MONTH, (month) => {
      const next = monthAfter(month, 1);
      assert.deepEqual(monthAfter(next, -1), { ...month });
      const last = daysOfMonth(month).at(-1)?.iso ?? '';
      const first = isoOf({ ...next, day: 1 });
      assert.equal(Date.parse(first) - Date.parse(last), 86_400_000);
    }),
    { numRuns: 100 },
  );
});

test('an address of the archive leads to its day and back; what is no day leads nowhere', () => {
  assert.deepEqual(jalaliOf('2025-12-15'), { year: 1404, month: 9, day: 24 });
  assert.equal(archiveHref({ year: 1404, month: 9, day: 4 }), '/archive/1404/09/04');
  assert.deepEqual(readDay('1404', '09', '24'), { year: 1404, month: 9, day: 24 });
  assert.deepEqual(readDay('1404', '09'), { year: 1404, month: 9, day: 0 });
  for (const [year, month, day] of [
    ['1404', '13', '01'],
    ['1404', '12', '30'],
    ['1404', '09', '31'],
    ['1404', '9', '1'],
    ['2025', '12', '15'],
    ['1404', '00', '01'],
    ['۱۴۰۴', '۰۹', '۰۱'],
  ] as const) {
    assert.equal(readDay(year, month, day), undefined, `${year}/${month}/${day}`);
  }
});

test('monthName() names the months of both calendars, and the year where it turns', () => {
  assert.equal(monthName({ year: 1404, month: 9 }), 'آذر ۱۴۰۴ · نوامبر و دسامبر ۲۰۲۵');
  assert.equal(monthName({ year: 1404, month: 10 }), 'دی ۱۴۰۴ · دسامبر ۲۰۲۵ و ژانویه ۲۰۲۶');
});
