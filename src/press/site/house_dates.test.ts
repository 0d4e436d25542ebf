import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datePrinter, gregorianDay, gregorianInPersian, jalaliDay, jalaliNumbers } from './house_dates.js';

const printer = datePrinter('Asia/Tehran');

const CASES = [
  ['2022-11-14T17:44:00Z', '۲۳ آبان ۱۴۰۱', '۱۴۰۱/۰۸/۲۳', '2022 November 14', '۱۴ نوامبر ۲۰۲۲', '21:14'],
  ['2022-12-29T05:14:00Z', '۰۸ دی ۱۴۰۱', '۱۴۰۱/۱۰/۰۸', '2022 December 29', '۲۹ دسامبر ۲۰۲۲', '08:44'],
  // The last day of a leap year.
  ['2025-03-20T08:00:00Z', '۳۰ اسفند ۱۴۰۳', '۱۴۰۳/۱۲/۳۰', '2025 March 20', '۲۰ مارس ۲۰۲۵', '11:30'],
  // Midnight in Tehran is still the day before in UTC.
  ['2025-12-05T20:30:00Z', '۱۵ آذر ۱۴۰۴', '۱۴۰۴/۰۹/۱۵', '2025 December 06', '۶ دسامبر ۲۰۲۵', '00:00'],
] as const;

for (const [instant, jalali, numbers, gregorian, persian, time] of CASES) {
  test(`datePrinter() prints ${instant} in two calendars`, () => {
    const dates = printer.at(Date.parse(instant));
    assert.deepEqual(
      [jalaliDay(dates), jalaliNumbers(dates), gregorianDay(dates), gregorianInPersian(dates)],
      [jalali, numbers, gregorian, persian],
    );
    assert.equal(dates.jalali.time, time);
  });
}

test('datePrinter() writes the offset that Tehran had on the day', () => {
  const cases = [
    ['2022-11-14T17:44:00Z', '2022-11-14T21:14:00+03:30'],
    ['2022-06-01T00:00:00Z', '2022-06-01T04:30:00+04:30'],
    ['2023-06-01T00:00:00Z', '2023-06-01T03:30:00+03:30'],
  ];
  for (const [instant = '', iso] of cases) assert.equal(printer.iso(Date.parse(instant)), iso);
});

test('datePrinter() writes weekdays as newsrooms do', () => {
  const days = Array.from({ length: 7 }, (_, day) =>
    printer.at(Date.parse('2025-12-06T08:00:00Z') + day * 86_400_000),
  );
  assert.deepEqual(
    days.map(({ jalali }) => jalali.weekday),
    ['شنبه', 'یک\u200cشنبه', 'دوشنبه', 'سه\u200cشنبه', 'چهارشنبه', 'پنج\u200cشنبه', 'جمعه'],
  );
});
