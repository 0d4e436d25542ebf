/** A day of some calendar; months and days count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Jalali years in which the 33-year rhythm of leap years breaks (after K. M. Borkowski, "The Persian calendar
 * for 3000 years", 1996). Between two breaks leap years come every four years, with one gap of five per 33.
 */
const BREAKS = [
  -61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178,
];
export const FIRST_JALALI_YEAR = -61;
export const LAST_JALALI_YEAR = 3177;

/** Days from 1970-01-01 to 1 Farvardin 1 (622-03-22 in the proleptic Gregorian calendar). */
const DAY_MS = 86_400_000;

/** Gregorian day → Jalali day; nothing when the Gregorian day does not exist or is out of the table. */
export function toJalali(year: number, month: number, day: number): CalendarDay | undefined {
  const days = gregorianDays(year, month, day);
  if (days === undefined) return undefined;
  const jalaliYear = days >= newYearDays(year - 621) ? year - 621 : year - 622;
  const passed = days - newYearDays(jalaliYear);
  if (!isInTable(jalaliYear) || Number.isNaN(passed)) return undefined;
  if (passed < 186) return { year: jalaliYear, month: 1 + Math.floor(passed / 31), day: 1 + (passed % 31) };
  const rest = passed - 186;
  return { year: jalaliYear, month: 7 + Math.floor(rest / 30), day: 1 + (rest % 30) };
}

/** Jalali day → Gregorian day; nothing when the Jalali day does not exist (31 مهر, 30 اسفند of a common year). */
export function toGregorian(year: number, month: number, day: number): CalendarDay | undefined {
  if (!isJalaliDay(year, month, day)) return undefined;
  const passed = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const date = new Date((newYearDays(year) + passed + day - 1) * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Whether a Jalali day exists. */
export function isJalaliDay(year: number, month: number, day: number): boolean {
  return day >= 1 && Number.isInteger(day) && day <= jalaliMonthLength(year, month);
}

/** Days of a Jalali month, 0 when there is no such month: 31 for six months, 30 for five, اسفند 29 or 30. */
export function jalaliMonthLength(year: number, month: number): number {
  if (!isInTable(year) || !Number.isInteger(month) || month < 1 || month > 12) return 0;
  if (month <= 6) return 31;
  return month <= 11 || isJalaliLeapYear(year) ? 30 : 29;
}

/** Whether اسفند of this Jalali year has 30 days: 1399, 1403, 1408 … */
export function isJalaliLeapYear(year: number): boolean {
  return isInTable(year) && newYearDays(year + 1) - newYearDays(year) === 366;
}

/** Whether a Gregorian day exists. */
export function isGregorianDay(year: number, month: number, day: number): boolean {
  return gregorianDays(year, month, day) !== undefined;
}

function isInTable(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_JALALI_YEAR && year <= LAST_JALALI_YEAR;
}

/** Days from 1970-01-01 to a Gregorian day. `setUTCFullYear` because `Date.UTC` reads year 22 as 1922. */
function gregorianDays(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? Math.round(date.getTime() / DAY_MS) : undefined;
}

/** Days from 1970-01-01 to 1 Farvardin, counted from the leap days of both calendars; NaN out of the table. */
function newYearDays(year: number): number {
  const last = BREAKS.findIndex((at) => year < at);
  if (last <= 0) return Number.NaN;
  let leapDays = -14;
  for (let index = 1; index < last; index += 1) {
    const jump = (BREAKS[index] as number) - (BREAKS[index - 1] as number);
    leapDays += Math.floor(jump / 33) * 8 + Math.floor((jump % 33) / 4);
  }
  const start = BREAKS[last - 1] as number;
  const jump = (BREAKS[last] as number) - start;
  const since = year - start;
  leapDays += Math.floor(since / 33) * 8 + Math.floor(((since % 33) + 3) / 4);
  if (jump % 33 === 4 && jump - since === 4) leapDays += 1;
  const gregorianYear = year + 621;
  const gregorianLeapDays =
    Math.floor(gregorianYear / 4) - Math.floor(((Math.floor(gregorianYear / 100) + 1) * 3) / 4) - 150;
  const march = 20 + leapDays - gregorianLeapDays;
  return gregorianDays(gregorianYear, 3, march) ?? Number.NaN;
}
