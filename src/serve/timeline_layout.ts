/** Where things stand in the picture of a dyad: time runs from right to left, and long silences are narrowed. */
import type { ContactLine } from '../store/site_contacts.js';
import type { SpokenLine } from '../store/site_statements.js';
import { say } from './language.js';
import { type ShapeName, STANCE_WORDS, stateOf } from './ledger_words.js';
import { nameWords } from './pieces/name.js';
import { type Axis, layAxis, type PlacedSlot } from './timeline_axis.js';
import { tehranDay } from './words.js';

/** Height and lanes of the picture; room beside the axis for the sides' names and for the last label. */
export const PICTURE = { width: 1200, height: 420, names: 140, labels: 190, laneA: 136, laneB: 326 } as const;

const DAY_MS = 86_400_000;

export interface PlacedContact {
  readonly line: ContactLine;
  readonly number: number;
  readonly x: number;
  readonly y: number;
  /** Ends of the days on which it can have been, when they are more than one. */
  readonly span: readonly [from: number, to: number] | undefined;
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

export interface Silence {
  readonly from: number;
  readonly to: number;
  readonly days: number;
  /** Number of the contact after which it begins. */
  readonly after: number;
}

export interface TimelineLayout {
  readonly width: number;
  readonly contacts: readonly PlacedContact[];
  readonly ticks: readonly PlacedTick[];
  /** Days of contacts: as wide as their contacts stand, with a date where there is room for one. */
  readonly days: readonly MarkedDay[];
  readonly gaps: readonly Silence[];
  readonly nowX: number | undefined;
}

export interface MarkedDay {
  readonly day: string;
  readonly x: number;
  readonly width: number;
  readonly hasDate: boolean;
}

interface LayoutInput {
  /** In the order of their days. */
  readonly contacts: readonly ContactLine[];
  readonly statements: readonly SpokenLine[];
  readonly sides: readonly [a: string, b: string];
  readonly numbers: ReadonlyMap<string, number>;
  /** `2025-12-15` */
  readonly today: string;
}

/** Contacts stand in turn on these heights, so that a label has the room of four. */
const ROWS = [172, 252, 212, 292] as const;
const CONTACT_WIDTH = 62;
const TICK_WIDTH = 16;
const TICK_DEPTH = 4;
/** Room of the date above a day. */
const DATE_WIDTH = 104;
/** Days without anything from which on the picture says so. */
const SILENCE_DAYS = 30;

interface Spoken {
  readonly line: SpokenLine;
  readonly day: number;
  readonly lane: 'a' | 'b';
}

export function layTimeline(input: LayoutInput): TimelineLayout {
  const spoken = spokenOf(input);
  const axis = layAxis(slotsOf(input.contacts, spoken), PICTURE.width - PICTURE.names - PICTURE.labels);
  const width = axis.length + PICTURE.names + PICTURE.labels;
  const xOf = (place: number): number => Math.round((width - PICTURE.names - place) * 10) / 10;
  const today = daysOf(input.today);
  const contacts = placeContacts(input, axis, xOf);
  const isInside = today > (axis.slots[0]?.day ?? 0) && today < (axis.slots.at(-1)?.day ?? 0);
  return {
    width,
    contacts,
    ticks: placeTicks(spoken, axis, xOf),
    days: markedDays(axis, contacts, xOf),
    gaps: findSilences(axis, contacts, xOf),
    nowX: isInside ? xOf(axis.placeOf(today)) : undefined,
  };
}

/** The day at which a contact stands: the last possible, else the first. */
function dayOf({ entry: { days } }: ContactLine): number {
  return daysOf(days[1] ?? days[0] ?? '');
}

/** Statements of the two sides; when we saw an undated page is no time at which anything was said. */
function spokenOf({ contacts, statements, sides: [a, b] }: LayoutInput): readonly Spoken[] {
  const first = contacts[0] === undefined ? 0 : dayOf(contacts[0]);
  return statements.flatMap((line) => {
    const speaker = line.speakers[0];
    const lane = partyOf(speaker, a) ? 'a' : partyOf(speaker, b) ? 'b' : undefined;
    if (line.saidAt === null || lane === undefined) return [];
    const day = daysOf(tehranDay(line.saidAt));
    // What was said long before the first contact would only widen the picture.
    return day < first - SILENCE_DAYS ? [] : [{ line, day, lane } as const];
  });
}

function partyOf(speaker: SpokenLine['speakers'][number] | undefined, party: string): boolean {
  return speaker !== undefined && (speaker.side === party || speaker.entityId === party);
}

/** Every day with the room that its contacts and ticks need. */
function slotsOf(contacts: readonly ContactLine[], spoken: readonly Spoken[]) {
  const widths = new Map<number, number>();
  for (const line of contacts) {
    const day = dayOf(line);
    widths.set(day, (widths.get(day) ?? 0) + CONTACT_WIDTH);
  }
  for (const { day, lane } of spoken) {
    const ticks = spoken.filter((other) => other.day === day && other.lane === lane).length;
    widths.set(day, Math.max(widths.get(day) ?? 0, Math.ceil(ticks / TICK_DEPTH) * TICK_WIDTH));
  }
  return [...widths].map(([day, width]) => ({ day, width })).sort((a, b) => a.day - b.day);
}

function placeContacts(
  { contacts, numbers }: LayoutInput,
  { slots, placeOf }: Axis,
  xOf: (place: number) => number,
): PlacedContact[] {
  const starts = new Map(slots.map(({ day, start }) => [day, start]));
  return contacts.map((line, at) => {
    const day = dayOf(line);
    const start = starts.get(day) ?? 0;
    starts.set(day, start + CONTACT_WIDTH);
    const [from, to] = line.entry.days;
    const shape = stateOf(line.entry).shape;
    const x = xOf(start + CONTACT_WIDTH / 2);
    return {
      line,
      number: numbers.get(line.id) ?? 0,
      ...{ x, shape },
      y: ROWS[at % ROWS.length] ?? ROWS[0],
      span: from === null || to === null || from === to ? undefined : [xOf(placeOf(daysOf(from))), x],
      isFirm: shape === 'affirm',
    };
  });
}

/** Ticks of a day stand side by side over its room, four deep. */
function placeTicks(
  spoken: readonly Spoken[],
  { slots }: Axis,
  xOf: (place: number) => number,
): PlacedTick[] {
  const days = new Map(slots.map((slot) => [slot.day, slot]));
  const counts = new Map<string, number>();
  return spoken.map(({ line, day, lane }) => {
    const key = `${lane} ${day}`;
    const at = counts.get(key) ?? 0;
    counts.set(key, at + 1);
    const depth = at % TICK_DEPTH;
    const column = Math.floor(at / TICK_DEPTH);
    const { shape, word } = STANCE_WORDS[line.stance];
    const title = `${nameWords(line.speakers[0]?.name ?? '')} ${say(word)}`;
    const place = placeOfTick(days.get(day), column);
    return { id: line.id, x: xOf(place), lane, depth, shape, title };
  });
}

function placeOfTick(slot: PlacedSlot | undefined, column: number): number {
  if (slot === undefined) return 0;
  // A contact's own line stands in the middle of the room of the first.
  const first = Math.min(CONTACT_WIDTH, slot.width) / 2;
  return slot.start + ((first + column * TICK_WIDTH) % slot.width);
}

/** The same picture for readers from left to right. */
export function mirrored(layout: TimelineLayout): TimelineLayout {
  const flip = (x: number): number => Math.round((layout.width - x) * 10) / 10;
  return {
    width: layout.width,
    contacts: layout.contacts.map((placed) => ({
      ...placed,
      x: flip(placed.x),
      span: placed.span && [flip(placed.span[0]), flip(placed.span[1])],
    })),
    ticks: layout.ticks.map((tick) => ({ ...tick, x: flip(tick.x) })),
    days: layout.days.map((marked) => ({ ...marked, x: flip(marked.x) })),
    gaps: layout.gaps.map((gap) => ({ ...gap, from: flip(gap.from), to: flip(gap.to) })),
    nowX: layout.nowX === undefined ? undefined : flip(layout.nowX),
  };
}

/** The days of contacts; a date stands where the one before leaves room. */
function markedDays(
  { slots }: Axis,
  contacts: readonly PlacedContact[],
  xOf: (place: number) => number,
): readonly MarkedDay[] {
  const days = new Set(contacts.map(({ line }) => dayOf(line)));
  let dated = Number.POSITIVE_INFINITY;
  return slots
    .filter(({ day }) => days.has(day))
    .map(({ day, start, width }) => {
      const x = xOf(start + width / 2);
      const hasDate = dated - x >= DATE_WIDTH;
      if (hasDate) dated = x;
      return { day: isoOf(day), x, width: width - CONTACT_WIDTH / 2, hasDate };
    });
}

/** Long stretches without anything: shown as such. */
function findSilences(
  { slots }: Axis,
  contacts: readonly PlacedContact[],
  xOf: (place: number) => number,
): readonly Silence[] {
  return slots.flatMap((slot, at) => {
    const next = slots[at + 1];
    if (next === undefined || next.day - slot.day <= SILENCE_DAYS) return [];
    const before = contacts.findLast(({ line }) => dayOf(line) <= slot.day);
    return [
      {
        from: xOf(slot.start + slot.width),
        to: xOf(next.start),
        days: next.day - slot.day - 1,
        after: before?.number ?? 0,
      },
    ];
  });
}

function daysOf(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

function isoOf(days: number): string {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}
