import type { Span } from '../model/span.js';
import { ABBREVIATIONS } from './abbreviations.js';

/** Closing sign of every bracket and quote inside which no sentence ends. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['«', '»'],
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
]);
const OPENERS: ReadonlyMap<string, string> = new Map(
  [...CLOSERS].map(([opener, closer]) => [closer, opener]),
);
const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/;
const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{Nd}/u;
const SPACE = /\s/;

/**
 * The sentences of a text as trimmed spans. A sentence ends at . ! ؟ ? … and at a line break; never inside «…»,
 * (…) or […], in a number, or in an abbreviation («ه.ش»). «قرار داده‌اند./فارس» ends at the dot: what follows is
 * the credit. A bracket that its line never closes holds nothing.
 */
export function findSentences(text: string): Span[] {
  const closers = matchBrackets(text);
  const sentences: Span[] = [];
  const signs = new RegExp(SIGNS);
  let start = 0;
  for (let match = signs.exec(text); match !== null; match = signs.exec(text)) {
    const at = match.index;
    const closer = closers.get(at);
    const end = closer === undefined ? endOfSigns(text, at) : endAfterBracket(text, start, closer);
    signs.lastIndex = Math.max(end ?? 0, (closer ?? at) + 1);
    if (end === undefined) continue;
    addTrimmed(sentences, text, start, end);
    start = end;
  }
  addTrimmed(sentences, text, start, text.length);
  return sentences;
}

/** Signs at which a sentence may end, and openers inside which none does. */
const SIGNS = /[.!؟?…\n\r\u0085\u2028\u2029«([“]/g;

/**
 * «… است.» closes the sentence of its quote when the speaker came before («گفت: «… است.» او …») or another
 * bracket follows; «… است.» گفت and «… است.» را go on.
 */
function endAfterBracket(text: string, start: number, closer: number): number | undefined {
  if (!/[.!؟?…]/.test(text.charAt(closer - 1))) return undefined;
  const after = text.slice(closer + 1, closer + 12);
  if (/^\s*(?:$|[«“([])/.test(after)) return closer + 1;
  if (/^\s*(?:[،؛.:!؟»)]|(?:و|که|را|گفت|ولی|اما)(?!\p{L}))/u.test(after)) return undefined;
  return /[:：]\s*[«“]/.test(text.slice(Math.max(start, closer - 1_500), closer)) ? closer + 1 : undefined;
}

/** The end of a run of sentence signs that begins here, or nothing when no sentence ends here. */
function endOfSigns(text: string, at: number): number | undefined {
  const sign = text.charAt(at);
  if (LINE_BREAK.test(sign)) return at + 1;
  if (!/[.!؟?…]/.test(sign)) return undefined;
  let end = at + 1;
  while (/[.!؟?…]/.test(text.charAt(end))) end += 1;
  if (end === at + 1 && sign === '.') return isFullStop(text, at) ? end : undefined;
  const isDots = /^[.…]+$/.test(text.slice(at, end));
  return isDots && !/^\s*(?:$|[\n\r])/.test(text.slice(end, end + 8)) ? undefined : end;
}

/** Whether a single dot ends a sentence: not in a number, an address or an abbreviation. */
function isFullStop(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (DIGIT.test(before) && DIGIT.test(after)) return false;
  if (/[A-Za-z0-9]/.test(before) && /[A-Za-z0-9]/.test(after)) return false;
  const word = wordBefore(text, at);
  if (ABBREVIATIONS.has(word) || ABBREVIATIONS.has(`${word}.`)) return !SPACE.test(after) && after === '';
  return !(LETTER.test(before) && word.length === 1 && LETTER.test(after || ' '));
}

/** The run of letters and inner dots before a position, at most one abbreviation long. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 12 && isInWord(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end).replace(/[\u200c\u200d]/g, '');
}

/** 1 for letters, marks, dots and joiners, 2 for all else; filled on first sight, as a pattern costs ten times more. */
const IN_WORD = new Uint8Array(65_536);

function isInWord(unit: number): boolean {
  if (IN_WORD[unit] === 0)
    IN_WORD[unit] = /[\p{L}\p{M}.\u200c\u200d]/u.test(String.fromCharCode(unit)) ? 1 : 2;
  return IN_WORD[unit] === 1;
}

/**
 * Opening bracket → its closing one. Brackets nest; one that its line does not close, or closes only far away
 * («) ره (» printed the wrong way round), holds nothing.
 */
function matchBrackets(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open = new Map<string, number[]>([...CLOSERS.keys()].map((opener) => [opener, []]));
  for (const { 0: sign, index: at } of text.matchAll(BRACKET_OR_BREAK)) {
    if (LINE_BREAK.test(sign)) for (const stack of open.values()) stack.length = 0;
    const closes = closedBy(text, at, open);
    if (closes === undefined) {
      open.get(sign)?.push(at);
      continue;
    }
    const start = open.get(closes)?.pop();
    if (start !== undefined && at - start <= longestHold(sign)) pairs.set(start, at);
  }
  return pairs;
}

/** The opener that the sign at `at` closes, if it closes anything. */
function closedBy(
  text: string,
  at: number,
  open: ReadonlyMap<string, readonly number[]>,
): string | undefined {
  const isOpen = (open.get('«')?.length ?? 0) > 0;
  return isOpen && isWrongCloser(text, at) ? '«' : OPENERS.get(text.charAt(at));
}

const BRACKET_OR_BREAK = /[«»()[\]“”\n\r\u0085\u2028\u2029]/g;

/** A quotation may run over sentences; a remark in brackets does not fill a paragraph. */
function longestHold(closer: string): number {
  return closer === ')' || closer === ']' ? 300 : 1_500;
}

/** «…« closed with the wrong sign: glued to the word before it, with a space or sign behind it. */
function isWrongCloser(text: string, at: number): boolean {
  if (text.charAt(at) !== '«' || at === 0) return false;
  return /\S/.test(text.charAt(at - 1)) && /^(?:$|[\s،؛.:!؟)])/.test(text.slice(at + 1, at + 2));
}

function addTrimmed(sentences: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && SPACE.test(text.charAt(start))) start += 1;
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1;
  if (end > start) sentences.push({ start, end });
}
