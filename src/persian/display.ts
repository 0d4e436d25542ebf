import { readDisplayLetters } from './display_letters.js';
import { type FoldedText, foldText } from './folded_text.js';
import { findHalfSpaceEdits } from './half_space_edits.js';
import { type JoinedToken, joinTokens } from './joined_tokens.js';
import type { OffsetMap } from './offset_map.js';
import { findPrintedTokens } from './printed_tokens.js';

/** A text as people should see it, and the way back to the raw letters. */
export interface Display {
  readonly text: string;
  readonly map: OffsetMap;
}

/**
 * The display layer: letters of other keyboards, digits and quotes normalised, invisible rubbish dropped,
 * half-spaces restored where they are certain. Cosmetic: evidence and keys never depend on it.
 */
export function displayOf(text: string): Display {
  const folded = foldText(text);
  return renderDisplay(folded, joinTokens(findPrintedTokens(folded)));
}

/** The display text alone. */
export function displayText(text: string): string {
  return displayOf(text).text;
}

/** The display of a text that is already folded and joined. */
export function renderDisplay(folded: FoldedText, tokens: readonly JoinedToken[]): Display {
  const { raw } = folded;
  const letters = readDisplayLetters(raw);
  const edits = findHalfSpaceEdits(folded, tokens);
  const written: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const write = (text: string, start: number, end: number): void => {
    written.push(text);
    for (let index = 0; index < text.length; index += 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  let next = 0;
  for (let at = 0; at < raw.length; ) {
    const edit = edits[next];
    if (edit !== undefined && edit.start <= at) {
      if (edit.halfSpace) write('\u200c', edit.start, edit.end);
      at = Math.max(at, edit.end);
      next += 1;
      continue;
    }
    write(letters.at(at), at, at + 1);
    at += 1;
  }
  const map = { starts: Int32Array.from(starts), ends: Int32Array.from(ends), rawLength: raw.length };
  return { text: written.join(''), map };
}
