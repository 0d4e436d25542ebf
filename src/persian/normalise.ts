import type { Span } from '../model/span.js';
import { renderDisplay } from './display.js';
import { foldText } from './folded_text.js';
import { joinTokens } from './joined_tokens.js';
import type { OffsetMap } from './offset_map.js';
import { findPrintedTokens } from './printed_tokens.js';
import { findSentences } from './sentences.js';
import { stemOf } from './stem.js';

export interface NormalisedToken extends Span {
  readonly key: string;
  readonly stem: string;
}

/** All that the language layer says of one text; every offset is a UTF-16 unit of the raw text. */
export interface NormalisedText {
  readonly display: string;
  /** Ties `display` to the raw text. */
  readonly map: OffsetMap;
  /** The tokens' keys joined by one space. */
  readonly key: string;
  readonly tokens: readonly NormalisedToken[];
  readonly sentences: readonly Span[];
}

/** Raw, display and key layer of a text in one pass each. */
export function normalise(text: string): NormalisedText {
  const folded = foldText(text);
  const joined = joinTokens(findPrintedTokens(folded));
  const shown = renderDisplay(folded, joined);
  const tokens: NormalisedToken[] = [];
  const keys: string[] = [];
  for (const { start, end, facts } of joined) {
    const { key } = facts;
    facts.stem ??= stemOf(key);
    tokens.push({ start, end, key, stem: facts.stem });
    keys.push(key);
  }
  return {
    display: shown.text,
    get map() {
      return shown.map;
    },
    key: keys.join(' '),
    tokens,
    sentences: findSentences(text),
  };
}
