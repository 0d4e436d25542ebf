import type { DateItem } from './date_lexer.js';
import type { WrittenDay } from './date_value.js';
import { type MonthName, monthOf } from './date_words.js';
import { readNumber } from './number_words.js';

/** A written day and the index of the first item after it. */
export interface ReadDay {
  readonly day: WrittenDay;
  readonly next: number;
}

/** The first year that is read as Gregorian when nothing else tells: Jalali years of news are 1200–1499. */
const FIRST_GREGORIAN = 1500;
const FIRST_JALALI = 1200;
/** Two-digit Jalali years up to this one are of the fifteenth century: «۰۲» is 1402, «۹۴» is 1394. */
const LAST_SHORT_YEAR = 20;

/** A day that begins at `at`, in any of the shapes that print uses. */
export function readDay(items: readonly DateItem[], at: number): ReadDay | undefined {
  return (
    readNumericDay(items, at) ??
    readYearFirst(items, at) ??
    readDayMonth(items, at) ??
    readMonthFirst(items, at)
  );
}

/** «1401/08/23», «۱۴۰۱-۸-۲۳», «23/8/1401», «99/12/30», «1395 . 8 . 19». */
function readNumericDay(items: readonly DateItem[], at: number): ReadDay | undefined {
  const [a, first, b, second, c] = items.slice(at, at + 5);
  const parts = [a, b, c];
  if (first?.kind !== 'sign' || second?.text !== first.text || !/[/\-.\\\u2010-\u2013]/.test(first.text))
    return undefined;
  if (
    parts.some((part) => part?.kind !== 'number' || part.text.length > 4) ||
    isLonger(items, at, first.text)
  )
    return undefined;
  if (items.slice(at + 1, at + 5).some((item) => item.gap === 'line')) return undefined;
  const [x = '', y = '', z = ''] = parts.map((part) => part?.text);
  const day = numericDay(x, y, z);
  return day === undefined ? undefined : { day, next: at + 5 };
}

/** An address or a version: «1.1.12.234». */
function isLonger(items: readonly DateItem[], at: number, sign: string): boolean {
  const before = items[at - 1];
  const after = items[at + 5];
  const glued = items[at + 1]?.gap === 'none';
  if (!glued) return false;
  return (
    (before?.text === sign && items[at]?.gap === 'none' && items[at - 2]?.kind === 'number') ||
    (after?.text === sign && after.gap === 'none' && items[at + 6]?.kind === 'number')
  );
}

function numericDay(x: string, y: string, z: string): WrittenDay | undefined {
  if (x.length === 4) return withYear(Number(x), Number(y), Number(z));
  if (z.length === 4) return dayFirst(Number(x), Number(y), Number(z));
  if (x.length !== 2 || y.length > 2 || z.length > 2) return undefined;
  const year = Number(x);
  return year > 31 || z.length <= 2 ? withYear(longYear(year), Number(y), Number(z)) : undefined;
}

/** «23/8/1401» and «11.19.2016»: of a Gregorian year the Americans put the month first. */
function dayFirst(a: number, b: number, year: number): WrittenDay | undefined {
  return b > 12 && a <= 12 && year >= FIRST_GREGORIAN ? withYear(year, a, b) : withYear(year, b, a);
}

function withYear(year: number, month: number, day: number): WrittenDay | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < FIRST_JALALI - 200) return undefined;
  return { calendar: year >= FIRST_GREGORIAN ? 'gregorian' : 'jalali', year, month, day };
}

/** «2022 November 14» */
function readYearFirst(items: readonly DateItem[], at: number): ReadDay | undefined {
  const [year, name, day] = items.slice(at, at + 3);
  const month = name?.kind === 'word' && name.gap !== 'line' ? monthOf(name.text) : undefined;
  if (month === undefined || year?.kind !== 'number' || year.text.length !== 4) return undefined;
  if (day?.kind !== 'number' || day.text.length > 2 || day.gap === 'line') return undefined;
  return { day: { ...month, year: Number(year.text), day: Number(day.text) }, next: at + 3 };
}

/** «۲۳ آبان ۱۴۰۱», «پنجم اسفند ماه ۱۴۰۰», «14مهر92», «14th of November 2022». */
function readDayMonth(items: readonly DateItem[], at: number): ReadDay | undefined {
  const number = readDayNumber(items, at);
  if (number === undefined) return undefined;
  let next = number.next;
  while (isSameLine(items[next]) && /^(?:th|st|nd|rd|of|روز)$/.test(items[next]?.text ?? '')) next += 1;
  const month = readMonth(items, next);
  if (month === undefined) return undefined;
  const year = readYear(items, month.next, month.month.calendar);
  if (month.needsYear && (year === undefined || year.value < FIRST_JALALI)) return undefined;
  const day = { ...month.month, day: number.value };
  return year === undefined
    ? { day, next: month.next }
    : { day: { ...day, year: year.value }, next: year.next };
}

