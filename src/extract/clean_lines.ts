import type { BoilerplateKind } from '../model/extracted_page.js';
import { cut, span } from '../model/span.js';
import { withPersianLetters } from '../persian/squeeze.js';
import { type Block, linkShare } from './block.js';
import { BOILERPLATE_CUES, type KeyedCue } from './boilerplate_cues.js';
import { isEndMark } from './context_lines.js';
import { type Draft, drop, isFree, squeezedLine } from './draft.js';
import { looksLikeHeadline, looksLikeParagraph, looksLikeTicker, wordCount } from './line_shapes.js';
import { matchCue } from './match_cue.js';
import { isElement } from './parse_html.js';

// The line cleaner. It knows no page structure, so that it serves text captures and pages alike: wordings
// that sites print around articles, runs of headlines, labels that come back again and again.

/** Longest line that can be a bare cue with its value: «کد خبر: ۱۵۹۲۱۰», «گروه: سیاسی». */
const LABEL_LINE_CHARS = 120;
/** Headlines below a «بیشتر بخوانید» that belong to the box. */
const BOX_LINES = 8;

/** Drops lines that a cue names, with the boxes below them; later steps decide where the article ends. */
export function markCueLines(draft: Draft, blocks: readonly Block[]): void {
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || !isFree(draft, block)) continue;
    const line = squeezedLine(draft, block);
    if (line.letters === '') drop(draft, block, { kind: 'other', rule: 'line/no-letters' });
    const hit = matchCue(line);
    if (!hit || hit.cue.reach === 'tail' || !fitsCue(block, hit.cue) || isTableCell(block)) continue;
    drop(draft, block, { kind: hit.cue.kind, rule: ruleOf(hit.cue) });
    if (hit.cue.reach === 'box') dropBox(draft, blocks, at);
  }
}

/** A cell beside others: «گروه» at the head of a column is no label of the page. */
export function isTableCell({ tag, element }: Block): boolean {
  if (tag !== 'td' && tag !== 'th') return false;
  const cell = element?.name === tag ? element : undefined;
  const besides = cell?.parent?.children.filter(
    (node) => isElement(node) && (node.name === 'td' || node.name === 'th'),
  );
  return (besides?.length ?? 0) > 1;
}

/** Drops runs of headlines and bare links to other articles. */
export function markTickers(draft: Draft, blocks: readonly Block[]): void {
  const free = blocks.filter((block) => isFree(draft, block) && block.tag !== 'title');
  const tickers = free.filter((block) => looksLikeTicker(block.text));
  // A page that holds nothing else, a review of the morning's headlines, is made of them.
  if (!free.some((block) => !tickers.includes(block) && looksLikeParagraph(block.text))) return;
  for (const block of tickers) drop(draft, block, { kind: 'ticker', rule: 'line/ticker' });
}

/** A label of a list: at most four words. */
const LABEL_WORDS = 4;
const LABEL_REPEATS = 3;
/** Lines between two appearances of a label in a list: the entry and perhaps its time. */
const LABEL_STRIDE = 3;

/**
 * Drops lists of teasers in which a label stands before each entry:
 * «بین‌الملل» / «باشگاه خبرنگاران» … / «بین‌الملل» / …
 */
export function markRepeatedLabels(draft: Draft, blocks: readonly Block[]): void {
  const places = new Map<string, number[]>();
  for (const [at, block] of blocks.entries()) {
    if (!isFree(draft, block) || block.text.length > 40 || wordCount(block.text) > LABEL_WORDS) continue;
    const key = squeezedLine(draft, block).letters;
    if (key.length < 3) continue;
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  }
  for (const positions of places.values()) {
    for (const [from, to] of denseRuns(positions)) dropRange(draft, blocks, from, to);
  }
}

/** Runs of positions that lie close enough, as ranges that include the last entry. */
function denseRuns(positions: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  let from = 0;
  for (let at = 1; at <= positions.length; at++) {
    const gap = (positions[at] ?? Number.POSITIVE_INFINITY) - (positions[at - 1] ?? 0);
    if (gap <= LABEL_STRIDE) continue;
    const stride = at - from > 1 ? (positions[from + 1] ?? 0) - (positions[from] ?? 0) : 0;
    if (at - from >= LABEL_REPEATS && stride > 1)
      runs.push([positions[from] ?? 0, (positions[at - 1] ?? 0) + stride - 1]);
    from = at;
  }
  return runs;
}

