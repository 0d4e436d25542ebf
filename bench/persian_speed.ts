import Virastar from 'virastar';
import { findDates } from '../src/persian/dates.js';
import { displayText } from '../src/persian/display.js';
import { keyOf } from '../src/persian/keys.js';
import { normalise } from '../src/persian/normalise.js';
import { variedNews } from './persian_articles.js';
import type { BenchRow, BenchTask } from './task.js';

/** Enough rounds for the compiler to settle and for one to run undisturbed. */
const ROUNDS = 20;
const TEXT_BYTES = 1_000_000;

/**
 * Megabytes of UTF-8 a second of processor time, on invented news in which hardly a sentence repeats. Virastar runs on
 * a tenth of the same text. Virastar sets no stems, keys, sentences or half-spaces in solid words: its row is the
 * price of cleaning alone. Hazm publishes accuracies but no speed, so it has no row.
 */
export const bench: BenchTask = {
  name: 'persian.speed',
  run() {
    const texts = variedNews(TEXT_BYTES);
    const virastar = new Virastar();
    const sample = texts.slice(0, Math.ceil(texts.length / 10));
    const peer = speedOf(sample, (text) => virastar.cleanup(text));
    const whole = speedOf(texts, normalise);
    const shown = speedOf(texts, displayText);
    return Promise.resolve([
      row('keys', speedOf(texts, keyOf).best),
      { ...row('normalise', whole.best), ratio: { to: 'virastar', value: whole.best / peer.best } },
      {
        ...row('normalise.words_not_seen_before', whole.first),
        ratio: { to: 'virastar', value: whole.first / peer.first },
      },
      { ...row('display', shown.best), ratio: { to: 'virastar', value: shown.best / peer.best } },
      row('dates', speedOf(texts, (text) => findDates(text)).best),
      row('virastar', peer.best),
      row('virastar.first_round', peer.first),
    ]);
  },
};

function row(name: string, value: number): BenchRow {
  return { name: `persian.speed.${name}`, value, unit: 'MB/s' };
}

/** The first round pays for words that were never looked up; the best one finds them remembered. */
function speedOf(
  texts: readonly string[],
  run: (text: string) => unknown,
): { readonly first: number; readonly best: number } {
  const megabytes = texts.reduce((total, text) => total + Buffer.byteLength(text), 0) / 1e6;
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    for (const text of texts) run(text);
    const { user, system } = process.cpuUsage(before);
    return megabytes / ((user + system) / 1e6);
  });
  return { first: rounds[0] ?? Number.NaN, best: Math.max(...rounds) };
}
