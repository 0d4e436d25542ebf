import { squeezed } from '../persian/squeeze.js';

// A line that stands on several pages of one host is the site's, in whatever language and markup: menus, notes on
// copyright, «کانال ما را دنبال کنید». The counts are made from other pages of the host and passed in.

/** On how many pages each line stood, by its letters. */
export type LineCounts = ReadonlyMap<string, number>;

/** Pages of one host on which a label or headline must stand; a teaser in a box stays for a handful of pages. */
const LABEL_PAGES = 3;
/** The same for whole paragraphs: follow-ups of one story repeat a paragraph of background. */
const PARAGRAPH_PAGES = 8;
/** Shorter lines are names and numbers that chance repeats. */
const MIN_LETTERS = 6;

/** Letters of a line without digits: counters and clocks change from page to page. */
export function lineKey(line: string): string {
  return squeezed(line.length > MAX_LINE_CHARS ? line.slice(0, MAX_LINE_CHARS) : line).replace(
    /\p{Nd}+/gu,
    '',
  );
}

const MAX_LINE_CHARS = 2000;

/** The counts with one more page: each of its lines once, however often it stands there. */
export function withPageLines(counts: LineCounts, text: string): LineCounts {
  const next = new Map(counts);
  const keys = new Set(text.split('\n').map(lineKey));
  for (const key of keys) if (key.length >= MIN_LETTERS) next.set(key, (next.get(key) ?? 0) + 1);
  return next;
}

/** Whether a line of a page is the site's: it stands on enough other pages of the host. */
export function isRepeated(
  counts: LineCounts,
  line: { readonly text: string; readonly isParagraph: boolean },
): boolean {
  const pages = counts.get(lineKey(line.text)) ?? 0;
  return pages >= (line.isParagraph ? PARAGRAPH_PAGES : LABEL_PAGES);
}
