import Virastar from 'virastar';
import { findDates } from '../src/persian/dates.js';
import { keyOf } from '../src/persian/keys.js';
import { normalise } from '../src/persian/normalise.js';
import { INVENTED_ARTICLES } from './persian_articles.js';
import type { BenchRow, BenchTask } from './task.js';

/** Enough rounds for the compiler to settle and for one to run undisturbed. */
const ROUNDS = 5;
const TEXT_BYTES = 1_000_000;

/** Megabytes of UTF-8 a second of processor time, on invented news. Virastar runs on the same text. */
export const bench: BenchTask = {
  name: 'persian.speed',
  run() {
    const texts = repeat(INVENTED_ARTICLES, TEXT_BYTES);
    const virastar = new Virastar();
    const peer = speedOf(texts.slice(0, Math.ceil(texts.length / 10)), (text) => virastar.cleanup(text));
    const whole = speedOf(texts, normalise);
    return Promise.resolve([
      row('keys', speedOf(texts, keyOf)),
      { ...row('normalise', whole), ratio: { to: 'virastar', value: whole / peer } },
      row(
        'dates',
        speedOf(texts, (text) => findDates(text)),
      ),
      row('virastar', peer),
    ]);
  },
};

function row(name: string, value: number): BenchRow {
  return { name: `persian.speed.${name}`, value, unit: 'MB/s' };
}

function repeat(texts: readonly string[], bytes: number): string[] {
  const size = texts.reduce((total, text) => total + Buffer.byteLength(text), 0);
  return Array.from({ length: Math.ceil(bytes / size) }, () => texts).flat();
}

function speedOf(texts: readonly string[], run: (text: string) => unknown): number {
  const megabytes = texts.reduce((total, text) => total + Buffer.byteLength(text), 0) / 1e6;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    for (const text of texts) run(text);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return megabytes / best;
}
