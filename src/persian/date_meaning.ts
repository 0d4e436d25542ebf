import type { DatePrecision } from '../model/extracted_page.js';
import {
  canExist,
  dayNumberOf,
  dayOfNumber,
  isoDay,
  isoInstant,
  resolveDay,
  weekdayOfDay,
  yearOf,
} from './date_resolve.js';
import type { DateSlots } from './date_slots.js';
import { DAY_PARTS, SURE_PARTS, type TimeUnit } from './date_units.js';
import type { DateCalendar, DateMention, WrittenDay } from './date_value.js';
import { hijriToGregorian } from './hijri.js';
import { type CalendarDay, toGregorian, toJalali } from './jalali.js';
import { tehranIso, tehranWall } from './tehran.js';

/** What a mention says apart from its place. */
export type DateMeaning = Omit<DateMention, 'start' | 'end'>;

/** What the text around an expression adds. */
export interface DateContext {
  /** ISO instant of the text. */
  readonly reference: string | undefined;
  /** The sentence speaks of the future: a bare weekday is the next one, not the last. */
  readonly future: boolean;
}

/** The meaning of an expression; nothing when it is no expression («پایان» alone) or names no day that exists. */
export function meaningOf(slots: DateSlots, context: DateContext): DateMeaning | undefined {
  if (slots.loose !== undefined) return { precision: 'none', calendar: 'none', kind: slots.loose };
  if (slots.days?.some((day) => !canExist(day))) return undefined;
  const reference = context.reference === undefined ? undefined : tehranWall(context.reference);
  if (isDayExpression(slots)) return dayMeaning(slots, reference, context);
  if (slots.distance !== undefined) return distanceMeaning(slots.distance, context.reference, reference);
  if (slots.month ?? slots.year ?? slots.period) return periodMeaning(slots, reference);
  if (slots.clock === undefined) return SURE_PARTS.has(slots.dayPart ?? '') ? LONE_PART : undefined;
  return { precision: slots.clock.minute === undefined ? 'hour' : 'minute', calendar: 'none', kind: 'clock' };
}

const LONE_PART: DateMeaning = { precision: 'part_of_day', calendar: 'none', kind: 'vague' };

/** Both ends of a range as one interval. */
export function rangeMeaning(
  from: DateSlots,
  until: DateSlots,
  context: DateContext,
): DateMeaning | undefined {
  const first = meaningOf(from, context);
  const last = meaningOf(until, context);
  if (first === undefined || last === undefined) return undefined;
  const start = first.interval?.[0] ?? first.iso;
  const end = last.interval?.[1] ?? last.iso;
  const isResolved = start !== undefined && end !== undefined && start <= end;
  return {
    precision: 'interval',
    calendar: last.calendar,
    kind: first.kind === 'relative' ? 'relative' : last.kind,
    ...(isResolved ? { interval: [start, end] as const } : {}),
  };
}

function isDayExpression(slots: DateSlots): boolean {
  const { days, dayOffset, weekday, distance } = slots;
  return (
    (days ?? dayOffset ?? weekday) !== undefined ||
    (distance?.unit === 'day' && Number.isInteger(distance.amount))
  );
}

function dayMeaning(slots: DateSlots, reference: CalendarDay | undefined, context: DateContext): DateMeaning {
  const days = (slots.days ?? []).map((day) => resolveDay(withPeriodYear(day, slots, reference), reference));
  const agree = agreement(days);
  const day =
    slots.days === undefined
      ? relativeDay(slots, reference, context)
      : days.find((each) => each !== undefined);
  const base = {
    calendar: (slots.days?.[0]?.calendar ?? 'none') as DateCalendar,
    kind: slots.days === undefined ? ('relative' as const) : ('absolute' as const),
    ...(agree === undefined ? {} : { calendarsAgree: agree }),
  };
  const wrongWeekday =
    day !== undefined && slots.weekday !== undefined && weekdayOfDay(day) !== slots.weekday;
  if (wrongWeekday && slots.days === undefined) return { ...base, precision: 'weekday', conflict: 'weekday' };
  const conflict = agree === false ? ('calendars' as const) : wrongWeekday ? ('weekday' as const) : undefined;
  const shown = { ...base, ...(conflict === undefined ? {} : { conflict }) };
  if (day === undefined) return { ...shown, precision: unresolvedPrecision(slots) };
  return { ...shown, ...withTime(slots, day) };
}

function unresolvedPrecision(slots: DateSlots): DatePrecision {
  if (slots.clock !== undefined) return slots.clock.minute === undefined ? 'hour' : 'minute';
  if (slots.dayPart !== undefined) return 'part_of_day';
  return slots.weekday !== undefined && slots.days === undefined ? 'weekday' : 'day';
}

