// When to ask again. All of it is arithmetic: the clock and the dice are handed in.

/** How patient the collector is. The press, whose clock runs fast, uses smaller numbers. */
export interface PaceSettings {
  /** Least time between two requests to a host unless its robots.txt asks for more. */
  readonly hostIntervalMs: number;
  readonly minPollMs: number;
  readonly maxPollMs: number;
  /** Longest time between two looks at a front page. */
  readonly frontPageMs: number;
  /** First pause after a failure; doubled with each further one. */
  readonly backOffMs: number;
  readonly maxBackOffMs: number;
  /** Ages at which a fetched page is fetched again, to notice silent edits. */
  readonly revisitAfterMs: readonly number[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Friendly to publishers: 1 s between requests, each source every 2 minutes to 6 hours. */
export const PACE: PaceSettings = {
  hostIntervalMs: 1000,
  minPollMs: 2 * MINUTE_MS,
  maxPollMs: 6 * HOUR_MS,
  frontPageMs: HOUR_MS,
  backOffMs: MINUTE_MS,
  maxBackOffMs: 6 * HOUR_MS,
  revisitAfterMs: [HOUR_MS, 24 * HOUR_MS],
};

/** A number from 0 (included) to 1 (not included). */
export type Dice = () => number;

/** The pause after `failures` failures in a row (1 or more): doubling, bounded, spread by half up and down. */
export function backOff(failures: number, pace: PaceSettings, dice: Dice): number {
  // 2^30 × any first pause is beyond every bound.
  const doubled = pace.backOffMs * 2 ** Math.min(failures - 1, 30);
  return Math.min(doubled, pace.maxBackOffMs) * spread(dice, 0.5);
}

/** What a poll has shown of how often a source publishes. */
export interface PublishingSigns {
  readonly nowMs: number;
  /** Instants that the listed items state; those in the future count as now. */
  readonly publishedMs: readonly number[];
  /** Whether the poll before brought something new. */
  readonly hadNew: boolean;
  readonly previousMs: number;
  /** What was learned so far: the interval is this many times what the printed times ask for. */
  readonly stretch: number;
}

export interface NextPoll {
  readonly intervalMs: number;
  readonly stretch: number;
}

/** A source that has been silent for long is asked after this share of its silence. */
const SILENCE_SHARE = 0.1;
/**
 * A duplicate is an answer with nothing new in it. Where items come by chance, one at a time, an interval of
 * ln 2 of their usual gap makes every second answer a duplicate: the middle between a third and two thirds.
 */
const GAP_SHARE = Math.LN2;
/** Each answer moves what is learned by so much: quick enough to learn in a day, slow enough to be calm. */
const STRETCH_STEP = 1.1;
/** Batches of twenty items stretch by about that much; an archive that is filled day by day shrinks. */
const MAX_STRETCH = 32;
/** Without printed times the interval itself moves, by equal factors up and down: half of the answers are new. */
const UNDATED_STEP = 1.5;

/**
 * The time to the next poll. Printed times say how often a source publishes; answers with and without news
 * correct that (many publish in batches), so that the share of duplicates stays between a third and two thirds;
 * a source that has fallen silent is asked less and less.
 */
export function nextPoll(signs: PublishingSigns, pace: PaceSettings): NextPoll {
  const { intervalMs, stretch } = wantedPoll(signs);
  return { intervalMs: clamp(intervalMs, pace.minPollMs, pace.maxPollMs), stretch };
}

function wantedPoll({ nowMs, publishedMs, hadNew, previousMs, stretch }: PublishingSigns): NextPoll {
  const times = publishedMs.map((time) => Math.min(time, nowMs)).sort((a, b) => a - b);
  const [oldest, newest] = [times[0], times.at(-1)];
  if (times.length < 3 || oldest === undefined || newest === undefined || oldest === newest) {
    return { intervalMs: hadNew ? previousMs / UNDATED_STEP : previousMs * UNDATED_STEP, stretch };
  }
  const usualMs = ((newest - oldest) / (times.length - 1)) * GAP_SHARE;
  const silenceMs = (nowMs - newest) * SILENCE_SHARE;
  // Answers during an unusual silence say nothing about the rhythm.
  const moved = hadNew ? stretch / STRETCH_STEP : stretch * STRETCH_STEP;
  const learned =
    silenceMs > usualMs * stretch && !hadNew ? stretch : clamp(moved, 1 / MAX_STRETCH, MAX_STRETCH);
  return { intervalMs: Math.max(usualMs * learned, silenceMs), stretch: learned };
}

/** The time to the next poll after an answer that nothing has changed: a duplicate like any other. */
export function pollAfterNoChange(previousMs: number, pace: PaceSettings): number {
  return clamp(previousMs * STRETCH_STEP, pace.minPollMs, pace.maxPollMs);
}

/** Moves a time a little, so that sources that started together drift apart. */
export function spread(dice: Dice, share: number): number {
  return 1 - share + 2 * share * dice();
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
