/** News sitemaps (two days, at most 1,000 addresses), sitemap indexes and archives. */
import { type OutletSite, publishedBy, urlOf } from '../outlet_site.js';
import type { SiteMoment } from '../site_moment.js';
import { element } from './xml_text.js';

const NEWS_MINUTES = 2 * 24 * 60;
const NEWS_LIMIT = 1000;
/** Addresses per archive file; small, so that even a little press needs more than one. */
const ARCHIVE_LENGTH = 20;

/** What the search engines' news protocol asks for: the articles of the last two days. */
export function newsSitemap(moment: SiteMoment): string {
  const { site, minute, printer } = moment;
  const recent = publishedBy(site, minute, NEWS_LIMIT).filter(
    (article) => article.published > minute - NEWS_MINUTES,
  );
  const urls = recent.map((article) =>
    [
      `<url>${element('loc', urlOf(site, article.id))}`,
      `<news:news><news:publication>${element('news:name', site.outlet.name)}<news:language>fa</news:language></news:publication>`,
      element('news:publication_date', printer.iso(moment.instantOf(article.published))),
      `${element('news:title', article.headline)}</news:news></url>`,
    ].join(''),
  );
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${urls.join('\n')}\n</urlset>`;
}

/** Names the news sitemap and every archive. */
export function sitemapIndex(moment: SiteMoment): string {
  const { site } = moment;
  const pages = archiveCount(moment);
  const paths = [
    site.plan.newsSitemap,
    ...Array.from({ length: pages }, (_, index) => site.plan.archiveSitemap(index + 1)),
  ];
  const maps = paths.map((path) => `<sitemap>${element('loc', site.root + path)}</sitemap>`);
  return `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps.join('\n')}\n</sitemapindex>`;
}

/** Page `page` (1 and up) of everything ever published, oldest first; withdrawn articles stay on the first. */
export function archiveSitemap(moment: SiteMoment, page: number): string | undefined {
  const { site, minute, printer } = moment;
  const oldestFirst = publishedBy(site, minute).reverse();
  const shown = oldestFirst.slice((page - 1) * ARCHIVE_LENGTH, page * ARCHIVE_LENGTH);
  if (shown.length === 0 && page > 1) return undefined;
  const urls = shown.map(
    (article) =>
      `<url>${element('loc', urlOf(site, article.id))}${element('lastmod', printer.iso(moment.instantOf(article.modified ?? article.published)))}</url>`,
  );
  const gone = page === 1 ? goneUrls(site) : [];
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${[...gone, ...urls].join('\n')}\n</urlset>`;
}

/** How many archive files there are at the minute. */
export function archiveCount({ site, minute }: SiteMoment): number {
  return Math.max(1, Math.ceil(publishedBy(site, minute).length / ARCHIVE_LENGTH));
}

function goneUrls(site: OutletSite): readonly string[] {
  return site.habits.gone.map(({ path }) => `<url>${element('loc', site.root + path)}</url>`);
}
