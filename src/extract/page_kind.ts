import type { PageKind } from '../model/extracted_page.js';
import { warning } from '../model/issue.js';
import { cut } from '../model/span.js';
import { withPersianLetters } from '../persian/squeeze.js';
import { linkShare } from './block.js';
import { blocksOf, type Draft, keptSpan, squeezedLine } from './draft.js';
import { looksLikeParagraph, wordCount } from './line_shapes.js';
import { metaOf, type PageMeta } from './page_meta.js';

/** What is known of a page when its kind is decided. */
export interface KindClues {
  readonly url?: string;
  readonly meta?: PageMeta;
  /** Pictures inside the article's container. */
  readonly imageCount: number;
  /** Links that read like headlines, outside navigation and footer. */
  readonly headlineCount: number;
}

/** Letters of body from which on a page has a text of its own, whatever surrounds it. */
const TEXT_CHARS = 400;
/** Fewest links to articles on a front page or a page of a section. */
const LISTING_LINKS = 12;
const GALLERY_IMAGES = 4;
const LIVE_STAMPS = 4;

/** Decides the kind of a page; wording first, then structured data and address, then the balance of text and links. */
export function decideKind(draft: Draft, clues: KindClues): PageKind {
  if (isChallenge(draft)) {
    draft.issues.push(
      warning(
        'extract.challenge',
        'Cannot read the page: it is a check for robots, not an article; wait before the next request',
      ),
    );
    return 'other';
  }
  const chars = bodyChars(draft);
  if (isLive(draft, clues)) return 'live';
  if (
    isFrontAddress(clues.url) &&
    clues.headlineCount >= LISTING_LINKS / 2 &&
    chars < clues.headlineCount * TEASER_CHARS
  )
    return 'home';
  if (isGallery(draft, clues, chars)) return 'gallery';
  return (
    listingKind(draft, clues, chars) ??
    (chars > 0 || blocksOf(draft, 'lede').length > 0 ? 'article' : 'other')
  );
}

/** A page of links: a topic where address or heading name one, else a front page. */
function listingKind(draft: Draft, clues: KindClues, chars: number): PageKind | undefined {
  if (TOPIC_ADDRESS.test(clues.url ?? '') && clues.headlineCount >= 3 && chars < TEXT_CHARS * 4)
    return 'topic';
  const hasText = chars > 0 || blocksOf(draft, 'lede').length > 0;
  if (claimsArticle(clues) && chars > 0) return undefined;
  if (isMarkedArticle(draft)) return undefined;
  if (clues.headlineCount < LISTING_LINKS || (hasText && isArticleAddress(clues.url))) return undefined;
  if (chars >= Math.min(clues.headlineCount * CHARS_PER_LINK, LISTING_CHARS)) return undefined;
  return hasHeading(draft) && !isWebsite(clues) ? 'topic' : 'home';
}

/** Letters of running text for each headline above which a page is a text with links, not a list. */
const CHARS_PER_LINK = 40;
/** Letters of a headline with its teaser on a front page. */
const TEASER_CHARS = 120;
/** More running text than this is an article, however many links stand around it. */
const LISTING_CHARS = 2000;

/** A number of five digits, a file or a slug of several words: what addresses of single articles end in. */
function isArticleAddress(url: string | undefined): boolean {
  if (/\/(?!(?:19|20|13|14)\d\d\/)\d{4,}(?:\/[^/?]|$)/.test(url ?? '')) return true;
  return /\/[^/?]*(?:\d{5,}|[^/?-]+-[^/?-]+-[^/?-]+)[^/?]*\/?(?:\?.*)?$|\.(?:s?html?|php|aspx?)(?:\?.*)?$|[?&](?:p|id|storyid|newsid)=\d+/i.test(
    url ?? '',
  );
}

/** Fewest paragraphs below a headline and a date or number that make an article, however many links are around. */
const MARKED_PARAGRAPHS = 2;

