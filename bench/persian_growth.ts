import { findDates } from '../src/persian/dates.js';
import { displayOf } from '../src/persian/display.js';
import { identifyLanguage } from '../src/persian/language.js';
import { normalise } from '../src/persian/normalise.js';
import { findSentences } from '../src/persian/sentences.js';
import type { BenchRow, BenchTask } from './task.js';

const SMALL = 250_000;
const TIMES = 4;
/** Shorter runs measure the clock and the compiler. */
const LEAST_MS = 5;

const PIECES = [
  '\u200c',
  'ا\u200c',
  '«',
  '(',
  '"',
  '. ',
  '۱٬',
  '1/',
  'یک ',
  'می ',
  'گفت و ',
  'شنبه تا ',
  'http://a.b/',
  '\ufdfa',
];
const FUNCTIONS: readonly (readonly [name: string, run: (text: string) => unknown])[] = [
  ['normalise', normalise],
  ['display_with_map', (text) => displayOf(text).map],
  ['dates', (text) => findDates(text)],
  ['sentences', findSentences],
  ['language', identifyLanguage],
];

/** How the time of the worst hostile text grows when the text is four times as long: 4 is linear, 16 quadratic. */
export const bench: BenchTask = {
  name: 'persian.growth',
  run() {
    return Promise.resolve(FUNCTIONS.map(([name, run]) => worstRow(name, run)));
  },
};

function worstRow(name: string, run: (text: string) => unknown): BenchRow {
  const growths = PIECES.map((piece) => {
    const small = piece.repeat(SMALL / piece.length);
    const large = piece.repeat((SMALL * TIMES) / piece.length);
    run(small);
    return timeOf(run, large) / Math.max(timeOf(run, small), LEAST_MS);
  });
  return {
    name: `persian.growth.${name}`,
    value: Math.max(...growths),
    unit: `x for a text ${TIMES} x as long`,
  };
}

/** The best of three, in milliseconds of processor time. */
function timeOf(run: (text: string) => unknown, text: string): number {
  const rounds = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    run(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...rounds);
}
