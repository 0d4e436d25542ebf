import { DIGIT, digitValue, EXPANDED, kindOf, LETTER, SEPARATOR, SPACE } from './code_units.js';
import { DISPLAY_FOLDS } from './letter_folds.js';

const FOLDS = new Map(DISPLAY_FOLDS.map(([from, to]) => [from, to]));
const TATWEEL = 0x640;
const ZWNJ = 0x200c;
const ZWJ = 0x200d;
const HEH_WITH_HAMZA = 0x6c0;
const HEH_AND_HAMZA = '\u0647\u0654';
const SPACE_UNIT = 0x20;
const QUOTE = 0x22;

/**
 * What people see of a raw unit: nothing, itself, or its usual form. `at` only grows from call to call, which
 * lets the quotes of a line and the digits of an address be judged once.
 */
export interface DisplayLetters {
  at(offset: number): string;
}

/** Reads the display letters of a raw text from left to right. */
export function readDisplayLetters(raw: string): DisplayLetters {
  let chunkEnd = 0;
  let chunkIsLatin = false;
  let lineEnd = 0;
  let quotesArePaired = false;
  let quoteIsOpen = false;

  function digitAt(offset: number, unit: number): string {
    if (offset >= chunkEnd) {
      chunkEnd = endOfChunk(raw, offset);
      chunkIsLatin = /[A-Za-z]/.test(raw.slice(startOfChunk(raw, offset), chunkEnd));
    }
    const isAscii = unit < 0x80;
    return isAscii && chunkIsLatin
      ? String.fromCharCode(unit)
      : String.fromCharCode(0x6f0 + digitValue(unit));
  }

  function quoteAt(offset: number): string {
    if (offset >= lineEnd) {
      lineEnd = endOfLine(raw, offset);
      const line = raw.slice(offset, lineEnd);
      quotesArePaired = (line.match(/"/g)?.length ?? 0) % 2 === 0 && /[\u0600-\u06ff]/.test(line);
      quoteIsOpen = false;
    }
    if (!quotesArePaired) return '"';
    quoteIsOpen = !quoteIsOpen;
    return quoteIsOpen ? '«' : '»';
  }

  return {
    at(offset) {
      const unit = raw.charCodeAt(offset);
      if (unit === QUOTE) return quoteAt(offset);
      const kind = kindOf(unit);
      if (kind === LETTER) return letterOf(unit);
      if (kind === DIGIT) return digitAt(offset, unit);
      if (kind === SPACE) return spaceAt(raw, offset, unit);
      if (kind === SEPARATOR) return signOf(unit);
      return kind === EXPANDED ? expand(unit) : markAt(raw, offset, unit);
    },
  };
}

function letterOf(unit: number): string {
  if (unit === HEH_WITH_HAMZA) return HEH_AND_HAMZA;
  return String.fromCharCode(FOLDS.get(unit) ?? unit);
}

function signOf(unit: number): string {
  if (unit === 0x201c || unit === 0x201e) return '«';
  if (unit === 0x201d) return '»';
  return String.fromCharCode(unit);
}

/** Runs of blanks are one space; a line break eats the blanks before it. */
function spaceAt(raw: string, offset: number, unit: number): string {
  if (unit === 0x0d) return raw.charCodeAt(offset + 1) === 0x0a ? '' : '\n';
  if (unit === 0x0a || unit === 0x2028 || unit === 0x2029 || unit === 0x85) return '\n';
  const next = raw.charCodeAt(offset + 1);
  return offset + 1 < raw.length && kindOf(next) === SPACE ? '' : String.fromCharCode(SPACE_UNIT);
}

/** Of what keys drop, people keep diacritics, the hamza, ZWJ, and a half-space between two letters. */
function markAt(raw: string, offset: number, unit: number): string {
  if (unit === ZWNJ) return isBetweenLetters(raw, offset) ? '\u200c' : '';
  const isMark = /[\p{M}\u0621\u0674]/u.test(String.fromCharCode(unit));
  return (isMark && unit !== TATWEEL) || unit === ZWJ ? String.fromCharCode(unit) : '';
}

function isBetweenLetters(raw: string, offset: number): boolean {
  return isWordUnit(raw.charCodeAt(offset - 1)) && isWordUnit(raw.charCodeAt(offset + 1));
}

function isWordUnit(unit: number): boolean {
  if (Number.isNaN(unit)) return false;
  const kind = kindOf(unit);
  return kind === LETTER || kind === EXPANDED || unit === 0x621 || (unit >= 0x64b && unit <= 0x65f);
}

function expand(unit: number): string {
  const form = String.fromCharCode(unit).normalize('NFKC');
  return [...form].map((letter) => (letter === ' ' ? ' ' : letterOf(letter.charCodeAt(0)))).join('');
}

function endOfChunk(raw: string, offset: number): number {
  let end = offset;
  while (end < raw.length && kindOf(raw.charCodeAt(end)) !== SPACE) end += 1;
  return end;
}

/** An address is at most this long before its first digit; keeps hostile text linear. */
const LONGEST_PREFIX = 100;

function startOfChunk(raw: string, offset: number): number {
  let start = offset;
  while (start > 0 && offset - start < LONGEST_PREFIX && kindOf(raw.charCodeAt(start - 1)) !== SPACE)
    start -= 1;
  return start;
}

function endOfLine(raw: string, offset: number): number {
  const end = raw.indexOf('\n', offset);
  return end < 0 ? raw.length : end;
}
