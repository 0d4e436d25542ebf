import { isSameLine } from './date_absolute.js';
import type { DateItem } from './date_lexer.js';
import { endBeforeChrist, withBareUnit } from './date_readers.js';
import { readFrequency, readRecurring } from './date_recurrence.js';
import type { DateSlots, ReadPart } from './date_slots.js';
import { DIRECTIONS, type TimeUnit, unitOf, VAGUE_PHRASES } from './date_units.js';
import { numberWordValue, readNumber } from './number_words.js';

/** Units, lengths and recurrences: «هفته گذشته», «سه روز پیش», «دهه ۶۰», «هر روز», «۱۵ ساله», «چندی پیش». */
export function readPeriod(items: readonly DateItem[], at: number): ReadPart | undefined {
  return (
    readVague(items, at) ??
    readRecurring(items, at) ??
    readPartOfYear(items, at) ??
    readAfterLength(items, at) ??
    readCounted(items, at) ??
    readNumberedUnit(items, at) ??
    readWholeUnit(items, at)
  );
}

const VAGUE = VAGUE_PHRASES.map((phrase) => phrase.split(' '));

function readVague(items: readonly DateItem[], at: number): ReadPart | undefined {
  const phrase = VAGUE.find((words) =>
    words.every(
      (word, index) => items[at + index]?.text === word && (index === 0 || isSameLine(items[at + index])),
    ),
  );
  return phrase === undefined ? undefined : { slots: { loose: 'vague' }, next: at + phrase.length };
}

/** «سه روز پیش», «۲ ساعت قبل», «نیم ساعت پیش», «یک سال و نیم گذشته», «چند هفته قبل»; without a direction a length. */
function readCounted(items: readonly DateItem[], at: number): ReadPart | undefined {
  const glued = readGluedCount(items, at);
  if (glued !== undefined) return glued;
  const count = readCount(items, at);
  const item = count === undefined ? undefined : items[count.next];
  const unit = isSameLine(item) && item?.kind === 'word' ? unitOf(item.text) : undefined;
  if (count === undefined || unit === undefined || unit.unit === 'season') return undefined;
  const { next, amount } = withHalf(items, count.next + 1, count.amount);
  const direction = unit.length ? undefined : directionAt(items, next);
  if (direction === undefined || direction.sign === 0) {
    const often = readFrequency(items, next);
    return often ?? { slots: { loose: 'duration' }, next: endOfLength(items, next, unit.unit) };
  }
  if (amount === undefined || direction.recent || unit.unit === 'second') {
    return { slots: { loose: 'vague' }, next: direction.next };
  }
  return { slots: { distance: { unit: unit.unit, amount: amount * direction.sign } }, next: direction.next };
}

/** «یک سال و نیم» */
function withHalf(
  items: readonly DateItem[],
  at: number,
  amount: number | undefined,
): { readonly next: number; readonly amount: number | undefined } {
  const isHalf = items[at]?.text === 'و' && items[at + 1]?.text === 'نیم' && isSameLine(items[at + 1]);
  if (!isHalf) return { next: at, amount };
  return { next: at + 2, amount: amount === undefined ? undefined : amount + 0.5 };
}

