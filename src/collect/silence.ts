// When a source that answers has fallen silent: the alarm that no status code gives.

/** What the store knows of a source's rhythm before a poll. */
export interface Rhythm {
  /** Items that the source listed when it was asked last; absent before its first answer. */
  readonly lastListed?: number | undefined;
  /** Different items that it has ever listed. */
  readonly itemCount: number;
  /** Polls in a row that listed nothing. */
  readonly emptyPolls: number;
  /** When it listed something for the first time. */
  readonly firstListedAt?: string | undefined;
  readonly lastNewAt?: string | undefined;
  /** Longest time between two polls with news; older ones fade. Absent until there were two. */
  readonly longestGapMs?: number | undefined;
}

/** A single empty answer is often a page that was just being written; the second in a row is told. */
const EMPTY_POLLS = 2;
/** A night and a day: before that, what looks like silence may be the source's habit. */
const LEARNING_MS = 36 * 60 * 60 * 1000;
/** Silence is told when it lasts this many times the longest pause of the last weeks. */
const GAP_FACTOR = 2;
/** Shorter silences are never told. */
const LEAST_SILENCE_MS = 60 * 60 * 1000;

/**
 * Why an answering source counts as silent, as a half-sentence; undefined when all is as usual. `listed` is how
 * many items the answer lists; undefined when the source said that nothing has changed.
 */
export function findSilence(
  rhythm: Rhythm,
  { listed, nowMs }: { readonly listed: number | undefined; readonly nowMs: number },
): string | undefined {
  const emptyPolls = emptyPollsAfter(rhythm, listed);
  if (rhythm.itemCount > 0 && emptyPolls >= EMPTY_POLLS) {
    return 'it answers, but lists nothing any more';
  }
  const { firstListedAt, lastNewAt, longestGapMs } = rhythm;
  if (firstListedAt === undefined || lastNewAt === undefined || longestGapMs === undefined) return undefined;
  const silentMs = nowMs - Date.parse(lastNewAt);
  const isLearnt = Date.parse(lastNewAt) - Date.parse(firstListedAt) >= LEARNING_MS;
  if (!isLearnt || silentMs <= Math.max(LEAST_SILENCE_MS, GAP_FACTOR * longestGapMs)) return undefined;
  return `nothing new for ${hours(silentMs)}; its longest pause so far was ${hours(longestGapMs)}`;
}

/** Polls in a row that listed nothing, this one included. "Nothing has changed" after nothing is nothing. */
export function emptyPollsAfter(rhythm: Rhythm, listed: number | undefined): number {
  const nothing = listed === undefined ? rhythm.lastListed === 0 : listed === 0;
  return nothing ? rhythm.emptyPolls + 1 : 0;
}

function hours(ms: number): string {
  const value = ms / 3_600_000;
  return value < 10 ? `${value.toFixed(1)} h` : `${Math.round(value)} h`;
}
