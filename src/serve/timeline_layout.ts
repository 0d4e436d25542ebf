/** Where things stand in the picture of a dyad: time runs from right to left. */

import type { ContactLine } from '../store/site_contacts.js';
import type { StatementLine } from '../store/site_statements.js';
import { say } from './language.js';
import { type ShapeName, STANCE_WORDS, stateOf } from './ledger_words.js';
import { nameWords } from './pieces/name.js';
import { tehranDay } from './words.js';

export const PICTURE = { width: 1200, height: 420, right: 1110, left: 40, laneA: 136, laneB: 326 } as const;

const DAY_MS = 86_400_000;

export interface PlacedContact {
  readonly line: ContactLine;
  readonly number: number;
  readonly x: number;
  readonly y: number;
  /** Width of the days on which it can have been, when they are more than one. */
  readonly span: number;
  readonly shape: ShapeName;
  readonly isFirm: boolean;
}

export interface PlacedTick {
  readonly id: string;
  readonly x: number;
  readonly lane: 'a' | 'b';
  /** How many stand under it already. */
  readonly depth: number;
  readonly shape: ShapeName;
  readonly title: string;
}

export interface TimelineLayout {
  readonly contacts: readonly PlacedContact[];
  readonly ticks: readonly PlacedTick[];
  readonly days: readonly { readonly day: string; readonly x: number }[];
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  readonly nowX: number | undefined;
}

interface LayoutInput {
  /** In the order of their days. */
  readonly contacts: readonly ContactLine[];
  readonly statements: readonly StatementLine[];
  readonly sides: readonly [a: string, b: string];
  readonly numbers: ReadonlyMap<string, number>;
  /** `2025-12-15` */
  readonly today: string;
}

const ROWS = [197, 265, 231] as const;
const MOST_TICKS = 4;
const MARKED_DAYS = 7;

export function layTimeline(input: LayoutInput): TimelineLayout {
  // When we saw an undated page is no time at which anything was said.
  const spoken = input.statements.flatMap((line) =>
    line.saidAt === null ? [] : [{ line, day: tehranDay(line.saidAt) }],
  );
  const exact = input.contacts.filter(isExact);
  const all = [
    ...(exact.length > 0 ? exact : input.contacts).map(dayOf),
    ...spoken.map(({ day }) => day),
  ].map(daysOf);
  const [first, last] = [Math.min(...all) - 1, Math.max(...all) + 1];
  const scale = (PICTURE.right - PICTURE.left) / Math.max(1, last - first);
  // What lies outside, with days as wide as a year, stands at the edge.
  const xOf = (day: string): number => {
    const inside = Math.min(last, Math.max(first, daysOf(day)));
    return Math.round((PICTURE.right - (inside - first) * scale) * 10) / 10;
  };
  const today = daysOf(input.today);
  return {
    contacts: input.contacts.map((line, at) =>
      placeContact(line, { at, xOf, scale, numbers: input.numbers }),
    ),
    ticks: placeTicks(spoken, input.sides, xOf),
    days: markedDays(first, last).map((day) => ({ day, x: xOf(day) })),
    gaps: findGaps(all, { first, last }).map(([from, to]) => ({
      from: xOf(isoOf(from)),
      to: xOf(isoOf(to)),
    })),
    nowX: today > first && today < last ? xOf(input.today) : undefined,
  };
}

/** Days within a month of each other: they give the picture its width. */
function isExact({ entry: { days } }: ContactLine): boolean {
  return days[0] === null || days[1] === null || daysOf(days[1]) - daysOf(days[0]) <= MOST_DAYS;
}

const MOST_DAYS = 31;

/** The day at which a contact stands: the last possible, else the first. */
function dayOf({ entry: { days } }: ContactLine): string {
  return days[1] ?? days[0] ?? '';
}

function placeContact(
  line: ContactLine,
  place: {
    readonly at: number;
    readonly xOf: (day: string) => number;
    readonly scale: number;
    readonly numbers: ReadonlyMap<string, number>;
  },
): PlacedContact {
  const [from, to] = line.entry.days;
  const isLong = from !== null && to !== null && from !== to;
  const x = isLong ? (place.xOf(from) + place.xOf(to)) / 2 : place.xOf(dayOf(line));
  const shape = stateOf(line.entry).shape;
  return {
    line,
    number: place.numbers.get(line.id) ?? 0,
    ...{ x, shape },
    y: ROWS[place.at % ROWS.length] ?? ROWS[0],
    span: isLong ? Math.max(place.scale, place.xOf(from) - place.xOf(to)) : 0,
    isFirm: shape === 'affirm',
  };
}

function placeTicks(
  spoken: readonly { readonly line: StatementLine; readonly day: string }[],
  [a, b]: readonly [string, string],
  xOf: (day: string) => number,
): PlacedTick[] {
  const depths = new Map<string, number>();
  return spoken.flatMap(({ line, day }) => {
    const speaker = line.speakers[0];
    const lane = partyOf(speaker, a) ? 'a' : partyOf(speaker, b) ? 'b' : undefined;
    if (speaker === undefined || lane === undefined) return [];
    const key = `${lane} ${day}`;
    const depth = depths.get(key) ?? 0;
    depths.set(key, depth + 1);
    if (depth >= MOST_TICKS) return [];
    const { shape, word } = STANCE_WORDS[line.stance];
    return [
      { id: line.id, x: xOf(day), lane, depth, shape, title: `${nameWords(speaker.name)} ${say(word)}` },
    ];
  });
}

/** The same picture for readers from left to right. */
export function mirrored(layout: TimelineLayout): TimelineLayout {
  const flip = (x: number): number => Math.round((PICTURE.width - x) * 10) / 10;
  return {
    contacts: layout.contacts.map((placed) => ({ ...placed, x: flip(placed.x) })),
    ticks: layout.ticks.map((tick) => ({ ...tick, x: flip(tick.x) })),
    days: layout.days.map(({ day, x }) => ({ day, x: flip(x) })),
    gaps: layout.gaps.map(({ from, to }) => ({ from: flip(from), to: flip(to) })),
    nowX: layout.nowX === undefined ? undefined : flip(layout.nowX),
  };
}

function partyOf(speaker: StatementLine['speakers'][number] | undefined, party: string): boolean {
  return speaker !== undefined && (speaker.side === party || speaker.entityId === party);
}

/** About seven days at equal steps. */
function markedDays(first: number, last: number): string[] {
  const step = Math.max(1, Math.round((last - first) / MARKED_DAYS));
  const days: string[] = [];
  for (let day = first + 1; day < last; day += step) days.push(isoOf(day));
  return days;
}

/** Long stretches without anything: shown as such. */
function findGaps(
  days: readonly number[],
  { first, last }: { readonly first: number; readonly last: number },
): (readonly [number, number])[] {
  const least = Math.max(7, (last - first) / 5);
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  return sorted.flatMap((day, at) => {
    const next = sorted[at + 1];
    return next !== undefined && next - day > least ? [[day + 1, next - 1] as const] : [];
  });
}

function daysOf(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

function isoOf(days: number): string {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}
