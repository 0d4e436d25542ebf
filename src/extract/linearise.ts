import type { ChildNode, Document, Element } from 'domhandler';
import { span } from '../model/span.js';
import type { Block, BlockHint, PageLink, PageText } from './block.js';
import { hintOf } from './element_hints.js';
import { type InkSize, isHidden, measure, NO_INK, SKIPPED } from './ink_sizes.js';
import { isElement } from './parse_html.js';
import { trimRange } from './text_lines.js';

/** Elements that run within a line; every other element begins and ends one. */
const INLINE = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
  'img',
  'nobr',
  'ruby',
  'rt',
  'rb',
  'blink',
  'o:p',
  'picture',
  'source',
  'amp-img',
]);

/** Tags that give a block its meaning; a `div` inside a `li` is still the list item. */
const MEANINGFUL = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'td',
  'th',
  'blockquote',
  'figcaption',
  'caption',
  'dt',
  'dd',
  'pre',
  'title',
]);

/** An element that holds this share of all letters of the page is not what its class name says. */
const PAGE_SHARE = 0.45;

/** All letters of a page that a reader sees, one line per block, in the order of the page. */
export function linearise(document: Document): PageText {
  const sizes = new Map<Element, InkSize>();
  const total = measure(document.children, sizes, false).letters;
  const writer = new BlockWriter(sizes, total);
  for (const title of findTitles(document)) writer.writeTitle(title);
  writer.walk(document.children, { tag: 'div', link: undefined, element: undefined, hint: undefined });
  return writer.finish();
}

interface Place {
  readonly tag: string;
  readonly element: Element | undefined;
  readonly link: Element | undefined;
  readonly hint: BlockHint | undefined;
}

/** Owns the growing text; one per page. */
class BlockWriter {
  readonly #sizes: ReadonlyMap<Element, InkSize>;
  readonly #total: number;
  readonly #parts: string[] = [];
  readonly #blocks: Block[] = [];
  readonly #links: PageLink[] = [];
  #length = 0;
  // Pieces, not one growing string: looking at its end would copy it each time, and links would keep the copies.
  #line: string[] = [];
  #lineLength = 0;
  #linkChars = 0;
  #place: Place | undefined;
  /** Set between two labels that touch in the markup and stand apart on the screen. */
  #parted = false;

  constructor(sizes: ReadonlyMap<Element, InkSize>, total: number) {
    this.#sizes = sizes;
    this.#total = total;
  }

  writeTitle(title: Element): void {
    const place: Place = {
      tag: 'title',
      element: title,
      link: undefined,
      hint: { kind: 'other', rule: 'tag/title' },
    };
    for (const child of title.children) if (child.type === 'text') this.#write(child.data, place);
    this.#flush();
  }

  walk(nodes: readonly ChildNode[], place: Place): void {
    for (const node of nodes) {
      if (node.type === 'text') this.#write((node as unknown as { data: string }).data, place);
      else if (isElement(node)) this.#enter(node, place);
    }
  }

  finish(): PageText {
    this.#flush();
    return { text: this.#parts.join('\n'), blocks: this.#blocks, links: this.#links };
  }

  #enter(element: Element, place: Place): void {
    const { name } = element;
    if (name === 'br' || name === 'hr') {
      this.#flush();
      return;
    }
    if (SKIPPED.has(name) || isHidden(element)) return;
    const hint = place.hint ?? this.#hintFor(element);
    if (INLINE.has(name)) {
      if (place.tag === 'div' && touchesLabel(element)) this.#parted = true;
      const link = name === 'a' ? element : place.link;
      const before = this.#line.length;
      this.walk(element.children, { ...place, link, hint });
      if (name === 'a') this.#recordLink(element, before);
      return;
    }
    this.#flush();
    const tag = MEANINGFUL.has(name) ? name : keepsMeaning(place.tag, name);
    this.walk(element.children, { tag, element, link: place.link, hint });
    this.#flush();
  }

  /** Class and tag count only where the element is a part of the page, not where it wraps the page. */
  #hintFor(element: Element): BlockHint | undefined {
    const hint = hintOf(element);
    if (!hint) return undefined;
    const size = this.#sizes.get(element) ?? NO_INK;
    if (size.letters > this.#total * PAGE_SHARE) return undefined;
    const holdsText = size.prose >= PROSE_CHARS && size.prose > size.letters * PROSE_SHARE;
    return holdsText && isWeak(hint) ? undefined : hint;
  }