const LENGTH_ORDER: readonly TimeUnit[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'];

/** «۲۳ ساعت و بیست و سه دقیقه و ۳ ثانیه» is one length: each further unit is smaller. */
function endOfLength(items: readonly DateItem[], at: number, unit: TimeUnit): number {
  const count = items[at]?.text === 'و' && isSameLine(items[at]) ? readCount(items, at + 1) : undefined;
  const item = count === undefined ? undefined : items[count.next];
  const smaller = isSameLine(item) ? unitOf(item?.text ?? '')?.unit : undefined;
  if (count === undefined || smaller === undefined) return at;
  const isSmaller =
    LENGTH_ORDER.indexOf(smaller) < LENGTH_ORDER.indexOf(unit) && LENGTH_ORDER.includes(smaller);
  return isSmaller ? endOfLength(items, count.next + 1, smaller) : at;
}

/** «پس از دو روز», «بعد از ۴۰ دقیقه»: a length counted from something else than the text. */
function readAfterLength(items: readonly DateItem[], at: number): ReadPart | undefined {
  if (
    !/^(?:پس|بعد)$/.test(items[at]?.text ?? '') ||
    items[at + 1]?.text !== 'از' ||
    !isSameLine(items[at + 1])
  )
    return undefined;
  const length = isSameLine(items[at + 2]) ? readCounted(items, at + 2) : undefined;
  return length?.slots.loose === 'duration' ? { slots: { loose: 'vague' }, next: length.next } : undefined;
}

/** «سه ماه نخست سال», «شش‌ماهه دوم ۱۴۰۲»: a share of a year, which must follow. */
function readPartOfYear(items: readonly DateItem[], at: number): ReadPart | undefined {
  const count = readCount(items, at);
  const unit = count?.amount === undefined ? undefined : unitOf(items[count.next]?.text ?? '');
  if (count?.amount === undefined || unit?.unit !== 'month' || !isSameLine(items[count.next]))
    return undefined;
  const place = isSameLine(items[count.next + 1]) ? readNumber(items, count.next + 1) : undefined;
  if (place?.ordinal !== true || count.amount * place.value > MONTHS || place.value < 1) return undefined;
  const year = isSameLine(items[place.next]) ? (items[place.next]?.text ?? '') : '';
  if (!/^(?:سال|امسال|پارسال)$/.test(year)) return undefined;
  const edge = [((place.value - 1) * count.amount) / MONTHS, (place.value * count.amount) / MONTHS] as const;
  return withBareUnit(items, { slots: { edge }, next: place.next });
}

const MONTHS = 12;

/** «صدسال پیش», «نیم‌قرن قبل» */
function readGluedCount(items: readonly DateItem[], at: number): ReadPart | undefined {
  const match = /^(.+?)(سال|ماه|روز|هفته|قرن|ساعت)$/.exec(items[at]?.text ?? '');
  const [, head = '', name = ''] = match ?? [];
  const value = head === 'نیم' ? 0.5 : numberWordValue(head)?.value;
  const unit = unitOf(name)?.unit;
  if (match === null || value === undefined || unit === undefined) return undefined;
  const direction = directionAt(items, at + 1);
  if (direction === undefined || direction.sign === 0) return undefined;
  return { slots: { distance: { unit, amount: value * direction.sign } }, next: direction.next };
}

function readCount(items: readonly DateItem[], at: number): { amount?: number; next: number } | undefined {
  const item = items[at];
  if (item === undefined) return undefined;
  if (/^(?:چند|چندین)$/.test(item.text)) return { next: at + 1 };
  if (item.text === 'نیم') return { amount: 0.5, next: at + 1 };
  const number = readNumber(items, at);
  if (number === undefined || number.ordinal) return undefined;
  const isHalf = items[number.next]?.text === 'و' && items[number.next + 1]?.text === 'نیم';
  if (isHalf) return { amount: number.value + 0.5, next: number.next + 2 };
  const other = /^(?:یا|تا|الی)$/.test(items[number.next]?.text ?? '')
    ? readNumber(items, number.next + 1)
    : undefined;
  if (other !== undefined && isUnitAt(items, other.next)) return { next: other.next };
  return { amount: number.value, next: number.next };
}

function isUnitAt(items: readonly DateItem[], at: number): boolean {
  const item = items[at];
  return item?.kind === 'word' && item.gap !== 'line' && unitOf(item.text) !== undefined;
}

interface Direction {
  readonly sign: -1 | 0 | 1;
  /** «اخیر» and «گذشته» behind a number span the whole stretch: «سه سال گذشته». */
  readonly recent: boolean;
  readonly next: number;
}

function directionAt(items: readonly DateItem[], at: number): Direction | undefined {
  const item = items[at];
  if (item?.kind !== 'word' || item.gap === 'line') return undefined;
  if (item.text === 'پیش' && items[at + 1]?.text === 'رو') return { sign: 1, recent: false, next: at + 2 };
  const sign = DIRECTIONS.get(item.text);
  if (sign === undefined) return undefined;
  if (/^(?:بعد|پیش|قبل)$/.test(item.text) && items[at + 1]?.text === 'از') return undefined;
  return { sign, recent: /^(?:اخیر|گذشته|آینده)$/.test(item.text), next: at + 1 };
}

/** «دهه ۶۰», «قرن نوزدهم», «نوزدهمین روز», «چهارمین سال»: named stretches without a fixed place. */
function readNumberedUnit(items: readonly DateItem[], at: number): ReadPart | undefined {
  const unit = unitOf(items[at]?.text ?? '');
  // «دهه ۶۰», «قرن نوزدهم», «دقیقه ۹۰» of a match.
  const isLarge = unit?.unit === 'decade' || unit?.unit === 'century' || unit?.unit === 'minute';
  const number = isLarge && isSameLine(items[at + 1]) ? readNumber(items, at + 1) : undefined;
  if (number !== undefined) return { slots: { loose: 'vague' }, next: endOfEnumeration(items, number.next) };
  const ordinal = readNumber(items, at);
  if (ordinal?.ordinal !== true || !isSameLine(items[ordinal.next])) return undefined;
  const counted = unitOf(items[ordinal.next]?.text ?? '');
  if (counted === undefined || counted.plural || !/ین$/.test(items[ordinal.next - 1]?.text ?? ''))
    return undefined;
  return { slots: { loose: 'vague' }, next: ordinal.next + 1 };
}

/** «دهه ۶۰، ۷۰ و ۸۰», «قرن ششم و هفتم هجری» */
function endOfEnumeration(items: readonly DateItem[], at: number): number {
  let next = at;
  while (/^(?:و|،|,)$/.test(items[next]?.text ?? '') && isSameLine(items[next + 1])) {
    const more = readNumber(items, next + 1);
    if (more === undefined) break;
    next = more.next;
  }
  if (/^(?:میلادی|هجری|شمسی|خورشیدی)$/.test(items[next]?.text ?? '') && isSameLine(items[next])) next += 1;
  return endBeforeChrist(items, next);
}

/** «هفته گذشته», «سال جاری میلادی», «همین ماه», «این هفته», «روزهای اخیر». */
function readWholeUnit(items: readonly DateItem[], at: number): ReadPart | undefined {
  const pointer = /^(?:این|همین|همان|آن)$/.test(items[at]?.text ?? '') ? items[at]?.text : undefined;
  const start = pointer === undefined ? at : at + 1;
  const item = items[start];
  if (item?.kind !== 'word' || (pointer !== undefined && item.gap === 'line')) return undefined;
  const unit = unitOf(item.text);
  if (unit === undefined || unit.length) return undefined;
  // «در آن ساعت هفت و ربع بود»: the clock is told, not an hour pointed at.
  if (unit.unit === 'hour' && isSameLine(items[start + 1]) && readNumber(items, start + 1)) return undefined;
  const direction = directionAt(items, start + 1);
  if (direction === undefined) return readPointedUnit(unit, pointer, start + 1);
  if (unit.plural) return { slots: { loose: 'vague' }, next: direction.next };
  const gregorian = items[direction.next]?.text === 'میلادی';
  const next = direction.next + (gregorian ? 1 : 0);
  if (unit.unit === 'day' && !pointer) return { slots: { dayOffset: direction.sign }, next };
  return periodPart(unit.unit, direction.sign, { gregorian, next });
}

function readPointedUnit(
  unit: { unit: TimeUnit; plural: boolean },
  pointer: string | undefined,
  next: number,
): ReadPart | undefined {
  if (pointer === undefined) return undefined;
  const isPresent = pointer === 'این' || pointer === 'همین';
  if (!isPresent || unit.plural || unit.unit === 'hour' || unit.unit === 'minute' || unit.unit === 'second') {
    return unit.unit === 'second' ? undefined : { slots: { loose: 'vague' }, next };
  }
  return unit.unit === 'day'
    ? { slots: { loose: 'vague' }, next }
    : periodPart(unit.unit, 0, { gregorian: false, next });
}

function periodPart(unit: TimeUnit, offset: number, rest: { gregorian: boolean; next: number }): ReadPart {
  const slots: DateSlots = { period: { unit, offset, gregorian: rest.gregorian } };
  return { slots, next: rest.next };
}
