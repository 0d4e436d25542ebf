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

/** Friendly to publishers: 5 s between requests, each source every 5 minutes to 24 hours. */
export const PACE: PaceSettings = {
  hostIntervalMs: 5000,
  minPollMs: 5 * MINUTE_MS,
  maxPollMs: 24 * HOUR_MS,
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
}

/** A source that has been silent for long is asked after this share of its silence. */
const SILENCE_SHARE = 0.1;
/** Two looks for each item that is expected: it is seen half its gap after it came, on average a quarter. */
const LOOKS_PER_ITEM = 2;

/**
 * The time to the next poll: half the usual gap between a source's items, longer when it has fallen silent.
 * Where its items carry no dates, it is asked more often as long as there is something new each time, and less
 * often otherwise.
 */
export function nextInterval(signs: PublishingSigns, pace: PaceSettings): number {
  return clamp(wantedInterval(signs), pace.minPollMs, pace.maxPollMs);
}

function wantedInterval({ nowMs, publishedMs, hadNew, previousMs }: PublishingSigns): number {
  const times = publishedMs.map((time) => Math.min(time, nowMs)).sort((a, b) => a - b);
  const [oldest, newest] = [times[0], times.at(-1)];
  if (times.length < 3 || oldest === undefined || newest === undefined || oldest === newest) {
    return hadNew ? previousMs / 1.5 : previousMs * 1.5;
  }
  const gap = (newest - oldest) / (times.length - 1);
  return Math.max(gap / LOOKS_PER_ITEM, (nowMs - newest) * SILENCE_SHARE);
}

/** Moves a time a little, so that sources that started together drift apart. */
export function spread(dice: Dice, share: number): number {
  return 1 - share + 2 * share * dice();
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
