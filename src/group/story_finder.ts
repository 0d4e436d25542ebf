import type { Reason } from '../model/story.js';
import { isTemplate } from './copy_finder.js';
import { contains } from './hashing.js';
import { type Likeness, likenessTo } from './likeness.js';
import type { Member } from './member.js';
import type { NumberSums } from './number_sums.js';
import type { PostingIndex } from './posting_index.js';
import type { TermWeights } from './term_weights.js';

export interface StoryQuery {
  readonly index: PostingIndex;
  readonly members: ReadonlyMap<number, Member>;
  /** The last reports of each story. */
  readonly stories: ReadonlyMap<string, readonly Member[]>;
  /** Milliseconds at which each story began. */
  readonly openings: ReadonlyMap<string, number>;
  readonly weights: TermWeights;
  /** Room for the sums of candidates. */
  readonly sums: NumberSums;
  /** The lowest number of a living report. */
  readonly oldest: number;
  /** Report number → shingles in common with the new report, frames left out. */
  readonly sharedShingles: ReadonlyMap<number, number>;
}

/** A story that a report joins, and why. */
export interface FoundStory {
  readonly story: string;
  readonly score: number;
  readonly nearest: Member;
  readonly reasons: readonly Reason[];
}

/** Rarest terms whose reports are looked at. */
const QUERY_TERMS = 16;
/** Terms commoner than one report in 12 bring no candidates. */
const QUERY_WEIGHT = 2.5;
const POSTINGS_PER_TERM = 48;
/** What a shared run of words counts beside shared terms when candidates are chosen. */
const SHINGLE_WEIGHT = 10;
/** Reports compared in full. */
const CANDIDATES = 28;

/** Score from which a report joins: an even chance, within what the labels can tell (0.3 either way costs two points). */
const JOIN = -0.1;
/** Stories whose whole vocabulary is looked at. */
const STORIES_WEIGHED = 6;

/** The story that a report belongs to, if one of the window is like enough. */
export function findStory(report: Member, query: StoryQuery): FoundStory | undefined {
  if (report.standsAlone) return undefined;
  const nearest = new Map<string, Scored>();
  const compare = likenessTo(report.profile, query.weights);
  for (const other of candidates(report, query)) {
    if (other.standsAlone || isTemplate(report, other, 0)) continue;
    const likeness = compare(other.profile, query.sharedShingles.get(other.number) ?? 0);
    const scored = {
      other,
      likeness,
      score:
        scoreOf(likeness, gapHours(report, other)) +
        creditWeight(report, other) +
        answerWeight(report, likeness),
    };
    const known = nearest.get(other.story);
    if (known === undefined || scored.score > known.score) nearest.set(other.story, scored);
  }
  const best = [...nearest.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, STORIES_WEIGHED)
    .map((scored) => ({ scored, vocabulary: vocabularyShare(report, scored.other.story, query) }))
    .map((found) => ({
      ...found,
      score:
        found.scored.score +
        VOCABULARY_WEIGHT * found.vocabulary +
        ageWeight(report, found.scored.other.story, query),
    }))
    .sort((a, b) => b.score - a.score)[0];
  if (best === undefined || best.score < JOIN) return undefined;
  return {
    story: best.scored.other.story,
    score: best.score,
    nearest: best.scored.other,
    reasons: reasonsOf(best.scored, best.vocabulary, best.score),
  };
}

/**
 * An event is over after a day or two; what is still alike then is a theme («حمله به جنوب لبنان»), and would chain one
 * day's event to the next.
 */
function ageWeight(report: Member, story: string, { openings }: StoryQuery): number {
  const days = (report.clock - (openings.get(story) ?? report.clock)) / 86_400_000;
  return AGE_WEIGHT * Math.min(MOST_AGE_DAYS, Math.max(0, days - FRESH_DAYS));
}

/** How much of the report's weight stands in the last reports of a story, taken together. */
function vocabularyShare(report: Member, story: string, { stories, weights }: StoryQuery): number {
  const told = stories.get(story) ?? [];
  let inside = 0;
  let all = 0;
  for (const slot of report.profile.terms) {
    const weight = weights.weightOf(slot);
    const square = weight * weight;
    all += square;
    if (told.some(({ profile }) => contains(profile.terms, slot))) inside += square;
  }
  return all === 0 ? 0 : inside / all;
}

interface Scored {
  readonly other: Member;
  readonly likeness: Likeness;
  readonly score: number;
}

