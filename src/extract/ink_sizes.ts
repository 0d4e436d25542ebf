import type { ChildNode, Element } from 'domhandler';
import { isElement } from './parse_html.js';

// What of a page is visible, and how much of it stands below each element.

/** Elements whose letters no reader sees as text. */
export const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'canvas',
  'audio',
  'video',
  'select',
  'option',
  'datalist',
  'input',
  'textarea',
  'button',
  'map',
  'head',
  'link',
  'meta',
  'applet',
  'progress',
]);

/** Letters below an element, and those of them that stand in longer stretches outside links. */
export interface InkSize {
  readonly letters: number;
  readonly prose: number;
}

export const NO_INK: InkSize = { letters: 0, prose: 0 };
/** A text node so long is part of a sentence rather than a label. */
const PROSE_NODE_CHARS = 60;
/** Sizes of all elements below some nodes, put into `sizes`; the sum is returned. */
export function measure(nodes: readonly ChildNode[], sizes: Map<Element, InkSize>, inLink: boolean): InkSize {
  let letters = 0;
  let prose = 0;
  for (const node of nodes) {
    if (node.type === 'text') {
      const { length } = (node as unknown as { data: string }).data.trim();
      letters += length;
      if (!inLink && length >= PROSE_NODE_CHARS) prose += length;
    } else if (isElement(node) && !SKIPPED.has(node.name) && !isHidden(node)) {
      const size = measure(node.children, sizes, inLink || node.name === 'a');
      sizes.set(node, size);
      letters += size.letters;
      prose += size.prose;
    }
  }
  return { letters, prose };
}

/** Whether an element is hidden by an attribute or its own style. */
export function isHidden(element: Element): boolean {
  const { hidden, style } = element.attribs;
  if (hidden !== undefined && hidden !== 'until-found') return true;
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 500));
}
