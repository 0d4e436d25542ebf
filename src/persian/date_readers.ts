import { isSameLine, longYear, readDay, readMonth, readYear } from './date_absolute.js';
import { readClock } from './date_clock.js';
import type { DateItem } from './date_lexer.js';
import type { DateSlots, ReadPart } from './date_slots.js';
import { DAY_PARTS, DIRECTIONS, EDGES, RELATIVE_DAYS, RELATIVE_YEARS, SEASONS } from './date_units.js';
import type { WrittenDay } from './date_value.js';
import { monthOf, weekdayOf } from './date_words.js';
import { readNumber } from './number_words.js';

/** One part of an expression, if one begins here. Longer and surer shapes come first. */
export function readPart(items: readonly DateItem[], at: number): ReadPart | undefined {
  return (
    readWholeDay(items, at) ??
    readWholeClock(items, at) ??
    readRelativeDay(items, at) ??
    readWeekday(items, at) ??
    readDayPart(items, at) ??
    readEdge(items, at) ??
    readMonthName(items, at) ??
    readSeason(items, at) ??
    readYearNumber(items, at) ??
    readRelativeYear(items, at)
  );
}

function readWholeDay(items: readonly DateItem[], at: number): ReadPart | undefined {
  const start = items[at]?.text === 'روز' && isSameLine(items[at + 1]) ? at + 1 : at;
  const read = readDay(items, start);
  if (read === undefined) return undefined;
  const era = readEra(items, read.next);
  return { slots: { days: [withEra(read.day, era?.calendar)] }, next: era?.next ?? read.next };
}

/** «1100/09/09 قمری» */
function withEra(day: WrittenDay, calendar: WrittenDay['calendar'] | undefined): WrittenDay {
  const isHijri = calendar === 'hijri' && day.calendar === 'jalali' && day.year !== undefined;
  return isHijri ? { ...day, calendar: 'hijri' } : day;
}

function readWholeClock(items: readonly DateItem[], at: number): ReadPart | undefined {
  const read = readClock(items, at);
  if (read === undefined) return undefined;
  const era = readEra(items, read.next);
  return { slots: { clock: read.clock }, next: era?.next ?? read.next };
}

function readRelativeDay(items: readonly DateItem[], at: number): ReadPart | undefined {
  const item = items[at];
  if (item?.kind !== 'word') return undefined;
  const second = items[at + 1];
  const isDouble = item.text === 'پس' && second?.text === 'فردا' && second.gap === 'space';
  const found = RELATIVE_DAYS.get(isDouble ? 'پسفردا' : item.text);
  if (found === undefined) return readGluedToday(item, at);
  const slots: DateSlots = {
    dayOffset: found.offset,
    ...(found.part === undefined ? {} : { dayPart: found.part }),
  };
  return { slots, next: at + (isDouble ? 2 : 1) };
}

/** «امروزدوشنبه» */
function readGluedToday(item: DateItem, at: number): ReadPart | undefined {
  const rest = item.text.startsWith('امروز') ? weekdayOf(item.text.slice(5)) : undefined;
  return rest === undefined ? undefined : { slots: { dayOffset: 0, weekday: rest }, next: at + 1 };
}

function readWeekday(items: readonly DateItem[], at: number): ReadPart | undefined {
  const start = items[at]?.text === 'روز' && isSameLine(items[at + 1]) ? at + 1 : at;
  const item = items[start];
  if (item?.kind !== 'word') return undefined;
  const second = items[start + 1];
  const double =
    /^شنبه/.test(second?.text ?? '') && second?.gap === 'space'
      ? weekdayOf(item.text + second?.text)
      : undefined;
  const end = start + (double === undefined ? 1 : 2);
  if (double === undefined && /شب$/.test(item.text) && item.text.length > 4)
    return readWeekdayNight(item, end);
  const plural = /^(.+?)(?:ها|های)$/.exec(item.text)?.[1];
  if (plural !== undefined && weekdayOf(plural) !== undefined)
    return { slots: { loose: 'recurring' }, next: end };
  const weekday = double ?? weekdayOf(item.text);
  return weekday === undefined ? undefined : { slots: { weekday }, next: end };
}