  #write(data: string, place: Place): void {
    const text = data.replace(/[ \t\r\n\f\v]+/g, ' ');
    if (text === '' || (text === ' ' && this.#lineLength === 0)) return;
    if (this.#lineLength === 0 || this.#place?.element === undefined) this.#place = place;
    const last = this.#line.at(-1) ?? '';
    if (this.#parted && WORD_END.test(last) && WORD_START.test(text)) this.#push(' ');
    this.#parted = false;
    const isOpen = this.#lineLength === 0 || (this.#line.at(-1) ?? '').endsWith(' ');
    const more = isOpen ? text.replace(/^ /, '') : text;
    if (more === '') return;
    this.#push(more);
    if (place.link) this.#linkChars += more.length;
  }

  #push(piece: string): void {
    this.#line.push(piece);
    this.#lineLength += piece.length;
  }

  #recordLink(element: Element, before: number): void {
    const url = element.attribs.href?.trim();
    const text = this.#line.slice(before).join('').trim();
    if (url && text !== '') this.#links.push({ url, text, block: this.#blocks.length });
  }

  #flush(): void {
    const line = this.#line.join('');
    const place = this.#place;
    this.#line = [];
    this.#lineLength = 0;
    this.#place = undefined;
    const linkChars = this.#linkChars;
    this.#linkChars = 0;
    const range = line === '' ? undefined : trimRange(line, 0, line.length);
    if (!range || !place) return;
    const text = line.slice(range.start, range.end);
    const start = this.#length;
    this.#parts.push(text);
    this.#length += text.length + 1;
    this.#blocks.push({
      index: this.#blocks.length,
      span: span(start, start + text.length),
      text,
      tag: place.tag,
      linkChars: Math.min(linkChars, text.length),
      ...(place.element ? { element: place.element } : {}),
      ...(place.hint ? { hint: place.hint } : {}),
    });
  }
}

const WORD_END = /[\p{L}\p{N}]{2}$/u;
const WORD_START = /^[\p{L}\p{N}]/u;

/**
 * Labels in a row of their own elements, `<span class="code">۷۰۰۵</span><span class="views">۲۱۵۰ بازدید</span>`:
 * style sets them apart. Runs without classes are parts of words that an editor's program has split.
 */
function touchesLabel(element: Element): boolean {
  const before = element.prev;
  if (!isElement(before) || !INLINE.has(before.name)) return false;
  const [a, b] = [before.attribs.class, element.attribs.class];
  return before.name === element.name ? a !== undefined && b !== undefined && a !== b : element.name === 'a';
}

/** Prose from which on a badly named element is read as text, and its least share of the element's letters. */
const PROSE_CHARS = 500;
const PROSE_SHARE = 0.6;

/** Names that themes give to anything; `comments`, `related` and `footer` are meant. */
function isWeak({ kind, rule }: BlockHint): boolean {
  if (rule.startsWith('tag/') || rule === 'role/contentinfo') return false;
  return (
    kind === 'other' ||
    kind === 'meta_line' ||
    kind === 'tags' ||
    kind === 'advert' ||
    kind === 'share' ||
    kind === 'navigation'
  );
}

function keepsMeaning(outer: string, name: string): string {
  if (name === 'div' || name === 'section') return outer === 'li' || outer === 'blockquote' ? outer : 'div';
  if (name === 'ul' || name === 'ol' || name === 'table') return 'div';
  return outer === 'blockquote' ? outer : 'div';
}

/** The `title` of the head, wherever a broken page has put it; SVG titles do not count. */
function findTitles(document: Document): Element[] {
  const queue: { nodes: readonly ChildNode[]; depth: number }[] = [{ nodes: document.children, depth: 0 }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const node of next.nodes) {
      if (!isElement(node)) continue;
      if (node.name === 'title') return [node];
      if (next.depth < 3 && (node.name === 'html' || node.name === 'head' || node.name === 'body')) {
        queue.push({ nodes: node.children, depth: next.depth + 1 });
      }
    }
  }
  return [];
}
