/** robots.txt, the index of sitemaps, all stories, and the news of two days in the shape that news search reads. */
import type { Context, Hono } from 'hono';
import { loadStoryLines } from '../../store/site_stories.js';
import { countSitemaps, loadNewStoryIds, loadSitemapStories } from '../../store/sitemap_stories.js';
import { storyHref } from '../addresses.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { escapeXml } from '../feeds/feed.js';
import { respond } from '../respond.js';
import { baseUrlOf, parseNumber, type SiteContext } from '../site_context.js';
import { headlineOf, hoursBefore } from '../words.js';

/** What news search takes: articles of the last two days, at most a thousand. */
const NEWS_HOURS = 48;
const MOST_NEWS = 1000;

const XML = 'application/xml; charset=utf-8';
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9';

export function addSitemapRoutes(app: Hono, site: SiteContext): void {
  app.get('/robots.txt', (context) => {
    const base = baseUrlOf(site, context);
    return context.text(`User-agent: *
Disallow: /admin
Disallow: /api/
Disallow: /comment/
Disallow: /search

Sitemap: ${base}/sitemap.xml
Sitemap: ${base}/sitemap-news.xml
`);
  });
  app.get('/sitemap.xml', async (context) => {
    const count = await countSitemaps(site.store);
    const names = Array.from({ length: count }, (_, at) => `/sitemap-stories-${at + 1}.xml`);
    const base = baseUrlOf(site, context);
    const lines = ['/sitemap-news.xml', ...names].map((name) => `<sitemap>${locOf(base + name)}</sitemap>`);
    return sendXml(context, `<sitemapindex xmlns="${SITEMAP}">\n${lines.join('\n')}\n</sitemapindex>`);
  });
  app.get('/sitemap-news.xml', async (context) => sendXml(context, await newsSitemap(site, context)));
  app.get('/:name{sitemap-stories-[0-9]+\\.xml}', async (context) => {
    const number = parseNumber(/\d+/.exec(context.req.param('name'))?.[0]);
    const stories =
      number === undefined || number > 1_000_000 ? [] : await loadSitemapStories(site.store, number);
    if (stories.length === 0) throw new Fault(NOT_FOUND);
    const base = baseUrlOf(site, context);
    const lines = stories.map(
      ({ id, lastAt }) => `<url>${locOf(base + storyHref(id))}<lastmod>${lastAt}</lastmod></url>`,
    );
    return sendXml(context, `<urlset xmlns="${SITEMAP}">\n${lines.join('\n')}\n</urlset>`);
  });
}

async function newsSitemap(site: SiteContext, context: Context): Promise<string> {
  const since = hoursBefore(site.clock(), NEWS_HOURS);
  const ids = await loadNewStoryIds(site.store, { since, limit: MOST_NEWS });
  const base = baseUrlOf(site, context);
  const lines = (await loadStoryLines(site.store, ids)).map(
    ({ storyId, firstAt, headline }) => `<url>${locOf(base + storyHref(storyId))}<news:news>
<news:publication><news:name>سند</news:name><news:language>fa</news:language></news:publication>
<news:publication_date>${firstAt}</news:publication_date><news:title>${escapeXml(headlineOf(headline))}</news:title>
</news:news></url>`,
  );
  return `<urlset xmlns="${SITEMAP}" xmlns:news="${NEWS}">\n${lines.join('\n')}\n</urlset>`;
}

function locOf(url: string): string {
  return `<loc>${escapeXml(url)}</loc>`;
}

function sendXml(context: Context, body: string): Promise<Response> {
  return respond(context, { body: `<?xml version="1.0" encoding="utf-8"?>\n${body}\n`, type: XML });
}
