import { remember } from './bounded_cache.js';
import { foldText, lettersOf } from './folded_text.js';
import { NEWS_SPELLINGS } from './news_spellings.data.js';
import { WORDS } from './words.data.js';

/** What the word list knows about one solid form. */
export interface Word {
  /** Usual spelling, with \u200c where the half-space belongs. */
  readonly spelling: string;
  /** log10 of the word's count in the list it came from, 0 when the count is unknown. */
  readonly weight: number;
  readonly adjective: boolean;
}

/** Letters that fold to themselves: a spelling of these alone is its own solid form. */
const FINAL_LETTERS = /^[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی]*$/;

/** The solid form of a spelling: folded letters, no half-space. Keys of all tables here are solid forms. */
export function solidOf(spelling: string): string {
  return FINAL_LETTERS.test(spelling) ? spelling : lettersOf(foldText(spelling));
}

/** The entry of a solid form, where the list has one. */
export const findWord: (solid: string) => Word | undefined = remember((solid) => {
  lexicon ??= indexWords(WORDS);
  const lines = lexicon.get(solid);
  const word = lines?.split('\n').map(readLine).reduce(mergeSpellings);
  const spelling = word === undefined ? undefined : newsSpelling(solid);
  return word === undefined || spelling === undefined ? word : { ...word, spelling };
});

/** How news spells a solid form, where it was counted and is no matter of course. */
function newsSpelling(solid: string): string | undefined {
  spellings ??= new Map(
    NEWS_SPELLINGS.trim()
      .split('\n')
      .map((line) => [solidOf(line.replaceAll('_', '')), line.replaceAll('_', '\u200c')]),
  );
  return spellings.get(solid);
}

let spellings: ReadonlyMap<string, string> | undefined;

/** Whether the list knows this solid form. */
export function isWord(solid: string): boolean {
  lexicon ??= indexWords(WORDS);
  return lexicon.has(solid);
}

/** log10 of the word's count, 0 for words without one. */
export function wordWeight(solid: string): number {
  return findWord(solid)?.weight ?? 0;
}

/** Solid form → its lines. Made on first use: importing this module costs nothing to who reads no Persian. */
let lexicon: Map<string, string> | undefined;

function indexWords(list: string): Map<string, string> {
  const lines = new Map<string, string>();
  for (const line of list.split('\n')) {
    if (line === '') continue;
    const space = line.indexOf(' ');
    const spelling = space < 0 ? line : line.slice(0, space);
    const solid = solidOf(spelling.replaceAll('_', ''));
    const other = lines.get(solid);
    lines.set(solid, other === undefined ? line : `${other}\n${line}`);
  }
  return lines;
}

function readLine(line: string): Word {
  const [spelling = '', facts = ''] = line.split(' ');
  return {
    spelling: spelling.replaceAll('_', '\u200c'),
    weight: Number.parseInt(facts, 10) / 10 || 0,
    adjective: facts.endsWith('a'),
  };
}

/**
 * Two spellings of one solid form: what print also writes solid is not certain to want a half-space («همزمان»,
 * «خوشحال»). It wins where the solid spelling was never counted and its own is common, and after the prefix بی.
 */
function mergeSpellings(a: Word, b: Word): Word {
  const [solid, spaced] = a.spelling.length <= b.spelling.length ? [a, b] : [b, a];
  const isCertain =
    solid.weight === 0 && spaced.weight >= COMMON_SPELLING && !/[^ی]\u200cگری?$/.test(spaced.spelling);
  return {
    spelling: isCertain || spaced.spelling.startsWith('بی\u200c') ? spaced.spelling : solid.spelling,
    weight: Math.max(a.weight, b.weight),
    adjective: a.adjective || b.adjective,
  };
}

/** log10 of a count from which on a spelling is common; set on Universal Dependencies. */
const COMMON_SPELLING = 3.5;
