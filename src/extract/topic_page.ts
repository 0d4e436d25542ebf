import type { TopicItem } from '../model/extracted_page.js';
import { withPersianLetters } from '../persian/squeeze.js';
import type { Block } from './block.js';
import { type Draft, drop, isFree, squeezedLine } from './draft.js';
import { looksLikeParagraph } from './line_shapes.js';

/** A topic page: how many reports it says it has, and those that it shows. */
export interface TopicPage {
  readonly name?: string;
  readonly count?: number;
  readonly items: readonly TopicItem[];
  /** Words from which the publisher can be read: «در آوند بیشتر بخوانید». */
  readonly outletWords?: Block;
}

/** «۱۴۸ مطلب», «تعداد نتایج: ۳۲», «۲۱ خبر یافت شد» */
const COUNT_LINE =
  /^(?:تعداد(?:نتایج|مطالب|اخبار|خبرها)?|مجموع)?(\d{1,7})(?:مطلب|خبر|نتیجه|مورد|مقاله|گزارش|عنوان|پست|نوشته)(?:یافتشد|پیداشد|منتشرشده)?$|^تعداد(?:نتایج|مطالب|اخبار|خبرها)(\d{1,7})$/;
/** «در مورد … در آوند بیشتر بخوانید» */
const ABOUT_LINE = /^در(?:مورد|باره|بارۀ)(.*)$/;
const READ_MORE_AT = /^(?:[\s\u00a0]*در[\s\u00a0]+(.+?)[\s\u00a0]+بیشتر[\s\u00a0]+بخوانید)[\s\u00a0.:]*$/u;
const MIN_ITEMS = 3;

/**
 * Reads a text capture as a topic page, or undefined when it is none: a count line or the «بیشتر بخوانید»
 * header, and below it several teasers of which none follows from the one before.
 */
export function readTopicPage(draft: Draft, blocks: readonly Block[]): TopicPage | undefined {
  const countAt = blocks.findIndex((block) => countOf(draft, block) !== undefined);
  const aboutAt = blocks.findIndex(
    (block) => ABOUT_LINE.test(squeezedLine(draft, block).letters) && block.text.length < 60,
  );
  const readMoreAt = blocks.findIndex((block) => READ_MORE_AT.test(withPersianLetters(block.text)));
  const header = Math.max(countAt, readMoreAt, aboutAt);
  if (header < 0 || header > 12 || (countAt < 0 && readMoreAt < 0)) return undefined;
  const teasers = blocks
    .slice(header + 1)
    .filter((block) => looksLikeParagraph(block.text) && !isCueLine(draft, block));
  if (teasers.length < MIN_ITEMS) return undefined;
  for (const block of blocks.slice(0, header + 1))
    drop(draft, block, { kind: headerKind(block, header), rule: 'topic/header' });
  const count = countAt < 0 ? undefined : countOf(draft, blocks[countAt] as Block);
  const name = nameBetween(draft, blocks, aboutAt, readMoreAt);
  const outletWords = blocks[readMoreAt];
  return {
    items: teasers.map((block) => ({ text: block.text, span: block.span })),
    ...(count === undefined ? {} : { count }),
    ...(name === undefined ? {} : { name }),
    ...(outletWords ? { outletWords } : {}),
  };
}

/** The outlet's name in «در آوند بیشتر بخوانید», with its place in the block. */
export function outletOfReadMore(block: Block): string | undefined {
  return READ_MORE_AT.exec(withPersianLetters(block.text))?.[1];
}

/** The number of a count line. */
export function countOf(draft: Draft, block: Block): number | undefined {
  if (block.text.length > 40) return undefined;
  const match = COUNT_LINE.exec(squeezedLine(draft, block).letters);
  const digits = match?.[1] ?? match?.[2];
  return digits ? Number(digits) : undefined;
}

function isCueLine(draft: Draft, block: Block): boolean {
  return !isFree(draft, block);
}

/** The topic's name stands behind «در مورد» or in the line below it; a capture may have lost it. */
function nameBetween(
  draft: Draft,
  blocks: readonly Block[],
  aboutAt: number,
  readMoreAt: number,
): string | undefined {
  const about = blocks[aboutAt];
  if (!about) return undefined;
  const behind = /^در\s*(?:مورد|باره\u200c?(?:ی|ٔ)?)\s+(.+)$/u.exec(about.text)?.[1];
  if (behind && squeezedLine(draft, about).letters.length > 6) return behind.trim();
  const between = blocks.slice(aboutAt + 1, Math.max(readMoreAt, aboutAt + 1));
  return between.length === 1 ? between[0]?.text : undefined;
}

function headerKind(block: Block, _header: number): 'meta_line' | 'navigation' {
  return looksLikeParagraph(block.text) ? 'meta_line' : 'navigation';
}
