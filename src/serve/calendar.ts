/** Months of the Jalali calendar as the archive shows them, with the Gregorian days beside. */

import { toPersianDigits } from '../persian/digits.js';
import {
  type CalendarDay,
  isJalaliDay,
  jalaliMonthLength,
  toGregorian,
  toJalali,
} from '../persian/jalali.js';
import { GREGORIAN_MONTHS, JALALI_MONTHS } from '../persian/month_names.js';
import { ENGLISH_JALALI_MONTHS, ENGLISH_MONTHS } from './english_dates.js';
import { isEnglish } from './language.js';
import { chosenDigits } from './words.js';

export interface JalaliMonth {
  readonly year: number;
  readonly month: number;
}

export interface MonthDay {
  readonly day: number;
  /** The same day as `yyyy-mm-dd`. */
  readonly iso: string;
  /** 0 Saturday … 6 Friday. */
  readonly weekday: number;
}

/** The days of a month. */
export function daysOfMonth({ year, month }: JalaliMonth): readonly MonthDay[] {
  return Array.from({ length: jalaliMonthLength(year, month) }, (_, at) => {
    const iso = isoOf({ year, month, day: at + 1 });
    return { day: at + 1, iso, weekday: (new Date(`${iso}T00:00:00Z`).getUTCDay() + 1) % 7 };
  });
}

/** Weeks of a month, from Saturday to Friday; undefined where a week has days of other months. */
export function weeksOfMonth(month: JalaliMonth): readonly (readonly (MonthDay | undefined)[])[] {
  const days = daysOfMonth(month);
  const blank = days[0]?.weekday ?? 0;
  const cells = [...Array<undefined>(blank).fill(undefined), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => cells[week * 7 + at]),
  );
}

/** The month so many months later. */
export function monthAfter({ year, month }: JalaliMonth, months: number): JalaliMonth {
  const count = year * 12 + month - 1 + months;
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
}

/** `yyyy-mm-dd` of a Jalali day that exists. */
export function isoOf({ year, month, day }: CalendarDay): string {
  const gregorian = toGregorian(year, month, day) ?? { year: 1970, month: 1, day: 1 };
  return `${String(gregorian.year).padStart(4, '0')}-${two(gregorian.month)}-${two(gregorian.day)}`;
}

/** The Jalali day of `yyyy-mm-dd`. */
export function jalaliOf(iso: string): CalendarDay | undefined {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return toJalali(year, month, day);
}

/** The day some days after `yyyy-mm-dd`. */
export function dayAfter(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Reads the parts of an address; a day of 0 means the whole month. Nothing when there is no such day. */
export function readDay(year: string, month: string, day = '00'): CalendarDay | undefined {
  if (!/^1[0-9]{3}$/.test(year) || !/^[01]\d$/.test(month) || !/^[0-3]\d$/.test(day)) return undefined;
  const read = { year: Number(year), month: Number(month), day: Number(day) };
  return isJalaliDay(read.year, read.month, read.day || 1) ? read : undefined;
}

/** `/archive/1404/09`, `/archive/1404/09/24` */
export function archiveHref({ year, month, day = 0 }: JalaliMonth & { readonly day?: number }): string {
  return `/archive/${year}/${two(month)}${day === 0 ? '' : `/${two(day)}`}`;
}

/** «آذر ۱۴۰۴ · نوامبر و دسامبر ۲۰۲۵», the calendar of the page's language first. */
export function monthName(month: JalaliMonth): string {
  const days = daysOfMonth(month);
  const ends = [days[0]?.iso ?? '', days.at(-1)?.iso ?? ''].map((iso) => iso.split('-').map(Number));
  const [[firstYear = 0, first = 1] = [], [lastYear = 0, last = 1] = []] = ends;
  const names = isEnglish() ? ENGLISH_MONTHS : GREGORIAN_MONTHS;
  const and = isEnglish() ? ' and ' : ' و ';
  const one = `${names[first - 1]}${firstYear === lastYear ? '' : ` ${firstYear}`}`;
  const gregorian = `${one}${and}${names[last - 1]} ${lastYear}`;
  const jalali = `${(isEnglish() ? ENGLISH_JALALI_MONTHS : JALALI_MONTHS)[month.month - 1]} ${month.year}`;
  return isEnglish() ? `${gregorian} · ${jalali}` : chosenDigits(toPersianDigits(`${jalali} · ${gregorian}`));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
