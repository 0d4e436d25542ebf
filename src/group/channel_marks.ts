import type { Span } from '../model/span.js';

/**
 * What a channel adds to every post and what is no text: addresses, handles, lines of hashtags, and the signature
 * behind the last handle.
 *
 *     … بازداشت شدند ⏎ ✅ ⏎ @Nemune ⏎ خبر روز
 *                         ^^^^^^^^^^^^^^^^^
 *
 * Sorted, not overlapping.
 */
export function findChannelMarks(text: string): readonly Span[] {
  const marks: Span[] = [];
  for (const match of text.matchAll(MARK)) {
    marks.push({ start: match.index, end: match.index + match[0].length });
  }
  marks.push(...findHashtagLines(text));
  const signature = findSignature(text);
  const kept = signature === undefined ? marks : marks.filter(({ start }) => start < signature);
  if (signature !== undefined) kept.push({ start: signature, end: text.length });
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}

const MARK =
  /https?:\/\/\S+|\bwww\.\S+|\b(?:[a-z0-9-]+\.)+(?:com|ir|org|net|me|news|tv|info)\b(?:\/\S*)?|@[A-Za-z0-9_]*/giu;
/** Counts as a mark on a line of its own kind only: inside a sentence a hashtag is a word of it. */
const HASHTAG = /#[\p{L}\p{M}\p{N}_\u200c]+/gu;

function findHashtagLines(text: string): Span[] {
  const lines: Span[] = [];
  for (let at = text.indexOf('#'); at !== -1; ) {
    const start = text.lastIndexOf('\n', at) + 1;
    const next = text.indexOf('\n', at);
    const end = next === -1 ? text.length : next;
    if (countWords(text.slice(start, end).replace(HASHTAG, ' ')) === 0) lines.push({ start, end });
    at = text.indexOf('#', end);
  }
  return lines;
}

/** Words behind the handle that still are its motto («خبر جنگ»), not a remark on the post. */
const MOTTO_WORDS = 6;
/** Words beside the handle on its own line: «کانال ما: @nemune». */
const WORDS_BESIDE_HANDLE = 4;

/** Where the signature begins: the first line of a handle with hardly a word behind it, not the first of the post. */
function findSignature(text: string): number | undefined {
  if (!text.includes('@') && !/\bt\.me\//.test(text)) return undefined;
  const lines = [...text.matchAll(/[^\n]+/g)].map((match) => ({ at: match.index, words: match[0] }));
  for (const [index, { at, words }] of lines.entries()) {
    if (!/@|\bt\.me\//.test(words) || countWords(words) > WORDS_BESIDE_HANDLE) continue;
    const before = countWords(text.slice(0, at));
    const behind = lines.slice(index + 1).reduce((sum, line) => sum + countWords(line.words), 0);
    if (before > 0 && behind <= MOTTO_WORDS) return at;
  }
  return undefined;
}

function countWords(text: string): number {
  return text.replace(MARK, ' ').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c]*/gu)?.length ?? 0;
}
