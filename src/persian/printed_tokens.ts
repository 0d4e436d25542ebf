import { DIGIT, isLineBreak, LETTER, SEPARATOR, SPACE } from './code_units.js';
import { type FoldedText, lettersOf } from './folded_text.js';
import { factsAt, factsOf, type WordFacts } from './word_facts.js';

/** One printed word or number before affixes and compounds are joined. */
export interface PrintedToken {
  /** Half-open UTF-16 range in the raw text. */
  readonly start: number;
  readonly end: number;
  readonly facts: WordFacts;
  /** Index of its first letter in the folded text. */
  readonly foldedAt: number;
  /** Nothing but spaces of the same line stands between this token and the one before. */
  readonly afterSpace: boolean;
}

/**
 * Cuts a folded text into words and numbers. Kept whole: `F-35`, `AT&T`, `example.ir`, «۲۱:۱۴», «1401/08/23»,
 * «۱۲٬۵۰۰٫۵» (key `12500.5`), «۱۲.۵٪» (key `12.5%`). Cut apart: digits and Persian letters («۱۰هزار»).
 */
export function findPrintedTokens(text: FoldedText): PrintedToken[] {
  const tokens: PrintedToken[] = [];
  let afterSpace = false;
  for (let at = 0; at < text.length; ) {
    const kind = text.kinds[at] as number;
    if (kind === SEPARATOR || kind === SPACE) {
      if (kind === SEPARATOR || isLineBreak(text.units[at] as number)) afterSpace = false;
      at += 1;
      continue;
    }
    const end = endOfPersianWord(text, at) || endOfToken(text, at);
    tokens.push(makeToken(text, at, end, afterSpace));
    afterSpace = true;
    at = end;
  }
  return tokens;
}

// Four parameters: an object per word would cost a tenth of the speed.
function makeToken(text: FoldedText, at: number, end: number, afterSpace: boolean): PrintedToken {
  const facts = hasSigns(text, at, end)
    ? factsOf(spellKey(lettersOf(text, at, end)))
    : factsAt(text.units, at, end);
  return {
    start: text.from[at] as number,
    end: (text.from[end - 1] as number) + 1,
    facts,
    foldedAt: at,
    afterSpace,
  };
}

/** Whether a token is more than letters and digits; only then does its key differ from its letters. */
function hasSigns({ units, kinds }: FoldedText, at: number, end: number): boolean {
  if (kinds[at] === LETTER && (units[at] as number) >= FIRST_ARABIC) return false;
  for (let inner = at; inner < end; inner += 1) if (kinds[inner] === SEPARATOR) return true;
  return false;
}

const FIRST_ARABIC = 0x600;
const LAST_ARABIC = 0x8ff;
const PERCENT = 0x25;
const PERSIAN_PERCENT = 0x66a;
const DECIMAL = 0x66b;
/** Signs that group thousands: , ٬ ، and that join only before exactly three digits. */
const GROUPING = new Set([0x2c, 0x66c, 0x60c]);
/** Signs that stay inside a number: . / : ٫ - and the two hyphens. */
const IN_NUMBERS = new Set([0x2e, 0x2f, 0x3a, DECIMAL, 0x2d, 0x2010, 0x2011]);
/** Signs that stay inside a Latin word or address: - . ' ’ _ & @ / : and the two hyphens. */
const IN_LATIN = new Set([0x2d, 0x2e, 0x27, 0x2019, 0x5f, 0x26, 0x40, 0x2f, 0x3a, 0x2010, 0x2011]);

/** The end of a run of letters of the Arabic script alone, which nearly all words are; 0 for anything else. */
function endOfPersianWord({ units, kinds, length }: FoldedText, start: number): number {
  let at = start;
  while (at < length && kinds[at] === LETTER) {
    const unit = units[at] as number;
    if (unit < FIRST_ARABIC || unit > LAST_ARABIC) return 0;
    at += 1;
  }
  return at > start ? at : 0;
}

function endOfToken(text: FoldedText, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const kind = text.kinds[at] as number;
    if (kind === LETTER || kind === DIGIT) {
      if (isScriptChange(text, at)) break;
    } else if (kind === SPACE || !isInnerSign(text, at, start)) break;
    at += 1;
  }
  const unit = text.units[at];
  const isPercent = at < text.length && (unit === PERCENT || unit === PERSIAN_PERCENT);
  return isPercent && text.kinds[at - 1] === DIGIT ? at + 1 : at;
}

/** A Persian letter beside a digit: «رویداد۲۴» and «رویداد ۲۴» are the same two tokens. */
function isScriptChange(text: FoldedText, at: number): boolean {
  if (text.kinds[at] === text.kinds[at - 1] || text.kinds[at - 1] === SEPARATOR) return false;
  return isArabicScript(text.units[text.kinds[at] === LETTER ? at : at - 1] as number);
}

function isInnerSign(text: FoldedText, at: number, start: number): boolean {
  const before = text.kinds[at - 1];
  const after = at + 1 < text.length ? text.kinds[at + 1] : SEPARATOR;
  const unit = text.units[at] as number;
  if (before === DIGIT && after === DIGIT) {
    return GROUPING.has(unit) ? groupsThousands(text, at, start) : IN_NUMBERS.has(unit) || IN_LATIN.has(unit);
  }
  return isLatinSide(text, at - 1) && isLatinSide(text, at + 1) && IN_LATIN.has(unit);
}

/** «۱۲,۵۰۰»: one to three digits before the sign and exactly three behind it. */
function groupsThousands(text: FoldedText, at: number, start: number): boolean {
  let before = 0;
  while (at - 1 - before >= start && text.kinds[at - 1 - before] === DIGIT && before < 4) before += 1;
  let after = 0;
  while (after < 4 && text.kinds[at + 1 + after] === DIGIT && at + 1 + after < text.length) after += 1;
  return before <= 3 && after === 3;
}

function isLatinSide(text: FoldedText, at: number): boolean {
  if (at >= text.length) return false;
  const kind = text.kinds[at];
  if (kind === DIGIT) return true;
  return kind === LETTER && !isArabicScript(text.units[at] as number);
}

function isArabicScript(unit: number): boolean {
  return unit >= FIRST_ARABIC && unit <= LAST_ARABIC;
}

/** Numbers lose their grouping and get a dot for ٫; the typographic hyphens become `-`. */
function spellKey(printed: string): string {
  if (/^[\da-z\u0620-\u065f\u066e-\u06ff]*$/.test(printed)) return printed;
  return printed
    .replace(/(\d)[,٬،](?=\d{3}(?!\d))/g, '$1')
    .replaceAll('\u066b', '.')
    .replaceAll('\u066a', '%')
    .replace(/[\u2010\u2011]/g, '-')
    .replaceAll('\u2019', "'");
}
