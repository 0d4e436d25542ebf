import type { ListingItem, TopicItem } from '../model/extracted_page.js';
import { cut } from '../model/span.js';
import { linkShare, type PageLink } from './block.js';
import { blocksOf, type Draft } from './draft.js';
import { wordCount } from './line_shapes.js';
import { resolveUrl } from './resolve_url.js';
import { countOf, type TopicPage } from './topic_page.js';

/** A link that reads like the headline of an article. */
export interface HeadlineLink extends PageLink {
  readonly title: string;
}

const MIN_WORDS = 4;
const MAX_CHARS = 250;
const NEVER = new Set(['navigation', 'footer', 'share', 'tags', 'comments', 'advert']);

/** Links to articles in page order, each address once: at least four words, outside navigation and footer. */
export function findHeadlineLinks(draft: Draft, base: string | undefined): HeadlineLink[] {
  const found = new Map<string, HeadlineLink>();
  for (const link of draft.page.links) {
    const block = draft.page.blocks[Math.min(link.block, draft.page.blocks.length - 1)];
    const title = link.text.trim();
    if (!block || wordCount(title) < MIN_WORDS || title.length > MAX_CHARS) continue;
    if (block.hint && NEVER.has(block.hint.kind) && !block.hint.rule.startsWith('name/')) continue;
    if (block.hint?.kind === 'footer' || block.hint?.kind === 'navigation') continue;
    const url = resolveUrl(link.url, base);
    if (url && !found.has(url)) found.set(url, { ...link, url, title });
  }
  return [...found.values()];
}

/** The ranked links of a front page. */
export function listingOf(links: readonly HeadlineLink[]): ListingItem[] {
  return links.map(({ title, url }, at) => ({ title, url, position: at + 1 }));
}

/** Names that a topic page's heading carries besides the topic: «برچسب: کرملین», «اخبار کرملین». */
const HEADING_WORDS =
  /^(?:برچسب|موضوع|تگ|کلیدواژه|دسته(?:\u200c?بندی)?|tag|topic|category|آرشیو|آخرین اخبار|اخبار|نتایج جستجو(?:ی)?)(?:\s*[:：«"-]\s*|\s+|$)/iu;

/** A page of a section or tag from its links: name, count and one item per link with the teaser below it. */
export function topicOf(draft: Draft, links: readonly HeadlineLink[]): TopicPage {
  const name = headingOf(draft)
    ?.replace(HEADING_WORDS, '')
    .replace(/["»]\s*$/u, '')
    .trim();
  const count = draft.page.blocks.map((block) => countOf(draft, block)).find((found) => found !== undefined);
  return {
    items: links.map((link) => itemOf(draft, link)),
    ...(name ? { name } : {}),
    ...(count === undefined ? {} : { count }),
  };
}

/** The printed heading, else the title of the page without the name of the site. */
function headingOf(draft: Draft): string | undefined {
  const printed = draft.page.blocks.find(
    (block) => block.tag === 'h1' && linkShare(block) < 0.5 && block.hint?.kind !== 'footer',
  );
  if (printed) return printed.text;
  const { titleSpan } = draft;
  return titleSpan ? cut(draft.page.text, titleSpan) : blocksOf(draft, 'title')[0]?.text;
}

/** Fewest words of a teaser; shorter lines are dates and labels. */
const TEASER_WORDS = 5;
const TEASER_REACH = 4;

function itemOf(draft: Draft, link: HeadlineLink): TopicItem {
  const at = link.block;
  const block = draft.page.blocks[at] ?? draft.page.blocks[0];
  const teaser = draft.page.blocks
    .slice(at + 1, at + TEASER_REACH)
    .find((other) => linkShare(other) > 0.5 || wordCount(other.text) >= TEASER_WORDS);
  const text = teaser && linkShare(teaser) < 0.5 ? teaser.text : undefined;
  return {
    title: link.title,
    url: link.url,
    span: block?.span ?? { start: 0, end: 0 },
    ...(text ? { text } : {}),
  };
}
