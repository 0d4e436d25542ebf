/** How much of an article may be shown. */
import type { ArticleBlock, ArticleDetail } from '../store/site_article.js';
import type { SiteSettings } from '../store/site_settings.js';
import { safeHref } from './addresses.js';
import { cutAtWord, shown } from './words.js';

/** One block as readers see it. */
export interface ShownBlock {
  readonly role: ArticleBlock['role'];
  readonly text: string;
}

export interface ShownText {
  readonly blocks: readonly ShownBlock[];
  /** The same with lists, tables and links: sanitised when it was stored. */
  readonly html?: string;
  /** Whether something was left out. */
  readonly isExcerpt: boolean;
  /** The publisher's own page, where the rest stands. */
  readonly href: string | undefined;
}

/**
 * The whole text where the outlet's terms allow it, where the operator says so, and where there is no page to
 * send the reader to (text captures are the operator's own files); else the beginning.
 */
export function showText(
  article: Pick<ArticleDetail, 'blocks' | 'fullTextAllowed' | 'url' | 'canonicalUrl' | 'readingHtml'>,
  settings: Pick<SiteSettings, 'fullText' | 'excerptLength'>,
): ShownText {
  const href = safeHref(article.url) ?? safeHref(article.canonicalUrl);
  const blocks = article.blocks
    .map(({ role, text }) => ({ role, text: shown(text) }))
    .filter(({ text }) => text !== '');
  // What the operator says of one outlet stands above what is said of all.
  const isFull =
    article.fullTextAllowed === true ||
    (settings.fullText === 'full' && article.fullTextAllowed !== false) ||
    href === undefined;
  if (isFull) {
    const html = article.fullTextAllowed === true ? article.readingHtml : undefined;
    return { blocks, isExcerpt: false, href, ...(html === undefined ? {} : { html }) };
  }
  const cut = cutBlocks(blocks, settings.excerptLength);
  return { blocks: cut, isExcerpt: lengthOf(cut) < lengthOf(blocks), href };
}

function cutBlocks(blocks: readonly ShownBlock[], letters: number): readonly ShownBlock[] {
  const kept: ShownBlock[] = [];
  let left = letters;
  for (const block of blocks) {
    if (left <= 0) break;
    kept.push({ role: block.role, text: cutAtWord(block.text, left) });
    left -= block.text.length;
  }
  // A subheading without its paragraph promises what is not there.
  return kept.at(-1)?.role === 'subhead' ? kept.slice(0, -1) : kept;
}

function lengthOf(blocks: readonly ShownBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}
