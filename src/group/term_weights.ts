import { hashOf } from './hashing.js';
import { NEWS_COUNTS, NEWS_TEXTS } from './news_shares.data.js';

/** A term of a report as grouping stores it: a slot of the table of weights. */
export type TermSlot = number;

/**
 * How rare each term is in what has arrived so far. Online: a report is weighed with what came before it. So that
 * the first reports are not all rare, each term starts with the share of reports in which the word list expects it.
 */
export interface TermWeights {
  slotOf(stem: string): TermSlot;
  /** Natural logarithm of reports per report with the term; 0 for a term in every report. */
  weightOf(slot: TermSlot): number;
  /** Counts one report with these terms. */
  count(slots: Iterable<TermSlot>): void;
  /** Adds terms to the report that was counted last. */
  countMore(slots: Iterable<TermSlot>): void;
}

/** Two terms that meet in a slot lend each other their frequency: harmless at a tenth full. */
const SLOTS = 1 << 21;
/** Reports that this expectation weighs as much as. */
const PRIOR_REPORTS = 1000;
/** After this many reports everything is halved, so that last month's words become rare again. */
const HALVING_REPORTS = 40_000;
/** Expected share of reports with a word that news of other years does not know: names, mostly. */
const UNKNOWN_SHARE = 0.001;

export function createTermWeights(): TermWeights {
  const counts = new Float32Array(SLOTS);
  /** Logarithms of the counts: a comparison asks for hundreds, and each changes only when its term is counted. */
  const logs = new Float32Array(SLOTS);
  let reports = PRIOR_REPORTS;
  let logReports = Math.log(reports);

  function setCount(slot: TermSlot, count: number): void {
    counts[slot] = count;
    logs[slot] = Math.log(count);
  }

  function halve(): void {
    for (let slot = 0; slot < SLOTS; slot += 1) if (counts[slot] !== 0) setCount(slot, countOf(slot) / 2);
    reports /= 2;
  }

  // Slots come from `slotOf` and lie in the table.
  const countOf = (slot: TermSlot): number => counts[slot] as number;

  return {
    slotOf(stem) {
      const slot = hashOf(stem) & (SLOTS - 1);
      if (counts[slot] === 0) setCount(slot, expectedShare(stem) * PRIOR_REPORTS);
      return slot;
    },
    weightOf: (slot) => Math.max(0, logReports - (logs[slot] as number)),
    countMore(slots) {
      for (const slot of slots) setCount(slot, countOf(slot) + 1);
    },
    count(slots) {
      for (const slot of slots) setCount(slot, countOf(slot) + 1);
      reports += 1;
      if (reports >= PRIOR_REPORTS + HALVING_REPORTS) halve();
      logReports = Math.log(reports);
    },
  };
}

const SHARES: ReadonlyMap<string, number> = new Map(
  NEWS_COUNTS.trim()
    .split('\n')
    .flatMap((line) => {
      const [count, ...stems] = line.split(' ');
      return stems.map((stem) => [stem, Number(count) / NEWS_TEXTS] as const);
    }),
);

/** Share of texts in which news of other years has a word, 0..1. */
export function expectedShare(stem: string): number {
  return Math.max(UNKNOWN_SHARE, SHARES.get(stem) ?? 0);
}
