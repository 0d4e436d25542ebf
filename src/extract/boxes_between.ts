import type { Element } from 'domhandler';
import { type Block, linkShare } from './block.js';
import type { KeyedCue } from './boilerplate_cues.js';
import { fitsCue, isTableCell, ruleOf } from './clean_lines.js';
import { type Draft, drop, isFree, squeezedLine } from './draft.js';
import { looksLikeParagraph } from './line_shapes.js';
import { matchCue } from './match_cue.js';
import { isWithin } from './select.js';

/** Letters outside links up to which an element between two paragraphs is a box; an article's section holds more. */
const BOX_CHARS = 600;

/** Shortest paragraph beside a box that shows that the text goes on. */
const SENTENCE_CHARS = 40;

/**
 * Drops an element between two paragraphs of one parent that a cue heads: «پربازدیدها» with its list, «آگهی» with
 * its slogan. The article goes on below it, whatever the cue means elsewhere.
 *
 *   <p>…</p>  <section><h3>پربازدیدها</h3><ol>…</ol></section>  <p>…</p>
 *             ^----------------------------------------------^
 */
export function dropBoxesBetween(draft: Draft, blocks: readonly Block[]): void {
  for (const [at, block] of blocks.entries()) {
    if (!isFree(draft, block)) continue;
    const hit = matchCue(squeezedLine(draft, block));
    if (!hit || !opensBox(hit.cue) || !fitsCue(block, hit.cue) || isTableCell(block)) continue;
    const box = headedBy(draft, block);
    if (!box || !standsBetween(box, blocks, at)) continue;
    for (const part of draft.page.blocks.slice(block.index))
      if (isWithin(part.element, box)) drop(draft, part, { kind: hit.cue.kind, rule: ruleOf(hit.cue) });
      else break;
  }
}

/** Heads of lists and adverts; labels of a single line head nothing, and below comments no article goes on. */
function opensBox({ reach, kind }: KeyedCue): boolean {
  if (kind === 'comments' || kind === 'footer') return false;
  return reach !== 'line' || kind === 'advert';
}

/** The largest element that begins with the line and is no larger than a box. */
function headedBy(draft: Draft, block: Block): Element | undefined {
  const before = draft.page.blocks[block.index - 1];
  let box: Element | undefined;
  for (let node = block.element; node?.attribs; node = node.parent as Element | undefined) {
    if (before && isWithin(before.element, node)) break;
    if (proseBelow(draft, block, node) > BOX_CHARS) return undefined;
    box = node;
  }
  return box;
}

function proseBelow(draft: Draft, head: Block, element: Element): number {
  let chars = 0;
  for (const block of draft.page.blocks.slice(head.index)) {
    if (!isWithin(block.element, element) || chars > BOX_CHARS) break;
    chars += block.text.length - block.linkChars;
  }
  return chars;
}

/** Whether paragraphs of the same parent stand before and behind an element. */
function standsBetween(box: Element, blocks: readonly Block[], at: number): boolean {
  const isSibling = (block: Block) =>
    block.element?.parent === box.parent &&
    (looksLikeParagraph(block.text) || (block.tag === 'p' && block.text.length >= SENTENCE_CHARS)) &&
    linkShare(block) < 0.5;
  return blocks.slice(0, at).some(isSibling) && blocks.slice(at + 1).some(isSibling);
}
