/** A moment that a reader writes: «۱۴۰۴/۰۹/۲۴ ۱۴:۰۵», `2025-12-15`, an ISO instant. */
import { toAsciiDigits, toPersianDigits } from '../persian/digits.js';
import { isGregorianDay, isJalaliDay, toGregorian, toJalali } from '../persian/jalali.js';
import { tehranIso, tehranWall } from '../persian/tehran.js';
import { isEnglish } from './language.js';
import { chosenDigits } from './words.js';

/** From this year on a written year is Gregorian. */
const FIRST_GREGORIAN_YEAR = 1700;

/**
 * The instant that is meant, ISO in UTC; a bare day means its end in Tehran. Undefined when the letters are no moment.
 */
export function parseMoment(text: string): string | undefined {
  const plain = toAsciiDigits(text).trim();
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(plain)) {
    const ms = Date.parse(plain);
    return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
  }
  const match = /^(\d{4})[/\-.](\d{1,2})[/\-.](\d{1,2})(?:[\sT،,]+(\d{1,2}):(\d{2}))?$/.exec(plain);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const date = dayOf(year, month, day);
  const hour = match[4] === undefined ? 23 : Number(match[4]);
  const minute = match[5] === undefined ? 59 : Number(match[5]);
  if (date === undefined || hour > 23 || minute > 59) return undefined;
  return new Date(Date.parse(tehranIso({ ...date, hour, minute, second: 59 }))).toISOString();
}

/** The day of Tehran `2025-12-15` that is meant, in either calendar. Undefined when the letters are no day. */
export function parseDay(text: string): string | undefined {
  const match = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(toAsciiDigits(text).trim());
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const date = dayOf(year, month, day);
  const two = (value: number): string => String(value).padStart(2, '0');
  return date && `${date.year}-${two(date.month)}-${two(date.day)}`;
}

function dayOf(year: number, month: number, day: number) {
  if (year >= FIRST_GREGORIAN_YEAR)
    return isGregorianDay(year, month, day) ? { year, month, day } : undefined;
  return isJalaliDay(year, month, day) ? toGregorian(year, month, day) : undefined;
}

/** «۱۴۰۴/۰۹/۲۴ ۱۴:۰۵», "2025-12-15 14:05": an instant as it is written into the field, Tehran time. */
export function writeMoment(iso: string): string {
  const wall = tehranWall(iso);
  const jalali = wall && toJalali(wall.year, wall.month, wall.day);
  if (wall === undefined || jalali === undefined) return '';
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${two(wall.hour)}:${two(wall.minute)}`;
  if (isEnglish()) return `${wall.year}-${two(wall.month)}-${two(wall.day)} ${clock}`;
  return chosenDigits(toPersianDigits(`${jalali.year}/${two(jalali.month)}/${two(jalali.day)} ${clock}`));
}
