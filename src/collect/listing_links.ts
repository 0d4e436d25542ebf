import type { ExtractedPage } from '../model/extracted_page.js';
import { fetchAddress } from './address_key.js';

export interface ListedLink {
  readonly url: string;
  readonly title: string;
}

/** Shortest headline: «قیمت دلار امروز» has 13 letters, names of sections have fewer. */
const MIN_TITLE_LETTERS = 13;
/** Most links taken from one page; front pages of portals have some 300. */
const MAX_LINKS = 400;

/** Paths that lead to lists, people or files, never to an article. */
const NO_ARTICLE =
  /\/(?:tag|tags|topic|topics|category|categories|service|services|author|authors|search|login|register|page|list|archive|about|contact|rss|feed|gallery|live)(?:\/|$)|\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|zip|apk|xml|css|js)$/i;

/**
 * Links of a front or listing page that look like articles of the same site: a headline as text, and a number
 * or a long slug in the address. A page that the extractor already reads as a list is believed. Where `patterns` are given
 * for the source (`/fa/news/*`), links are articles when their path and query fit one of them, whatever they look like.
 */
export function findArticleLinks(
  page: ExtractedPage,
  pageUrl: string,
  patterns: readonly string[] = [],
): readonly ListedLink[] {
  const site = siteOf(pageUrl);
  const isArticle = patterns.length > 0 ? fitsOne(patterns) : looksLikeArticle;
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
