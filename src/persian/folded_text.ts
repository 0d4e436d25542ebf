import { DROPPED, EXPANDED, expandForm, foldOf, kindOf, LETTER } from './code_units.js';

/**
 * A text folded for keys, with the way back: unit `i` of `units` was made from raw unit `from[i]`.
 * Dropped units (ZWNJ, diacritics, tatweel …) are gone, so nothing after this step can depend on them.
 */
export interface FoldedText {
  readonly raw: string;
  readonly units: Uint16Array;
  readonly kinds: Uint8Array;
  readonly from: Int32Array;
  readonly length: number;
}

const ALEF = 0x627;
const ALEF_MADDA = 0x622;
const MADDA = 0x653;

/** Folds letters, digits and presentation forms and drops what keys forget; linear in the text. */
export function foldText(raw: string): FoldedText {
  const capacity = raw.length + countExpansion(raw);
  // One piece of memory for all three: asking for three costs more than filling them.
  const { memory, start } = takeMemory(capacity * (4 + 2 + 1));
  const from = new Int32Array(memory, start, capacity);
  const units = new Uint16Array(memory, start + capacity * 4, capacity);
  const kinds = new Uint8Array(memory, start + capacity * 6, capacity);
  let length = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const unit = raw.charCodeAt(at);
    const kind = kindOf(unit);
    if (kind === DROPPED) {
      if (unit === MADDA && length > 0 && units[length - 1] === ALEF) units[length - 1] = ALEF_MADDA;
    } else if (kind === EXPANDED) {
      const form = expandForm(unit);
      for (let inner = 0; inner < form.length; inner += 1) {
        units[length] = form.charCodeAt(inner);
        kinds[length] = LETTER;
        from[length++] = at;
      }
    } else {
      units[length] = foldOf(unit);
      kinds[length] = kind;
      from[length++] = at;
    }
  }
  return { raw, units, kinds, from, length };
}

/** Lines share pieces of memory of this size: asking for one costs more than folding a short line. */
const PIECE_BYTES = 32_768;
let piece = new ArrayBuffer(PIECE_BYTES);
let used = 0;

/** Memory that nobody has had before, at a place where an Int32Array may begin. */
function takeMemory(bytes: number): { readonly memory: ArrayBuffer; readonly start: number } {
  if (bytes > PIECE_BYTES / 4) return { memory: new ArrayBuffer(bytes), start: 0 };
  if (used + bytes > PIECE_BYTES) {
    piece = new ArrayBuffer(PIECE_BYTES);
    used = 0;
  }
  const start = used;
  used += Math.ceil(bytes / 4) * 4;
  return { memory: piece, start };
}

const PRESENTATION_FORM = /[\ufb00-\ufefc]/;

function countExpansion(raw: string): number {
  if (!PRESENTATION_FORM.test(raw)) return 0;
  let more = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const unit = raw.charCodeAt(at);
    if (unit >= 0xfb00 && kindOf(unit) === EXPANDED) more += expandForm(unit).length - 1;
  }
  return more;
}

/** The folded letters of a range as text. */
export function lettersOf(text: FoldedText, start = 0, end = text.length): string {
  return decodeUnits(text.units.subarray(start, end), end - start);
}

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
/** Below this many units the decoder's own cost is larger than the letters'. */
const SHORT_UNITS = 64;

/** Units to text; a lone surrogate becomes U+FFFD, which is one unit too. */
export function decodeUnits(units: Uint16Array, length: number): string {
  const taken = units.subarray(0, length);
  return length < SHORT_UNITS ? String.fromCharCode(...taken) : decoder.decode(taken);
}
