import { isSameLine, longYear, readDay } from './date_absolute.js';
import type { DateItem } from './date_lexer.js';
import { readPeriod } from './date_periods.js';
import { readEra, readPart } from './date_readers.js';
import { endOfException } from './date_recurrence.js';
import { type DateSlots, mergeSlots, type ReadPart } from './date_slots.js';
import { DIRECTIONS } from './date_units.js';
import { readNumber } from './number_words.js';

/** One time expression: what it says, or what its two ends say. Items `start` to before `next`. */
export interface DateGroup {
  readonly start: number;
  readonly next: number;
  readonly slots: DateSlots;
  /** The other end of a range («از شنبه تا دوشنبه»), or the last of a list («۲۵ و ۲۹ آبان»). */
  readonly until?: DateSlots;
  /** Where the expression ends when its range makes no sense. */
  readonly single?: { readonly next: number; readonly slots: DateSlots };
}

/** The longest expression that begins at an item. */
export function readGroup(items: readonly DateItem[], at: number): DateGroup | undefined {
  const first = items[at];
  if (first === undefined || first.kind === 'sign') return undefined;
  const list = readDayList(items, at);
  const group = list ?? readSingle(items, at);
  if (group === undefined || group.until !== undefined) return group;
  return withException(
    items,
    readUntilNow(items, group) ?? readYearList(items, group) ?? readRange(items, group) ?? group,
  );
}

/** «شنبه تا چهارشنبه به جز دوشنبه» */
function withException(items: readonly DateItem[], group: DateGroup): DateGroup {
  const ofDays = group.slots.loose === 'recurring' || group.until?.weekday !== undefined;
  if (!ofDays) return group;
  const next = endOfException(items, group.next);
  return next === group.next ? group : { ...group, next };
}

function readSingle(items: readonly DateItem[], at: number): DateGroup | undefined {
  const first = readAnyPart(items, at);
  if (first === undefined) return undefined;
  let group: DateGroup = { start: at, next: first.next, slots: first.slots };
  for (let more = readMore(items, group); more !== undefined; more = readMore(items, group)) group = more;
  return group;
}

/** A part or a period, whichever reads further. */
function readAnyPart(items: readonly DateItem[], at: number): ReadPart | undefined {
  const item = items[at];
  if (item === undefined || item.kind === 'sign') return undefined;
  const part = readPart(items, at);
  const period = readPeriod(items, at);
  if (part === undefined || period === undefined) return part ?? period;
  return period.next > part.next ? period : part;
}

function readMore(items: readonly DateItem[], group: DateGroup): DateGroup | undefined {
  const direction = readWeekdayDirection(items, group);
  if (direction !== undefined) return direction;
  const at = skipConnectors(items, group.next);
  const part = at === undefined ? undefined : readAnyPart(items, at);
  if (at === undefined || part === undefined) return undefined;
  if (crossesSign(items, group.next, at) && !(isDayLine(group.slots) && isDayLine(part.slots)))
    return undefined;
  const slots = mergeSlots(group.slots, part.slots);
  return slots === undefined ? undefined : { ...group, next: part.next, slots };
}

/** «چهارشنبه گذشته», «جمعه آینده» */
function readWeekdayDirection(items: readonly DateItem[], group: DateGroup): DateGroup | undefined {
  const item = items[group.next];
  const { weekday, days, dayOffset, weekdayDirection, period } = group.slots;
  const isBare = weekday !== undefined && (days ?? dayOffset ?? weekdayDirection ?? period) === undefined;
  if (!isBare || item?.kind !== 'word' || item.gap === 'line') return undefined;
  const direction = DIRECTIONS.get(item.text);
  const isPreposition = /^(?:پیش|قبل|بعد)$/.test(item.text) && items[group.next + 1]?.text === 'از';
  if (direction === undefined || isPreposition) return undefined;
  return { ...group, next: group.next + 1, slots: { ...group.slots, weekdayDirection: direction } };
}

/** What may stand between two parts of one line: «- | ، ( ساعت T مورخ در روز». */
function skipConnectors(items: readonly DateItem[], at: number): number | undefined {
  let next = at;
  while (next < at + 3) {
    const item = items[next];
    if (item === undefined || item.gap === 'line') return undefined;
    if (!isConnector(items, next)) return next;
    next += 1;
  }
  return next;
}

function isConnector(items: readonly DateItem[], at: number): boolean {
  const item = items[at];
  if (item?.kind === 'sign') return /[-\u2013\u2014|،,·•/()؛]/.test(item.text);
  if (item?.text === 'ساعت') return items[at + 1]?.text === 'ساعت';
  return item?.kind === 'word' && /^(?:t|مورخ|مورخه|تاریخ|at|on)$/.test(item.text);
}

function crossesSign(items: readonly DateItem[], from: number, to: number): boolean {
  return items.slice(from, to).some((item) => item.kind === 'sign');
}

/** Signs join the parts of a date line («شنبه - ۲۳ آبان | ۲۱:۱۴»), not periods and years. */
function isDayLine(slots: DateSlots): boolean {
  const { days, clock, weekday, dayOffset } = slots;
  return days !== undefined || clock !== undefined || weekday !== undefined || dayOffset !== undefined;
}

