import { tokenise } from '../persian/keys.js';
import { stemOf } from '../persian/stem.js';
import { createTermWeights } from './term_weights.js';

/**
 * How related two short texts are, 0..1: a logistic regression over what their stems have in common, letter by letter
 * and word by word. The first text is the one asked about; how much of it the second tells weighs most.
 */
export function relatedness(a: string, b: string): number {
  const first = read(a);
  const second = read(b);
  const told = shareTold(first.words, second.words);
  const score =
    BIAS +
    WEIGHTS.threes * cosine(first.threes, second.threes) +
    WEIGHTS.fours * cosine(first.fours, second.fours) +
    WEIGHTS.told * told +
    WEIGHTS.toldBoth * Math.min(told, shareTold(second.words, first.words)) +
    WEIGHTS.neighbours * cosine(first.neighbours, second.neighbours);
  return 1 / (1 + Math.exp(-score));
}

/** Fitted on headline pairs. Neighbours count against: letters in threes have counted what stands side by side. */
const WEIGHTS = { threes: 5.2, fours: 2.2, told: 3.8, toldBoth: 4.6, neighbours: -3.8 };
const BIAS = -3.3;

interface Word {
  readonly stem: string;
  /** Letters in twos, with the ends marked. */
  readonly twos: ReadonlySet<string>;
  readonly weight: number;
}

interface Reading {
  readonly words: readonly Word[];
  readonly threes: ReadonlySet<string>;
  readonly fours: ReadonlySet<string>;
  readonly neighbours: ReadonlySet<string>;
}

/** Of a program that has read nothing yet: the news of other years. */
const RARITY = createTermWeights();
/** Rarity beyond once in seven texts adds nothing: the topic's common words tell as much as its names. */
const MOST_WEIGHT = 2;
const LEAST_WEIGHT = 0.4;

function read(text: string): Reading {
  const stems = tokenise(withoutSiteName(text)).map(({ key }) => stemOf(key));
  const line = ` ${stems.join(' ')} `;
  return {
    words: stems.map((stem) => ({ stem, twos: runsOf(` ${stem} `, 2), weight: weightOf(stem) })),
    threes: runsOf(line, 3),
    fours: runsOf(line, 4),
    neighbours: new Set(stems.slice(1).map((stem, at) => `${stems[at]} ${stem}`)),
  };
}

function weightOf(stem: string): number {
  return Math.min(MOST_WEIGHT, Math.max(LEAST_WEIGHT, RARITY.weightOf(RARITY.slotOf(stem))));
}

/** «… برگزار می‌شود | نمونه‌نیوز»: of what bars divide, the longest part is the headline. */
function withoutSiteName(text: string): string {
  const parts = text.split(/\s*\|\s*|\s+[-–]\s+(?=اخبار|خبرگزاری|خبر\s)/u);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

function runsOf(text: string, size: number): Set<string> {
  const runs = new Set<string>();
  for (let at = 0; at + size <= text.length; at += 1) runs.add(text.slice(at, at + size));
  return runs;
}

/** How much of some words' weight others tell; a word of nearly the same letters counts in part. */
function shareTold(words: readonly Word[], others: readonly Word[]): number {
  let told = 0;
  let all = 0;
  for (const word of words) {
    told += word.weight * others.reduce((best, other) => Math.max(best, likeness(word, other)), 0);
    all += word.weight;
  }
  return all === 0 ? 0 : told / all;
}

function likeness(a: Word, b: Word): number {
  if (a.stem === b.stem) return 1;
  return a.stem.length > 2 && b.stem.length > 2 ? cosine(a.twos, b.twos) ** 2 : 0;
}

function cosine(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let both = 0;
  for (const run of a) if (b.has(run)) both += 1;
  return both / Math.sqrt(a.size * b.size);
}