/** «یکشنبه‌شب» */
function readWeekdayNight(item: DateItem, next: number): ReadPart | undefined {
  const weekday = weekdayOf(item.text.slice(0, -2));
  return weekday === undefined ? undefined : { slots: { weekday, dayPart: 'شب' }, next };
}

function readDayPart(items: readonly DateItem[], at: number): ReadPart | undefined {
  const item = items[at];
  if (item?.kind !== 'word') return undefined;
  const [, second, third] = items.slice(at, at + 3);
  const triple = second?.text === 'از' && third?.text === 'ظهر' ? `${item.text}ازظهر` : undefined;
  if (triple !== undefined && DAY_PARTS.has(triple)) return { slots: { dayPart: triple }, next: at + 3 };
  if (item.text === 'بعداز' && second?.text === 'ظهر')
    return { slots: { dayPart: 'بعدازظهر' }, next: at + 2 };
  if (item.text === 'قبل' && second?.text === 'ظهر') return { slots: { dayPart: 'قبلازظهر' }, next: at + 2 };
  return DAY_PARTS.has(item.text) ? { slots: { dayPart: item.text }, next: at + 1 } : undefined;
}

/** «اواخر», «نیمه دوم»: only before a period, which the grouping checks. */
function readEdge(items: readonly DateItem[], at: number): ReadPart | undefined {
  const item = items[at];
  if (item?.kind !== 'word') return undefined;
  const word = item.text.replace(/^در(?=نیمه)/, '');
  const edge = EDGES.get(word) ?? EDGES.get(word.replace(/ی$/, ''));
  if (edge === undefined || !isSameLine(items[at + 1])) return undefined;
  const half = /^نیمه/.test(word) ? readNumber(items, at + 1) : undefined;
  if (half?.ordinal && half.value <= 2) {
    return withBareUnit(items, { slots: { edge: half.value === 1 ? [0, 0.5] : [0.5, 1] }, next: half.next });
  }
  return withBareUnit(items, { slots: { edge }, next: at + 1 });
}

/** «پایان سال», «اواسط ماه»: the unit that holds the text, unless a number or a direction follows. */
export function withBareUnit(items: readonly DateItem[], edge: ReadPart): ReadPart {
  const unit = BARE_UNITS.get(items[edge.next]?.text ?? '');
  const after = items[edge.next + 1];
  if (unit === undefined || !isSameLine(items[edge.next])) return edge;
  if (after?.text === 'میلادی' && isSameLine(after)) {
    return { slots: { ...edge.slots, period: { unit, offset: 0, gregorian: true } }, next: edge.next + 2 };
  }
  const isNamed =
    isSameLine(after) && after?.kind === 'word' && (DIRECTIONS.has(after.text) || isMonthWord(after.text));
  if (isNamed || (isSameLine(after) && readNumber(items, edge.next + 1) !== undefined)) return edge;
  return { slots: { ...edge.slots, period: { unit, offset: 0, gregorian: false } }, next: edge.next + 1 };
}

const BARE_UNITS: ReadonlyMap<string, 'year' | 'month' | 'week'> = new Map([
  ['سال', 'year'],
  ['ماه', 'month'],
  ['هفته', 'week'],
]);

/** Month names that are other words too need a year, ماه or an edge beside them. */
const SURE_MONTHS =
  /^(?:فروردین|اردیبهشت|ژانویه|فوریه|آوریل|ژوین|ژوییه|جولای|سپتامبر|اکتبر|نوامبر|دسامبر|رمضان|شعبان|شوال)/;