function candidates(report: Member, query: StoryQuery): Member[] {
  const { index, members, weights, sharedShingles, sums, oldest } = query;
  const rarest = [...report.profile.terms]
    .map((slot) => ({ slot, weight: weights.weightOf(slot) }))
    .filter(({ weight }) => weight >= QUERY_WEIGHT)
    .sort((a, b) => b.weight - a.weight || a.slot - b.slot)
    .slice(0, QUERY_TERMS);
  sums.begin(oldest, report.number);
  for (const [number, shared] of sharedShingles) if (shared > 1) sums.add(number, shared * SHINGLE_WEIGHT);
  for (const { slot, weight } of rarest) {
    index.visit(slot, POSTINGS_PER_TERM, (number) => sums.add(number, weight * weight));
  }
  return likeliest(sums).flatMap((number) => members.get(number) ?? []);
}

/** The reports of most weight, the heaviest and newest first: of hundreds a few, so that sorting all costs too much. */
function likeliest(found: NumberSums): readonly number[] {
  const numbers: number[] = [];
  const sums: number[] = [];
  found.visit((number, sum) => {
    const last = CANDIDATES - 1;
    if (numbers.length === CANDIDATES && !isHeavier(sum, number, sums[last], numbers[last])) return;
    let at = Math.min(numbers.length, last);
    for (; at > 0 && isHeavier(sum, number, sums[at - 1], numbers[at - 1]); at -= 1) {
      sums[at] = sums[at - 1] as number;
      numbers[at] = numbers[at - 1] as number;
    }
    sums[at] = sum;
    numbers[at] = number;
  });
  return numbers;
}

function isHeavier(sum: number, number: number, otherSum = 0, otherNumber = 0): boolean {
  return sum > otherSum || (sum === otherSum && number > otherNumber);
}

function creditWeight(report: Member, other: Member): number {
  return credits(report, other) || credits(other, report) ? CREDIT_WEIGHT : 0;
}

/** Who confirms or denies tells of the same event, whatever else the two texts hold. */
function answerWeight({ profile }: Member, { headInside }: Likeness): number {
  return profile.isAnswer && headInside >= ANSWERED_HEAD ? ANSWER_WEIGHT : 0;
}

function credits({ report, outlet }: Member, other: Member): boolean {
  if (outlet.id === other.outlet.id) return false;
  return report.chain.some((hop) => hop.relation !== 'publisher' && hop.outlet === other.outlet.id);
}

function gapHours(report: Member, other: Member): number {
  return Math.abs(report.clock - other.clock) / 3_600_000;
}

/**
 * Weights of a logistic regression on labelled pairs of posts, rounded: the second digit is within the noise of the
 * labels.
 */
const WEIGHTS: Readonly<Record<keyof Likeness, number>> = {
  terms: 11,
  heads: 2,
  headInside: 1.3,
  numbersShared: 0.9,
  numbersDiffer: -3.2,
  speakers: 2.6,
  scenesDiffer: -2,
  phrases: 4,
};
const BIAS = -4.3;
/** A story that has already told most of the report. */
const VOCABULARY_WEIGHT = 3;
/** A day in which a story costs nothing, then each day's price; after a week it is a theme or a copy. */
const FRESH_DAYS = 1;
const AGE_WEIGHT = -1.5;
const MOST_AGE_DAYS = 6;
/** One of the two names the other's outlet: of all its news it is the likest that is meant. */
const CREDIT_WEIGHT = 2;
/** An answer, and how much of one headline the other report must hold for it to be what is answered. */
const ANSWER_WEIGHT = 2;
const ANSWERED_HEAD = 0.7;
/** Per half day between the two, up to a day. */
const GAP_WEIGHT = -2.6;

function scoreOf(likeness: Likeness, hours: number): number {
  let score = BIAS + GAP_WEIGHT * Math.min(2, hours / 12);
  for (const feature of FEATURES) score += WEIGHTS[feature] * likeness[feature];
  return score;
}

const FEATURES = Object.keys(WEIGHTS) as (keyof Likeness)[];
/** A feature that adds less is not worth a reader's time. */
const TELLING = 0.25;

function reasonsOf({ other, likeness }: Scored, vocabulary: number, score: number): Reason[] {
  const reasons: Reason[] = [
    { feature: 'score', value: round(score) },
    { feature: 'nearest', value: other.report.id },
    { feature: 'vocabulary', value: round(vocabulary) },
  ];
  for (const feature of FEATURES) {
    const value = likeness[feature];
    if (Math.abs(WEIGHTS[feature] * value) >= TELLING) reasons.push({ feature, value: round(value) });
  }
  return reasons;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
