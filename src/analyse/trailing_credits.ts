import { type Span, span } from '../model/span.js';
import type { OutletNames } from '../persian/outlet_names.js';
import type { SourceMention } from './chain_mentions.js';
import type { Document } from './document.js';
import { type FoldedBlock, foldBlock } from './folded_block.js';

/** A credit at the end of an article. A wire's mark («/فارس») lies between; «منبع: …» names where it comes from. */
export interface TrailingCredit extends SourceMention {
  readonly mark: 'source_line' | 'wire';
}

/** One form of a credit at the end of a line. */
export interface TrailingRule {
  readonly id: string;
  readonly mark: TrailingCredit['mark'];
  /** The first group is the name, up to the end of the line. */
  readonly pattern: RegExp;
  /** Whether a name counts that the registry does not know. */
  readonly unknown: boolean;
  readonly example: string;
  readonly counterexample: string;
}

export const TRAILING_RULES: readonly TrailingRule[] = [
  {
    id: 'chain/source-line',
    mark: 'source_line',
    pattern:
      /(?:^|[.؟!»)\]\s])(?:منبع|منابع|به\s?نقل\s?از|برگرفته\s+از|ترجمه\s+از)\s*(?:خبر|عکس)?\s*[:：]\s*([^:\n؟!]{2,60}?)[\s.]*$/u,
    unknown: true,
    example: 'دو طرف دیدار کردند.\nمنبع: رویترز',
    counterexample:
      'دو طرف دربارهٔ این منبع: آب رودخانه و سهم هر کشور از آن و روش اندازه‌گیری روزانهٔ آن گفت‌وگو کردند.',
  },
  {
    id: 'chain/slash',
    mark: 'wire',
    pattern: /(?:[.»)؟!]|\s|^)\s*\/\s*([^/:؟!\n«»]{2,30}?)\s*[/.]?\s*$/u,
    unknown: false,
    example: 'دو کشور قرار گذاشته‌اند./فارس',
    counterexample: 'مسابقه ساعت ۳ آغاز شد./م',
  },
  {
    id: 'chain/parenthesis',
    mark: 'wire',
    pattern: /[([]\s*([^()[\]]{2,40})\s*[)\]][\s.]*$/u,
    unknown: false,
    example: 'دو طرف دیدار کردند. (ایسنا)',
    counterexample: 'این قطعنامه را همه می‌شناسند (۲۲۳۱)',
  },
];

/** How far behind the last line that may be read a credit is still looked for. */
const BEHIND_CHARS = 200;
/** Credits stand in the last two lines, end marks and editors' codes («۱۵۹ /») aside. */
const LAST_BLOCKS = 2;
const LAST_LINES = 6;
const TAIL_CHARS = 140;
const END_MARK = /[\s./|]*(?:انتهای|پایان)\s*(?:پیام|خبر)\s*[/.*\p{L}\p{N}\s-]{0,30}$/u;
const CODE = /^[\s/*.\p{Nd}-]*$/u;
const MAX_NAME_WORDS = 6;

/**
 * The credits at the end of the article, in order: in its last lines, and in the lines right behind them that are
 * nothing else («منبع: رویترز» stands outside the body that extraction cut).
 */
export function findTrailingCredits(document: Document, names: OutletNames): readonly TrailingCredit[] {
  const read = document.blocks.filter(({ role }) => role === 'body' || role === 'lede');
  const last = read.at(-1);
  if (!last) return [];
  const closing = read.slice(-LAST_LINES);
  while (closing.length > 1 && isEndMark(textOf(document, closing.at(-1)))) closing.pop();
  const found = closing.slice(-LAST_BLOCKS).flatMap((block) => creditOf(document.text, block, names));
  for (const line of linesBehind(document, last.end)) {
    const credits = creditOf(document.text, line, names);
    if (credits.length === 0 && !isEndMark(textOf(document, line))) break;
    found.push(...credits);
  }
  return found;
}

function linesBehind({ text, blocks }: Document, end: number): Span[] {
  const next = blocks.find((block) => block.start >= end)?.start ?? text.length;
  const behind = text.slice(end, Math.min(next, end + BEHIND_CHARS));
  return [...behind.matchAll(/[^\n\r]+/g)]
    .filter((match) => match[0].trim() !== '')
    .map((match) => span(end + match.index, end + match.index + match[0].length))
    .slice(0, 4);
}

function textOf({ text }: Document, line: Span | undefined): string {
  return line ? text.slice(line.start, line.end) : '';
}

function isEndMark(line: string): boolean {
  return CODE.test(line) || line.replace(END_MARK, '').trim() === '';
}

function creditOf(text: string, range: Span, names: OutletNames): readonly TrailingCredit[] {
  const block = foldBlock(text, range);
  const letters = block.letters.replace(END_MARK, '');
  const base = Math.max(0, letters.length - TAIL_CHARS);
  for (const rule of TRAILING_RULES) {
    const match = rule.pattern.exec(letters.slice(base));
    if (!match?.[1]) continue;
    const credits = namesIn(block, base + match.index + match[0].lastIndexOf(match[1]), match[1], {
      rule,
      names,
    });
    if (credits.length > 0) return credits;
  }
  return [];
}

/** Sources that one credit names: «منبع: رویترز / ایسنا». What follows something that is no name is none either. */
function namesIn(
  block: FoldedBlock,
  at: number,
  letters: string,
  { rule, names }: { readonly rule: TrailingRule; readonly names: OutletNames },
): readonly TrailingCredit[] {
  const credits: TrailingCredit[] = [];
  for (const part of letters.matchAll(/[^\s/،؛|+](?:[^/،؛|+]*[^\s/،؛|+])?/gu)) {
    const start = at + part.index;
    const end = start + part[0].length;
    const printed = block.raw.slice(block.rawAt(start), block.rawAt(end - 1) + 1);
    const outlet = names.named(printed);
    if (!outlet && !(rule.unknown && isName(printed))) break;
    const found = {
      name: outlet?.name ?? printed,
      ...(outlet && { outlet }),
      span: block.spanOf(start, end),
    };
    credits.push({ ...found, kind: 'medium', desk: false, rule: rule.id, mark: rule.mark });
  }
  return credits;
}

function isName(printed: string): boolean {
  return (
    /\p{L}{2}/u.test(printed) &&
    !/https?:|www\.|@/u.test(printed) &&
    printed.split(/\s+/).length <= MAX_NAME_WORDS
  );
}