function dropRange(draft: Draft, blocks: readonly Block[], from: number, to: number): void {
  for (const block of blocks.slice(from, to + 1))
    drop(draft, block, { kind: 'latest', rule: 'line/repeated-label' });
}

/**
 * Index of the first block that says that the article is over and the site's own lists follow, or -1. A
 * closing formula further down («انتهای پیام») shows that the article went on below such a line.
 */
export function findTail(draft: Draft, blocks: readonly Block[], from: number): number {
  const lastEnd = blocks.findLastIndex((block) => isEndMark(draft, block));
  for (let at = Math.max(from, 0); at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || at < lastEnd || !isFree(draft, block)) continue;
    const hit = matchCue(squeezedLine(draft, block));
    if (hit?.cue.reach === 'tail' && fitsCue(block, hit.cue)) return at;
  }
  return -1;
}

/** Drops everything from a block on; each line keeps the kind of the list that it stands in. */
export function dropTail(draft: Draft, blocks: readonly Block[], from: number): void {
  let section: { kind: BoilerplateKind; rule: string } = { kind: 'other', rule: 'line/after-article' };
  for (const block of blocks.slice(from)) {
    const hit = matchCue(squeezedLine(draft, block));
    const own = hit && fitsCue(block, hit.cue) ? { kind: hit.cue.kind, rule: ruleOf(hit.cue) } : undefined;
    if (own && hit?.cue.reach === 'tail') section = { kind: own.kind, rule: 'line/after-article' };
    drop(draft, block, own ?? section);
  }
}

/**
 * «بیشتر بخوانید: …» that runs on behind a sentence, to the end of its line.
 *
 *   … را تأیید کرد. بیشتر بخوانید: جزئیات تازه از …
 *                   ^------------------------------
 */
export function cutInlineBoxes(draft: Draft, blocks: readonly Block[]): void {
  for (const block of blocks) {
    const match = INLINE_BOX.exec(withPersianLetters(block.text));
    if (!match || match.index === 0 || draft.marks[block.index]?.role === 'dropped') continue;
    const start = block.span.start + match.index + (match[1]?.length ?? 0);
    draft.cuttings.push({ kind: 'related', rule: 'line/inline-box', span: span(start, block.span.end) });
    const left = cut(draft.page.text, { start: block.span.start, end: start }).trimEnd();
    draft.kept.set(block.index, span(block.span.start, block.span.start + left.length));
  }
}

const INLINE_BOX =
  /([.؟!»)\]]\s*)(?:بیشتر بخوانید|همچنین بخوانید|حتما بخوانید|حتماً بخوانید|بیشتر ببینید|در همین رابطه بخوانید|خبر مرتبط|اخبار مرتبط)\s*[:؛>»/-]/u;

/** Longer lines than labels are text that happens to begin like one, unless the cue is a whole sentence. */
export function fitsCue(block: Block, cue: KeyedCue): boolean {
  if (cue.match === 'start') return true;
  return block.text.length <= LABEL_LINE_CHARS || cue.reach === 'box' || linkShare(block) > 0.5;
}

/**
 * The headlines below a box's line. A headline on the line itself is the whole box in a text capture; a
 * paragraph ends it in any case.
 */
function dropBox(draft: Draft, blocks: readonly Block[], at: number): void {
  const head = blocks[at];
  if (!head || looksLikeParagraph(head.text)) return;
  for (const block of blocks.slice(at + 1, at + 1 + BOX_LINES)) {
    if (!isFree(draft, block) || !looksLikeBoxEntry(block)) return;
    drop(draft, block, { kind: 'related', rule: 'line/box-entry' });
  }
}

/** Headlines of boxes are short, and no full stop stands inside them. */
const BOX_ENTRY_CHARS = 180;

function looksLikeBoxEntry(block: Block): boolean {
  if (linkShare(block) > 0.8) return true;
  if (/\.["»)\]]?\s/u.test(block.text) || block.text.length > BOX_ENTRY_CHARS) return false;
  return block.tag !== 'p'
    ? looksLikeHeadline(block.text) && !/[:؛،]$/.test(block.text)
    : linkShare(block) > 0.6;
}

export function ruleOf(cue: KeyedCue): string {
  return `cue/${cue.phrase.replaceAll(' ', '-')}`;
}

/** Kinds for which some wording is known; the tests hold the table to its promise. */
export const CUE_KINDS: ReadonlySet<BoilerplateKind> = new Set(BOILERPLATE_CUES.map((cue) => cue.kind));
