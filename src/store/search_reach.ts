/**
 * How far back among the newest one has to look for enough matches. Common words match a large part of an index, and
 * reading all of it for the newest thousand takes long; the indexes of words hold days too, so that a query that names
 * days reads only what belongs to them.
 */
import type { Store } from './database.js';

/** What is searched, in order of time. */
export type TimeLine = 'article' | 'topic' | 'story' | 'statement';

export interface ReachAsked {
  readonly line: TimeLine;
  /** UTC instants: from the first, before the second. */
  readonly from?: string | undefined;
  readonly before?: string | undefined;
  /** Guessed share of the entries that match, 0 to 1. */
  readonly share: number;
  /** Entries of the index. */
  readonly entries: number;
  /** Whether further conditions let only an unknown part of these pass. */
  readonly isNarrowed: boolean;
  /** So many matches are wanted. */
  readonly wanted: number;
}

/** A stretch of time; days are numbered from 1970 on, in UTC. */
export interface Stretch {
  /** As `time_slices()` numbers them; absent: all days before `until`. */
  readonly slices?: readonly number[] | undefined;
  /** The first day that is too late; absent: up to now. */
  readonly until?: number | undefined;
}

/** So many matches are read at once: 5 ms. */
const FEW = 1500;
/** Shares are guesses: so many times more entries are looked through than should do. */
const MARGIN = 1.5;
const NARROWED_MARGIN = 8;
/** Each further stretch goes at most so many times as far back. */
const FURTHER = 6;
/** Looking through more than this share costs as much as looking through all. */
const WHOLE = 0.3;

/**
 * Reads matches stretch by stretch, the newest first, until there are as many as are wanted. `read` gives the newest
 * of one stretch, `limit` at most. How far the next one goes is told by what the ones before have found.
 */
export async function readNewest<Match>(
  store: Store,
  asked: ReachAsked,
  read: (stretch: Stretch, limit: number) => Promise<readonly Match[]>,
): Promise<readonly Match[]> {
  const { from, wanted } = asked;
  const matches: Match[] = [];
  let until: number | undefined;
  for (
    let reach = firstReach(asked);
    reach < asked.entries * WHOLE;
    reach = nextReach(reach, matches.length, wanted)
  ) {
    const days = await daysOfReach(store, asked, { reach, until });
    if (days === undefined) break;
    const { first, slices } = slicesOf(days);
    matches.push(...(await read({ slices, until }, wanted - matches.length)));
    if (matches.length >= wanted || (from !== undefined && first <= dayOf(from))) return matches;
    until = first;
  }
  return [...matches, ...(await read(restOf(asked, until), wanted - matches.length))];
}

/** All that is meant and was not read yet. */
function restOf({ from, before }: ReachAsked, until: number | undefined): Stretch {
  if (from === undefined || (until ?? before) === undefined) return { until };
  const end = until ?? dayOf(before ?? '') + 1;
  return { slices: slicesOf({ first: dayOf(from), end }).slices, until };
}

/** A count of entries within which enough matches are to be expected; all where few match anyway. */
function firstReach({ entries, share, wanted, isNarrowed }: ReachAsked): number {
  if (entries * share <= FEW) return entries;
  return ((isNarrowed ? NARROWED_MARGIN : MARGIN) * wanted) / share;
}

/** As far as enough are to be expected from what was found so far. */
function nextReach(reach: number, found: number, wanted: number): number {
  return reach * Math.min(FURTHER, Math.max(2, (MARGIN * wanted) / Math.max(1, found)));
}

/** Days from the first on, `end` left out. */
interface Days {
  readonly first: number;
  readonly end: number;
}

async function daysOfReach(
  store: Store,
  asked: ReachAsked,
  { reach, until }: { readonly reach: number; readonly until: number | undefined },
): Promise<Days | undefined> {
  const since = await findSince(store, asked, 2 ** Math.ceil(Math.log2(reach)));
  const newest = until === undefined ? (asked.before ?? (await readSince(store, asked, 0))) : undefined;
  const end = newest === undefined ? until : dayOf(newest) + 1;
  if (since === undefined || end === undefined) return undefined;
  return { first: Math.max(dayOf(since), asked.from === undefined ? 0 : dayOf(asked.from)), end };
}

/** SQL that is true of entries of a stretch. */
export function withinStretch(at: string, { slices, until }: Stretch, bind: Bind): string[] {
  if (slices !== undefined) return [`time_slices(${at}) && ${bind(slices)}::integer[]`];
  return until === undefined ? [] : [`${at} < to_timestamp(${bind(until)}::float8 * ${DAY_MS / 1000})`];
}

export type Bind = (value: unknown) => string;

const DAY_MS = 86_400_000;
/** Days that stand together as one slice, so that an index is asked for some dozens of slices and not for years of days. */
const BLOCK_DAYS = 32;
/** A longer stretch may begin some days earlier, at the beginning of a block. */
const LONG_DAYS = 2 * BLOCK_DAYS;

/** Days as `time_slices()` numbers them: blocks below 0 where whole ones fit, else single days. */
function slicesOf({ first, end }: Days): { readonly first: number; readonly slices: readonly number[] } {
  const begin = end - first > LONG_DAYS ? Math.floor(first / BLOCK_DAYS) * BLOCK_DAYS : first;
  const slices: number[] = [];
  for (let day = begin; day < end; ) {
    const isBlock = day % BLOCK_DAYS === 0 && day + BLOCK_DAYS <= end;
    slices.push(isBlock ? -1 - day / BLOCK_DAYS : day);
    day += isBlock ? BLOCK_DAYS : 1;
  }
  return { first: begin, slices };
}

function dayOf(instant: string): number {
  return Math.floor(Date.parse(instant) / DAY_MS);
}

interface KnownSince {
  readonly since: Promise<string | undefined>;
  readonly readMs: number;
}

/** How far back so many entries go changes slowly. */
const KEPT_MS = 10 * 60_000;
const known = new WeakMap<Store, Map<string, KnownSince>>();

/** The instant since which there are so many entries before an end. */
function findSince(store: Store, { line, before }: ReachAsked, count: number): Promise<string | undefined> {
  if (before !== undefined) return readSince(store, { line, before }, count);
  const key = `${line} ${count}`;
  const ofStore = known.get(store) ?? new Map<string, KnownSince>();
  known.set(store, ofStore);
  const old = ofStore.get(key);
  if (old !== undefined && performance.now() - old.readMs < KEPT_MS) return old.since;
  const since = readSince(store, { line }, count);
  ofStore.set(key, { since, readMs: performance.now() });
  since.catch(() => ofStore.delete(key));
  return since;
}

/** Entries of each line, the newest first. */
const LINES: Readonly<Record<TimeLine, readonly [at: string, from: string, order: string]>> = {
  article: ['shown_at', "search_entry where kind = 'article'", 'shown_at desc, ref_id desc'],
  topic: ['shown_at', "search_entry where kind = 'topic'", 'shown_at desc, ref_id desc'],
  story: ['shown_at', "search_entry where kind = 'story'", 'shown_at desc, ref_id desc'],
  statement: ['at', 'statement where twin_of is null', 'at desc, id'],
};

/** The instant of the entry behind so many newer ones. */
async function readSince(
  store: Store,
  { line, before }: Pick<ReachAsked, 'line' | 'before'>,
  count: number,
): Promise<string | undefined> {
  const [at, from, order] = LINES[line];
  const row = await store.row<{ at: string }>(
    `select ${at} as at from ${from} and ($1::timestamptz is null or ${at} < $1) order by ${order} offset $2 limit 1`,
    [before, count],
  );
  return row?.at;
}
