import { DIGIT, LETTER, SPACE } from './code_units.js';
import { type FoldedText, foldText, lettersOf } from './folded_text.js';

/** A word, a run of digits or one sign, with its place in the raw text. */
export interface DateItem {
  readonly kind: 'word' | 'number' | 'sign';
  /** Solid key of a word, digits of a number in ASCII, the sign itself. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands between this item and the one before: nothing, blanks, or a line break. */
  readonly gap: 'none' | 'space' | 'line';
}

/** Cuts a text into the items that date rules read. «14مهر92» is number, word, number. */
export function readDateItems(text: string): DateItem[] {
  const folded = foldText(text);
  const letters = lettersOf(folded);
  const items: DateItem[] = [];
  let gap: DateItem['gap'] = 'none';
  for (let at = 0; at < folded.length; ) {
    const kind = folded.kinds[at] as number;
    if (kind === SPACE) {
      gap = gap === 'line' || /[\n\r\u2028\u2029]/.test(letters.charAt(at)) ? 'line' : 'space';
      at += 1;
      continue;
    }
    const end = kind === LETTER || kind === DIGIT ? endOfRun(folded, at) : at + 1;
    items.push({
      kind: kind === LETTER ? 'word' : kind === DIGIT ? 'number' : 'sign',
      text: letters.slice(at, end),
      start: folded.from[at] as number,
      end: (folded.from[end - 1] as number) + 1,
      gap,
    });
    gap = 'none';
    at = end;
  }
  return items;
}

function endOfRun(folded: FoldedText, start: number): number {
  let end = start + 1;
  while (end < folded.length && folded.kinds[end] === folded.kinds[start]) end += 1;
  return end;
}
