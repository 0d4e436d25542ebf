import { decodeUnits, foldText } from './folded_text.js';

/**
 * A line as the cue tables see it: folded letters and digits without spaces and punctuation, so that
 * «پر بازدید ها», «پربازدیدها» and «پر‌بازدیدها» are one string. Unit `i` of `letters` was made from raw
 * unit `from[i]`.
 */
export interface SqueezedText {
  readonly raw: string;
  readonly letters: string;
  readonly from: readonly number[];
}

/** Letters and digits of a text, with the way back to the raw text. */
export function squeeze(raw: string): SqueezedText {
  const folded = foldText(raw);
  const kept = new Uint16Array(folded.length);
  const from: number[] = [];
  for (let at = 0; at < folded.length; at += 1) {
    const unit = folded.units[at] ?? 0;
    if (!isLetterOrDigit(unit)) continue;
    kept[from.length] = unit;
    from.push(folded.from[at] ?? 0);
  }
  return { raw, letters: decodeUnits(kept, from.length), from };
}

/** The squeezed letters alone, for tables. */
export function squeezed(raw: string): string {
  return squeeze(raw).letters;
}

/**
 * The same text, unit for unit, with Persian letters where a publisher typed Arabic ones, so that patterns
 * can be written in Persian: «به گزارش خبرگزاري» reads as «به گزارش خبرگزاری».
 */
export function withPersianLetters(text: string): string {
  return text.replace(
    /[\u064a\u0649\u0643\u06c0\u0629\u06d2]/g,
    (letter) => PERSIAN_LETTERS[letter] ?? letter,
  );
}

const PERSIAN_LETTERS: Readonly<Record<string, string>> = {
  '\u064a': 'ی',
  '\u0649': 'ی',
  '\u0643': 'ک',
  '\u06c0': 'ه',
  '\u0629': 'ه',
  '\u06d2': 'ی',
};

/** Raw offset just behind the first `count` squeezed units. */
export function rawEndOf(text: SqueezedText, count: number): number {
  if (count <= 0) return 0;
  return (text.from[count - 1] ?? text.raw.length - 1) + 1;
}

/** Whether a word ends at a raw offset: no letter, digit or mark follows directly. */
export function isWordEnd(raw: string, offset: number): boolean {
  const next = raw[offset];
  return next === undefined || !/[\p{L}\p{N}\p{M}]/u.test(next);
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** What the pattern says of each unit, found out when a text first has it; 0 is yet unknown. */
const KEPT = new Uint8Array(0x10000);
const [NO, YES] = [1, 2];

function isLetterOrDigit(unit: number): boolean {
  if (KEPT[unit] === 0) KEPT[unit] = LETTER_OR_DIGIT.test(String.fromCharCode(unit)) ? YES : NO;
  return KEPT[unit] === YES;
}
