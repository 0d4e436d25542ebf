import { span } from '../model/span.js';
import type { Block, PageText } from './block.js';

/** Captures longer than this are cut: the longest real ones are below 100,000 letters. */
export const MAX_TEXT_CHARS = 2_000_000;
const MAX_LINES = 100_000;

/** A text capture as blocks: one per line that is not blank. NBSP and half-spaces alone make a blank line. */
export function readTextLines(text: string): PageText {
  const blocks: Block[] = [];
  const end = Math.min(text.length, MAX_TEXT_CHARS);
  let start = 0;
  while (start < end && blocks.length < MAX_LINES) {
    const lineEnd = findLineEnd(text, start, end);
    const trimmed = trimRange(text, start, lineEnd);
    if (trimmed) {
      const line = text.slice(trimmed.start, trimmed.end);
      blocks.push({ index: blocks.length, span: trimmed, text: line, tag: 'line', linkChars: 0 });
    }
    start = lineEnd + 1;
  }
  return { text, blocks, links: [] };
}

/** The same page with a line in front of it: the headline that came beside a text. */
export function withFirstLine(page: PageText, line: string): PageText {
  const title = line.replace(/\s+/g, ' ').trim().slice(0, 500);
  const shift = title.length + 1;
  const moved = page.blocks.map((block) => ({
    ...block,
    index: block.index + 1,
    span: span(block.span.start + shift, block.span.end + shift),
  }));
  const first: Block = { index: 0, span: span(0, title.length), text: title, tag: 'given', linkChars: 0 };
  const links = page.links.map((link) => ({ ...link, block: link.block + 1 }));
  return { text: `${title}\n${page.text}`, blocks: [first, ...moved], links };
}

/** The part of a range without spaces, NBSP, marks without width at its ends; undefined when nothing is left. */
export function trimRange(text: string, from: number, to: number): ReturnType<typeof span> | undefined {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end > start ? span(start, end) : undefined;
}

function findLineEnd(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029 || unit === 0x85) return at;
  }
  return end;
}

function isBlank(unit: number): boolean {
  if (unit <= 32 || unit === 0xa0 || unit === 0xfeff || unit === 0x3000 || unit === 0x85) return true;
  return (
    (unit >= 0x2000 && unit <= 0x200f) ||
    (unit >= 0x2028 && unit <= 0x202f) ||
    unit === 0x205f ||
    unit === 0x2060
  );
}
