import { remember } from './bounded_cache.js';

/** Units of time; `night` counts as a day. */
export type TimeUnit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'season'
  | 'year'
  | 'decade'
  | 'century';

/** Solid word → unit, and whether it stands for a length («۳ ساله») instead of a point. */
const UNITS: readonly (readonly [word: string, unit: TimeUnit])[] = [
  ['ثانیه', 'second'],
  ['لحظه', 'second'],
  ['دقیقه', 'minute'],
  ['دقایق', 'minute'],
  ['ساعت', 'hour'],
  ['ساعات', 'hour'],
  ['روز', 'day'],
  ['شب', 'day'],
  ['شبانهروز', 'day'],
  ['هفته', 'week'],
  ['ماه', 'month'],
  ['فصل', 'season'],
  ['سال', 'year'],
  ['دهه', 'decade'],
  ['قرن', 'century'],
  ['سده', 'century'],
];

const PLAIN = new Map(UNITS);
const PLURAL_ENDING = /(?:ها|های|هایی|هایش)$/;
const LENGTH_WORDS: ReadonlyMap<string, TimeUnit> = new Map([
  ['ساله', 'year'],
  ['سالگی', 'year'],
  ['سالهای', 'year'],
  ['ماهه', 'month'],
  ['ماههای', 'month'],
  ['روزه', 'day'],
  ['شبه', 'day'],
  ['هفتهای', 'week'],
  ['ساعته', 'hour'],
  ['دقیقهای', 'minute'],
]);

/** The unit that a solid word names: «سال», «سالهای», «هفتهی»; `length` for «۱۵ ساله». */
export const unitOf: (word: string) => NamedUnit | undefined = remember(computeUnit);

/** A unit as a word names it. */
export interface NamedUnit {
  readonly unit: TimeUnit;
  readonly plural: boolean;
  /** «۱۵ ساله»: a length, not a point. */
  readonly length: boolean;
}

function computeUnit(written: string): NamedUnit | undefined {
  // «چهل دقیقه‌ست»
  const word = written.replace(/هست$/, 'ه');
  const plain = PLAIN.get(word) ?? (word.endsWith('هی') ? PLAIN.get(word.slice(0, -1)) : undefined);
  if (plain !== undefined) return { unit: plain, plural: false, length: false };
  const stem = word.replace(PLURAL_ENDING, '');
  const plural = stem === word ? undefined : PLAIN.get(stem);
  if (plural !== undefined) return { unit: plural, plural: true, length: false };
  const length = LENGTH_WORDS.get(word);
  if (length !== undefined) return { unit: length, plural: false, length: true };
  const indefinite = word.endsWith('ی') ? PLAIN.get(word.slice(0, -1)) : undefined;
  return indefinite === undefined ? undefined : { unit: indefinite, plural: false, length: false };
}

/** Words behind a unit or weekday that point to the past (-1), the present (0) or the future (1). */
export const DIRECTIONS: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ['گذشته', -1],
  ['پیش', -1],
  ['قبل', -1],
  ['قبلی', -1],
  ['پیشین', -1],
  ['اخیر', -1],
  ['جاری', 0],
  ['کنونی', 0],
  ['فعلی', 0],
  ['حاضر', 0],
  ['آینده', 1],
  ['آتی', 1],
  ['بعد', 1],
  ['بعدی', 1],
  ['دیگر', 1],
  ['پیشرو', 1],
]);

/** Days from the day of the text, and the part of the day that the word names. */
export const RELATIVE_DAYS: ReadonlyMap<string, { readonly offset: number; readonly part?: string }> =
  new Map([
    ['امروز', { offset: 0 }],
    ['امشب', { offset: 0, part: 'شب' }],
    ['امصبح', { offset: 0, part: 'صبح' }],
    ['دیروز', { offset: -1 }],
    ['دیشب', { offset: -1, part: 'شب' }],
    ['پریروز', { offset: -2 }],
    ['پریشب', { offset: -2, part: 'شب' }],
    ['فردا', { offset: 1 }],
    ['فرداشب', { offset: 1, part: 'شب' }],
    ['پسفردا', { offset: 2 }],
  ]);

/** Years from the year of the text. */
export const RELATIVE_YEARS: ReadonlyMap<string, number> = new Map([
  ['امسال', 0],
  ['پارسال', -1],
  ['پیرارسال', -2],
]);

/** Hours that a part of the day covers; an end above 24 reaches into the next morning. */
export const DAY_PARTS: ReadonlyMap<string, readonly [from: number, to: number]> = new Map([
  ['بامداد', [0, 5]],
  ['سحر', [3, 5]],
  ['صبح', [5, 11]],
  ['پیشازظهر', [9, 12]],
  ['قبلازظهر', [9, 12]],
  ['ظهر', [11, 14]],
  ['بعدازظهر', [12, 17]],
  ['عصر', [15, 19]],
  ['غروب', [17, 20]],
  ['شامگاه', [18, 23]],
  ['شب', [19, 24]],
  ['نیمهشب', [23, 25]],
]);

/** Parts of the day that are nothing else when they stand alone: «عصر» is an age too, «شب» part of many names. */
export const SURE_PARTS: ReadonlySet<string> = new Set([
  'بامداد',
  'صبح',
  'ظهر',
  'شامگاه',
  'نیمهشب',
  'قبلازظهر',
  'پیشازظهر',
  'بعدازظهر',
]);
/** Part of a period that a word before it means, as shares of its length. */
export const EDGES: ReadonlyMap<string, readonly [from: number, to: number]> = new Map([
  ['اوایل', [0, 1 / 3]],
  ['ابتدای', [0, 1 / 3]],
  ['آغاز', [0, 1 / 3]],
  ['اول', [0, 1 / 3]],
  ['شروع', [0, 1 / 3]],
  ['اواسط', [1 / 3, 2 / 3]],
  ['میانه', [1 / 3, 2 / 3]],
  ['نیمه', [1 / 3, 2 / 3]],
  ['اواخر', [2 / 3, 1]],
  ['پایان', [2 / 3, 1]],
  ['آخر', [2 / 3, 1]],
  ['انتهای', [2 / 3, 1]],
]);

/** Months that a season covers in the Jalali year. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ['بهار', 1],
  ['تابستان', 4],
  ['پاییز', 7],
  ['زمستان', 10],
]);

/** Fixed expressions of an unknown time; words apart by one space, as solid keys. */
export const VAGUE_PHRASES: readonly string[] = [
  'لحظاتی پیش',
  'لحظاتی قبل',
  'دقایقی پیش',
  'دقایقی قبل',
  'ساعاتی پیش',
  'ساعاتی قبل',
  'ساعتی پیش',
  'ساعتی قبل',
  'چندی پیش',
  'مدتی پیش',
  'اخیرا',
  'بهتازگی',
  'هماکنون',
  'روز به روز',
  'شبانهروز',
  'شب یلدا',
  'شب یلدای',
];
