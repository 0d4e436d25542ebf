/** By which words an index finds the statements that can answer a denial, and the denials that can be answered. */
import { type Claim, isNounDenied, LEAST_DENIED, LEAST_WORDS } from './claim_pairs.js';
import { readClaim, readClause } from './claim_words.js';
import { expectedShare } from './term_weights.js';

/** Words of a claim that are looked up at most; longer ones are speeches. */
const MOST_WORDS = 60;

/**
 * Groups of words of a denial: whatever is about its claim has at least one word of each group. Follows from the rules of
 * `pairOf()`; empty where the denial has too few words to be about anything.
 *
 *     خبر توقیف سه کشتی آرانیا در بندر نیلوفر → [توقیف] [سه کشتی] [آرانیا بندر نیلوفر]
 */
export function soughtWords(denial: Pick<Claim, 'act' | 'content'>): readonly (readonly string[])[] {
  const { words, head, verbStems } = isNounDenied(denial)
    ? readClaim(denial.content)
    : readClause(denial.content);
  if (words.size < LEAST_WORDS) return [];
  const size = words.size - Math.ceil(words.size * LEAST_DENIED) + 1;
  const others = [...words.keys()].filter((stem) => stem !== head && !verbStems.has(stem));
  const count = Math.floor(others.length / size);
  const groups = Array.from({ length: count }, (_none, at) =>
    others.slice(at * size, at === count - 1 ? others.length : (at + 1) * size),
  );
  return head === '' || verbStems.has(head) ? groups : [[head], ...groups];
}

/** Of the groups of a denial the one whose words are rarest: under these words it is kept. */
export function rarestWords(groups: readonly (readonly string[])[]): readonly string[] {
  const shareOf = (group: readonly string[]): number =>
    group.reduce((sum, stem) => sum + expectedShare(stem), 0);
  return groups.toSorted((a, b) => shareOf(a) - shareOf(b))[0] ?? [];
}

/** Words of a claim under which denials of it may be kept. */
export function claimStems(content: string): readonly string[] {
  const { words, verbStems } = readClaim(content);
  return [...words.keys()].filter((stem) => !verbStems.has(stem)).slice(0, MOST_WORDS);
}
