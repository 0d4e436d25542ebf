import { countShared } from './hashing.js';
import type { Profile } from './profile.js';
import type { TermWeights } from './term_weights.js';

/** How alike two reports are, feature by feature, each 0..1. */
export interface Likeness {
  /** Cosine of all terms, weighted by rarity. */
  readonly terms: number;
  /** Cosine of the headlines. */
  readonly heads: number;
  /** The better of: how much of one headline's weight stands in the other report. */
  readonly headInside: number;
  /** Telling numbers in common; three are as good as more. */
  readonly numbersShared: number;
  /** 1 where both print telling numbers and none agrees. */
  readonly numbersDiffer: number;
  /** 1 where both set their news in places and none agrees. */
  readonly scenesDiffer: number;
  /** Runs of five words in common, over those of the smaller report; frames of hosts left out. */
  readonly phrases: number;
  /** Cosine of who speaks, or of the words with which the news opens. */
  readonly speakers: number;
}

/** Compares one report with others; what it weighs itself is worked out once. */
export type LikenessTo = (other: Profile, sharedShingles: number) => Likeness;

/** `sharedShingles` is what the two have in common beside frames. */
export function likenessTo(a: Profile, weights: TermWeights): LikenessTo {
  const terms = squaredWeight(a.terms, weights);
  const head = squaredWeight(a.head, weights);
  const speaker = squaredWeight(a.speaker, weights);
  return (b, sharedShingles) => {
    const shingles = Math.min(a.shingles.length, b.shingles.length);
    const numbersShared = countShared(a.numbers, b.numbers);
    const otherHead = squaredWeight(b.head, weights);
    const ownInside = squaredShared(a.head, b.terms, weights) / Math.max(LEAST_WEIGHT, head);
    const otherInside = squaredShared(b.head, a.terms, weights) / Math.max(LEAST_WEIGHT, otherHead);
    const shared = squaredShared(a.terms, b.terms, weights);
    const sharedSpeaker = squaredShared(a.speaker, b.speaker, weights);
    return {
      terms: cosine(shared, terms, shared === 0 ? 0 : squaredWeight(b.terms, weights)),
      heads: cosine(squaredShared(a.head, b.head, weights), head, otherHead),
      headInside: Math.max(ownInside, otherInside),
      numbersShared: Math.min(3, numbersShared) / 3,
      numbersDiffer: a.numbers.length > 0 && b.numbers.length > 0 && numbersShared === 0 ? 1 : 0,
      scenesDiffer: differ(a.scenes, b.scenes),
      phrases: sharedShingles < 2 ? 0 : sharedShingles / shingles,
      speakers: cosine(sharedSpeaker, speaker, sharedSpeaker === 0 ? 0 : squaredWeight(b.speaker, weights)),
    };
  };
}

function differ(a: Int32Array, b: Int32Array): number {
  return a.length > 0 && b.length > 0 && countShared(a, b) === 0 ? 1 : 0;
}

/** Squared weight of two rare terms: what is shorter says too little to be found whole in another report. */
const LEAST_WEIGHT = 40;

function cosine(both: number, one: number, other: number): number {
  return both === 0 ? 0 : both / Math.sqrt(one * other);
}

/** Squared weight of what two sorted sets of terms share. */
function squaredShared(a: Int32Array, b: Int32Array, weights: TermWeights): number {
  let both = 0;
  let right = 0;
  for (let left = 0; left < a.length; left += 1) {
    const slot = a[left] as number;
    while (right < b.length && (b[right] as number) < slot) right += 1;
    if (b[right] === slot) both += square(weights.weightOf(slot));
  }
  return both;
}

function squaredWeight(terms: Int32Array, weights: TermWeights): number {
  let sum = 0;
  for (let at = 0; at < terms.length; at += 1) sum += square(weights.weightOf(terms[at] as number));
  return sum;
}

function square(value: number): number {
  return value * value;
}
