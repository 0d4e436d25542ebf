import type { DatePrecision } from '../model/extracted_page.js';
import { readDay } from './date_absolute.js';
import { readClock } from './date_clock.js';
import { type DateItem, readDateItems } from './date_lexer.js';
import { canExist, dayNumberOf, isoDay, isoInstant, resolveDay, weekdayOfDay } from './date_resolve.js';
import type { DateMention, WrittenClock, WrittenDay } from './date_value.js';
import { weekdayOf } from './date_words.js';
import type { CalendarDay } from './jalali.js';
import { tehranWall } from './tehran.js';

export type { DateCalendar, DateMention } from './date_value.js';

export interface DateOptions {
  /** ISO instant of the text (its publication): relative dates are resolved against it and nothing else. */
  readonly reference?: string;
}

/** The times that a text names, in order and without overlap. Never guesses "now". */
export function findDates(text: string, options: DateOptions = {}): DateMention[] {
  const items = readDateItems(text);
  const reference = options.reference === undefined ? undefined : tehranWall(options.reference);
  const found: DateMention[] = [];
  for (let at = 0; at < items.length; ) {
    const group = readGroup(items, at);
    if (group === undefined) {
      at += 1;
      continue;
    }
    const mention = mentionOf(items, group, reference);
    if (mention !== undefined) found.push(mention);
    at = group.next;
  }
  return found;
}

/** The instant that a whole string states (feeds, JSON-LD, meta tags, header lines); never "now". */
export function parseInstant(text: string): { iso: string; precision: DatePrecision } | undefined {
  if (text.length > LONGEST_INSTANT) return undefined;
  const mentions = findDates(text).filter(
    (mention) => mention.iso !== undefined && mention.kind === 'absolute',
  );
  const [mention] = mentions;
  if (mentions.length !== 1 || mention?.iso === undefined || mention.conflict === 'calendars')
    return undefined;
  const rest = text.slice(0, mention.start) + text.slice(mention.end);
  return /[\p{L}\p{N}]/u.test(rest) && rest.length > text.length / 2
    ? undefined
    : { iso: mention.iso, precision: mention.precision };
}

/** A date line is never longer; longer strings are prose. */
const LONGEST_INSTANT = 120;

/** Parts of one date line, gathered from left to right. */
interface Group {
  readonly start: number;
  readonly next: number;
  readonly days: readonly WrittenDay[];
  readonly clock?: WrittenClock;
  readonly weekday?: number;
}

type Part =
  | { readonly kind: 'day'; readonly day: WrittenDay; readonly next: number }
  | { readonly kind: 'clock'; readonly clock: WrittenClock; readonly next: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly next: number };

function readGroup(items: readonly DateItem[], start: number): Group | undefined {
  const first = readPart(items, start);
  if (first === undefined) return undefined;
  let group = addPart({ start, next: start, days: [] }, first);
  for (let more = readNext(items, group); more !== undefined; more = readNext(items, group)) {
    group = addPart(group, more);
  }
  return group;
}

function readNext(items: readonly DateItem[], group: Group): Part | undefined {
  const at = skipConnectors(items, group.next);
  const part = at === undefined ? undefined : readPart(items, at);
  return part !== undefined && fits(group, part) ? part : undefined;
}

function readPart(items: readonly DateItem[], at: number): Part | undefined {
  const item = items[at];
  if (item === undefined) return undefined;
  const day = readDay(items, at);
  if (day !== undefined) return { kind: 'day', ...day };
  const clock = readClock(items, at);
  if (clock !== undefined) return { kind: 'clock', ...clock };
  return readWeekday(items, at);
}

function readWeekday(items: readonly DateItem[], at: number): Part | undefined {
  const start = items[at]?.text === 'روز' ? at + 1 : at;
  const item = items[start];
  if (item?.kind !== 'word' || (start > at && item.gap === 'line')) return undefined;
  const second = items[start + 1];
  const double =
    second?.text === 'شنبه' && second.gap === 'space' ? weekdayOf(item.text + second.text) : undefined;
  const weekday = double ?? weekdayOf(item.text);
  return weekday === undefined
    ? undefined
    : { kind: 'weekday', weekday, next: start + (double === undefined ? 1 : 2) };
}

/** What may stand between the parts of one date line: «- | ، , · ( ساعت T مورخ». */
function skipConnectors(items: readonly DateItem[], at: number): number | undefined {
  let next = at;
  while (next < at + 3) {
    const item = items[next];
    if (item === undefined || item.gap === 'line') return undefined;
    const isSign = item.kind === 'sign' && /[-\u2013\u2014|،,·•/()؛]/.test(item.text);
    const isWord = item.kind === 'word' && /^(?:t|ساعت|مورخ|در|روز|at|on)$/.test(item.text);
    if (!isSign && !isWord) return next;
    if (isWord && item.text === 'ساعت' && items[next + 1]?.text !== 'ساعت') return next;
    next += 1;
  }
  return next;
}

function fits(group: Group, part: Part): boolean {
  if (part.kind === 'clock') return group.clock === undefined;
  if (part.kind === 'weekday') return group.weekday === undefined;
  const calendars = group.days.map((day) => day.calendar);
  return calendars.length < 3 && !calendars.includes(part.day.calendar);
}

function addPart(group: Group, part: Part): Group {
  const next = part.next;
  if (part.kind === 'clock') return { ...group, next, clock: part.clock };
  if (part.kind === 'weekday') return { ...group, next, weekday: part.weekday };
  return { ...group, next, days: [...group.days, part.day] };
}

function mentionOf(
  items: readonly DateItem[],
  group: Group,
  reference: CalendarDay | undefined,
): DateMention | undefined {
  if (group.days.some((day) => !canExist(day))) return undefined;
  const place = {
    start: (items[group.start] as DateItem).start,
    end: (items[group.next - 1] as DateItem).end,
  };
  const [main] = group.days;
  if (main === undefined) return undefined;
  const days = group.days.map((day) => resolveDay(day, reference));
  const day = days.find((each) => each !== undefined);
  const agree = agreement(days);
  const base = {
    ...place,
    calendar: main.calendar,
    kind: 'absolute' as const,
    ...(agree === undefined ? {} : { calendarsAgree: agree }),
    ...conflictOf(group, day, agree),
  };
  if (day === undefined) return { ...base, precision: 'day' };
  if (group.clock === undefined) return { ...base, precision: 'day', iso: isoDay(day) };
  const precision = group.clock.minute === undefined ? 'hour' : 'minute';
  return { ...base, precision, iso: isoInstant(day, group.clock) };
}

/** Whether the days of one line are the same day; nothing when the line has only one calendar. */
function agreement(days: readonly (CalendarDay | undefined)[]): boolean | undefined {
  const numbers = days.flatMap((day) => (day === undefined ? [] : [dayNumberOf(day)]));
  return numbers.length < 2 ? undefined : numbers.every((number) => number === numbers[0]);
}

function conflictOf(
  group: Group,
  day: CalendarDay | undefined,
  agree: boolean | undefined,
): { conflict?: 'weekday' | 'calendars' } {
  if (agree === false) return { conflict: 'calendars' };
  if (day === undefined || group.weekday === undefined || weekdayOfDay(day) === group.weekday) return {};
  return { conflict: 'weekday' };
}
