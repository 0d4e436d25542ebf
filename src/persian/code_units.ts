import { LETTER_FOLDS } from './letter_folds.js';

/** What a UTF-16 unit is to the tokeniser. */
export const SEPARATOR = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Leaves no trace in keys: ZWNJ, bidi marks, diacritics, tatweel, the lone hamza. */
export const DROPPED = 3;
export const SPACE = 4;
/** A presentation form: stands for the letters of its compatibility decomposition. */
export const EXPANDED = 5;
const UNKNOWN = 255;

/** Kind and fold of every UTF-16 unit, filled on first sight: a table costs 3 ns a letter, a pattern 50. */
const KINDS = new Uint8Array(65_536).fill(UNKNOWN);
const FOLDS = new Uint16Array(65_536);

const ARABIC_FOLDS = new Map(LETTER_FOLDS.map(([from, to]) => [from, to]));

/** Ranges of units that keys forget, both ends included. */
const DROPPED_RANGES: readonly (readonly [number, number, string])[] = [
  [0x0000, 0x0000, 'NUL, which no database keeps'],
  [0x00ad, 0x00ad, 'soft hyphen'],
  [0x0300, 0x036f, 'combining marks of Latin and Greek'],
  [0x0610, 0x061a, 'Arabic honorific signs'],
  [0x061c, 0x061c, 'Arabic letter mark'],
  [0x0621, 0x0621, 'lone hamza: «جزء» = «جز», «خانه ء» = «خانه»'],
  [0x0640, 0x0640, 'tatweel'],
  [0x064b, 0x065f, 'Arabic diacritics'],
  [0x0670, 0x0670, 'superscript alef'],
  [0x0674, 0x0674, 'high hamza'],
  [0x06d6, 0x06dc, 'Quranic marks'],
  [0x06df, 0x06e8, 'Quranic marks'],
  [0x06ea, 0x06ed, 'Quranic marks'],
  [0x180e, 0x180e, 'Mongolian vowel separator'],
  [0x200b, 0x200f, 'zero width space, ZWNJ, ZWJ, LRM, RLM'],
  [0x202a, 0x202e, 'bidi embeddings'],
  [0x2060, 0x206f, 'word joiner, bidi isolates'],
  [0xfe00, 0xfe0f, 'variation selectors'],
  [0xfe70, 0xfe7f, 'presentation forms of diacritics'],
  [0xfe80, 0xfe80, 'presentation form of the lone hamza'],
  [0xfeff, 0xfeff, 'byte order mark'],
];

/** The kind of one UTF-16 unit; see the constants above. */
export function kindOf(unit: number): number {
  // The index is a UTF-16 unit and the table has an entry for each.
  const kind = KINDS[unit] as number;
  return kind === UNKNOWN ? classify(unit) : kind;
}

/** Whether a line ends with this unit; of a carriage return and a line feed each does. */
export function isLineBreak(unit: number): boolean {
  return (unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

/** The unit that keys have in the place of this one; meaningful for letters and digits only. */
export function foldOf(unit: number): number {
  if (KINDS[unit] === UNKNOWN) classify(unit);
  return FOLDS[unit] as number;
}

/** The folded letters of a presentation form: ﷲ → الله, ﷼ → ریال. */
export function expandForm(unit: number): string {
  return expansionOf(unit);
}

function classify(unit: number): number {
  const char = String.fromCharCode(unit);
  const kind = kindOfChar(unit, char);
  KINDS[unit] = kind;
  FOLDS[unit] = kind === DIGIT ? 0x30 + digitValue(unit) : foldLetter(unit, char);
  return kind;
}

function kindOfChar(unit: number, char: string): number {
  if (DROPPED_RANGES.some(([from, to]) => unit >= from && unit <= to)) return DROPPED;
  if (isPresentationForm(unit)) return expansionOf(unit) === '' ? SEPARATOR : EXPANDED;
  if (digitValue(unit) >= 0) return DIGIT;
  if (/\s/u.test(char)) return SPACE;
  return /[\p{L}\p{M}\p{N}]/u.test(char) ? LETTER : SEPARATOR;
}

function foldLetter(unit: number, char: string): number {
  const arabic = ARABIC_FOLDS.get(unit);
  if (arabic !== undefined) return arabic;
  const european = unit < 0x0590 || (unit >= 0x1e00 && unit < 0x2000);
  if (!european) return unit;
  const bare = char.normalize('NFD').charAt(0).toLowerCase();
  return bare.length === 1 ? bare.charCodeAt(0) : unit;
}

/** 0–9 for European, Arabic and Persian digits, -1 for anything else. */
export function digitValue(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  if (unit >= 0x6f0 && unit <= 0x6f9) return unit - 0x6f0;
  if (unit >= 0x660 && unit <= 0x669) return unit - 0x660;
  return -1;
}

function isPresentationForm(unit: number): boolean {
  return (
    (unit >= 0xfb00 && unit <= 0xfb06) ||
    (unit >= 0xfb50 && unit <= 0xfdff) ||
    (unit >= 0xfe70 && unit <= 0xfefc)
  );
}

function expansionOf(unit: number): string {
  const form = String.fromCharCode(unit).normalize('NFKC');
  let letters = '';
  for (let at = 0; at < form.length; at += 1) {
    const inner = form.charCodeAt(at);
    if (!isPresentationForm(inner) && kindOf(inner) === LETTER) letters += String.fromCharCode(foldOf(inner));
  }
  return letters;
}
