import { squeezed } from '../persian/squeeze.js';

// A line that stands on several pages of one host is the site's, in whatever language and markup: menus, notes on
// copyright, «کانال ما را دنبال کنید». The counts are made from other pages of the host and passed in.

/** The letters of a line as a number of 48 bits, which engines keep exact and stores keep in six bytes. */
export type LineKey = number;

/** On how many other pages of the host each line stood. */
export type LineCounts = ReadonlyMap<LineKey, number>;

/** A line that nothing on its own page gives away: only the host's other pages can tell whose it is. */
export interface OpenLine {
  readonly key: LineKey;
  readonly isParagraph: boolean;
}

/** Other pages of one host on which a label or headline must stand; a teaser in a box stays for a handful of pages. */
const LABEL_PAGES = 3;
/** The same for whole paragraphs: follow-ups of one story repeat a paragraph of background. */
const PARAGRAPH_PAGES = 8;
/** Share of a page's paragraphs that earlier pages had, above which it prints an earlier article again. */
const COPY_SHARE = 0.5;
/** Shorter lines are names and numbers that chance repeats. */
const MIN_LETTERS = 6;
const MAX_LINE_CHARS = 2000;

/** Which of a page's open lines are the site's: those that stand on enough other pages of the host. */
export function findRepeated(lines: readonly OpenLine[], counts: LineCounts): ReadonlySet<LineKey> {
  const paragraphs = lines.filter(({ isParagraph }) => isParagraph);
  const known = paragraphs.filter(({ key }) => (counts.get(key) ?? 0) > 0);
  // An article that is printed again under another address brings all its lines along; they are still its own.
  if (known.length > paragraphs.length * COPY_SHARE) return new Set();
  const repeated = lines.filter(
    ({ key, isParagraph }) => (counts.get(key) ?? 0) >= (isParagraph ? PARAGRAPH_PAGES : LABEL_PAGES),
  );
  return new Set(repeated.map(({ key }) => key));
}

/**
 * The key of a line by its letters and digits; undefined for lines that chance repeats. Digits count: in a list of
 * prices they are all that is new, and counters are known by their words.
 */
export function lineKey(line: string): LineKey | undefined {
  const letters = squeezed(line.length > MAX_LINE_CHARS ? line.slice(0, MAX_LINE_CHARS) : line);
  return letters.replace(/\p{Nd}+/gu, '').length < MIN_LETTERS ? undefined : hashLetters(letters);
}

/** Two hashes in the manner of FNV-1a side by side, of one only the upper half. */
function hashLetters(letters: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let at = 0; at < letters.length; at++) {
    const unit = letters.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high ^= high >>> 13;
  }
  return (high >>> 16) * 2 ** 32 + (low >>> 0);
}
