import { joinHashes, sortedSet } from './hashing.js';
import { oneName } from './one_name.js';
import type { FindScenes } from './places.js';
import type { ReportWord } from './report_words.js';
import type { TermSlot, TermWeights } from './term_weights.js';

/** What grouping keeps of a report: hashes, no text. All sets are sorted. */
export interface Profile {
  readonly wordCount: number;
  /** Hashes of the words of a post as they stand; empty for what is too long to be somebody's words alone. */
  readonly words: Int32Array;
  /** Runs of five words. */
  readonly shingles: Int32Array;
  /** Those of them that no quotation touches. */
  readonly ownShingles: Int32Array;
  /** Runs of two words, for texts too short or too reworded for five. */
  readonly pairs: Int32Array;
  readonly terms: Int32Array;
  /** Terms of the headline or first sentence. */
  readonly head: Int32Array;
  /** Terms that name who speaks («سخنگوی وزارت خارجه: …»), else those with which the news opens. */
  readonly speaker: Int32Array;
  /** Places in which it happens. */
  readonly scenes: Int32Array;
  /** Towns that its headline or first words name. */
  readonly headTowns: Int32Array;
  /** Whether its opening confirms or denies what somebody told before: «… را تکذیب کرد». */
  readonly isAnswer: boolean;
  /** Numbers as printed: «۴۱۷», «۲۱:۳۰». */
  readonly numbers: Int32Array;
}

/** In a longer text the colon opens one sentence of many. */
export const LONGEST_POST_WORDS = 150;
const SHINGLE_WORDS = 5;
/** A headline is hardly ever longer; a post of one paragraph has its news in front. */
const HEAD_WORDS = 16;

/** Reads the sets off a report's words. */
export function makeProfile(
  words: readonly ReportWord[],
  weights: TermWeights,
  findScenes: FindScenes,
): Profile {
  const quoted = words.some((word) => word.quoted);
  const shingles = shinglesOf(words, SHINGLE_WORDS);
  const { towns, regions } = findScenes(words);
  const head = headOf(words);
  return {
    wordCount: words.length,
    words: Int32Array.from(words.length < LONGEST_POST_WORDS ? words : [], (word) => word.keyHash),
    shingles: sortedSet(shingles),
    ownShingles: sortedSet(quoted ? shinglesOf(words, SHINGLE_WORDS, isOwn) : shingles),
    pairs: sortedSet(shinglesOf(words, 2)),
    terms: sortedSet(termsOf(words, weights)),
    head: sortedSet(termsOf(head, weights)),
    speaker: sortedSet(termsOf(openingOf(words), weights)),
    scenes: sortedSet([...towns, ...regions]),
    headTowns: sortedSet(findScenes(head).towns),
    isAnswer: answers(words),
    numbers: sortedSet(words.filter(isTellingNumber).map((word) => word.keyHash)),
  };
}

/** Hash of the run of `size` words that begins at each word; runs that `accepts` refuses a word of are left out. */
function shinglesOf(
  words: readonly ReportWord[],
  size: number,
  accepts: (word: ReportWord) => boolean = () => true,
): number[] {
  const hashes: number[] = [];
  let refused = -1;
  for (let end = 0; end < words.length; end += 1) {
    // `end` is below the length.
    if (!accepts(words[end] as ReportWord)) refused = end;
    const start = end - size + 1;
    if (start < 0 || refused >= start) continue;
    hashes.push(shingleAt(words, start, size));
  }
  return hashes;
}

function shingleAt(words: readonly ReportWord[], start: number, size: number): number {
  let hash = 0;
  for (let at = start; at < start + size; at += 1) {
    hash = joinHashes(hash, (words[at] as ReportWord).keyHash);
  }
  return hash;
}

function isOwn(word: ReportWord): boolean {
  return !word.quoted;
}

function headOf(words: readonly ReportWord[]): readonly ReportWord[] {
  const first = words[0]?.line;
  const line = words.findIndex((word) => word.line !== first);
  const end = line === -1 ? words.length : line;
  return words.slice(0, Math.min(Math.max(end, 6), HEAD_WORDS));
}

/** Words of an opening without a colon: «نتانیاهو پهپادها را …». */
const OPENING_WORDS = 2;

function openingOf(words: readonly ReportWord[]): readonly ReportWord[] {
  const speaker = words.filter(({ role }) => role === 'speaker');
  return speaker.length > 0 ? speaker : words.filter(({ role }) => role === 'text').slice(0, OPENING_WORDS);
}

function termsOf(words: readonly ReportWord[], weights: TermWeights): TermSlot[] {
  const slots: TermSlot[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { stem } = words[at] as ReportWord;
    const name = oneName(stem, words[at + 1]?.stem);
    if (name !== undefined) at += name.words - 1;
    const term = name?.term ?? stem;
    if (term.length > 1) slots.push(weights.slotOf(term));
  }
  return slots;
}

/** Headline and lede: further down a denial is background. */
const ANSWER_WORDS = 45;
/** Stems of words that confirm or deny what others told. */
const ANSWERS = new Set('تکذیب تایید نادرست کذب شایعه بی‌اساس بیاساس'.split(' '));

function answers(words: readonly ReportWord[]): boolean {
  const length = Math.min(words.length, ANSWER_WORDS);
  for (let at = 0; at < length; at += 1) if (ANSWERS.has((words[at] as ReportWord).stem)) return true;
  return false;
}

/** A single digit tells nothing: «۲ شرکت». */
function isTellingNumber({ key }: ReportWord): boolean {
  return /^\d/.test(key) && key.length > 1;
}
