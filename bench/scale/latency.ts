import { percentile } from '../percentile.js';
import type { BenchRow } from '../task.js';
import { cpuSeconds } from './cpu_time.js';

/** What is asked for one after the other, and how fast the answers must be. */
export interface Asked<Thing> {
  readonly name: string;
  readonly things: readonly Thing[];
  readonly work: (thing: Thing) => Promise<unknown>;
  /** The share of answers (percent) that may take so many milliseconds at most. */
  readonly aim: { readonly share: number; readonly most: number };
  /** Numbers of the processes whose work counts. */
  readonly processes: () => readonly number[];
}

/** How long each answer took, and what work it was: beside other programs the clock alone says little. */
export async function latencyRow<Thing>(asked: Asked<Thing>): Promise<BenchRow> {
  const { name, things, work, aim, processes } = asked;
  const before = cpuSeconds(processes());
  const times: number[] = [];
  for (const thing of things) {
    const started = performance.now();
    await work(thing);
    times.push(performance.now() - started);
  }
  const cpu = ((cpuSeconds(processes()) - before) * 1000) / Math.max(1, things.length);
  const others = [50, 95, 99].filter((share) => share !== aim.share);
  const beside = others.map((share) => `p${share} ${percentile(times, share).toFixed(1)}`);
  return {
    name: `${name}, p${aim.share}`,
    value: percentile(times, aim.share),
    unit: 'ms',
    aim: { most: aim.most },
    beside: `${beside.join('  ')}  processor ${cpu.toFixed(1)}`,
  };
}
