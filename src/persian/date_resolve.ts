import type { WrittenClock, WrittenDay } from './date_value.js';
import { hijriToGregorian } from './hijri.js';
import { type CalendarDay, isGregorianDay, toGregorian, toJalali } from './jalali.js';
import { tehranIso } from './tehran.js';

const DAY_MS = 86_400_000;

/** The Gregorian day of a written one; nothing when it does not exist or its year cannot be known. */
export function resolveDay(written: WrittenDay, reference: CalendarDay | undefined): CalendarDay | undefined {
  if (written.day === undefined) return undefined;
  if (written.year !== undefined) return gregorianOf(written, written.year);
  if (reference === undefined) return undefined;
  const year = yearOf(written.calendar, reference);
  const candidates = [year, year - 1, year + 1].flatMap((each) => gregorianOf(written, each) ?? []);
  return nearest(candidates, reference);
}

/** Whether the calendar has such a day in any year. */
export function canExist(written: WrittenDay): boolean {
  if (written.day === undefined || written.year !== undefined)
    return gregorianOf(written, written.year ?? 0) !== undefined;
  return (
    gregorianOf(
      written,
      written.calendar === 'jalali' ? 1403 : written.calendar === 'hijri' ? 1440 : 2024,
    ) !== undefined
  );
}

/** `2022-11-14` */
export function isoDay(day: CalendarDay): string {
  return `${String(day.year).padStart(4, '0')}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
}

/** Day and clock as one instant: Tehran's unless the text names an offset. */
export function isoInstant(day: CalendarDay, clock: WrittenClock): string {
  const wall = { ...day, hour: clock.hour, minute: clock.minute ?? 0, second: clock.second ?? 0 };
  if (clock.offsetMinutes === undefined) return tehranIso(wall);
  const offset = clock.offsetMinutes;
  const local = `${isoDay(day)}T${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}`;
  if (offset === 0) return `${local}Z`;
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}

/** Days from 1970-01-01. */
export function dayNumberOf(day: CalendarDay): number {
  return Math.round(Date.UTC(day.year, day.month - 1, day.day) / DAY_MS);
}

/** The day so many days from 1970-01-01. */
export function dayOfNumber(days: number): CalendarDay {
  const date = new Date(days * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Index of the weekday, Sunday 0. */
export function weekdayOfDay(day: CalendarDay): number {
  return (((dayNumberOf(day) + 4) % 7) + 7) % 7;
}

function gregorianOf(written: WrittenDay, year: number): CalendarDay | undefined {
  const { month, day = 1 } = written;
  if (written.calendar === 'jalali') return toGregorian(year, month, day);
  if (written.calendar === 'hijri') return hijriToGregorian(year, month, day);
  return isGregorianDay(year, month, day) ? { year, month, day } : undefined;
}

/** The year of a calendar on a Gregorian day; the lunar one within a year. */
export function yearOf(calendar: WrittenDay['calendar'], day: CalendarDay): number {
  if (calendar === 'gregorian') return day.year;
  if (calendar === 'hijri') return Math.floor((day.year - 622) * 1.03069) + 1;
  return toJalali(day.year, day.month, day.day)?.year ?? day.year - 621;
}

function nearest(days: readonly CalendarDay[], to: CalendarDay): CalendarDay | undefined {
  const distance = (day: CalendarDay): number => Math.abs(dayNumberOf(day) - dayNumberOf(to));
  return [...days].sort((a, b) => distance(a) - distance(b))[0];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
