import { compile, selectAll } from 'css-select';
import type { Document, Element } from 'domhandler';
import { isElement } from './parse_html.js';

/** Elements of a page by tag, class and id, so that a selector is tried on a handful instead of on thousands. */
export interface ElementIndex {
  readonly all: readonly Element[];
  readonly byName: ReadonlyMap<string, readonly Element[]>;
}

/** Index keys: `div`, `.item-text`, `#main`. Elements stay in page order. */
export function indexElements(elements: readonly Element[]): ElementIndex {
  const byName = new Map<string, Element[]>();
  for (const element of elements) {
    const { class: classes, id } = element.attribs;
    for (const name of new Set([element.name, ...(id ? [`#${id}`] : []), ...classWords(classes)])) {
      const list = byName.get(name);
      if (list) list.push(element);
      else byName.set(name, [element]);
    }
  }
  return { all: elements, byName };
}

/**
 * Runs a selector of the registry, results in page order. A faulty selector matches nothing: the registry's
 * loader cannot check it.
 */
export function selectElements(selector: string, index: ElementIndex): readonly Element[] {
  if (SIMPLE.test(selector)) return index.byName.get(selector) ?? [];
  const test = compiled(selector);
  const key = LAST_NAME.exec(selector)?.[0];
  const candidates = key === undefined || selector.includes(',') ? index.all : (index.byName.get(key) ?? []);
  return candidates.filter((element) => test(element));
}

/** Runs one of our own selectors below an element or document that needs no index. */
export function selectBelow(selector: string, root: Document | Element): Element[] {
  return (selectAll(selector, root as never) as unknown[]).filter(isElement);
}

/** The matches of the first selector that matches anything. */
export function selectFirstOf(selectors: readonly string[], index: ElementIndex): readonly Element[] {
  for (const selector of selectors) {
    const found = selectElements(selector, index);
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether `inner` is `outer` or lies below it. */
export function isWithin(inner: Element | undefined, outer: Element): boolean {
  for (let node = inner; node; node = node.parent as Element | undefined) if (node === outer) return true;
  return false;
}

/** One tag, class or id. */
const SIMPLE = /^[.#]?[\w-]+$/;
/** Name at the start of the last part of a selector: `.item-text` in `.item-body .item-text`, `meta` in `meta[…]`. */
const LAST_NAME = /[.#]?[\w-]+(?=(?:[.#[:][^\s>+~]*)?$)/;
const MAX_CLASSES = 40;
const COMPILED = new Map<string, (element: Element) => boolean>();
const COMPILED_ENTRIES = 5000;

function compiled(selector: string): (element: Element) => boolean {
  const known = COMPILED.get(selector);
  if (known) return known;
  if (COMPILED.size >= COMPILED_ENTRIES) COMPILED.clear();
  const test = tryCompile(selector);
  COMPILED.set(selector, test);
  return test;
}

function tryCompile(selector: string): (element: Element) => boolean {
  try {
    return compile(selector) as unknown as (element: Element) => boolean;
  } catch {
    return () => false;
  }
}

function classWords(classes: string | undefined): string[] {
  if (!classes || classes.length > 2000) return [];
  return classes
    .split(/\s+/, MAX_CLASSES)
    .filter(Boolean)
    .map((word) => `.${word}`);
}
