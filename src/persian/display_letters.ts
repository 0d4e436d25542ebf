import { DIGIT, DROPPED, digitValue, EXPANDED, isLineBreak, kindOf, LETTER, SPACE } from './code_units.js';
import { DISPLAY_FOLDS } from './letter_folds.js';

/** Display unit of every raw unit that always looks the same; 0 for those that depend on their place. */
const PLAIN = new Uint16Array(65_536);
const SEEN = new Uint8Array(65_536);
const FOLDS = new Map(DISPLAY_FOLDS.map(([from, to]) => [from, to]));

const TATWEEL = 0x640;
const ZWNJ = 0x200c;
const ZWJ = 0x200d;
const HEH_WITH_HAMZA = 0x6c0;
const HEH_AND_HAMZA = '\u0647\u0654';
const QUOTE = 0x22;
const OPEN_QUOTES = new Set([0x201c, 0x201e]);
const CLOSE_QUOTE = 0x201d;

/** The display unit of a raw unit that looks the same everywhere; 0 when `DisplayReader` must look around. */
export function plainUnit(unit: number): number {
  const known = PLAIN[unit] as number;
  if (known !== 0 || SEEN[unit] === 1) return known;
  SEEN[unit] = 1;
  PLAIN[unit] = computePlain(unit);
  return PLAIN[unit] as number;
}

function computePlain(unit: number): number {
  const kind = kindOf(unit);
  if (unit === QUOTE || unit === HEH_WITH_HAMZA || kind === SPACE || kind === EXPANDED) return 0;
  if (kind === LETTER) return FOLDS.get(unit) ?? unit;
  if (kind === DIGIT) return unit < 0x80 ? 0 : 0x6f0 + digitValue(unit);
  if (kind === DROPPED) return isVisibleMark(unit) ? unit : 0;
  if (OPEN_QUOTES.has(unit)) return 0xab;
  return unit === CLOSE_QUOTE ? 0xbb : unit;
}

/** Diacritics, the lone hamza and the shaping ZWJ («ه‍.ش») stay for people though keys drop them. */
function isVisibleMark(unit: number): boolean {
  if (unit === TATWEEL || unit === ZWNJ) return false;
  return unit === ZWJ || /[\p{M}\u0621\u0674]/u.test(String.fromCharCode(unit));
}

/** Reads the units that depend on their place; offsets must not fall from call to call. */
export interface DisplayReader {
  /** What people see for the unit at an offset: nothing, or some letters. */
  at(offset: number): string;
}

/** Whether a unit is the blank before a word or number, as nearly all are: it stays what it is. */
export function isWordSpace(raw: string, at: number, unit: number): boolean {
  if (unit !== 0x20 || at + 1 >= raw.length) return false;
  const next = kindOf(raw.charCodeAt(at + 1));
  return next !== SPACE && next !== DROPPED;
}

/** A reader for one raw text. Lines and chunks are judged once each, so that it stays linear. */
export function readDisplay(raw: string): DisplayReader {
  const digits = readDigits(raw);
  const quotes = readQuotes(raw);
  return {
    at(offset) {
      const unit = raw.charCodeAt(offset);
      if (unit === QUOTE) return quotes(offset);
      if (unit === HEH_WITH_HAMZA) return HEH_AND_HAMZA;
      if (unit === ZWNJ) return showsHalfSpace(raw, offset) ? '\u200c' : '';
      const kind = kindOf(unit);
      if (kind === DIGIT) return digits(offset, unit);
      if (kind === SPACE) return spaceAt(raw, offset, unit);
      return kind === EXPANDED ? expand(unit) : '';
    },
  };
}

/** Units by which the display of a text may be longer than the text, half-spaces apart. */
export function countExtraUnits(raw: string): number {
  if (!mayGrow(raw)) return 0;
  let extra = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const unit = raw.charCodeAt(at);
    if (unit === HEH_WITH_HAMZA) extra += 1;
    else if (unit >= 0xfb00 && kindOf(unit) === EXPANDED) extra += expand(unit).length - 1;
  }
  return extra;
}

/** Whether the text holds a sign that becomes several letters. */
export function mayGrow(raw: string): boolean {
  return GROWING.test(raw);
}

const GROWING = /[\u06c0\ufb00-\ufefc]/;

