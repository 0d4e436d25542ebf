import { LONGEST_KEY, remember } from './bounded_cache.js';
import { BROKEN_PLURALS } from './broken_plurals.js';
import { byLastLetter } from './by_last_letter.js';
import { findWord } from './words.js';

/** An ending that may be cut: its cost in powers of ten of frequency, and the letter it must follow. */
interface Ending {
  readonly letters: string;
  readonly cost: number;
  readonly after?: string;
  /** What stands in its place in the dictionary form: «گان» of «نمایندگان» is «ه» of «نماینده». */
  readonly replacement?: string;
}

/**
 * The stem of a solid key: «کتابهایشان» → کتاب, «نمایندگان» → نماینده, «افراد» → فرد. Of all analyses the one wins
 * whose stem is most frequent after the cost of its ending; a word that is more frequent than any stem inside it
 * stays whole, which keeps names (ایران، تهران، لبنان) uncut.
 */
export const stemOf: (key: string) => string = remember(computeStem);

function computeStem(key: string): string {
  const plural = BROKEN_PLURALS.get(key);
  if (plural !== undefined) return plural;
  if (key.length < 4 || key.length > LONGEST_KEY) return key;
  const stem = bestStem(key);
  if (stem === key) return key;
  const singular = BROKEN_PLURALS.get(stem);
  if (singular !== undefined) return singular;
  return /(?:ی|ها|تر|ترین)$/.test(stem) ? stemOf(stem) : stem;
}

/** A whole word wins over an analysis of equal weight. */
const WHOLE_WORD_BONUS = 0.3;
/** A listed word without a count still beats a guess at an unlisted stem. */
const UNCOUNTED_WORD = 0.3;
/** Plural and degree endings are hardly ever part of a word. */
const STRONG_BONUS = 1.5;
/** A stem that the word list lacks is believed only before a strong ending, and then barely. */
const UNKNOWN_STEM = 0.5;

function bestStem(key: string): string {
  const word = findWord(key);
  let best = key;
  let bestScore = word === undefined ? 0 : Math.max(word.weight, UNCOUNTED_WORD) + WHOLE_WORD_BONUS;
  for (const ending of endingsOf(key)) {
    if (!key.endsWith(ending.letters)) continue;
    const stem = key.slice(0, key.length - ending.letters.length) + (ending.replacement ?? '');
    const score = scoreOf(stem, ending);
    if (score > bestScore) {
      bestScore = score;
      best = stem;
    }
  }
  return best;
}

function scoreOf(stem: string, ending: Ending): number {
  const plural = ending.letters.startsWith('ها');
  const degree = ending.letters.startsWith('تر');
  if (stem.length < leastStem(ending, plural || degree)) return 0;
  if (ending.after !== undefined && !stem.endsWith(ending.after)) return 0;
  const word = findWord(stem);
  if (degree) return word?.adjective ? word.weight - ending.cost + STRONG_BONUS : 0;
  if (word !== undefined && word.weight > 0) return word.weight - ending.cost + (plural ? STRONG_BONUS : 0);
  return plural && stem.length >= 3 ? UNKNOWN_STEM : 0;
}

function leastStem(ending: Ending, strong: boolean): number {
  if (ending.replacement !== undefined) return 4;
  return strong ? 2 : 3;
}

/** Costs were set on Universal Dependencies lemmas; plurals and degrees are nearly free, one-letter clitics dear. */
const ENDINGS: readonly Ending[] = [
  { letters: 'هایشان', cost: 1 },
  { letters: 'هایمان', cost: 1 },
  { letters: 'هایتان', cost: 1 },
  { letters: 'هایش', cost: 1 },
  { letters: 'هایت', cost: 1.5 },
  { letters: 'هایم', cost: 1.5 },
  { letters: 'هایی', cost: 0.5 },
  { letters: 'های', cost: 0.2 },
  { letters: 'ها', cost: 0.2 },
  { letters: 'ترینها', cost: 1 },
  { letters: 'ترین', cost: 0.5 },
  { letters: 'تری', cost: 1 },
  { letters: 'تر', cost: 0.8 },
  { letters: 'ای', cost: 1, after: 'ه' },
  { letters: 'اش', cost: 1.5, after: 'ه' },
  { letters: 'ام', cost: 2.5, after: 'ه' },
  { letters: 'ات', cost: 3, after: 'ه' },
  { letters: 'اند', cost: 2, after: 'ه' },
  { letters: 'یی', cost: 1.2 },
  { letters: 'ی', cost: 1.2 },
  { letters: 'یان', cost: 2 },
  { letters: 'ان', cost: 2 },
  { letters: 'ات', cost: 2 },
  { letters: 'ین', cost: 3 },
  { letters: 'شان', cost: 2 },
  { letters: 'مان', cost: 2.5 },
  { letters: 'تان', cost: 2.5 },
  { letters: 'اش', cost: 2.5 },
  { letters: 'م', cost: 3.5 },
  { letters: 'ت', cost: 4 },
  { letters: 'ش', cost: 2.5 },
  { letters: 'گان', cost: 1.5, replacement: 'ه' },
  { letters: 'گی', cost: 3.5, replacement: 'ه' },
  { letters: 'جات', cost: 2, replacement: 'ه' },
  { letters: 'ات', cost: 2.5, replacement: 'ه' },
  { letters: 'یات', cost: 2.5, replacement: 'یه' },
];
const endingsOf = byLastLetter(ENDINGS, ({ letters }) => letters);
