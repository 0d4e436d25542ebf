import type { BenchRow } from '../task.js';

/** Milliseconds of each of these, one after the other. */
export async function timeAll<Thing>(
  things: readonly Thing[],
  work: (thing: Thing) => Promise<unknown>,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const thing of things) {
    const started = performance.now();
    await work(thing);
    times.push(performance.now() - started);
  }
  return times;
}

export function latencyRows(name: string, times: readonly number[]): readonly BenchRow[] {
  return [50, 95, 99].map((share) => ({
    name: `${name}, p${share}`,
    value: percentile(times, share),
    unit: 'ms',
  }));
}

/** The value that so many percent do not exceed. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? 0;
}
