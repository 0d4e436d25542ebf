import type { Hono } from 'hono';
import { badRequest, Fault } from '../faults.js';
import { SearchPage } from '../pages/search.js';
import { frameOf, parseNumber, type SiteContext, sendPage } from '../site_context.js';
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
    const view = await loadSearchView(site.store, { query, order, pageNumber });
    return sendPage(context, <SearchPage frame={frameOf(site, context)} view={view} />);
  });
}
