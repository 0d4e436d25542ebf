import { DROPPED, EXPANDED, expandForm, foldOf, kindOf, LETTER } from './code_units.js';

/**
 * A text folded for keys, with the way back: unit `i` of `letters` was made from raw unit `from[i]`.
 * Dropped units (ZWNJ, diacritics, tatweel …) are gone, so nothing after this step can depend on them.
 */
export interface FoldedText {
  readonly raw: string;
  readonly letters: string;
  readonly units: Uint16Array;
  readonly kinds: Uint8Array;
  readonly from: Int32Array;
  readonly length: number;
}

const ALEF = 0x627;
const ALEF_MADDA = 0x622;
const MADDA = 0x653;
/** `String.fromCharCode` takes its units as arguments; engines allow some 65,000 of them. */
const CHUNK_UNITS = 16_384;

/** Folds letters, digits and presentation forms and drops what keys forget; linear in the text. */
export function foldText(raw: string): FoldedText {
  const capacity = raw.length + countExpansion(raw);
  const units = new Uint16Array(capacity);
  const kinds = new Uint8Array(capacity);
  const from = new Int32Array(capacity);
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
  return { raw, letters: decode(units, length), units, kinds, from, length };
}

function countExpansion(raw: string): number {
  let more = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const unit = raw.charCodeAt(at);
    if (unit >= 0xfb00 && kindOf(unit) === EXPANDED) more += expandForm(unit).length - 1;
  }
  return more;
}

function decode(units: Uint16Array, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += CHUNK_UNITS) {
    text += String.fromCharCode(...units.subarray(at, Math.min(at + CHUNK_UNITS, length)));
  }
  return text;
}
