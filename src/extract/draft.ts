import type { BodyRole, BoilerplateKind, Credit, PageDate } from '../model/extracted_page.js';
import type { Issue } from '../model/issue.js';
import type { Span } from '../model/span.js';
import { type SqueezedText, squeeze } from '../persian/squeeze.js';
import type { Block, PageText } from './block.js';
import type { LineCounts, OpenLine } from './repeated_lines.js';

/** What a block turned out to be. */
export type Mark =
  | { readonly role: 'title' | 'kicker' | 'lede'; readonly rule: string }
  | { readonly role: 'body'; readonly rule: string; readonly bodyRole: BodyRole }
  | { readonly role: 'dropped'; readonly rule: string; readonly kind: BoilerplateKind };

/** A stretch of letters inside a kept block that is not the publisher's text: a byline, a credit, a link. */
export interface Cutting {
  readonly kind: BoilerplateKind;
  readonly rule: string;
  readonly span: Span;
}

/** The working paper of one extraction: steps read it and add to it; nobody else sees it. */
export interface Draft {
  readonly page: PageText;
  readonly source: 'html' | 'text';
  readonly marks: (Mark | undefined)[];
  /** What is left of a kept block after bylines and credits were cut off, by block index. */
  readonly kept: Map<number, Span>;
  readonly cuttings: Cutting[];
  readonly credits: Credit[];
  readonly authors: string[];
  readonly category: string[];
  readonly tags: string[];
  readonly issues: Issue[];
  /** Rule that found the part of the page in which the article stands. */
  container?: string;
  newsCode?: string;
  published?: PageDate;
  modified?: PageDate;
  /** Part of a block that is the title, where the block holds more («… - خبرآنلاین»). */
  titleSpan?: Span;
  /** Lines of other pages of the host, where the caller knows some. */
  hostLines?: LineCounts;
  /** Lines that the host's other pages may give away. */
  readonly openLines: OpenLine[];
  readonly squeezedLines: (SqueezedText | undefined)[];
}

/** An empty draft for a page. */
export function newDraft(page: PageText, source: 'html' | 'text'): Draft {
  return {
    page,
    source,
    marks: new Array<Mark | undefined>(page.blocks.length).fill(undefined),
    kept: new Map(),
    cuttings: [],
    credits: [],
    authors: [],
    category: [],
    tags: [],
    issues: [],
    openLines: [],
    squeezedLines: [],
  };
}

/** The squeezed letters of a block, made once. */
export function squeezedLine(draft: Draft, block: Block): SqueezedText {
  const known = draft.squeezedLines[block.index];
  if (known) return known;
  const line = squeeze(block.text.length > 2000 ? block.text.slice(0, 2000) : block.text);
  draft.squeezedLines[block.index] = line;
  return line;
}

/** Drops a block unless something was decided about it before. */
export function drop(draft: Draft, block: Block, reason: { kind: BoilerplateKind; rule: string }): void {
  draft.marks[block.index] ??= { role: 'dropped', kind: reason.kind, rule: reason.rule };
}

/** Whether nothing has been decided about a block. */
export function isFree(draft: Draft, block: Block): boolean {
  return draft.marks[block.index] === undefined;
}

/** Blocks about which nothing has been decided, in page order. */
export function freeBlocks(draft: Draft): Block[] {
  return draft.page.blocks.filter((block) => draft.marks[block.index] === undefined);
}

/** The blocks of one role, in page order. */
export function blocksOf(draft: Draft, role: Mark['role']): Block[] {
  return draft.page.blocks.filter((block) => draft.marks[block.index]?.role === role);
}

/** What is left of a block. */
export function keptSpan(draft: Draft, block: Block): Span {
  return draft.kept.get(block.index) ?? block.span;
}
