import {
  GREGORIAN_MONTHS,
  GREGORIAN_VARIANTS,
  HIJRI_MONTHS,
  HIJRI_VARIANTS,
  JALALI_MONTHS,
  JALALI_VARIANTS,
  WEEKDAY_VARIANTS,
  WEEKDAYS,
} from './month_names.js';
import { solidOf } from './words.js';

/** A month that a word may name. */
export interface MonthName {
  readonly calendar: 'jalali' | 'gregorian' | 'hijri';
  readonly month: number;
}

/** The month that a solid word names, also with ماه glued on («آبان‌ماه»); «می» is left to the grammar. */
export function monthOf(word: string): MonthName | undefined {
  months ??= makeMonths();
  return months.get(word) ?? (word.endsWith('ماه') ? months.get(word.slice(0, -3)) : undefined);
}

/** Index of WEEKDAYS (Sunday is 0) that a solid word names. */
export function weekdayOf(word: string): number | undefined {
  weekdays ??= makeWeekdays();
  return weekdays.get(word);
}

let months: Map<string, MonthName> | undefined;
let weekdays: Map<string, number> | undefined;

function makeMonths(): Map<string, MonthName> {
  const made = new Map<string, MonthName>();
  const addAll = (
    calendar: MonthName['calendar'],
    names: readonly string[],
    variants: readonly (readonly [string, number])[],
  ): void => {
    for (const [index, name] of names.entries()) made.set(solidOf(name), { calendar, month: index + 1 });
    for (const [key, month] of variants) made.set(solidOf(key), { calendar, month });
  };
  addAll('hijri', HIJRI_MONTHS, HIJRI_VARIANTS);
  addAll('gregorian', GREGORIAN_MONTHS, GREGORIAN_VARIANTS);
  addAll('jalali', JALALI_MONTHS, JALALI_VARIANTS);
  return made;
}

function makeWeekdays(): Map<string, number> {
  const made = new Map<string, number>();
  for (const [day, name] of WEEKDAYS.entries()) made.set(solidOf(name), day);
  for (const [key, day] of WEEKDAY_VARIANTS) made.set(solidOf(key), day);
  return made;
}
