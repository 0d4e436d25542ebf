import type { Element } from 'domhandler';
import type { BoilerplateKind } from '../model/extracted_page.js';
import type { Span } from '../model/span.js';

/**
 * One line of the page's text: a block element of a page, or a line of a text capture. Everything that the
 * extract stage decides, it decides about blocks.
 */
export interface Block {
  readonly index: number;
  /** Trimmed: no space, NBSP or line end at either side. */
  readonly span: Span;
  readonly text: string;
  /** Lower-case tag that gives the block its meaning (`p`, `h1`, `li`, `td` …); `line` in a text capture. */
  readonly tag: string;
  /** Nearest block element; absent in a text capture. */
  readonly element?: Element;
  /** UTF-16 units that stand inside links. */
  readonly linkChars: number;
  /** What an ancestor's tag, class or id says that this block is. */
  readonly hint?: BlockHint;
}

/** A reason to drop found in the page's structure. */
export interface BlockHint {
  readonly kind: BoilerplateKind;
  readonly rule: string;
}

/** A link with the letters that it shows. */
export interface PageLink {
  readonly url: string;
  readonly text: string;
  readonly block: number;
}

/** A page or capture as one text and its lines. */
export interface PageText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly links: readonly PageLink[];
}

/** Share of a block's letters that are links, 0..1. */
export function linkShare(block: Block): number {
  return block.text.length === 0 ? 0 : block.linkChars / block.text.length;
}
