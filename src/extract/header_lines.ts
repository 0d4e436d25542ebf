import type { OutletNames } from '../persian/outlet_names.js';
import { withPersianLetters } from '../persian/squeeze.js';
import type { Block } from './block.js';
import { readByline } from './byline.js';
import { type DateLine, readCodeLine, readDateLine, readLabelledCode, toPageDate } from './date_lines.js';
import { type Draft, drop, isFree } from './draft.js';
import { looksLikeHeadline, looksLikeParagraph, wordCount } from './line_shapes.js';

// The head of an article as a text capture shows it: headline, kicker, lede, date line, code line, in the
// orders that sites have. Only the order and shape of lines are used, never a page's structure.

/** Lines at the top within which title, lede and date stand. */
const HEADER_LINES = 14;
/** Free lines that may stand above the date line: kicker, title, lede in two parts, a subtitle. */
const LINES_ABOVE_DATE = 5;

/** Takes date lines and code lines of the head (and a bare code behind the body) out of the text and reads them. */
export function markMetaLines(draft: Draft, blocks: readonly Block[], tail: number): void {
  const end = tail < 0 ? blocks.length : tail;
  let paragraphs = 0;
  for (const block of blocks.slice(0, end + 3)) {
    if (!mayBeMeta(draft, block)) continue;
    takeCode(draft, block);
    const line = paragraphs <= 2 || block.index >= end - 3 ? readDateLine(block) : undefined;
    if (line) takeDate(draft, line);
    if (looksLikeParagraph(block.text)) paragraphs++;
  }
}

/** Lines about which nothing is decided, and those that a cue has already called a meta line. */
function mayBeMeta(draft: Draft, block: Block): boolean {
  const mark = draft.marks[block.index];
  return mark === undefined || (mark.role === 'dropped' && mark.kind === 'meta_line');
}

function takeCode(draft: Draft, block: Block): void {
  const code = readLabelledCode(draft, block) ?? readCodeLine(draft, block);
  if (code === undefined) return;
  draft.newsCode ??= code;
  drop(draft, block, { kind: 'meta_line', rule: 'line/code' });
}

function takeDate(draft: Draft, line: DateLine): void {
  const surface = draft.page.text.slice(line.span.start, line.span.end);
  const basis = line.label === 'none' ? 'header_line' : 'labelled_line';
  const date = toPageDate(draft, { mention: line.mention, surface, basis });
  if (date && line.label === 'modified') draft.modified ??= date;
  else if (
    date &&
    (!draft.published || (draft.published.basis === 'header_line' && basis === 'labelled_line'))
  ) {
    draft.published = date;
    const words = wordCount(line.rest);
    if (
      words > 0 &&
      words <= 3 &&
      !/\p{Nd}/u.test(line.rest) &&
      draft.category.length === 0 &&
      basis === 'header_line'
    ) {
      draft.category.push(line.rest);
    }
  }
  drop(draft, line.block, { kind: 'meta_line', rule: 'line/date' });
}

/** Finds title, kicker and lede among the free lines at the top and marks them. */
export function markHeader(draft: Draft, blocks: readonly Block[], names: OutletNames): void {
  const given = blocks.find((block) => block.tag === 'given');
  if (given) {
    draft.marks[given.index] = { role: 'title', rule: 'title/given' };
    return;
  }
  const head = blocks.slice(0, HEADER_LINES);
  const metaAt = lastMetaLine(draft, head);
  const above = metaAt < 0 ? [] : head.slice(0, metaAt).filter((block) => isFree(draft, block));
  const below = head.slice(metaAt + 1).filter((block) => isFree(draft, block));
  const datesBelowTitle =
    above.length > 0 &&
    above.length <= LINES_ABOVE_DATE &&
    above.some((block) => looksLikeHeadline(block.text));
  if (datesBelowTitle) markAboveDate(draft, above);
  else markFromTop(draft, below, names);
}