function withTime(slots: DateSlots, day: CalendarDay): Pick<DateMeaning, 'iso' | 'interval' | 'precision'> {
  if (slots.clock !== undefined) {
    const precision = slots.clock.minute === undefined ? 'hour' : 'minute';
    return { precision, iso: isoInstant(day, slots.clock) };
  }
  const part = slots.dayPart === undefined ? undefined : DAY_PARTS.get(slots.dayPart);
  if (part === undefined) return { precision: 'day', iso: isoDay(day) };
  return {
    precision: 'part_of_day',
    iso: isoDay(day),
    interval: [hourIso(day, part[0]), hourIso(day, part[1])],
  };
}

function hourIso(day: CalendarDay, hour: number): string {
  const date = dayOfNumber(dayNumberOf(day) + Math.floor(hour / 24));
  return tehranIso({ ...date, hour: hour % 24, minute: 0, second: 0 });
}

/** «۲۲ آذر سال گذشته»: the year comes from the period. */
function withPeriodYear(day: WrittenDay, slots: DateSlots, reference: CalendarDay | undefined): WrittenDay {
  const { period } = slots;
  if (day.year !== undefined || reference === undefined || period?.unit !== 'year') return day;
  return { ...day, year: yearOf(day.calendar, reference) + period.offset };
}

function relativeDay(
  slots: DateSlots,
  reference: CalendarDay | undefined,
  context: DateContext,
): CalendarDay | undefined {
  if (reference === undefined) return undefined;
  const today = dayNumberOf(reference);
  if (slots.dayOffset !== undefined) return dayOfNumber(today + slots.dayOffset);
  if (slots.distance !== undefined && slots.weekday === undefined)
    return dayOfNumber(today + slots.distance.amount);
  if (slots.weekday === undefined) return undefined;
  const weeks = weekOffset(slots);
  if (weeks !== undefined) return dayOfNumber(startOfWeek(today) + weeks * 7 + ((slots.weekday + 1) % 7));
  const back = (weekdayOfDay(reference) - slots.weekday + 7) % 7;
  if (slots.weekdayDirection === 1 || (slots.weekdayDirection === undefined && context.future)) {
    return dayOfNumber(today + (back === 0 && slots.weekdayDirection === undefined ? 0 : 7 - back));
  }
  return dayOfNumber(today - (back === 0 && slots.weekdayDirection === -1 ? 7 : back));
}

function weekOffset(slots: DateSlots): number | undefined {
  if (slots.period?.unit === 'week') return slots.period.offset;
  if (slots.distance?.unit === 'week' && Number.isInteger(slots.distance.amount))
    return slots.distance.amount;
  return slots.weekdayDirection === 0 ? 0 : undefined;
}

/** Days from 1970-01-01 to the Saturday of a day's week. */
function startOfWeek(day: number): number {
  return day - ((weekdayOfDay(dayOfNumber(day)) + 1) % 7);
}

const HOUR_MS = 3_600_000;
const EXACT_UNITS: Partial<Record<TimeUnit, number>> = { minute: HOUR_MS / 60, hour: HOUR_MS };

function distanceMeaning(
  distance: { unit: TimeUnit; amount: number },
  referenceIso: string | undefined,
  reference: CalendarDay | undefined,
): DateMeaning {
  const base = { calendar: 'none', kind: 'relative' } as const;
  const exact = EXACT_UNITS[distance.unit];
  if (exact !== undefined) {
    const precision = distance.unit === 'minute' ? 'minute' : 'hour';
    const wall =
      referenceIso === undefined
        ? undefined
        : tehranWall(new Date(Date.parse(referenceIso) + distance.amount * exact).toISOString());
    return wall === undefined ? { ...base, precision } : { ...base, precision, iso: tehranIso(wall) };
  }
  if (!Number.isInteger(distance.amount)) return { ...base, precision: 'none' };
  const period = { unit: distance.unit, offset: distance.amount, gregorian: false };
  return { ...base, ...intervalOf(periodDays(period, reference), periodPrecision(distance.unit)) };
}

function periodMeaning(slots: DateSlots, reference: CalendarDay | undefined): DateMeaning {
  const precision = slots.month !== undefined ? 'month' : periodPrecision(slots.period?.unit ?? 'year');
  const calendar =
    slots.month?.calendar ?? slots.year?.calendar ?? (slots.period?.gregorian ? 'gregorian' : 'none');
  const isAbsolute = slots.year !== undefined || (slots.month !== undefined && slots.period === undefined);
  const days = slots.month !== undefined ? monthDays(slots, reference) : yearOrPeriodDays(slots, reference);
  const iso = gregorianIso(slots);
  return {
    calendar,
    kind: isAbsolute ? 'absolute' : 'relative',
    ...(iso === undefined ? {} : { iso }),
    ...intervalOf(cutEdge(days, slots.edge), precision),
  };
}

