import type { Element } from 'domhandler';
import { type Block, type BlockHint, linkShare } from './block.js';
import { type Draft, drop, isFree } from './draft.js';
import { endsSentence, looksLikeParagraph, wordCount } from './line_shapes.js';
import { type MainContainer, namesOf } from './main_container.js';
import { isWithin } from './select.js';

/** Longest block that a class name alone can make boilerplate where the article itself is marked. */
const NAMED_META_CHARS = 400;

/** Drops everything outside the article's container and, inside it, the parts that tags and names give away. */
export function markStructure(draft: Draft, container: MainContainer, removed: readonly Element[]): void {
  const inside = insideTest(container);
  for (const block of draft.page.blocks) {
    if (!isFree(draft, block)) continue;
    const reason = inside(block) ? reasonInside(block, container, removed) : (block.hint ?? OUTSIDE);
    if (reason) drop(draft, block, reason);
  }
  for (const block of draft.page.blocks) {
    if (isFree(draft, block) && isCaption(block))
      drop(draft, block, { kind: 'other', rule: 'structure/caption' });
  }
  markLinkLists(draft, draft.page.blocks);
  markScraps(draft, draft.page.blocks);
}

const OUTSIDE: BlockHint = { kind: 'other', rule: 'outside-article' };
const REMOVED: BlockHint = { kind: 'related', rule: 'profile/remove' };

function reasonInside(
  block: Block,
  container: MainContainer,
  removed: readonly Element[],
): BlockHint | undefined {
  if (removed.some((element) => isWithin(block.element, element))) return REMOVED;
  if (!block.hint || isStrayHint(block)) return undefined;
  return container.namesIgnored && block.hint.rule.startsWith('name/') ? undefined : block.hint;
}

/** What stands under a picture is kept with the picture. */
function isCaption(block: Block): boolean {
  if (block.tag === 'figcaption' || block.tag === 'caption') return true;
  for (
    let node = block.element, up = 0;
    node?.attribs && up < 4;
    node = node.parent as Element | undefined, up++
  ) {
    if (node.name === 'figure' || node.name === 'figcaption') return block.text.length < CAPTION_CHARS;
    if (CAPTION_NAMES.test(namesOf(node))) return block.text.length < CAPTION_CHARS;
  }
  return false;
}

/** Longer ones are stories told under pictures. */
const CAPTION_CHARS = 250;
const CAPTION_NAMES =
  /[ _-](caption(-?text)?|wp-caption-text|bildunterschrift|image-?(caption|credit)|img-?(caption|credit)|photo-?(caption|credit)|picture-?caption)[ _-]/;

/** Whether blocks lie below the container; ancestors are looked up once per element. */
export function insideTest(container: MainContainer | undefined): (block: Block) => boolean {
  if (container?.only) return (block) => block.tag === container.only;
  if (container?.whole) return (block) => block.tag !== 'given';
  const roots = new Set(container?.elements ?? []);
  const known = new Map<Element, boolean>();
  const isInside = (element: Element | undefined): boolean => {
    if (!element?.attribs) return false;
    const cached = known.get(element);
    if (cached !== undefined) return cached;
    const found = roots.has(element) || isInside((element.parent ?? undefined) as Element | undefined);
    known.set(element, found);
    return found;
  };
  return (block) => isInside(block.element);
}

/** A long paragraph below something called `meta` or `tags` is text that a theme has named badly. */
function isStrayHint(block: Block): boolean {
  if (!block.hint?.rule.startsWith('name/')) return false;
  const weak = block.hint.kind === 'meta_line' || block.hint.kind === 'tags';
  return weak && block.text.length > NAMED_META_CHARS && linkShare(block) < 0.2 && endsSentence(block.text);
}

/** Shortest unclosed line outside paragraphs, lists and tables that is believed to be text. */
const SCRAP_CHARS = 40;

/**
 * Names, dates, labels and counters that stand in elements of their own; lines of verse and addresses, which
 * `br` divides, lie together in one element and stay.
 */
function markScraps(draft: Draft, blocks: readonly Block[]): void {
  const stamps = blocks.filter((block) => isFree(draft, block) && TIME_STAMP.test(block.text)).length;
  for (const block of blocks) {
    if (
      !isFree(draft, block) ||
      block.tag !== 'div' ||
      block.text.length >= SCRAP_CHARS ||
      endsSentence(block.text) ||
      SOURCE_LINE.test(block.text) ||
      (stamps >= LIVE_STAMPS && TIME_STAMP.test(block.text))
    )
      continue;
    const beside = [blocks[block.index - 1], blocks[block.index + 1]];
    if (block.element && beside.some((other) => other?.element === block.element)) continue;
    drop(draft, block, { kind: 'other', rule: 'structure/scrap' });
  }
}

/** The time at which an entry of a live page was written; the running time of a film stands alone. */
const TIME_STAMP = /^\p{Nd}{1,2}[:٫.]\p{Nd}{2}$/u;
const LIVE_STAMPS = 3;
/** Read as a credit by a later step. */
const SOURCE_LINE =
  /^(?:منبع|منابع|به نقل از|برگرفته از)[\s\u00a0]*[:：]|^(?:انتهای|پایان)[\s\u00a0]+پ[یي]ام/u;

/** Blocks that are nothing but links to elsewhere: lists, and single lines that do not close a sentence. */
function markLinkLists(draft: Draft, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (!isFree(draft, block)) continue;
    const share = linkShare(block);
    if (share <= 0.5) continue;
    const prose = block.tag === 'p' && share < 0.9 && endsSentence(block.text) && wordCount(block.text) > 6;
    if (!prose && !(block.tag === 'p' && looksLikeParagraph(block.text) && endsSentence(block.text))) {
      drop(draft, block, { kind: 'related', rule: 'structure/links' });
    }
  }
}
