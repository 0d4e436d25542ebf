/**
 * The axis of a timeline on which nothing lies on anything else: every day that has something gets the room that it needs,
 * and the days between share what is left by the logarithm of their number, so that years without reports take little.
 */

/** A day with something on it. */
export interface Slot {
  /** Days since 1970. */
  readonly day: number;
  /** Room that it needs. */
  readonly width: number;
}

export interface PlacedSlot extends Slot {
  /** Distance from the beginning of the axis. */
  readonly start: number;
}

export interface Axis {
  readonly slots: readonly PlacedSlot[];
  /** At least what was wished; more where the days need it. */
  readonly length: number;
  /** Middle of a day; one between two slots lies in proportion, one outside of all at the edge. */
  readonly placeOf: (day: number) => number;
}

/** Room between two neighbouring days, whatever is left. */
const LEAST_GAP = 8;

/** Lays days on an axis; `slots` are in order, each day once. */
export function layAxis(slots: readonly Slot[], wished: number): Axis {
  const weights = slots.slice(1).map(({ day }, at) => Math.log2(1 + day - (slots[at]?.day ?? day)));
  const needed = sum(slots.map(({ width }) => width));
  const room = Math.max(0, wished - needed) / Math.max(1, sum(weights));
  const placed: PlacedSlot[] = [];
  let start = 0;
  for (const [at, slot] of slots.entries()) {
    placed.push({ ...slot, start });
    start += slot.width + Math.max(LEAST_GAP, (weights[at] ?? 0) * room);
  }
  const last = placed.at(-1);
  const length = Math.max(wished, last === undefined ? 0 : last.start + last.width);
  return { slots: placed, length, placeOf: (day) => placeOf(placed, day) };
}

function placeOf(slots: readonly PlacedSlot[], day: number): number {
  const behind = slots.findIndex((slot) => slot.day >= day);
  const [before, next] = [slots[behind < 0 ? slots.length - 1 : behind - 1], slots[behind]];
  if (next !== undefined && (next.day === day || before === undefined)) return next.start + next.width / 2;
  if (before === undefined) return 0;
  const end = before.start + before.width;
  if (next === undefined) return before.start + before.width / 2;
  return end + ((next.start - end) * (day - before.day)) / (next.day - before.day);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
