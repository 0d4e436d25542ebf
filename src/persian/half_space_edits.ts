import type { FoldedText } from './folded_text.js';
import { NON_JOINING, spellSolid } from './half_spaces.js';
import type { JoinedToken } from './joined_tokens.js';
import type { PrintedToken } from './printed_tokens.js';

/** A raw range to be replaced by a half-space or by nothing; an empty range is an insertion. */
export interface HalfSpaceEdit {
  readonly start: number;
  readonly end: number;
  readonly halfSpace: boolean;
}

const ZWNJ = '\u200c';

/** The half-spaces to add to a text, in order. A word in which the writer set one is left as it is. */
export function findHalfSpaceEdits(folded: FoldedText, tokens: readonly JoinedToken[]): HalfSpaceEdit[] {
  const edits: HalfSpaceEdit[] = [];
  for (const token of tokens) {
    if (token.printed.length < 4) continue;
    if (token.joinedBy === 'compound')
      for (const part of token.parts) editWord(folded, [part], part.key, edits);
    else editWord(folded, token.parts, token.printed, edits);
  }
  return edits;
}

function editWord(
  folded: FoldedText,
  parts: readonly PrintedToken[],
  printed: string,
  edits: HalfSpaceEdit[],
): void {
  if (parts.some((part) => hasHalfSpace(folded.raw, part))) {
    for (let index = 1; index < parts.length; index += 1) edits.push(closeGap(parts, index));
    return;
  }
  if (parts.length === 1 && printed.length < 4) return;
  const breaks = breaksOf(spellSolid(printed), printed);
  let passed = 0;
  for (const [index, part] of parts.entries()) {
    if (index > 0) edits.push({ ...gapBefore(parts, index), halfSpace: breaks.includes(passed) });
    for (const at of breaks) {
      if (at > passed && at < passed + part.key.length)
        edits.push(insertion(folded, part.foldedAt + at - passed));
    }
    passed += part.key.length;
  }
}

/** Indices of the solid letters before which the spelling has a half-space that shows, in order. */
function breaksOf(spelling: string, solid: string): number[] {
  const breaks: number[] = [];
  if (!spelling.includes(ZWNJ)) return breaks;
  let letters = 0;
  for (const letter of spelling) {
    if (letter !== ZWNJ) letters += 1;
    else if (!NON_JOINING.test(solid.charAt(letters - 1))) breaks.push(letters);
  }
  return letters === solid.length ? breaks : [];
}

function insertion(folded: FoldedText, foldedAt: number): HalfSpaceEdit {
  // Marks behind the letter before (a hamza above) belong to it, so the insertion follows them.
  const at = folded.from[foldedAt] as number;
  return { start: at, end: at, halfSpace: true };
}

function closeGap(parts: readonly PrintedToken[], index: number): HalfSpaceEdit {
  const before = (parts[index - 1] as PrintedToken).key;
  return { ...gapBefore(parts, index), halfSpace: !NON_JOINING.test(before) };
}

function gapBefore(parts: readonly PrintedToken[], index: number): { start: number; end: number } {
  return { start: (parts[index - 1] as PrintedToken).end, end: (parts[index] as PrintedToken).start };
}

function hasHalfSpace(raw: string, part: PrintedToken): boolean {
  const at = raw.indexOf(ZWNJ, part.start);
  return at >= 0 && at < part.end;
}
