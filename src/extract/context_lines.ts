import { withPersianLetters } from '../persian/squeeze.js';
import type { Block } from './block.js';
import { readDateLine } from './date_lines.js';
import { type Draft, drop, isFree, squeezedLine } from './draft.js';
import { endsSentence, looksLikeParagraph, wordCount } from './line_shapes.js';
import { findRepeated, lineKey } from './repeated_lines.js';

// Lines that only what stands around them gives away: the host's other pages, the end mark above, the day of the
// page. What a line says plays no part.

/** Drops lines that stand on other pages of the host, that follow an end mark, or that bear another day. */
export function markContextLines(draft: Draft, blocks: readonly Block[]): void {
  markRepeatedOnHost(draft, blocks);
  markAfterEnd(draft, blocks);
  markOtherDays(draft, blocks);
}

function markRepeatedOnHost(draft: Draft, blocks: readonly Block[]): void {
  const open = blocks.flatMap((block) => {
    // Tables of one kind have the same heads and names on every page.
    if (!isFree(draft, block) || block.tag === 'td' || block.tag === 'th') return [];
    const key = lineKey(block.text);
    return key === undefined ? [] : [{ block, key, isParagraph: looksLikeParagraph(block.text) }];
  });
  draft.openLines.push(...open.map(({ key, isParagraph }) => ({ key, isParagraph })));
  if (!draft.hostLines) return;
  const repeated = findRepeated(draft.openLines, draft.hostLines);
  for (const { block, key } of open)
    if (repeated.has(key)) drop(draft, block, { kind: 'other', rule: 'line/repeated-on-host' });
}

/** «انتهای پیام/۱۲۴» closes a text: short lines below it are tools and counters, up to a paragraph that goes on. */
function markAfterEnd(draft: Draft, blocks: readonly Block[]): void {
  const end = blocks.findLastIndex((block) => isEndMark(draft, block));
  if (end < 0) return;
  for (const block of blocks.slice(end + 1)) {
    if (looksLikeParagraph(block.text) || endsSentence(block.text)) return;
    drop(draft, block, { kind: 'other', rule: 'line/after-end-mark' });
  }
}

/** Whether a line is an end mark and nothing else: «انتهای پیام/», «پایان پیام/ ۱۶۷». */
export function isEndMark(draft: Draft, block: Block): boolean {
  const { letters } = squeezedLine(draft, block);
  return block.text.length < END_MARK_CHARS && /^(?:انتهای|پایان)(?:پیام|خبر)/.test(letters);
}

const END_MARK_CHARS = 60;

/** Days by which a teaser's own time must differ from the page's: a live page runs over midnight. */
const OTHER_DAY_MS = 3 * 86_400_000;
/** A headline beside the time; fewer words are the date line of the page itself. */
const TEASER_WORDS = 3;

/**
 * A headline with day and hour of its own, far from the day of the page: «برف راه را بست - ۲۱ بهمن ۱۴۰۲ ۱۰:۱۵» below
 * an article of آذر. Tables of history name days, never hours.
 */
function markOtherDays(draft: Draft, blocks: readonly Block[]): void {
  const page = draft.published && Date.parse(draft.published.iso);
  if (page === undefined) return;
  for (const block of blocks) {
    if (!isFree(draft, block) || looksLikeParagraph(block.text) || !/\p{Nd}:\p{Nd}{2}/u.test(block.text))
      continue;
    const line = readDateLine({ ...block, text: withPersianLetters(block.text) });
    if (line?.mention.precision !== 'minute' || line.label !== 'none' || wordCount(line.rest) < TEASER_WORDS)
      continue;
    if (Math.abs(Date.parse(line.mention.iso ?? '') - page) > OTHER_DAY_MS)
      drop(draft, block, { kind: 'latest', rule: 'line/other-day' });
  }
}