/** `2022-10` or `2022` for what the Gregorian calendar names; other calendars' months have no such form. */
function gregorianIso(slots: DateSlots): string | undefined {
  const { month, year } = slots;
  if (year?.calendar !== 'gregorian' || (month !== undefined && month.calendar !== 'gregorian'))
    return undefined;
  const name = String(year.value).padStart(4, '0');
  return month === undefined ? name : `${name}-${String(month.month).padStart(2, '0')}`;
}

type DayRange = readonly [first: number, last: number];

function intervalOf(
  days: DayRange | undefined,
  precision: DatePrecision,
): Pick<DateMeaning, 'interval' | 'precision'> {
  if (days === undefined) return { precision };
  return { precision, interval: [isoDay(dayOfNumber(days[0])), isoDay(dayOfNumber(days[1]))] };
}

function cutEdge(days: DayRange | undefined, edge: DateSlots['edge']): DayRange | undefined {
  if (days === undefined || edge === undefined) return days;
  const length = days[1] - days[0] + 1;
  const first = days[0] + Math.floor(length * edge[0]);
  return [first, Math.max(first, days[0] + Math.ceil(length * edge[1]) - 1)];
}

function monthDays(slots: DateSlots, reference: CalendarDay | undefined): DayRange | undefined {
  const { month, year, period, moreMonths = 0 } = slots;
  if (month === undefined) return undefined;
  if (year !== undefined) return spanOfMonths({ ...month, year: year.value }, moreMonths);
  if (reference === undefined) return undefined;
  const here = yearOf(month.calendar, reference);
  if (period?.unit === 'year') return spanOfMonths({ ...month, year: here + period.offset }, moreMonths);
  const today = dayNumberOf(reference);
  const distance = ([first, last]: DayRange): number => Math.abs((first + last) / 2 - today);
  return [here - 1, here, here + 1]
    .flatMap((each) => [spanOfMonths({ ...month, year: each }, moreMonths)])
    .filter((range) => range !== undefined)
    .sort((a, b) => distance(a) - distance(b))[0];
}

function spanOfMonths(
  first: { calendar: WrittenDay['calendar']; year: number; month: number },
  more: number,
): DayRange | undefined {
  const index = first.year * 12 + first.month - 1;
  const start = firstOfMonth(first.calendar, index);
  const after = firstOfMonth(first.calendar, index + more + 1);
  return start === undefined || after === undefined ? undefined : [start, after - 1];
}

/** Days from 1970-01-01 to the first of a month, months counted from the year 0 of its calendar. */
function firstOfMonth(calendar: WrittenDay['calendar'], index: number): number | undefined {
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  if (calendar === 'gregorian') return dayNumberOf({ year, month, day: 1 });
  const day = calendar === 'jalali' ? toGregorian(year, month, 1) : hijriToGregorian(year, month, 1);
  return day === undefined ? undefined : dayNumberOf(day);
}

function yearOrPeriodDays(slots: DateSlots, reference: CalendarDay | undefined): DayRange | undefined {
  if (slots.year !== undefined)
    return spanOfMonths({ calendar: slots.year.calendar, year: slots.year.value, month: 1 }, 11);
  return slots.period === undefined ? undefined : periodDays(slots.period, reference);
}

function periodDays(
  period: { unit: TimeUnit; offset: number; gregorian: boolean },
  reference: CalendarDay | undefined,
): DayRange | undefined {
  if (reference === undefined) return undefined;
  const today = dayNumberOf(reference);
  if (period.unit === 'day') return [today + period.offset, today + period.offset];
  if (period.unit === 'week') {
    const start = startOfWeek(today) + period.offset * 7;
    return [start, start + 6];
  }
  const calendar = period.gregorian ? 'gregorian' : 'jalali';
  const here = period.gregorian ? reference : toJalali(reference.year, reference.month, reference.day);
  if (here === undefined) return undefined;
  if (period.unit === 'month') {
    const index = here.year * 12 + here.month - 1 + period.offset;
    return spanOfMonths({ calendar, year: Math.floor(index / 12), month: (index % 12) + 1 }, 0);
  }
  if (period.unit === 'year')
    return spanOfMonths({ calendar, year: here.year + period.offset, month: 1 }, 11);
  return undefined;
}

function periodPrecision(unit: TimeUnit): DatePrecision {
  if (unit === 'month') return 'month';
  if (unit === 'year') return 'year';
  return unit === 'day' ? 'day' : 'interval';
}

/** Whether the days of one line are the same day; nothing when the line has only one calendar. */
function agreement(days: readonly (CalendarDay | undefined)[]): boolean | undefined {
  const numbers = days.flatMap((day) => (day === undefined ? [] : [dayNumberOf(day)]));
  return numbers.length < 2 ? undefined : numbers.every((number) => number === numbers[0]);
}
