import type { Element } from 'domhandler';
import { textContent } from 'domutils';
import { span } from '../model/span.js';
import type { Block } from './block.js';
import type { Draft } from './draft.js';

const INDEXES = new WeakMap<Draft, ReadonlyMap<Element, Block>>();
/** Longest text of an element that is looked for inside a line. */
const INLINE_CHARS = 600;

/** The first line of an element: of a block element, or of an inline one that fills a line alone. */
export function blockOf(draft: Draft, element: Element): Block | undefined {
  const direct = firstBlocks(draft).get(element);
  if (direct) return direct;
  const line = lineOf(draft, element);
  return line && draft.page.blocks[line.index]?.text === line.text ? line : undefined;
}

/** The letters of an element as a line of their own, wherever in a line of the page they stand. */
export function lineOf(draft: Draft, element: Element): Block | undefined {
  const direct = firstBlocks(draft).get(element);
  if (direct) return direct;
  const text = trimmedText(element);
  if (text === '' || text.length > INLINE_CHARS) return undefined;
  const parent = blockParent(draft, element);
  for (const block of draft.page.blocks) {
    if (block.element !== parent) continue;
    const at = block.text.indexOf(text);
    const start = block.span.start + at;
    if (at >= 0) return { ...block, text, span: span(start, start + text.length) };
  }
  return undefined;
}

/** All letters below an element as one line. */
export function trimmedText(element: Element): string {
  return textContent(element).replace(/\s+/g, ' ').trim();
}

function blockParent(draft: Draft, element: Element): Element | undefined {
  const known = firstBlocks(draft);
  let node = element.parent as Element | undefined;
  while (node?.attribs && !known.has(node)) node = node.parent as Element | undefined;
  return node;
}

/** First block below each element, made once per draft. */
function firstBlocks(draft: Draft): ReadonlyMap<Element, Block> {
  const known = INDEXES.get(draft);
  if (known) return known;
  const first = new Map<Element, Block>();
  for (const block of draft.page.blocks) {
    let node = block.element;
    while (node?.attribs && !first.has(node)) {
      first.set(node, block);
      node = node.parent as Element | undefined;
    }
  }
  INDEXES.set(draft, first);
  return first;
}
