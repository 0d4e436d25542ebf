import type { Span } from '../model/span.js';
import type { Sentence } from './document.js';
import type { Beginnings, EntityIndex, SolidTable } from './entity_lookup.js';

/** What stands between a word and the one before it. */
export type Gap = 'none' | 'quote' | 'comma' | 'stop';

/** A sentence as the name rules read it: keys and what stands between them. */
export interface SentenceWords {
  readonly sentence: Sentence;
  readonly keys: readonly string[];
  /** `gaps[i]` stands before word i; the first is a stop. */
  readonly gaps: readonly Gap[];
  /** What names and titles each word may begin. */
  readonly beginnings: readonly Beginnings[];
  /** Whether a colon follows within the first words: «شرق: برجام برگشت», «لاوروف: کانالی نیست». */
  readonly isLabel: boolean;
}

/** Prepares a sentence of a text. */
export function sentenceWords(text: string, sentence: Sentence, index: EntityIndex): SentenceWords {
  const { tokens } = sentence;
  const gaps: Gap[] = [];
  let before = -1;
  for (const token of tokens) {
    gaps.push(before < 0 ? 'stop' : gapOf(text, before, token.start));
    before = token.end;
  }
  const keys = tokens.map((token) => token.key);
  const beginnings = keys.map((key) => index.beginningsOf(key));
  return { sentence, keys, gaps, beginnings, isLabel: hasLabel(text, sentence) };
}

/** A label is short: `ستاره صبح : …`. */
const LABEL = /^[^:؛.،«]{2,24}:(?!\d)/;

function hasLabel(text: string, { start, end }: Sentence): boolean {
  return LABEL.test(text.slice(start, Math.min(end, start + 26)));
}

function gapOf(text: string, start: number, end: number): Gap {
  let gap: Gap = 'none';
  for (let at = start; at < end; at += 1) {
    const next = gapOfUnit(text.charCodeAt(at));
    if (next === 'stop') return 'stop';
    if (next === 'comma' || gap === 'none') gap = next;
  }
  return gap;
}

function gapOfUnit(unit: number): Gap {
  if (unit === COMMA || unit === 0x2c) return 'comma';
  if (QUOTES.has(unit)) return 'quote';
  return unit <= 0x20 || isInvisible(unit) ? 'none' : 'stop';
}

const COMMA = 0x60c;
/** « » " ' and the curly ones. */
const QUOTES = new Set([
  0xab, 0xbb, 0x22, 0x27, 0x2018, 0x2019, 0x201a, 0x201b, 0x201c, 0x201d, 0x201e, 0x201f,
]);

/** Spaces, joiners, marks above letters and soft hyphens divide nothing. */
function isInvisible(unit: number): boolean {
  if (unit === 0xa0 || unit === 0xad || (unit >= 0x200b && unit <= 0x200f)) return true;
  return (
    (unit >= 0x64b && unit <= 0x655) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2066 && unit <= 0x2069)
  );
}
/** Where words `from` up to `to` (exclusive) stand in the text. */
export function spanOf(words: SentenceWords, range: { readonly from: number; readonly to: number }): Span {
  const { tokens } = words.sentence;
  return { start: tokens[range.from]?.start ?? 0, end: tokens[range.to - 1]?.end ?? 0 };
}

/** A name found in words `from` up to `to` (exclusive). */
export interface SolidMatch<Value> {
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

/**
 * The longest name of a table that begins at a word and ends with one. Nothing but spaces stands inside, or the name's own comma. A name
 * in ا or و may carry the ی of the ezafe: «آمریکای».
 */
export function longestAt<Value>(
  words: SentenceWords,
  from: number,
  table: SolidTable<Value>,
): SolidMatch<Value> | undefined {
  let letters = words.keys[from] ?? '';
  // «و نیز» is not «ونیز».
  if (letters === 'و') return undefined;
  // Few words begin a name: this saves nearly all look-ups.
  const longest = words.beginnings[from]?.[table.kind] ?? 0;
  if (longest === 0) return undefined;
  let best: SolidMatch<Value> | undefined;
  for (let to = from + 1; ; to += 1) {
    const value = letters.length === 1 ? undefined : lookUp(table.byLetters, letters);
    // «استان و شهر» is not «استانو».
    if (value !== undefined && words.keys[to - 1] !== 'و') best = { from, to, value };
    const more = lettersOfNext(words, to);
    if (more === undefined) return best;
    letters += more;
    // One more for the ی of the ezafe.
    if (letters.length > longest + 1) return best;
  }
}

/** The next word, with the comma before it; nothing where a quotation mark or a stop stands. */
function lettersOfNext({ keys, gaps }: SentenceWords, at: number): string | undefined {
  const gap = gaps[at];
  if (gap === 'none') return keys[at];
  return gap === 'comma' ? `،${keys[at]}` : undefined;
}

function lookUp<Value>(table: ReadonlyMap<string, Value>, letters: string): Value | undefined {
  const value = table.get(letters);
  if (value !== undefined || !letters.endsWith('ی')) return value;
  const before = letters.at(-2);
  return before === 'ا' || before === 'و' ? table.get(letters.slice(0, -1)) : undefined;
}
