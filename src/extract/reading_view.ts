import type { ChildNode, Element } from 'domhandler';
import type { BodyRole } from '../model/extracted_page.js';
import { cut } from '../model/span.js';
import type { Block } from './block.js';
import { type Draft, keptSpan } from './draft.js';
import { isElement } from './parse_html.js';
import { escapeText, safeHtml } from './safe_html.js';

/** Longer texts are shown as plain paragraphs. */
const MAX_HTML_CHARS = 400_000;

/**
 * The body as HTML that may be shown: the paragraphs that were kept, in their order, with the lists, quotes, tables,
 * emphasis and links that the page gave them. Made from the kept blocks alone, so that nothing that was dropped can
 * come back, and passed through the sanitiser; absent where the page has no structure to show.
 */
export function readingView(draft: Draft, base: string | undefined): string | undefined {
  const pieces: Piece[] = [];
  for (const block of draft.page.blocks) {
    const mark = draft.marks[block.index];
    const kept = keptSpan(draft, block);
    if (mark?.role !== 'body' || kept.end <= kept.start) continue;
    const isWhole = kept.start === block.span.start && kept.end === block.span.end;
    const marked = isWhole ? markupOf(block) : undefined;
    pieces.push({ block, role: mark.bodyRole, html: marked ?? escapeText(cut(draft.page.text, kept)) });
  }
  const html = render(pieces);
  return html === '' || html.length > MAX_HTML_CHARS ? undefined : safeHtml(html, base);
}

interface Piece {
  readonly block: Block;
  readonly role: BodyRole;
  /** Inner HTML of our own making. */
  readonly html: string;
}

/** Emphasis and links inside a line; everything else is its letters. */
const KEPT_INLINE = new Set(['a', 'b', 'strong', 'i', 'em', 'sub', 'sup']);

/** The inner HTML of a block that is one element; undefined where its letters are not exactly the block's. */
function markupOf(block: Block): string | undefined {
  if (block.element === undefined) return undefined;
  const text: string[] = [];
  const html: string[] = [];
  const walk = (node: ChildNode): void => {
    if (node.type === 'text') {
      const { data } = node as unknown as { data: string };
      text.push(data);
      html.push(escapeText(data));
    }
    if (!isElement(node)) return;
    const tag = KEPT_INLINE.has(node.name) ? node.name : undefined;
    const href = node.name === 'a' ? ` href="${escapeText(node.attribs.href ?? '')}"` : '';
    if (tag !== undefined) html.push(`<${tag}${href}>`);
    for (const child of node.children) walk(child);
    if (tag !== undefined) html.push(`</${tag}>`);
  };
  for (const child of block.element.children) walk(child);
  return text.join('').replace(/\s+/g, ' ').trim() === block.text.replace(/\s+/g, ' ')
    ? html.join('')
    : undefined;
}

/** Blocks of one list, quote or table stand together. */
function render(pieces: readonly Piece[]): string {
  const html: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] as Piece;
    const holder = holderOf(piece);
    let end = at + 1;
    while (holder && end < pieces.length && holderOf(pieces[end] as Piece) === holder) end += 1;
    html.push(holder ? renderGroup(holder, pieces.slice(at, end)) : renderAlone(piece));
    at = end;
  }
  return html.join('\n');
}

const HOLDERS: Readonly<Partial<Record<BodyRole, readonly string[]>>> = {
  list_item: ['ul', 'ol'],
  quote: ['blockquote'],
  // A paragraph of a quotation is told as a paragraph.
  paragraph: ['blockquote'],
  table: ['table'],
};

function holderOf({ block, role }: Piece): Element | undefined {
  return closest(block.element, HOLDERS[role] ?? []);
}

function closest(element: Element | undefined, names: readonly string[]): Element | undefined {
  for (let node = element; node?.attribs; node = node.parent as Element | undefined)
    if (names.includes(node.name)) return node;
  return undefined;
}

function renderGroup(holder: Element, pieces: readonly Piece[]): string {
  if (holder.name === 'table') return renderTable(pieces);
  if (holder.name === 'blockquote')
    return `<blockquote>${pieces.map(({ html }) => `<p>${html}</p>`).join('')}</blockquote>`;
  const items = pieces.map(({ html }) => `<li>${html}</li>`).join('');
  return `<${holder.name}>${items}</${holder.name}>`;
}

function renderTable(pieces: readonly Piece[]): string {
  const rows = groupBy(pieces, ({ block }) => closest(block.element, ['tr']));
  const written = rows.map((row) => {
    const cells = groupBy(row, ({ block }) => closest(block.element, ['td', 'th']));
    return `<tr>${cells.map(renderCell).join('')}</tr>`;
  });
  return `<table><tbody>${written.join('')}</tbody></table>`;
}

function renderCell(pieces: readonly Piece[]): string {
  const cell = closest(pieces[0]?.block.element, ['td', 'th']);
  const name = cell?.name ?? 'td';
  const { colspan, rowspan } = cell?.attribs ?? {};
  const spans = `${colspan ? ` colspan="${escapeText(colspan)}"` : ''}${rowspan ? ` rowspan="${escapeText(rowspan)}"` : ''}`;
  return `<${name}${spans}>${pieces.map(({ html }) => html).join(' ')}</${name}>`;
}

function groupBy(pieces: readonly Piece[], keyOf: (piece: Piece) => Element | undefined): Piece[][] {
  const groups: Piece[][] = [];
  let last: Element | undefined;
  for (const piece of pieces) {
    const key = keyOf(piece);
    if (key !== undefined && key === last) groups.at(-1)?.push(piece);
    else groups.push([piece]);
    last = key;
  }
  return groups;
}

function renderAlone({ role, html }: Piece): string {
  switch (role) {
    case 'subhead':
      return `<h2>${html}</h2>`;
    case 'quote':
      return `<blockquote><p>${html}</p></blockquote>`;
    case 'list_item':
      return `<ul><li>${html}</li></ul>`;
    case 'caption':
      return `<p><small>${html}</small></p>`;
    default:
      return `<p>${html}</p>`;
  }
}
