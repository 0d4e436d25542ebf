import { type Span, span } from '../model/span.js';
import { foldText, lettersOf } from '../persian/folded_text.js';

/**
 * A line as the rules of the chain see it: letters folded, half-spaces and marks gone, spaces and punctuation
 * kept, so that «گفت‌وگو» and «گفتوگو» are one string and the same text without half-spaces gives the same chain.
 */
export interface FoldedBlock {
  /** The line as printed. */
  readonly raw: string;
  readonly letters: string;
  /** The range of the whole text that a range of `letters` was made from. */
  spanOf(start: number, end: number): Span;
  /** Offset in `raw` of a letter. */
  rawAt(at: number): number;
  /** First letter at or behind an offset in `raw`. */
  letterAt(rawAt: number): number;
}

/** Folds the range of a text. */
export function foldBlock(text: string, range: Span): FoldedBlock {
  const raw = text.slice(range.start, range.end);
  const folded = foldText(raw);
  const letters = lettersOf(folded);
  const rawAt = (at: number) => (at < folded.length ? (folded.from[at] ?? raw.length) : raw.length);
  return {
    raw,
    letters,
    rawAt,
    spanOf: (start, end) =>
      span(range.start + rawAt(start), range.start + (end <= start ? rawAt(start) : rawAt(end - 1) + 1)),
    letterAt: (offset) => {
      let at = 0;
      while (at < folded.length && (folded.from[at] ?? 0) < offset) at += 1;
      return at;
    },
  };
}