/** The last line with a date or code before the text begins. */
function lastMetaLine(draft: Draft, head: readonly Block[]): number {
  let free = 0;
  let last = -1;
  for (const [at, block] of head.entries()) {
    const mark = draft.marks[block.index];
    if (mark === undefined) free++;
    if (free > LINES_ABOVE_DATE) return last;
    if (mark?.role === 'dropped' && mark.kind === 'meta_line') last = at;
  }
  return last;
}

/** Kicker, title, lede … date: everything above the date line is head. */
function markAboveDate(draft: Draft, above: readonly Block[]): void {
  const title = pickTitle(above);
  if (!title) return;
  markTitle(draft, title, above);
  const ledes = above.filter(
    (block) => isFree(draft, block) && block.index !== title.index && wordCount(block.text) > 3,
  );
  const lede = ledes.find((block) => block.index > title.index) ?? ledes[0];
  if (lede) draft.marks[lede.index] = { role: 'lede', rule: 'header/between-title-and-date' };
  for (const block of above) drop(draft, block, { kind: 'navigation', rule: 'header/above-title' });
}

/** No line above the date, or no date at all: the first headline is the title. */
function markFromTop(draft: Draft, lines: readonly Block[], names: OutletNames): void {
  const first = lines.slice(0, 4);
  const title = pickTitle(first);
  if (!title) return;
  const at = lines.indexOf(title);
  if (at + 1 >= lines.length) return;
  markTitle(draft, title, first);
  const before = lines.slice(0, at).find((block) => isFree(draft, block) && looksLikeParagraph(block.text));
  if (before) {
    draft.marks[before.index] = { role: 'lede', rule: 'header/lede-above-title' };
    return;
  }
  const [lede, next] = lines.slice(at + 1);
  if (lede && next && isLedeBefore(lede, next, names))
    draft.marks[lede.index] = { role: 'lede', rule: 'header/lede-below-title' };
}

const LEDE_CHARS = 600;
const BODY_START = /^(?:به گزارش|به نقل از|به نوشته|گروه [\p{L}\u200c]+ )/u;

/** A paragraph is a lede when the next one begins as articles begin: «به گزارش …», a byline, a dateline. */
function isLedeBefore(lede: Block, next: Block, names: OutletNames): boolean {
  if (lede.text.length > LEDE_CHARS || BODY_START.test(withPersianLetters(lede.text))) return false;
  if (BODY_START.test(withPersianLetters(next.text))) return true;
  return readByline(next.text, names) !== undefined && readByline(lede.text, names) === undefined;
}

/** The best headline: the longest in words, where a line of one or two words is a section's name. */
function pickTitle(lines: readonly Block[]): Block | undefined {
  const candidates = lines.filter((block) => looksLikeHeadline(block.text));
  const run = firstRun(lines, candidates);
  return run.reduce<Block | undefined>(
    (best, block) => (best && titleWorth(best) >= titleWorth(block) ? best : block),
    undefined,
  );
}

/** Headlines that stand together at the top: a kicker and its title; a later one is a subhead. */
function firstRun(lines: readonly Block[], candidates: readonly Block[]): Block[] {
  const start = lines.findIndex((block) => candidates.includes(block));
  const run: Block[] = [];
  for (const block of lines.slice(Math.max(start, 0))) {
    if (!candidates.includes(block) || (looksLikeParagraph(block.text) && run.length > 0)) break;
    run.push(block);
  }
  return run;
}

function titleWorth(block: Block): number {
  const words = wordCount(block.text);
  const kicker =
    /[:؛]$/u.test(block.text) || /^(?:در گفت|یادداشت|گزارش|گفت\u200c?وگو|مصاحبه)/u.test(block.text);
  return Math.min(words, 9) - (kicker ? 4 : 0);
}

function markTitle(draft: Draft, title: Block, lines: readonly Block[]): void {
  draft.marks[title.index] = { role: 'title', rule: 'header/first-headline' };
  const kicker = lines.findLast((block) => block.index < title.index && isFree(draft, block));
  if (!kicker || looksLikeParagraph(kicker.text) || !looksLikeHeadline(kicker.text)) return;
  draft.marks[kicker.index] = { role: 'kicker', rule: 'header/above-title' };
}
