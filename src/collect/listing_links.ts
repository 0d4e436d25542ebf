import type { CollectionStore, PollJob } from '../model/collection.js';
import type { ExtractedPage } from '../model/extracted_page.js';
import type { Registry } from '../sources/registry.js';
import { fetchAddress } from './address_key.js';
import { type JudgeLink, learnLinkShapes } from './link_shapes.js';

export interface ListedLink {
  readonly url: string;
  readonly title: string;
}

/** Shortest headline: «قیمت دلار امروز» has 13 letters, names of sections have fewer. */
const MIN_TITLE_LETTERS = 13;
/** The same where the address is known to be an article's: «ادامه» and «بیشتر» are no headlines. */
const MIN_KNOWN_TITLE_LETTERS = 8;
/** Most links taken from one page; front pages of portals have some 300. */
const MAX_LINKS = 400;

/** Paths that lead to lists, people or files, never to an article. */
const NO_ARTICLE =
  /\/(?:tag|tags|topic|topics|category|categories|service|services|author|authors|search|login|register|page|list|archive|about|contact|rss|feed|gallery|live)(?:\/|$)|\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|zip|apk|xml|css|js)$/i;

export interface LinkRules {
  /** Patterns of addresses that the registry gives for the source (`/fa/news/*`): nothing else counts then. */
  readonly patterns?: readonly string[] | undefined;
  /** What pages of the same shape turned out to be when they were read. */
  readonly judge?: JudgeLink | undefined;
}

/** As the registry says of the source, else as pages of the source have shown; undefined for lists that are no pages. */
export async function findLinkRules(
  { sourceId, sourceKind }: PollJob,
  known: { readonly registry: Registry; readonly knownPages: CollectionStore['knownPages'] },
): Promise<LinkRules | undefined> {
  if (sourceKind !== 'listing' && sourceKind !== 'front_page') return undefined;
  const patterns = known.registry.sourceById(sourceId)?.links;
  if (patterns !== undefined) return { patterns };
  return { judge: learnLinkShapes(await known.knownPages(sourceId)) };
}

/**
 * Links of a front or listing page that look like articles of the same site: addresses like those that turned out to be
 * articles; where nothing like them was ever read, a headline as text, and a number or a long slug in the address. A page
 * that the extractor already reads as a list is believed. Given patterns come before all of this.
 */
export function findArticleLinks(
  page: ExtractedPage,
  pageUrl: string,
  rules: LinkRules = {},
): readonly ListedLink[] {
  const site = siteOf(pageUrl);
  const isArticle = ruleOf(rules);
  const found = new Map<string, ListedLink>();
  const listed = page.listing?.items.map(({ url, title }) => ({ url, text: title })) ?? [];
  for (const { url: href, text } of [...listed, ...page.links]) {
    const url = fetchAddress(href, pageUrl);
    if (url === undefined || found.has(url) || siteOf(url) !== site) continue;
    if (!isArticle(new URL(url), text)) continue;
    found.set(url, { url, title: text });
    if (found.size === MAX_LINKS) break;
  }
  return [...found.values()];
}

function ruleOf({ patterns = [], judge }: LinkRules): (url: URL, title: string) => boolean {
  if (patterns.length > 0) return fitsOne(patterns);
  return (url, title) => {
    const verdict = judge?.(url);
    if (verdict === undefined) return looksLikeArticle(url, title);
    return verdict === 'article' && letterCount(title) >= MIN_KNOWN_TITLE_LETTERS;
  };
}

function looksLikeArticle(url: URL, title: string): boolean {
  return letterCount(title) >= MIN_TITLE_LETTERS && hasArticleShape(url);
}

function fitsOne(patterns: readonly string[]): (url: URL) => boolean {
  return ({ pathname, search }) => patterns.some((pattern) => fits(pattern, decoded(pathname) + search));
}

/** Whether a path is what a pattern says, its stars standing for any letters; takes time in proportion to the path. */
function fits(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return path === pattern;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}

function siteOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '');
}

function letterCount(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** `/fa/news/123456/…`, `/news/1403…`, `/?p=123`, `/نام-بلند-یک-خبر/`. */
function hasArticleShape({ pathname, search }: URL): boolean {
  const path = decoded(pathname);
  if (path === '/' && !/[?&](?:p|id|newsid|code)=\d+/i.test(search)) return false;
  if (NO_ARTICLE.test(path)) return false;
  return /\d{3,}/.test(path + search) || (path.match(/-/g)?.length ?? 0) >= 3;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
