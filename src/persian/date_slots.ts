import type { TimeUnit } from './date_units.js';
import type { WrittenClock, WrittenDay } from './date_value.js';

/** What one time expression says, part by part; the meaning is worked out once all parts are known. */
export interface DateSlots {
  /** The same day in up to three calendars. */
  readonly days?: readonly WrittenDay[];
  readonly clock?: WrittenClock;
  /** Index of the weekday, Sunday 0. */
  readonly weekday?: number;
  /** Past, present or future behind a weekday: «چهارشنبه گذشته». */
  readonly weekdayDirection?: -1 | 0 | 1;
  /** Days from the day of the text: «دیروز» is -1. */
  readonly dayOffset?: number;
  /** Name of a part of the day, a key of DAY_PARTS. */
  readonly dayPart?: string;
  readonly month?: { readonly calendar: WrittenDay['calendar']; readonly month: number };
  /** Further months than the first that the expression covers: a season has two more. */
  readonly moreMonths?: number;
  readonly year?: { readonly value: number; readonly calendar: WrittenDay['calendar'] };
  /** «هفته گذشته», «سال جاری»: a whole unit, counted from the one that holds the text. */
  readonly period?: { readonly unit: TimeUnit; readonly offset: number; readonly gregorian: boolean };
  /** «سه روز پیش»: so many units from the moment of the text. */
  readonly distance?: { readonly unit: TimeUnit; readonly amount: number };
  /** Part of a period: «اواخر», «نیمه اول». */
  readonly edge?: readonly [from: number, to: number];
  /** A length, a recurrence, or a time nobody can fix. */
  readonly loose?: 'duration' | 'recurring' | 'vague';
}

/** A part of an expression and the index of the first item after it. */
export interface ReadPart {
  readonly slots: DateSlots;
  readonly next: number;
}

/** Both sets of slots as one, or nothing when they contradict each other. */
export function mergeSlots(a: DateSlots, b: DateSlots): DateSlots | undefined {
  const habit = mergeLoose(a, b);
  if (habit !== undefined) return habit;
  if (a.days !== undefined && b.days !== undefined) return mergeDays(a, b);
  for (const key of Object.keys(b)) if (key !== 'days' && key in a) return undefined;
  const merged = { ...a, ...b };
  return isSensible(merged) ? merged : undefined;
}

/** «هر روز ساعت ۸ صبح» stays a habit; «اواخر دهه ۶۰» is as vague as the decade. */
function mergeLoose(a: DateSlots, b: DateSlots): DateSlots | undefined {
  for (const [habit, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (
      habit.loose === 'recurring' &&
      Object.keys(other).every((key) => key === 'clock' || key === 'dayPart')
    )
      return habit;
  }
  const isEdge = a.edge !== undefined && Object.keys(a).length === 1;
  return isEdge && b.loose === 'vague' ? b : undefined;
}

function mergeDays(a: DateSlots, b: DateSlots): DateSlots | undefined {
  const calendars = (a.days ?? []).map((day) => day.calendar);
  if (b.days?.some((day) => calendars.includes(day.calendar))) return undefined;
  const { days, ...rest } = b;
  if (Object.keys(rest).some((key) => key in a)) return undefined;
  return { ...a, ...rest, days: [...(a.days ?? []), ...(days ?? [])] };
}

/** Parts that never belong to one expression. */
const CLASHES: readonly (readonly [keyof DateSlots, keyof DateSlots])[] = [
  ['days', 'month'],
  ['days', 'year'],
  ['days', 'distance'],
  ['days', 'edge'],
  ['distance', 'month'],
  ['distance', 'year'],
  ['distance', 'period'],
  ['dayOffset', 'month'],
  ['dayOffset', 'year'],
  ['dayOffset', 'period'],
  ['dayOffset', 'distance'],
  ['dayOffset', 'edge'],
  ['weekday', 'edge'],
  ['weekday', 'month'],
  ['weekday', 'year'],
  ['clock', 'edge'],
  ['month', 'clock'],
  ['month', 'dayPart'],
  ['year', 'clock'],
  ['year', 'dayPart'],
];

function isSensible(slots: DateSlots): boolean {
  if (slots.loose !== undefined) return Object.keys(slots).length === 1;
  if (CLASHES.some(([a, b]) => a in slots && b in slots)) return false;
  const isTimed = 'clock' in slots || 'dayPart' in slots || 'weekday' in slots;
  if (isTimed && slots.distance !== undefined && !isDayDistance(slots.distance.unit)) return false;
  if (isTimed && slots.period !== undefined && slots.period.unit !== 'week' && !('days' in slots))
    return false;
  const isDated = slots.days?.every((day) => day.year !== undefined) === true;
  return !(isDated && ('period' in slots || 'dayOffset' in slots));
}

function isDayDistance(unit: TimeUnit): boolean {
  return unit === 'day' || unit === 'week';
}