function readMonthName(items: readonly DateItem[], at: number): ReadPart | undefined {
  const read = readMonth(items, at);
  const item = items[at];
  if (read === undefined || item === undefined) return undefined;
  const year = readYear(items, read.next, read.month.calendar);
  const labelled = items.slice(at, read.next).some((each) => /ماه$/.test(each.text));
  if (read.needsYear && year === undefined) return undefined;
  const isOrdinary = !labelled && year === undefined && !SURE_MONTHS.test(item.text);
  if (isOrdinary && !isYearAhead(items, read.next)) return undefined;
  if (year === undefined) return { slots: { month: read.month }, next: read.next };
  const era = readEra(items, year.next);
  const calendar = yearCalendar(year.value, era?.calendar ?? read.month.calendar);
  return {
    slots: { month: read.month, year: { value: year.value, calendar } },
    next: era?.next ?? year.next,
  };
}

/** «آبان امسال», «آبان همان سال», «تیر سال گذشته». */
function isYearAhead(items: readonly DateItem[], at: number): boolean {
  const [first, second] = items.slice(at, at + 2);
  if (first?.gap === 'line') return false;
  if (RELATIVE_YEARS.has(first?.text ?? '') || first?.text === 'سال') return true;
  return /^(?:این|همین|همان)$/.test(first?.text ?? '') && second?.text === 'سال';
}

function readSeason(items: readonly DateItem[], at: number): ReadPart | undefined {
  const labelled = items[at]?.text === 'فصل';
  const start = labelled ? at + 1 : at;
  const month = isSameLine(items[start]) ? SEASONS.get(items[start]?.text ?? '') : undefined;
  if (month === undefined) return undefined;
  const year = readYear(items, start + 1, 'jalali');
  if (!labelled && year === undefined && !isYearAhead(items, start + 1)) return undefined;
  const slots: DateSlots = { month: { calendar: 'jalali', month }, moreMonths: 2 };
  if (year === undefined) return { slots, next: start + 1 };
  return {
    slots: { ...slots, year: { value: year.value, calendar: yearCalendar(year.value, 'jalali') } },
    next: year.next,
  };
}

/** «سال ۱۴۰۱», «سال‌های ۹۲», «۲۰۰۳ میلادی», «سال هزار و سیصد و شصت», and a bare «۱۴۰۱» or «2014». */
function readYearNumber(items: readonly DateItem[], at: number): ReadPart | undefined {
  const label = /^(?:سال|سالهای|ماه)$/.test(items[at]?.text ?? '') ? items[at]?.text : undefined;
  const start = label === undefined || label === 'ماه' ? at : at + 1;
  if (label !== undefined && start > at && !isSameLine(items[start])) return undefined;
  const number = readNumber(items, start);
  if (number === undefined || number.ordinal || !Number.isInteger(number.value)) return undefined;
  const era = readEra(items, number.next);
  const digits =
    items[start]?.kind === 'number' && number.next === start + 1 ? (items[start]?.text.length ?? 0) : 0;
  const value = fullYear(number.value, { digits, labelled: start > at, hasEra: era !== undefined });
  if (value === undefined) return undefined;
  const ancient = endBeforeChrist(items, number.next);
  if (ancient > number.next) return { slots: { loose: 'vague' }, next: ancient };
  if (start === at && era === undefined && !isBareYear(items, start, number.next)) return undefined;
  return yearPart(value, era, number.next);
}

function yearPart(value: number, era: ReturnType<typeof readEra>, next: number): ReadPart {
  return {
    slots: { year: { value, calendar: yearCalendar(value, era?.calendar) } },
    next: era?.next ?? next,
  };
}

/** «قبل از میلاد», «پیش از میلاد»: years that we do not count. */
export function endBeforeChrist(items: readonly DateItem[], at: number): number {
  const [first, second, third] = items.slice(at, at + 3);
  const isBefore =
    /^(?:قبل|پیش)$/.test(first?.text ?? '') && second?.text === 'از' && third?.text === 'میلاد';
  return isBefore && isSameLine(first) && isSameLine(second) && isSameLine(third) ? at + 3 : at;
}

