import type { ExtractedPage } from '../model/extracted_page.js';
import { cut, type Span } from '../model/span.js';
import { tokenise } from '../persian/keys.js';

/** One word of a version, or the end of one of its blocks. */
export interface VersionWord extends Span {
  readonly key: string;
}

/** The key of the end of a block; no word has it. */
export const BLOCK_END = '\n';

/** The words of some blocks with places in the page's text; every block is closed by its end. */
export function wordsOf(page: ExtractedPage, blocks: readonly (Span | undefined)[]): readonly VersionWord[] {
  return blocks.flatMap((block) => {
    if (block === undefined) return [];
    const words = tokenise(cut(page.text, block)).map(({ key, start, end }) => ({
      key,
      start: block.start + start,
      end: block.start + end,
    }));
    return [...words, { key: BLOCK_END, start: block.end, end: block.end }];
  });
}
