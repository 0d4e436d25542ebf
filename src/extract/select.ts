import { selectAll } from 'css-select';
import type { Document, Element } from 'domhandler';
import { isElement } from './parse_html.js';

/**
 * Runs a selector of the registry; a faulty one matches nothing (the registry's loader cannot check it). Results
 * in page order.
 */
export function selectElements(selector: string, root: Document | Element): Element[] {
  try {
    return (selectAll(selector, root as never) as unknown[]).filter(isElement);
  } catch {
    return [];
  }
}

/** The first matches of several selectors, the first selector that matches anything winning. */
export function selectFirstOf(selectors: readonly string[], root: Document | Element): Element[] {
  for (const selector of selectors) {
    const found = selectElements(selector, root);
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether `inner` is `outer` or lies below it. */
export function isWithin(inner: Element | undefined, outer: Element): boolean {
  for (let node = inner; node; node = node.parent as Element | undefined) if (node === outer) return true;
  return false;
}
