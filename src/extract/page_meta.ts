import type { Document, Element } from 'domhandler';
import { textContent } from 'domutils';
import { readJsonLd, type StructuredArticle } from './json_ld.js';
import { isElement } from './parse_html.js';
import { type ElementIndex, indexElements } from './select.js';

/** Head data and structured data of a page: what it says about itself outside its visible text. */
export interface PageMeta {
  /** `meta` by lower-case name, property or itemprop; the first of each wins. */
  readonly meta: ReadonlyMap<string, string>;
  readonly articles: readonly StructuredArticle[];
  readonly canonicalUrl?: string;
  readonly language?: string;
  /** Elements by itemprop: `articleBody`, `headline`, `datePublished` … */
  readonly itemprops: ReadonlyMap<string, readonly Element[]>;
  /** All elements in page order. */
  readonly elements: readonly Element[];
  readonly index: ElementIndex;
}

/** Reads everything that later steps ask of the tree in one walk. */
export function readPageMeta(document: Document): PageMeta {
  const elements = listElements(document);
  const meta = new Map<string, string>();
  const itemprops = new Map<string, Element[]>();
  const scripts: string[] = [];
  for (const element of elements) {
    if (element.name === 'meta') addMeta(meta, element.attribs);
    else if (isJsonLd(element)) scripts.push(textContent(element));
    if (element.attribs.itemprop) addItemprops(itemprops, element);
  }
  const canonicalUrl = elements.find(isCanonical)?.attribs.href?.trim();
  const language = elements.find((element) => element.name === 'html')?.attribs.lang?.trim();
  return {
    meta,
    articles: readJsonLd(scripts),
    itemprops,
    elements,
    index: indexElements(elements),
    ...(canonicalUrl ? { canonicalUrl } : {}),
    ...(language ? { language } : {}),
  };
}

/** The first of several metas that is there. */
export function metaOf(page: PageMeta, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = page.meta.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

function isJsonLd({ name, attribs }: Element): boolean {
  return name === 'script' && /ld\+json/i.test(attribs.type ?? '');
}

function isCanonical({ name, attribs }: Element): boolean {
  return name === 'link' && /(^|\s)canonical(\s|$)/i.test(attribs.rel ?? '');
}

function listElements(document: Document): Element[] {
  const elements: Element[] = [];
  const stack = [...document.children].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    elements.push(node);
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child && child.type !== 'text') stack.push(child);
    }
  }
  return elements;
}

function addMeta(meta: Map<string, string>, attribs: Readonly<Record<string, string>>): void {
  const content = (attribs.content ?? attribs.value)?.trim();
  if (!content) return;
  for (const key of [attribs.property, attribs.name, attribs.itemprop, attribs['http-equiv']]) {
    for (const name of key?.toLowerCase().split(/\s+/) ?? []) {
      if (name !== '' && !meta.has(name)) meta.set(name, content);
    }
  }
}

function addItemprops(itemprops: Map<string, Element[]>, element: Element): void {
  for (const name of element.attribs.itemprop?.split(/\s+/) ?? []) {
    const list = itemprops.get(name);
    if (list) list.push(element);
    else itemprops.set(name, [element]);
  }
}
