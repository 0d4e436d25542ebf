import type { CalendarDay } from './jalali.js';

/** Julian day number of 1 محرم 1 in the civil tabular calendar (16 July 622, Julian). */
const EPOCH = 1_948_440;
const DAY_MS = 86_400_000;
/** Julian day number of 1970-01-01. */
const UNIX_EPOCH = 2_440_588;

/**
 * Lunar Hijri day → Gregorian day by the tabular calendar. Months begin with the sighted moon, so the printed day
 * may be off by one; nothing is returned for days that no month has.
 */
export function hijriToGregorian(year: number, month: number, day: number): CalendarDay | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 30 || year < 1 || year > 2000) return undefined;
  const julian =
    day + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + EPOCH - 1;
  const date = new Date((julian - UNIX_EPOCH) * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