const UNTIL = /^(?:تا|الی|لغایت)$/;

/** «۱۸ – ۲۰ آذر ۹۵», «سوم تا پنجم اسفند», «هجدهم و نوزدهم بهمن». */
function readDayList(items: readonly DateItem[], at: number): DateGroup | undefined {
  const first = readNumber(items, at);
  if (first === undefined || first.value < 1 || first.value > 31 || !Number.isInteger(first.value))
    return undefined;
  const sign = items[first.next];
  const isJoint =
    sign !== undefined && (UNTIL.test(sign.text) || /^(?:و|-|\u2013|\u2014|،)$/.test(sign.text));
  if (!isJoint || sign.gap === 'line' || !isSameLine(items[first.next + 1])) return undefined;
  const last = readDay(items, first.next + 1);
  if (last === undefined || last.day.day === undefined || last.day.day <= first.value) return undefined;
  if (items[first.next + 2]?.kind === 'sign') return undefined;
  const day = { ...last.day, day: first.value };
  return { start: at, next: last.next, slots: { days: [day] }, until: { days: [last.day] } };
}

/** «سال ۱۳۹۱ و ۱۳۹۲», «سال‌های ۵۹ تا ۷۲», «۲۰۰۵-۲۰۱۴». */
function readYearList(items: readonly DateItem[], group: DateGroup): DateGroup | undefined {
  const { year, ...rest } = group.slots;
  if (year === undefined || Object.keys(rest).length > 0) return undefined;
  const joint = items[group.next];
  if (!isSameLine(joint) || !/^(?:و|تا|الی|-|\u2013|\u2014)$/.test(joint?.text ?? '')) return undefined;
  const value = secondYear(items[group.next + 1]);
  if (value === undefined || value <= year.value || value > 2200) return undefined;
  const era = readEra(items, group.next + 2);
  const calendar = era?.calendar ?? (value >= 1500 ? 'gregorian' : year.calendar);
  const hasOwnEra = /^[\u0620-\u06ff]+$/.test(items[group.next - 1]?.text ?? '');
  if (hasOwnEra && calendar !== year.calendar) return undefined;
  const first = { year: { ...year, calendar: year.value >= 1500 ? year.calendar : calendar } };
  return { ...group, next: era?.next ?? group.next + 2, slots: first, until: { year: { value, calendar } } };
}

function secondYear(item: DateItem | undefined): number | undefined {
  if (item?.kind !== 'number' || item.gap === 'line') return undefined;
  if (item.text.length === 2) return longYear(Number(item.text));
  return item.text.length === 4 ? Number(item.text) : undefined;
}

/** «شنبه تا دوشنبه», «۲۷ اوت تا ۲۲ اکتبر سال ۲۰۱۷», «امروز تا دو روز دیگر», «سال جاری تا ۱۴۰۲». */
function readRange(items: readonly DateItem[], group: DateGroup): DateGroup | undefined {
  const joint = items[group.next];
  const isAnd = joint?.text === 'و';
  if (group.slots.loose !== undefined || !isSameLine(joint) || !(isAnd || UNTIL.test(joint?.text ?? '')))
    return undefined;
  if (!isSameLine(items[group.next + 1])) return undefined;
  const last = readSingle(items, group.next + 1);
  if (last === undefined || last.slots.loose !== undefined) return undefined;
  if (isAnd && !areNeighbours(group.slots, last.slots)) return undefined;
  const slots = completeStart(group.slots, last.slots);
  return {
    ...group,
    next: last.next,
    slots,
    until: last.slots,
    single: { next: group.next, slots: group.slots },
  };
}

/** «امروز و فردا» are one stretch, «دیروز و فردا» are two days. */
function areNeighbours(first: DateSlots, last: DateSlots): boolean {
  const isBare = Object.keys(first).length === 1 && Object.keys(last).length === 1;
  return isBare && first.dayOffset !== undefined && last.dayOffset === first.dayOffset + 1;
}

/** «از سال ۹۲ تا کنون», «از دیروز تاکنون» */
function readUntilNow(items: readonly DateItem[], group: DateGroup): DateGroup | undefined {
  const [first, second] = items.slice(group.next, group.next + 2);
  if (!isSameLine(first) || group.slots.loose !== undefined) return undefined;
  const size = first?.text === 'تاکنون' ? 1 : first?.text === 'تا' && second?.text === 'کنون' ? 2 : 0;
  return size === 0 ? undefined : { ...group, next: group.next + size, until: { dayOffset: 0 } };
}

/** The year of the end is the year of the beginning too. */
function completeStart(start: DateSlots, end: DateSlots): DateSlots {
  const [day] = start.days ?? [];
  const year = end.days?.[0]?.year;
  const sameCalendar = day?.calendar === end.days?.[0]?.calendar;
  if (day === undefined || day.year !== undefined || year === undefined || !sameCalendar) return start;
  return { ...start, days: [{ ...day, year }] };
}
