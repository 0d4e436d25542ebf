import { type Block, linkShare } from './block.js';
import { blocksOf, type Draft } from './draft.js';
import { looksLikeParagraph } from './line_shapes.js';

/** Blocks between headline and text that are looked through; more means that the headline is another one. */
const REACH = 25;
const MAX_CHARS = 1500;
/** What intros are called by themes, and what stands outside the marked article. */
const RECOVERABLE = /^(?:outside-article|name\/(?:other|meta)(?::.*)?)$/;

/**
 * An intro often stands outside the element of the text, or in one called `teaser`: a paragraph without links
 * between the headline and the first paragraph is the lede, wherever it stands.
 */
export function recoverIntro(draft: Draft): void {
  const title = blocksOf(draft, 'title')[0];
  const first = blocksOf(draft, 'body')[0];
  if (
    !title ||
    !first ||
    title.tag === 'title' ||
    first.index - title.index > REACH ||
    first.index <= title.index
  )
    return;
  const between = draft.page.blocks
    .slice(title.index + 1, first.index)
    .filter((block) => isIntro(draft, block));
  for (const block of between) {
    const taken = blocksOf(draft, 'lede').length > 0;
    draft.marks[block.index] = taken
      ? { role: 'body', rule: 'structure/intro', bodyRole: 'paragraph' }
      : { role: 'lede', rule: 'structure/intro' };
  }
}

function isIntro(draft: Draft, block: Block): boolean {
  const mark = draft.marks[block.index];
  if (mark?.role !== 'dropped' || !RECOVERABLE.test(mark.rule)) return false;
  return block.text.length <= MAX_CHARS && linkShare(block) < 0.2 && looksLikeParagraph(block.text);
}
