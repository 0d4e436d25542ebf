/** Where a CMS family of the press keeps its pages; shapes as measured on real hosts of these families. */
import type { CmsFamily } from '../../model/outlet.js';
import type { PressArticle, PressHouse } from '../world.js';
import { stableHash } from './stable_hash.js';

/** The press speaks plain HTTP: its hosts exist on loopback only. */
export const SCHEME = 'http';

export type SiteFamily = CmsFamily | 'channel';

export interface AddressPlan {
  section(name: string, index: number): string;
  tag(name: string): string;
  /** Address of page `page` (2 and up) of a list. */
  page(list: string, page: number): string;
  readonly newsSitemap: string;
  readonly sitemapIndex: string;
  archiveSitemap(page: number): string;
}

const query = (list: string, name: string, page: number): string => `${list}?${name}=${page}`;
const underQuery = (name: string) => (list: string, page: number) => query(list, name, page);

export const ADDRESS_PLANS: Record<SiteFamily, AddressPlan> = {
  iransamaneh: {
    section: (_name, index) => `/fa/services/${index + 1}`,
    tag: (name) => `/fa/tag/1/${slugOf(name)}`,
    page: underQuery('page'),
    newsSitemap: '/fa/sitemap/news',
    sitemapIndex: '/fa/sitemap',
    archiveSitemap: (page) => `/fa/sitemap/archive/${page}`,
  },
  nastooh: {
    section: (name) => `/service/${slugOf(name)}`,
    tag: (name) => `/tag/${slugOf(name)}`,
    page: underQuery('pi'),
    newsSitemap: '/sitemap/news/sitemap.xml',
    sitemapIndex: '/sitemap/all/sitemap.xml',
    archiveSitemap: (page) => `/sitemap/all/${page}/sitemap.xml`,
  },
  asam: {
    section: (name, index) => `/${slugOf(`بخش ${name}`)}-${index + 1}`,
    tag: (name) => `/tags/${slugOf(name)}`,
    page: underQuery('page'),
    newsSitemap: '/news-sitemap.xml',
    sitemapIndex: '/sitemap.xml',
    archiveSitemap: (page) => `/sitemap-${page}.xml`,
  },
  studiokhabar: {
    section: (name, index) => `/list/${index + 1}/${slugOf(name)}`,
    tag: (name) => `/tag/${slugOf(name)}`,
    page: underQuery('p'),
    newsSitemap: '/sitemap-news.xml',
    sitemapIndex: '/sitemap.xml',
    archiveSitemap: (page) => `/sitemap-docs-${page}.xml`,
  },
  wordpress: {
    section: (name) => `/category/${slugOf(name)}/`,
    tag: (name) => `/tag/${slugOf(name)}/`,
    page: (list, page) => `${list}page/${page}/`,
    newsSitemap: '/news-sitemap.xml',
    sitemapIndex: '/wp-sitemap.xml',
    archiveSitemap: (page) => `/wp-sitemap-posts-post-${page}.xml`,
  },
  channel: {
    section: () => '/',
    tag: () => '/',
    page: (list) => list,
    newsSitemap: '/sitemap-news.xml',
    sitemapIndex: '/sitemap.xml',
    archiveSitemap: (page) => `/sitemap-${page}.xml`,
  },
};

/** Words as a piece of an address, percent-encoded: «رود سپیدبار» → `%D8%B1%D9%88%D8%AF-…`. */
export function slugOf(words: string): string {
  const parts = words.split(/[^\p{L}\p{N}\p{M}]+/u).filter((part) => part !== '');
  return encodeURIComponent(parts.slice(0, SLUG_WORDS).join('-'));
}

/** Long headlines make unreadable addresses; real CMSs cut them as well. */
const SLUG_WORDS = 12;

/** Address and news code of every article of one outlet, in order of publication; no two share one. */
export function articleAddresses(
  articles: readonly PressArticle[],
  house: Pick<PressHouse, 'outlet' | 'path'>,
): ReadonlyMap<string, { readonly path: string; readonly code: string }> {
  const taken = new Set<string>();
  const codes = codeMaker(house.outlet);
  return new Map(
    articles.map((article) => {
      const code = article.newsCode ?? codes(article);
      const wanted = filledPath(article.path ?? house.path, { code, article });
      const path = freePath(wanted, taken);
      taken.add(path);
      return [article.id, { path, code }];
    }),
  );
}

function filledPath(pattern: string, { code, article }: { code: string; article: PressArticle }): string {
  return pattern
    .replace('{code}', code)
    .replace('{id}', article.id)
    .replace('{slug}', slugOf(article.headline));
}

function freePath(wanted: string, taken: ReadonlySet<string>): string {
  let path = wanted;
  for (let number = 2; taken.has(path); number += 1) path = wanted.replace(/\/?$/, `-${number}$&`);
  return path;
}

/** Codes grow with time, as real ones do, and do not change when an article is added elsewhere. */
function codeMaker(outlet: string): (article: PressArticle) => string {
  const base = 100_000 + (stableHash(outlet) % 700_000);
  const given = new Set<number>();
  return ({ published }) => {
    let code = base + published * 3;
    while (given.has(code)) code += 1;
    given.add(code);
    return String(code);
  };
}
