/** The letters that are said: up to their marks, over paragraphs, in the lines of a list. */
import type { Span } from '../model/span.js';
import { findBlockPredicates } from './predicate_find.js';
import type { Draft } from './statement_draft.js';
import { isFiniteAt, spanOf, type WordBlock } from './statement_words.js';

/** Paragraphs over which one pair of marks may run. */
const MOST_PARAGRAPHS = 8;

/** Speech in one pair of marks over several paragraphs: to where the mark that opens behind the colon closes. */
export function quoteOverBlocks(
  draft: Draft,
  { view, later }: { readonly view: WordBlock; readonly later: readonly WordBlock[] },
): Span | undefined {
  const first = view.words[draft.from];
  if (!draft.runsOn || first === undefined || !/«\s*$/.test(first.gap)) return undefined;
  if (view.text.slice(first.start, view.end).includes('»')) return undefined;
  for (const { start, end, block } of later.slice(0, MOST_PARAGRAPHS)) {
    if (block.role !== view.block.role) return undefined;
    const letters = view.text.slice(start, end);
    const close = letters.indexOf('»');
    const open = letters.indexOf('«', 1);
    if (close >= 0 && (open < 0 || close < open))
      return trimmed(view.text, { start: first.start, end: start + close });
    if (open >= 0) return undefined;
  }
  return undefined;
}

/** The content's letters, without outer marks and the final full stop. */
export function contentSpan(draft: Draft, view: WordBlock, next: WordBlock | undefined): Span | undefined {
  if (draft.inner !== undefined) return trimmed(view.text, draft.inner);
  if (draft.inNextBlock)
    return next === undefined || next.block.role !== view.block.role
      ? undefined
      : (behindBullet(next) ?? trimmed(next.text, next));
  const words = spanOf(view, draft.from, draft.to);
  if (words === undefined) return undefined;
  return trimmed(view.text, withMarks(view, draft, words));
}

/** Marks of quotations and brackets beside the first and last word belong to the content. */
function withMarks(view: WordBlock, draft: Draft, words: Span): Span {
  const before = view.words[draft.from]?.gap ?? '';
  const opening = openingMark(before, view.text.slice(words.start, words.end + 1));
  const after = view.text.slice(words.end, words.end + 2);
  const closing =
    /^[»"”)«]/.test(after) && isOpenIn(view.text.slice(words.start - opening, words.end), after.charAt(0))
      ? 1
      : 0;
  return { start: words.start - opening, end: words.end + closing };
}

/** Length of a mark that opens right before the content and is closed in it. */
function openingMark(before: string, letters: string): number {
  const mark = /[«"“(][^\s]*$/.exec(before)?.[0];
  if (mark === undefined) return 0;
  const closer = { '«': /[»«]/, '(': /\)/, '“': /”/, '"': /"/ }[mark.charAt(0)];
  return closer?.test(letters) === true ? mark.length : 0;
}

function isOpenIn(letters: string, closer: string): boolean {
  const opener = closer === '»' || closer === '«' ? '«' : closer === ')' ? '(' : closer === '”' ? '“' : '"';
  const opened = letters.split(opener).length - 1;
  if (opener === '"') return opened % 2 === 1;
  return opened > letters.split(closer === '«' ? '»' : closer).length - 1;
}

function trimmed(text: string, { start, end }: Span): Span | undefined {
  let from = start;
  let to = end;
  while (from < to && /[\s،:]/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s.،؛]/.test(text.charAt(to - 1))) to -= 1;
  return to > from ? { start: from, end: to } : undefined;
}

/** Bullets in a line of their own belong to the line behind them: «🔹», then «سدها پر است». */
export function withBullets(views: readonly WordBlock[]): WordBlock[] {
  const lines: WordBlock[] = [];
  let bullet: WordBlock | undefined;
  for (const view of views) {
    const isOwn = bullet?.block.role === view.block.role && bullet.block.part === view.block.part;
    if (view.words.length > 0) lines.push(isOwn && bullet ? { ...view, start: bullet.start } : view);
    bullet = view.words.length === 0 && BULLET.test(view.text.slice(view.start, view.end)) ? view : undefined;
  }
  return lines;
}

/** What stands before an item of a list: «- », «▪️ », «🔹». */
const BULLET = /^(?:[-–—*•·]|[^\p{L}\p{N}\p{P}\s])[^\p{L}\p{N}«"“(]*/u;

function behindBullet({ text, start, end }: WordBlock): Span | undefined {
  const bullet = BULLET.exec(text.slice(start, end));
  return bullet === null ? undefined : trimmed(text, { start: start + bullet[0].length, end });
}

/**
 * Further lines of a list whose first one a label opens: «سخنگوی وزارت نیرو:», then «- سدها پر است», «- کمبود نداریم». Each is
 * a sentence of its own with a bullet; a line with a label ends the list. So does «گفت:» at the end of a line open one.
 */
export function listItems(draft: Draft, later: readonly WordBlock[]): readonly WordBlock[] {
  const [first] = later;
  const isLabel = draft.rule.startsWith('label/');
  if ((!isLabel && !draft.inNextBlock) || first === undefined || behindBullet(first) === undefined) return [];
  if (!draft.inNextBlock) return isItem(first) ? itemsOf(later) : [];
  if (!isLabel) return itemsOf(later).slice(1);
  const end = later.findIndex((line) => line.block.role !== first.block.role || !isItem(line));
  return later.slice(1, end < 0 ? later.length : Math.max(end, 1));
}

/** Bullets below «سخنگوی ارتش: …» are his further words, up to the first line that somebody else speaks in. */
function itemsOf(later: readonly WordBlock[]): readonly WordBlock[] {
  const end = later.findIndex(
    (line) =>
      line.block.role !== later[0]?.block.role || !isItem(line) || findBlockPredicates(line).length > 0,
  );
  return later.slice(0, end < 0 ? later.length : end);
}

/** A verb, or so many words that colloquial spelling may hide one: «این وضعیت خیلی بی‌ثبات‌کننده‌ست». */
const LONG_ITEM = 6;

function isItem(line: WordBlock): boolean {
  const hasVerb = line.words.length >= LONG_ITEM || line.words.some((_word, at) => isFiniteAt(line, at));
  return hasVerb && behindBullet(line) !== undefined && !line.words.some(({ gap }) => /[:：]/.test(gap));
}
