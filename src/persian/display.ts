import {
  countExtraUnits,
  type DisplayReader,
  isWordSpace,
  mayGrow,
  plainUnit,
  readDisplay,
} from './display_letters.js';
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

/** The display of a text that is already folded and joined; the way back is worked out when somebody asks for it. */
export function renderDisplay(folded: FoldedText, tokens: readonly JoinedToken[]): Display {
  if (!mayGrow(folded.raw)) {
    const edits = findHalfSpaceEdits(folded, tokens);
    return displayWith(render(folded.raw, edits, 0), () => mapOf(folded.raw, edits));
  }
  // A half-space may belong inside a ligature, so ligatures are spelled out before half-spaces are set.
  const letters = render(folded.raw, [], countExtraUnits(folded.raw));
  const spelled = foldText(letters);
  const edits = findHalfSpaceEdits(spelled, joinTokens(findPrintedTokens(spelled)));
  return displayWith(render(letters, edits, countExtraUnits(letters)), () =>
    composeMaps(mapOf(folded.raw, []), mapOf(letters, edits)),
  );
}

function displayWith(text: string, makeMap: () => OffsetMap): Display {
  let made: OffsetMap | undefined;
  return {
    text,
    get map() {
      made ??= makeMap();
      return made;
    },
  };
}

/** The display letters of a raw text with its half-spaces. */
function render(raw: string, edits: readonly HalfSpaceEdit[], extraUnits: number): string {
  const reader = readDisplay(raw);
  const units = roomFor(raw.length + edits.length + extraUnits);
  let length = 0;
  let at = 0;
  for (const edit of edits) {
    length = copyUnits(units, { raw, reader, from: at, to: edit.start, length });
    if (edit.halfSpace) units[length++] = ZWNJ;
    at = Math.max(at, edit.end);
  }
  length = copyUnits(units, { raw, reader, from: at, to: raw.length, length });
  return decodeUnits(units, length);
}

/** Room for one text at a time; news articles fit, larger texts have room of their own. */
const ROOM = new Uint16Array(16_384);

function roomFor(length: number): Uint16Array {
  return length <= ROOM.length ? ROOM : new Uint16Array(length);
}

interface Range {
  readonly raw: string;
  readonly reader: DisplayReader;
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Writes the display of one raw range behind what `units` holds; returns the new length. */
function copyUnits(units: Uint16Array, range: Range): number {
  const { raw, reader, to } = range;
  let { length } = range;
  for (let at = range.from; at < to; at += 1) {
    const unit = raw.charCodeAt(at);
    const plain = plainUnit(unit);
    if (plain !== 0 || isWordSpace(raw, at, unit)) {
      units[length++] = plain || unit;
      continue;
    }
    const text = reader.at(at);
    for (let index = 0; index < text.length; index += 1) units[length++] = text.charCodeAt(index);
  }
  return length;
}

/** From which raw units each display unit was made: the same walk as `render`, of places instead of letters. */
function mapOf(raw: string, edits: readonly HalfSpaceEdit[]): OffsetMap {
  const reader = readDisplay(raw);
  const capacity = raw.length + edits.length + countExtraUnits(raw);
  const starts = new Int32Array(capacity);
  const ends = new Int32Array(capacity);
  let length = 0;
  let at = 0;
  const copyTo = (to: number): void => {
    for (; at < to; at += 1) {
      const unit = raw.charCodeAt(at);
      const count = plainUnit(unit) !== 0 || isWordSpace(raw, at, unit) ? 1 : reader.at(at).length;
      starts.fill(at, length, length + count);
      ends.fill(at + 1, length, length + count);
      length += count;
    }
  };
  for (const edit of edits) {
    copyTo(edit.start);
    if (edit.halfSpace) {
      starts[length] = edit.start;
      ends[length++] = edit.end;
    }
    at = Math.max(at, edit.end);
  }
  copyTo(raw.length);
  return { starts: starts.subarray(0, length), ends: ends.subarray(0, length), rawLength: raw.length };
}
