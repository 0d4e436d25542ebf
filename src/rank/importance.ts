/**
 * Which stories matter most: independent origins, each with the weight of its outlet and fading with time, more
 * where there is something new, less where a single outlet speaks. Copies add nothing.
 */

import { IMPORTANCE } from '../model/importance.js';

export interface RankedOrigin {
  /** Weight of the outlet of its first report, 0.5 to 1.5. */
  readonly weight: number;
  /** When its first report was published. */
  readonly at: string;
  readonly isDated: boolean;
}

export interface RankInput {
  readonly origins: readonly RankedOrigin[];
  readonly outletCount: number;
  /** Reports that are no copies, and edits, within `newHours` of the story's latest. */
  readonly fresh: number;
}

export interface Importance {
  /** log2 of the score at EPOCH: all scores fade alike, so that their order is the same at any time. */
  readonly log2: number;
  readonly novelty: number;
  readonly breadth: number;
}

/** Each new report beyond the first adds this; five are enough. */
const NEW_STEP = 0.1;
const NEW_MOST = 5;
/** Factor of a story that only one outlet tells: nobody else stands for it. Range 0.3–0.8, judgement. */
const SINGLE_OUTLET = 0.5;
/** Any fixed instant will do. */
const EPOCH = Date.parse('2020-01-01T00:00:00Z');
const HOUR_MS = 3_600_000;

/** The importance of a story with at least one origin. */
export function importanceOf({ origins, outletCount, fresh }: RankInput): Importance {
  const novelty = 1 + NEW_STEP * Math.min(Math.max(fresh - 1, 0), NEW_MOST);
  const breadth = outletCount > 1 ? 1 : SINGLE_OUTLET;
  const powers = origins.map(
    ({ weight, at, isDated }) => Math.log2(weight * (isDated ? 1 : IMPORTANCE.undatedShare)) + halfLives(at),
  );
  // The largest power is taken out before the sum: 2 to the number of days would not fit a number for long.
  const most = Math.max(...powers);
  const sum = powers.reduce((total, power) => total + 2 ** (power - most), 0);
  return { log2: most + Math.log2(sum * novelty * breadth), novelty, breadth };
}

function halfLives(at: string): number {
  return (Date.parse(at) - EPOCH) / (IMPORTANCE.halfLifeHours * HOUR_MS);
}
