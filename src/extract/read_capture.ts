import type { Element } from 'domhandler';
import type { BodyRole } from '../model/extracted_page.js';
import type { OutletNames } from '../persian/outlet_names.js';
import { type Block, linkShare } from './block.js';
import { type Byline, cutBylines } from './byline.js';
import {
  cutInlineBoxes,
  dropTail,
  findTail,
  markCueLines,
  markRepeatedLabels,
  markTickers,
} from './clean_lines.js';
import { markContextLines } from './context_lines.js';
import { cutTrailingCredits, findLeadingCredits, readCreditBelow } from './credits.js';
import { blocksOf, type Draft, drop, isFree } from './draft.js';
import { markHeader, markMetaLines } from './header_lines.js';
import { endsSentence, looksLikeParagraph, wordCount } from './line_shapes.js';

/** Reads a text capture as an article: what is head, body, and the site's own. Returns the bylines found. */
export function readCapture(draft: Draft, names: OutletNames): readonly Byline[] {
  const { blocks } = draft.page;
  markCueLines(draft, blocks);
  markTickers(draft, blocks);
  const firstParagraph = blocks.findIndex((block) => isFree(draft, block) && looksLikeParagraph(block.text));
  const tail = findTail(draft, blocks, firstParagraph + 1);
  if (tail >= 0) dropTail(draft, blocks, tail);
  markRepeatedLabels(draft, blocks);
  markMetaLines(draft, blocks, tail);
  markHeader(draft, blocks, names);
  markContextLines(draft, blocks);
  markBody(draft, blocks);
  return finishBody(draft, names);
}

/** Bylines, credits and boxes inside the lines that were kept; the same for captures and pages. */
export function finishBody(draft: Draft, names: OutletNames): readonly Byline[] {
  const body = blocksOf(draft, 'body');
  const first = body[0];
  const bylines = cutBylines(draft, [...blocksOf(draft, 'lede').slice(0, 1), ...body.slice(0, 1)], names);
  cutInlineBoxes(draft, body);
  if (first) findLeadingCredits(draft, first, names);
  cutTrailingCredits(draft, body, names);
  readCreditBelow(draft, names);
  draft.credits.sort((a, b) => a.evidence.span.start - b.evidence.span.start);
  return bylines;
}

function markBody(draft: Draft, blocks: readonly Block[]): void {
  const free = blocks.filter((block) => isFree(draft, block));
  const titleAt = blocksOf(draft, 'title')[0]?.index ?? -1;
  for (const [at, block] of free.entries()) {
    if (block.index < titleAt) drop(draft, block, { kind: 'navigation', rule: 'line/above-title' });
    else
      draft.marks[block.index] = {
        role: 'body',
        rule: 'line/body',
        bodyRole: roleOf(block, at < free.length - 1),
      };
  }
}

/** A short line without a final mark, with text below it, is a subhead. */
export function roleOf(block: Block, hasNext: boolean): BodyRole {
  switch (block.tag) {
    case 'li':
    case 'dt':
    case 'dd':
      return 'list_item';
    case 'blockquote':
      return 'quote';
    case 'td':
    case 'th':
      return 'table';
    case 'figcaption':
    case 'caption':
      return 'caption';
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return 'subhead';
    case 'p':
    case 'div':
      return outerRole(block) ?? 'paragraph';
    default:
      return hasNext && isSubheadLine(block) ? 'subhead' : 'paragraph';
  }
}

/** A paragraph inside a quotation or list item is what stands around it. */
function outerRole(block: Block): BodyRole | undefined {
  let node = block.element;
  for (let up = 0; node?.attribs && up < OUTER_LEVELS; up++) {
    if (node.name === 'blockquote') return 'quote';
    if (node.name === 'li') return 'list_item';
    node = node.parent as Element | undefined;
  }
  return undefined;
}

const OUTER_LEVELS = 4;

function isSubheadLine(block: Block): boolean {
  if (block.tag !== 'line' || linkShare(block) > 0) return false;
  return wordCount(block.text) <= 10 && !endsSentence(block.text) && !/[:؛،»"]$/u.test(block.text);
}
