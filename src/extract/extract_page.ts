import { fatal } from '../model/issue.js';
import type { Registry } from '../sources/registry.js';
import { decodeHtml } from './decode_html.js';
import { extractCapture } from './extract_capture.js';
import { extractHtml } from './extract_html.js';
import { type ExtractInput, type ExtractResult, noText } from './extract_input.js';

export type { ExtractInput, ExtractResult } from './extract_input.js';

/** Name and version of the stage: rows derived by an older version are derived again. */
export const STAGE = { name: 'extract', version: 1 } as const;

/**
 * Reads a page: what kind it is, who published it when, its headline, lede and paragraphs, and every part
 * that is not the article, with the rule that dropped it. Never throws; an input without any text yields a
 * fatal issue and no value.
 */
export function extractPage(input: ExtractInput, registry: Registry): ExtractResult {
  if (input.bytes !== undefined) {
    const { html, issues } = decodeHtml(input.bytes, input.contentType);
    return extractHtml(input, html, { registry, before: issues });
  }
  if (input.html !== undefined) return extractHtml(input, input.html, { registry, before: [] });
  if (input.text !== undefined) return extractCapture(input, input.text, registry);
  return noText([fatal('extract.no_input', 'Cannot extract a page: neither HTML nor text was given')]);
}