/** «November 14, 2022» */
function readMonthFirst(items: readonly DateItem[], at: number): ReadDay | undefined {
  const name = items[at];
  const month = name?.kind === 'word' && /^[a-z]+$/.test(name.text) ? monthOf(name.text) : undefined;
  const day = items[at + 1];
  if (month === undefined || day?.kind !== 'number' || day.text.length > 2 || day.gap === 'line')
    return undefined;
  let next = at + 2;
  while (isSameLine(items[next]) && /^(?:th|st|nd|rd|,)$/.test(items[next]?.text ?? '')) next += 1;
  const year = items[next];
  if (year?.kind !== 'number' || year.text.length !== 4) return undefined;
  return { day: { ...month, year: Number(year.text), day: Number(day.text) }, next: next + 1 };
}

export function readDayNumber(
  items: readonly DateItem[],
  at: number,
): { value: number; next: number } | undefined {
  const number = readNumber(items, at);
  if (number === undefined || !Number.isInteger(number.value)) return undefined;
  return number.value >= 1 && number.value <= 31 && isSameLine(items[number.next]) ? number : undefined;
}

/** Months of the Afghan calendar that are common words elsewhere: they need day and year beside them. */
const AFGHAN_ONLY = /^(?:حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت)$/;

/** A month at `at`: one word, two («ربیع الاول», «دی ماه»), or «ماه» before the name. */
export function readMonth(
  items: readonly DateItem[],
  at: number,
): { month: MonthName; next: number; needsYear: boolean } | undefined {
  const start = skipMonthLabel(items, at);
  const name = items[start];
  if (name?.kind !== 'word' || !isSameLine(name)) return undefined;
  const single = monthOf(name.text);
  const second = items[start + 1];
  const double =
    second?.kind === 'word' && second.gap === 'space' ? monthOf(name.text + second.text) : undefined;
  const month = single ?? double;
  if (month === undefined) return undefined;
  let next = start + (single === undefined ? 2 : 1);
  for (const suffix of ['ماه', 'ی']) if (items[next]?.text === suffix && isSameLine(items[next])) next += 1;
  return { month, next, needsYear: AFGHAN_ONLY.test(name.text) };
}

/** «ماه رمضان», «ماه مبارک رمضان» */
function skipMonthLabel(items: readonly DateItem[], at: number): number {
  if (items[at]?.text !== 'ماه') return at;
  return items[at + 1]?.text === 'مبارک' ? at + 2 : at + 1;
}

/** A year after a month: «۱۴۰۱», «سال ۱۴۰۱», «94», «۱۴۰۱ شمسی», «هزار و سیصد و شصت». */
export function readYear(
  items: readonly DateItem[],
  at: number,
  calendar: MonthName['calendar'],
): { value: number; next: number } | undefined {
  let next = at;
  while (isSameLine(items[next]) && /^(?:سال|،|,|\/|-)$/.test(items[next]?.text ?? '') && next < at + 2)
    next += 1;
  const number = isSameLine(items[next]) ? readNumber(items, next) : undefined;
  if (number === undefined || number.ordinal) return undefined;
  const digits = items[next]?.kind === 'number' ? (items[next]?.text.length ?? 0) : 4;
  if (isClockAhead(items, number.next)) return undefined;
  if (digits === 4 && number.value >= 600 && number.value <= 2200)
    return { value: number.value, next: number.next };
  const isShort =
    digits === 2 && calendar === 'jalali' && items[next]?.kind === 'number' && number.next === next + 1;
  if (!isShort || isUnitAhead(items, number.next)) return undefined;
  return { value: longYear(number.value), next: number.next };
}

function isClockAhead(items: readonly DateItem[], at: number): boolean {
  return items[at]?.text === ':' && items[at + 1]?.kind === 'number';
}

/** «۲۳ آبان ۲۰ نفر»: a number before a counted thing is no year. */
function isUnitAhead(items: readonly DateItem[], at: number): boolean {
  const item = items[at];
  return (
    item?.kind === 'word' &&
    item.gap !== 'line' &&
    /^(?:نفر|تن|هزار|میلیون|میلیارد|درصد|دقیقه|روز|بار|تومان|ریال|کیلومتر|سال|ساله|ماه|هفته|مورد)/.test(
      item.text,
    )
  );
}

export function longYear(short: number): number {
  return short <= LAST_SHORT_YEAR ? 1400 + short : 1300 + short;
}

export function isSameLine(item: DateItem | undefined): boolean {
  return item !== undefined && item.gap !== 'line';
}
