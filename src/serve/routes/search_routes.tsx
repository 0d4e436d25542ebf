/** The search page, and every search as a feed. */
import type { Hono } from 'hono';
import { badRequest, Fault } from '../faults.js';
import { FEED_TYPES, type FeedFormat } from '../feeds/feed.js';
import { entryOfLine } from '../feeds/feed_entries.js';
import { sendFeed } from '../feeds/send_feed.js';
import { SearchPage } from '../pages/search.js';
import { baseUrlOf, frameOf, parseNumber, type SiteContext, sendPage } from '../site_context.js';
import { loadSearchView, MAX_SEARCH_PAGE } from '../views/search_view.js';

/** Letters of a query; the field takes no more. */
const QUERY_MAX = 200;

export function addSearchRoutes(app: Hono, site: SiteContext): void {
  app.get('/search', async (context) => {
    const query = (context.req.query('q') ?? '').slice(0, QUERY_MAX);
    const pageNumber = parseNumber(context.req.query('page') ?? '1');
    if (pageNumber === undefined || pageNumber > MAX_SEARCH_PAGE) {
      throw new Fault(
        badRequest({
          fa: 'شمارهٔ صفحهٔ جست‌وجو درست نیست؛ ژرف‌تر از هزار یافته نمی‌رویم.',
          en: 'There is no such page of hits; we go no deeper than a thousand.',
        }),
      );
    }
    const order = context.req.query('order') === 'newest' ? 'newest' : 'best';
    const scope = context.req.query('scope') === 'stories' ? 'stories' : 'reports';
    const view = await loadSearchView(site.store, { query, scope, order, pageNumber });
    return sendPage(context, <SearchPage frame={frameOf(site, context)} view={view} />);
  });
  for (const format of Object.keys(FEED_TYPES) as FeedFormat[]) addSearchFeed(app, site, format);
}

/** The newest reports that a query finds; a query that cannot be read has none, as nobody reads its feed. */
function addSearchFeed(app: Hono, site: SiteContext, format: FeedFormat): void {
  app.get(`/search/${format}`, async (context) => {
    const query = (context.req.query('q') ?? '').slice(0, QUERY_MAX).trim();
    const view = await loadSearchView(site.store, {
      query,
      scope: 'reports',
      order: 'newest',
      pageNumber: 1,
    });
    if (view === undefined || view.problems.length > 0) {
      const [problem = 'نشانی خوراک جست‌وجو پرسشی ندارد؛ آن را چون /search/feed.xml?q=سد بنویسید.'] =
        view?.problems ?? [];
      throw new Fault(
        badRequest({ fa: problem, en: 'The query of this feed cannot be read; try it on the search page.' }),
      );
    }
    const entries = view.hits.map(({ line }) => entryOfLine(line, baseUrlOf(site, context)));
    return sendFeed(site, context, {
      title: `سند – جست‌وجوی «${query}»`,
      href: '/search',
      query: `?q=${encodeURIComponent(query)}`,
      entries,
      format,
    });
  });
}
