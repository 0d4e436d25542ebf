import { isSameLine } from './date_absolute.js';
import type { DateItem } from './date_lexer.js';
import type { ReadPart } from './date_slots.js';
import { unitOf } from './date_units.js';
import { weekdayOf } from './date_words.js';
import { readNumber } from './number_words.js';

// What comes again and again: it names times and fixes none.

/** «هر روز», «هر دو هفته», «هر روز هفته», «هر دوشنبه تا چهارشنبه», «روزی دو بار». */
export function readRecurring(items: readonly DateItem[], at: number): ReadPart | undefined {
  const times = readTimes(items, at);
  if (times !== undefined) return times;
  if (items[at]?.text !== 'هر') return undefined;
  const number = readNumber(items, at + 1);
  const next = number?.next ?? at + 1;
  const word = isSameLine(items[next]) ? (items[next]?.text ?? '') : '';
  if (unitOf(word) !== undefined) return recurring(endOfFrame(items, next + 1));
  return weekdayOf(word) === undefined ? undefined : recurring(endOfWeekdays(items, next + 1));
}

/** «۳ روز در هفته», «یک روز در میان»: what stands behind a length and makes it a habit. */
export function readFrequency(items: readonly DateItem[], at: number): ReadPart | undefined {
  const [first, second, third] = items.slice(at, at + 3);
  if (first?.text !== 'در' || !isSameLine(first) || !isSameLine(second)) return undefined;
  if (/^می(?:ان|ون)$/.test(second?.text ?? '')) return recurring(at + 2);
  const isPointed =
    isSameLine(third) && third?.kind === 'word' && /^(?:گذشته|آینده|جاری|قبل|بعد|اخیر|پیش)$/.test(third.text);
  return FRAMES.has(second?.text ?? '') && !isPointed ? recurring(at + 2) : undefined;
}

/** «به جز پنج‌شنبه و جمعه» behind days that come again or run from one to another: where it ends. */
export function endOfException(items: readonly DateItem[], at: number): number {
  const [first, second] = items.slice(at, at + 2);
  if (!isSameLine(first)) return at;
  const size = /^(?:بجز|جز|بهجز)$/.test(first?.text ?? '')
    ? 1
    : first?.text === 'به' && second?.text === 'جز'
      ? 2
      : 0;
  const day = size === 0 ? undefined : endOfWeekday(items, at + size);
  return day === undefined ? at : endOfWeekdays(items, day);
}

function recurring(next: number): ReadPart {
  return { slots: { loose: 'recurring' }, next };
}

const FRAMES: ReadonlySet<string> = new Set(['روز', 'شبانهروز', 'هفته', 'ماه', 'سال', 'ساعت', 'دقیقه']);
const EACH: ReadonlySet<string> = new Set(['روزی', 'شبی', 'هفتهای', 'ماهی', 'سالی', 'ساعتی']);

/** «روزی ۱۲ بار», «هفته‌ای دو مرتبه» */
function readTimes(items: readonly DateItem[], at: number): ReadPart | undefined {
  if (!EACH.has(items[at]?.text ?? '') || !isSameLine(items[at + 1])) return undefined;
  const count = readNumber(items, at + 1);
  const isTimes =
    count !== undefined &&
    isSameLine(items[count.next]) &&
    /^(?:بار|مرتبه|دفعه|نوبت)$/.test(items[count.next]?.text ?? '');
  return isTimes ? recurring(count.next + 1) : undefined;
}

/** «هر روز هفته», «هر روز از سال» */
function endOfFrame(items: readonly DateItem[], at: number): number {
  const from = items[at]?.text === 'از' ? at + 1 : at;
  const frame = isSameLine(items[at]) && isSameLine(items[from]) ? (items[from]?.text ?? '') : '';
  return /^(?:هفته|ماه|سال)$/.test(frame) ? from + 1 : at;
}

/** «دوشنبه تا چهارشنبه», «پنج‌شنبه و جمعه»: from the item behind the first day on. */
function endOfWeekdays(items: readonly DateItem[], at: number): number {
  const isJoint = /^(?:و|تا|الی)$/.test(items[at]?.text ?? '') && isSameLine(items[at]);
  const next = isJoint ? endOfWeekday(items, at + 1) : undefined;
  return next === undefined ? at : endOfWeekdays(items, next);
}

/** «جمعه», «پنج شنبه», «پنجشنبه‌ها» */
function endOfWeekday(items: readonly DateItem[], at: number): number | undefined {
  const [first, second] = items.slice(at, at + 2);
  if (first?.kind !== 'word' || !isSameLine(first)) return undefined;
  const isDouble = /^شنبه/.test(second?.text ?? '') && second?.gap === 'space';
  if (isDouble && weekdayOf(`${first.text}${second?.text.replace(/(?:ها|های)$/, '')}`) !== undefined)
    return at + 2;
  return weekdayOf(first.text.replace(/(?:ها|های)$/, '')) === undefined ? undefined : at + 1;
}