/** A printed headline with date or number of its own, above text where the page's system keeps articles. */
function isMarkedArticle(draft: Draft): boolean {
  const title = blocksOf(draft, 'title')[0];
  if (title?.tag !== 'h1' || !/^(?:cms|outlet)\//.test(draft.container ?? '')) return false;
  if (draft.newsCode === undefined && draft.published === undefined) return false;
  const paragraphs = blocksOf(draft, 'body').filter((block) =>
    looksLikeParagraph(cut(draft.page.text, keptSpan(draft, block))),
  );
  return paragraphs.length >= MARKED_PARAGRAPHS;
}

const TOPIC_ADDRESS =
  /\/(?:tags?|topics?|category|categories|section|archive|keyword|search|author|services?)(?:\/|\?|$)/i;
const CHALLENGE =
  /^(?:just a moment|attention required|checking your browser|access denied|please wait|ddos protection|verify you are human|are you a robot|transferring to the website|security check|one moment, please|در حال انتقال به سایت مورد نظر|در حال بررسی مرورگر|برای ادامه ثابت کنید|دسترسی غیرمجاز)/i;

/** «Just a moment…», «در حال انتقال به سایت مورد نظر هستید»: a page of the shield before the site, sent with status 200. */
function isChallenge(draft: Draft): boolean {
  if (bodyChars(draft) > 1000) return false;
  return draft.page.blocks
    .slice(0, 6)
    .some((block) => block.text.length < 120 && CHALLENGE.test(withPersianLetters(block.text)));
}

const LIVE_WORDS =
  /(?:لحظه به لحظه|پوشش زنده|گزارش زنده|به\u200cروزرسانی لحظه|live ?blog|live updates|liveticker|en direct)/iu;

/** Structured data, or a title that says so with time stamps below it. */
function isLive(draft: Draft, { meta }: KindClues): boolean {
  if (meta?.articles.some(({ type }) => /liveblog/i.test(type))) return true;
  const title = blocksOf(draft, 'title')[0];
  if (!title || !LIVE_WORDS.test(withPersianLetters(title.text))) return false;
  const stamps = draft.page.blocks.filter((block) =>
    /^[\s(]*\p{Nd}{1,2}[:٫.]\p{Nd}{2}(?!\p{Nd})/u.test(block.text),
  ).length;
  return stamps >= LIVE_STAMPS;
}

const GALLERY_WORDS =
  /(?:گزارش تصویری|گالری|آلبوم تصاویر|تصاویر\)|[+/(]\s?(?:عکس|تصاویر)|photo gallery|fotostrecke|in pictures)/iu;

function isGallery(draft: Draft, { meta, imageCount }: KindClues, chars: number): boolean {
  if (meta?.articles[0] && /imagegallery|mediagallery/i.test(meta.articles[0].type)) return true;
  if (meta && /photo|gallery/i.test(metaOf(meta, ['nastooh:newstype', 'nastooh:pagetype']) ?? ''))
    return true;
  if (imageCount < GALLERY_IMAGES || chars > imageCount * 150) return false;
  const title = blocksOf(draft, 'title')[0];
  return chars < TEXT_CHARS || (title !== undefined && GALLERY_WORDS.test(withPersianLetters(title.text)));
}

function isFrontAddress(url: string | undefined): boolean {
  return (
    url !== undefined &&
    !/[?&](?:p|id|storyid|newsid|page_id)=\d+/i.test(url) &&
    /^[a-z]+:\/\/[^/]+\/?(?:(?:fa|index(?:\.\w+)?|home|default\.aspx)\/?)?(?:[?#].*)?$/i.test(url)
  );
}

function claimsArticle({ meta }: KindClues): boolean {
  if (!meta) return true;
  if (meta.articles.some(({ type }) => /article|posting|report|review/i.test(type))) return true;
  return (
    /article/i.test(metaOf(meta, ['og:type']) ?? '') ||
    meta.meta.has('article:published_time') ||
    meta.itemprops.has('articleBody')
  );
}

function isWebsite({ meta }: KindClues): boolean {
  return /website/i.test(meta ? (metaOf(meta, ['og:type']) ?? '') : '');
}

function hasHeading(draft: Draft): boolean {
  return draft.page.blocks.some(
    (block) => block.tag === 'h1' && wordCount(block.text) <= 8 && linkShare(block) < 0.5,
  );
}

function bodyChars(draft: Draft): number {
  return blocksOf(draft, 'body').reduce(
    (sum, block) => sum + keptSpan(draft, block).end - keptSpan(draft, block).start,
    0,
  );
}

/** A capture that is headlines alone: a front page without its links. */
export function decideTextKind(draft: Draft): PageKind {
  const base = decideKind(draft, { imageCount: 0, headlineCount: 0 });
  if (base !== 'article') return base;
  const body = blocksOf(draft, 'body');
  const paragraphs = body.filter((block) => looksLikeParagraph(block.text)).length;
  const lines = draft.page.blocks.filter((block) => squeezedLine(draft, block).letters.length > 12).length;
  return paragraphs === 0 && lines >= LISTING_LINKS ? 'home' : 'article';
}
