import { showsHalfSpace } from './display_letters.js';
import type { FoldedText } from './folded_text.js';
import { NON_JOINING, spellSolid } from './half_spaces.js';
import type { JoinedToken } from './joined_tokens.js';
import type { PrintedToken } from './printed_tokens.js';
import { showsJoin } from './shown_joins.js';
import type { WordFacts } from './word_facts.js';

/** A raw range to be replaced by a half-space or by nothing; an empty range is an insertion. */
export interface HalfSpaceEdit {
  readonly start: number;
  readonly end: number;
  readonly halfSpace: boolean;
}

const ZWNJ = '\u200c';
const ZWNJ_UNIT = 0x200c;

/** The half-spaces to add to a text, in order. A word in which the writer set one is left as it is. */
export function findHalfSpaceEdits(folded: FoldedText, tokens: readonly JoinedToken[]): HalfSpaceEdit[] {
  const edits: HalfSpaceEdit[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as JoinedToken;
    const { parts } = token;
    if (parts === undefined) insertBreaks(folded, token, edits);
    else if (token.joinedBy === 'affix' && showsJoins(parts, tokens[index + 1]?.facts.printed === 'و'))
      closeGaps(folded, parts, breaksOfFacts(token.facts), edits);
    else for (const part of parts) insertBreaks(folded, part, edits);
  }
  return edits;
}

/** All gaps or none: a word half closed would have another key. */
function showsJoins(parts: readonly PrintedToken[], beforeAnd: boolean): boolean {
  return parts.every((_, index) => index === 0 || showsJoin(parts, index, beforeAnd));
}

function insertBreaks(
  folded: FoldedText,
  word: Omit<PrintedToken, 'afterSpace'>,
  edits: HalfSpaceEdit[],
): void {
  const breaks = word.facts.breaks ?? breaksOfFacts(word.facts);
  if (breaks.length === 0 || hasHalfSpace(folded.raw, word)) return;
  for (const at of breaks) insertAt(folded, word.foldedAt + at, edits);
}

function closeGaps(
  folded: FoldedText,
  parts: readonly PrintedToken[],
  breaks: readonly number[],
  edits: HalfSpaceEdit[],
): void {
  if (parts.some((part) => hasHalfSpace(folded.raw, part))) {
    for (let index = 1; index < parts.length; index += 1) edits.push(closeGap(parts, index));
    return;
  }
  let passed = 0;
  for (const [index, part] of parts.entries()) {
    const { length } = part.facts.printed;
    if (index > 0) edits.push({ ...gapBefore(parts, index), halfSpace: breaks.includes(passed) });
    for (const at of breaks) {
      if (at > passed && at < passed + length) insertAt(folded, part.foldedAt + at - passed, edits);
    }
    passed += length;
  }
}

/** Shorter words have no place for a half-space, longer runs are no words. */
const SHORTEST_WORD = 4;
const LONGEST_WORD = 40;
const NO_BREAKS: readonly number[] = [];

/** Indices of the letters of a solid word before which a half-space belongs and shows, in order. */
function breaksOfFacts(facts: WordFacts): readonly number[] {
  const { length } = facts.printed;
  facts.breaks ??= length < SHORTEST_WORD || length > LONGEST_WORD ? NO_BREAKS : findBreaks(facts.printed);
  return facts.breaks;
}

function findBreaks(solid: string): readonly number[] {
  const breaks: number[] = [];
  let letters = 0;
  for (const letter of spellSolid(solid)) {
    if (letter !== ZWNJ) letters += 1;
    else if (!NON_JOINING.test(solid.charAt(letters - 1))) breaks.push(letters);
  }
  return letters === solid.length && breaks.length > 0 ? breaks : NO_BREAKS;
}

function insertAt(folded: FoldedText, foldedAt: number, edits: HalfSpaceEdit[]): void {
  // Marks behind the letter before (a hamza above) belong to it, so the insertion follows them.
  const at = folded.from[foldedAt] as number;
  // A blessing in one sign (ﷻ) is several letters and has no place between them.
  if (folded.from[foldedAt - 1] !== at) edits.push({ start: at, end: at, halfSpace: true });
}

function closeGap(parts: readonly PrintedToken[], index: number): HalfSpaceEdit {
  const before = (parts[index - 1] as PrintedToken).facts.printed;
  return { ...gapBefore(parts, index), halfSpace: !NON_JOINING.test(before) };
}

function gapBefore(parts: readonly PrintedToken[], index: number): { start: number; end: number } {
  return { start: (parts[index - 1] as PrintedToken).end, end: (parts[index] as PrintedToken).start };
}

function hasHalfSpace(raw: string, word: { readonly start: number; readonly end: number }): boolean {
  for (let at = word.start; at < word.end; at += 1) {
    if (raw.charCodeAt(at) === ZWNJ_UNIT && showsHalfSpace(raw, at)) return true;
  }
  return false;
}
