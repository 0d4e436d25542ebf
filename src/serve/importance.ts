/**
 * Which of the newest articles matter most, until stories exist: how many outlets carry the same headline, what
 * readers opened and discussed, and how old it is. Every part is shown to the reader under «چرا؟».
 */
import { tokenise } from '../persian/keys.js';
import { stemOf } from '../persian/stem.js';
import type { CandidateLine } from '../store/site_ranked.js';

export interface ScoredLine {
  readonly line: CandidateLine;
  /** Outlets, this one included, with a headline of the same words. */
  readonly outlets: number;
  readonly outletPoints: number;
  readonly viewPoints: number;
  readonly commentPoints: number;
  /** Hours by which it is older than the newest dated candidate; absent when it prints no date. */
  readonly ageHours: number | undefined;
  /** 0..1 */
  readonly freshness: number;
  /** (outlets + views + comments) × freshness. */
  readonly score: number;
}

/** A headline counts as the same when this share of the words of both together is common. Range 0.4–0.8: below it
 * headlines of one topic fall together, above it a changed verb parts them. Judgement, to be replaced by stories. */
const SAME_WORDS_SHARE = 0.5;
/** Two headlines of two words each prove nothing. */
const SAME_WORDS_MIN = 3;
/** Hours in which an article loses half of its weight. */
const HALF_LIFE_HOURS = 24;
/** Freshness of an article that prints no date: as if two days old. When we found it says nothing about its age. */
const UNDATED_FRESHNESS = 0.25;

/** Scores candidates (newest first), highest first. Of those with the same headline the earliest stands for all. */
export function scoreImportance(candidates: readonly CandidateLine[]): readonly ScoredLine[] {
  const words = candidates.map((line) => headlineWords(line.title ?? ''));
  const dated = candidates.filter((line) => line.publishedIso !== null);
  const newestMs = Math.max(...dated.map((line) => Date.parse(line.shownAt)));
  const alike = findAlike(words);
  return candidates
    .flatMap((line, at) => {
      const places = alike[at] ?? [];
      return places.at(-1) === at ? [score(line, countOutlets(candidates, places), newestMs)] : [];
    })
    .sort((a, b) => b.score - a.score || b.line.id - a.line.id);
}

/** The same headlines compete at every rendering; reading one costs about 0.1 ms. */
const rememberedWords = new Map<string, ReadonlySet<string>>();
const REMEMBERED_MAX = 4000;

function headlineWords(title: string): ReadonlySet<string> {
  const known = rememberedWords.get(title);
  if (known !== undefined) return known;
  const words = new Set(tokenise(title).map(({ key }) => stemOf(key)));
  if (rememberedWords.size >= REMEMBERED_MAX) rememberedWords.clear();
  rememberedWords.set(title, words);
  return words;
}

function score(line: CandidateLine, outlets: number, newestMs: number): ScoredLine {
  const ageHours = line.publishedIso === null ? undefined : (newestMs - Date.parse(line.shownAt)) / 3_600_000;
  const freshness = ageHours === undefined ? UNDATED_FRESHNESS : 0.5 ** (ageHours / HALF_LIFE_HOURS);
  // Logarithms: the hundredth view says less than the first, and nobody can click a headline to the top.
  const viewPoints = Math.log10(1 + line.views);
  const commentPoints = Math.log10(1 + line.comments);
  const total = (outlets + viewPoints + commentPoints) * freshness;
  return {
    line,
    outlets,
    outletPoints: outlets,
    viewPoints,
    commentPoints,
    ageHours,
    freshness,
    score: total,
  };
}

/** For each candidate the places of those with nearly the same headline, in order, its own included. */
function findAlike(words: readonly ReadonlySet<string>[]): readonly (readonly number[])[] {
  const holders = placesByWord(words);
  return words.map((own, at) => {
    const common = new Map<number, number>();
    for (const word of own) {
      for (const place of holders.get(word) ?? []) common.set(place, (common.get(place) ?? 0) + 1);
    }
    const alike = [...common].filter(([place, count]) => isSame(count, own.size + (words[place]?.size ?? 0)));
    return [...new Set([at, ...alike.map(([place]) => place)])].sort((a, b) => a - b);
  });
}

/** Whether two headlines of so many words together are the same, given how many words they share. */
function isSame(commonCount: number, wordCount: number): boolean {
  return commonCount >= SAME_WORDS_MIN && commonCount / (wordCount - commonCount) >= SAME_WORDS_SHARE;
}

function placesByWord(words: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, own] of words.entries()) {
    for (const word of own) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [at]);
      else known.push(at);
    }
  }
  return places;
}

function countOutlets(candidates: readonly CandidateLine[], places: readonly number[]): number {
  return Math.max(1, new Set(places.map((place) => candidates[place]?.outletName)).size);
}