function fullYear(
  value: number,
  shape: { digits: number; labelled: boolean; hasEra: boolean },
): number | undefined {
  if (shape.digits === 2 && shape.labelled) return longYear(value);
  if (shape.labelled || shape.hasEra) return value >= 100 && value <= 2200 ? value : undefined;
  const isLikely = (value >= 1300 && value <= 1430) || (value >= 1900 && value <= 2099);
  return shape.digits === 4 && isLikely ? value : undefined;
}

/** A number alone is a year only when nothing counted or measured stands behind it and no sign glues it on. */
function isBareYear(items: readonly DateItem[], at: number, next: number): boolean {
  const before = items[at - 1];
  const after = items[next];
  const glued = items[at]?.gap === 'none' && before !== undefined && !/[([«،,؛:]/.test(before.text);
  if (glued || /[/.:,٬٫%٪-]/.test(after?.gap === 'none' ? after.text : '')) return false;
  if (after?.kind === 'number' && after.gap === 'none') return false;
  return !(isSameLine(after) && after?.kind === 'word' && COUNTED.test(after.text));
}

const COUNTED =
  /^(?:نفر|تن|هزار|میلیون|میلیارد|تریلیون|درصد|دقیقه|ساعت|روز|هفته|ماه|سال|بار|تومان|ریال|دلار|یورو|کیلومتر|کیلو|کیلوگرم|متر|لیتر|مگاوات|واحد|مورد|دستگاه|فروند|عدد|نسخه|صفحه|بشکه|هکتار|تا|خانوار|شهید|کشته|زخمی|امتیاز|گرم|سانتیمتر|رای|پرونده|شعبه|مدرسه|موشک)/;

function readRelativeYear(items: readonly DateItem[], at: number): ReadPart | undefined {
  const offset = RELATIVE_YEARS.get(items[at]?.text ?? '');
  if (offset === undefined) return undefined;
  return { slots: { period: { unit: 'year', offset, gregorian: false } }, next: at + 1 };
}

/** «هجری شمسی», «خورشیدی», «میلادی», «قمری», «ه.ش», «ق». */
export function readEra(
  items: readonly DateItem[],
  at: number,
): { calendar: WrittenDay['calendar']; next: number } | undefined {
  const first = items[at];
  if (first === undefined || first.gap === 'line') return undefined;
  if (first.text === 'ه') return readDottedEra(items, at);
  if (first.text === 'هجری') {
    const second = isSameLine(items[at + 1]) ? ERAS.get(items[at + 1]?.text ?? '') : undefined;
    return { calendar: second ?? 'jalali', next: at + (second === undefined ? 1 : 2) };
  }
  const calendar = ERAS.get(first.text);
  const isGluedLetter = first.text.length === 1 && first.gap === 'none';
  return calendar === undefined || isGluedLetter ? undefined : { calendar, next: at + 1 };
}

/** «ه.ش», «ه.ق.» */
function readDottedEra(
  items: readonly DateItem[],
  at: number,
): { calendar: WrittenDay['calendar']; next: number } | undefined {
  const calendar = items[at + 1]?.text === '.' ? ERAS.get(items[at + 2]?.text ?? '') : undefined;
  const hasDot = items[at + 3]?.text === '.' && items[at + 3]?.gap === 'none';
  return calendar === undefined ? undefined : { calendar, next: hasDot ? at + 4 : at + 3 };
}

const ERAS: ReadonlyMap<string, WrittenDay['calendar']> = new Map([
  ['شمسی', 'jalali'],
  ['خورشیدی', 'jalali'],
  ['ش', 'jalali'],
  ['قمری', 'hijri'],
  ['ق', 'hijri'],
  ['میلادی', 'gregorian'],
]);

function yearCalendar(value: number, named: WrittenDay['calendar'] | undefined): WrittenDay['calendar'] {
  if (named === 'hijri') return 'hijri';
  if (value >= 1500) return 'gregorian';
  return named ?? 'jalali';
}

/** Whether a word is a month at all; used to tell «۱۸ – ۲۰ آذر» from a subtraction. */
export function isMonthWord(word: string): boolean {
  return monthOf(word) !== undefined;
}
