import { countExtraUnits, type DisplayReader, mayGrow, plainUnit, readDisplay } from './display_letters.js';
import { decodeUnits, type FoldedText, foldText } from './folded_text.js';
import { findHalfSpaceEdits, type HalfSpaceEdit } from './half_space_edits.js';
import { type JoinedToken, joinTokens } from './joined_tokens.js';
import { composeMaps, type OffsetMap } from './offset_map.js';
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

const ZWNJ = 0x200c;

/** The display of a text that is already folded and joined. */
export function renderDisplay(folded: FoldedText, tokens: readonly JoinedToken[]): Display {
  if (!mayGrow(folded.raw)) return render(folded.raw, findHalfSpaceEdits(folded, tokens));
  // A half-space may belong inside a ligature, so ligatures are spelled out before half-spaces are set.
  const letters = render(folded.raw, []);
  const spelled = foldText(letters.text);
  const shown = render(letters.text, findHalfSpaceEdits(spelled, joinTokens(findPrintedTokens(spelled))));
  return { text: shown.text, map: composeMaps(letters.map, shown.map) };
}

function render(raw: string, edits: readonly HalfSpaceEdit[]): Display {
  const reader = readDisplay(raw);
  const capacity = raw.length + edits.length + countExtraUnits(raw);
  const page = {
    units: new Uint16Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
  };
  let length = 0;
  let at = 0;
  for (const edit of edits) {
    length = copyUnits(page, { raw, reader, from: at, to: edit.start, length });
    if (edit.halfSpace) {
      page.units[length] = ZWNJ;
      page.starts[length] = edit.start;
      page.ends[length++] = edit.end;
    }
    at = Math.max(at, edit.end);
  }
  length = copyUnits(page, { raw, reader, from: at, to: raw.length, length });
  const map = {
    starts: page.starts.subarray(0, length),
    ends: page.ends.subarray(0, length),
    rawLength: raw.length,
  };
  return { text: decodeUnits(page.units.subarray(0, length), length), map };
}

interface Page {
  readonly units: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Writes the display of one raw range behind what the page holds; returns the new length of the page. */
function copyUnits(
  { units, starts, ends }: Page,
  range: { raw: string; reader: DisplayReader; from: number; to: number; length: number },
): number {
  const { raw, reader, to } = range;
  let { length } = range;
  for (let at = range.from; at < to; at += 1) {
    const plain = plainUnit(raw.charCodeAt(at));
    const text = plain === 0 ? reader.at(at) : '';
    const count = plain === 0 ? text.length : 1;
    for (let index = 0; index < count; index += 1) {
      units[length] = plain === 0 ? text.charCodeAt(index) : plain;
      starts[length] = at;
      ends[length++] = at + 1;
    }
  }
  return length;
}
