import type { KnownPage } from '../model/collection.js';

/** What pages of the same shape turned out to be; undefined where that is not known or differs. */
export type JudgeLink = (url: URL) => 'article' | 'list' | undefined;

/** Pages of one shape that must have been read before it is believed: as many as a repeated accident seldom has. */
const MIN_PAGES = 3;
/** Share of articles from which on a shape stands for articles, and up to which it stands for lists. */
const ARTICLE_SHARE = 0.9;
const LIST_SHARE = 0.1;

/**
 * Learns from pages of one host that were read what the addresses of its articles look like, and those of its lists: numbers
 * and slugs differ from page to page, the words between them stay.
 */
export function learnLinkShapes(pages: readonly KnownPage[]): JudgeLink {
  const seen = new Map<string, { pages: number; articles: number }>();
  for (const { url, isArticle } of pages) {
    if (!URL.canParse(url)) continue;
    const shape = shapeOf(new URL(url));
    const count = seen.get(shape) ?? { pages: 0, articles: 0 };
    seen.set(shape, { pages: count.pages + 1, articles: count.articles + (isArticle ? 1 : 0) });
  }
  return (url) => {
    const count = seen.get(shapeOf(url));
    if (count === undefined || count.pages < MIN_PAGES) return undefined;
    const share = count.articles / count.pages;
    if (share >= ARTICLE_SHARE) return 'article';
    return share <= LIST_SHARE ? 'list' : undefined;
  };
}

/** `/fa/news/812/گفت-وگوی-وزیران` → `/fa/news/#/~`; `/show?id=7&page=2` → `/show?id=#&page=#`. */
function shapeOf({ pathname, searchParams }: URL): string {
  const path = pathname.split('/').map(shapeOfPart).join('/');
  const query = [...searchParams].map(([key, value]) => `${key}=${shapeOfPart(value)}`).sort();
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

/** Numbers to `#`, slugs (words joined by strokes, or letters that are no Latin ones) to `~`; short words stay. */
function shapeOfPart(part: string): string {
  const isSlug = part.includes('%') || part.split('-').length > 3 || part.length > 30;
  if (isSlug) return '~';
  return part.toLowerCase().replace(/\d+/g, '#');
}
