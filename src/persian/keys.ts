import type { Span } from '../model/span.js';
import { foldText } from './folded_text.js';
import { joinTokens } from './joined_tokens.js';
import { findPrintedTokens } from './printed_tokens.js';

/** A word of a text: where it stands in the raw text, and the solid form under which machines know it. */
export interface Token extends Span {
  readonly key: string;
}

/**
 * Words and numbers of a text with their keys, in order; punctuation is no token. Spellings of one word share
 * one key: «می شود», «می‌شود» and «میشود» are `میشود`, «كتاب هاي» and «کتاب‌های» are `کتابهای`.
 */
export function tokenise(text: string): Token[] {
  return joinTokens(findPrintedTokens(foldText(text))).map(({ start, end, facts }) => ({
    start,
    end,
    key: facts.key,
  }));
}

/** The key of a whole text: its tokens' keys, joined by one space. Stripping ZWNJ never changes it. */
export function keyOf(text: string): string {
  return joinTokens(findPrintedTokens(foldText(text)))
    .map((token) => token.facts.key)
    .join(' ');
}
