import type { EvalScore } from './task.js';

/** Score name → lowest value that a change may leave behind. */
export type Floors = Readonly<Record<string, number>>;

/** Scores are ratios computed from counts; this absorbs rounding of the last printed digit only. */
const ROUNDING = 1e-9;

/** Whether a score has fallen below its floor; a score without a floor never has. */
export function belowFloor(score: EvalScore, floor: number | undefined): boolean {
  return floor !== undefined && !(score.value >= floor - ROUNDING);
}

/** New floors: every measured score that is above its floor, cut (not rounded) to four decimals. */
export function raiseFloors(floors: Floors, scores: readonly EvalScore[]): Floors {
  const raised: Record<string, number> = { ...floors };
  for (const { name, value } of scores) {
    const cutValue = Math.floor(value * 10_000 + ROUNDING) / 10_000;
    if (cutValue > (floors[name] ?? Number.NEGATIVE_INFINITY)) raised[name] = cutValue;
  }
  return Object.fromEntries(Object.entries(raised).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** One line for the terminal: name, value, floor, note. */
export function formatScore(score: EvalScore, floor: number | undefined): string {
  const value = score.value.toFixed(4).padStart(9);
  const beside = floor === undefined ? 'no floor'.padStart(14) : `floor ${floor.toFixed(4)}`.padStart(14);
  return `  ${score.name.padEnd(44)}${value}${beside}${score.note ? `  ${score.note}` : ''}`;
}