/** European digits become Persian unless Latin letters stand in the same chunk: «F-35», addresses. */
function readDigits(raw: string): (offset: number, unit: number) => string {
  let chunkEnd = 0;
  let isLatin = false;
  return (offset, unit) => {
    if (offset >= chunkEnd) {
      const start = chunkBorder(raw, offset, -1);
      chunkEnd = chunkBorder(raw, offset, 1);
      isLatin = /[A-Za-z]/.test(raw.slice(start, chunkEnd));
    }
    return isLatin ? String.fromCharCode(unit) : String.fromCharCode(0x6f0 + digitValue(unit));
  };
}

/** The blank around a chunk. Backwards it ends at the last digit's chunk or here: callers only move on. */
function chunkBorder(raw: string, offset: number, step: 1 | -1): number {
  let at = offset;
  let left = step === 1 ? raw.length : LONGEST_PREFIX;
  while (left > 0 && at + (step - 1) / 2 >= 0 && at < raw.length) {
    if (kindOf(raw.charCodeAt(at + (step - 1) / 2)) === SPACE) break;
    at += step;
    left -= 1;
  }
  return at;
}

/** No address is longer before its first digit; keeps hostile text linear. */
const LONGEST_PREFIX = 100;

/** Letters of the Arabic script in any form; digits and marks alone make no Persian line, as they come by display. */
const PERSIAN_LETTER = /[\u0620-\u064a\u066e-\u06d3\u06ee\u06ef\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]/;

/** Straight quotes of a Persian line become «…» when they come in pairs. */
function readQuotes(raw: string): (offset: number) => string {
  let lineEnd = 0;
  let arePaired = false;
  let isOpen = false;
  return (offset) => {
    if (offset >= lineEnd) {
      lineEnd = endOfLine(raw, offset);
      const line = raw.slice(offset, lineEnd);
      arePaired = line.split('"').length % 2 === 1 && PERSIAN_LETTER.test(line);
      isOpen = false;
    }
    if (!arePaired) return '"';
    isOpen = !isOpen;
    return isOpen ? '«' : '»';
  };
}

function endOfLine(raw: string, offset: number): number {
  let at = offset;
  while (at < raw.length && !isLineBreak(raw.charCodeAt(at))) at += 1;
  return at;
}

/** Runs of blanks are one space. */
function spaceAt(raw: string, offset: number, unit: number): string {
  if (unit === 0x0d) return raw.charCodeAt(offset + 1) === 0x0a ? '' : '\n';
  if (isLineBreak(unit)) return '\n';
  const next = raw.charCodeAt(nextVisible(raw, offset));
  return !Number.isNaN(next) && kindOf(next) === SPACE ? '' : ' ';
}

/** Whether the half-space at an offset is shown: of those between two letters the first, whatever invisible stands around it. */
export function showsHalfSpace(raw: string, offset: number): boolean {
  let before = offset - 1;
  while (isInvisible(raw.charCodeAt(before))) {
    if (raw.charCodeAt(before) === ZWNJ) return false;
    before -= 1;
  }
  return isWordUnit(raw.charCodeAt(before)) && isWordUnit(raw.charCodeAt(nextVisible(raw, offset)));
}

/** The next offset whose unit people see. */
function nextVisible(raw: string, offset: number): number {
  let next = offset + 1;
  while (isInvisible(raw.charCodeAt(next))) next += 1;
  return next;
}

function isInvisible(unit: number): boolean {
  return !Number.isNaN(unit) && kindOf(unit) === DROPPED && plainUnit(unit) === 0;
}

/** A letter, or a mark that people see on one. */
function isWordUnit(unit: number): boolean {
  if (Number.isNaN(unit)) return false;
  const kind = kindOf(unit);
  return kind === LETTER || kind === EXPANDED || (kind === DROPPED && plainUnit(unit) !== 0);
}

function expand(unit: number): string {
  const form = String.fromCharCode(unit).normalize('NFKC');
  // A whole blessing in one sign (ﷺ) stays that sign: spelled out it would be four words.
  if (form.includes(' ')) return String.fromCharCode(unit);
  let letters = '';
  for (let at = 0; at < form.length; at += 1)
    letters += String.fromCharCode(plainUnit(form.charCodeAt(at)) || 0x20);
  return letters;
}
