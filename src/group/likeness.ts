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

/** What a comparison needs beside the two. */
export interface Comparison {
  readonly weights: TermWeights;
  readonly sharedShingles: number;
}

/** Compares two reports; `sharedShingles` is what they have in common beside frames. */
export function likenessOf(a: Profile, b: Profile, { weights, sharedShingles }: Comparison): Likeness {
  const shingles = Math.min(a.shingles.length, b.shingles.length);
  const numbersShared = countShared(a.numbers, b.numbers);
  return {
    terms: cosine(a.terms, b.terms, weights),
    heads: cosine(a.head, b.head, weights),
    headInside: Math.max(shareInside(a.head, b.terms, weights), shareInside(b.head, a.terms, weights)),
    numbersShared: Math.min(3, numbersShared) / 3,
    numbersDiffer: a.numbers.length > 0 && b.numbers.length > 0 && numbersShared === 0 ? 1 : 0,
    scenesDiffer: differ(a.scenes, b.scenes),
    phrases: sharedShingles < 2 ? 0 : sharedShingles / shingles,
    speakers: cosine(a.speaker, b.speaker, weights),
  };
}

function differ(a: Int32Array, b: Int32Array): number {
  return a.length > 0 && b.length > 0 && countShared(a, b) === 0 ? 1 : 0;
}

/** Squared weight of two rare terms: what is shorter says too little to be found whole in another report. */
const LEAST_WEIGHT = 40;

/** How much of the weight of some terms stands among others. */
function shareInside(part: Int32Array, whole: Int32Array, weights: TermWeights): number {
  return squaredShared(part, whole, weights) / Math.max(LEAST_WEIGHT, squaredWeight(part, weights));
}

function cosine(a: Int32Array, b: Int32Array, weights: TermWeights): number {
  const both = squaredShared(a, b, weights);
  return both === 0 ? 0 : both / Math.sqrt(squaredWeight(a, weights) * squaredWeight(b, weights));
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
