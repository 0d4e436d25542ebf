/** The search page, and every search as a feed. */
import type { Context, Hono } from 'hono';
import { SEARCH_SCOPES, type SearchScope } from '../../model/search_scope.js';
import { noteSearchFeed } from '../../store/commands.js';
import { badRequest, Fault } from '../faults.js';
import { FEED_TYPES, type FeedEntry, type FeedFormat } from '../feeds/feed.js';
import { entryOfLine, entryOfStory } from '../feeds/feed_entries.js';
import { entryOfContact, entryOfStatement } from '../feeds/ledger_entries.js';
import { sendFeed } from '../feeds/send_feed.js';
import { searchFeedQuery } from '../feeds/touched_lists.js';
import { SearchPage } from '../pages/search.js';
import type { SearchView } from '../pages/search_shape.js';
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
    const scope = scopeOf(context);
    const view = await loadSearchView(site.store, { query, scope, order, pageNumber });
    return sendPage(context, <SearchPage frame={frameOf(site, context)} view={view} />);
  });
  for (const format of Object.keys(FEED_TYPES) as FeedFormat[]) addSearchFeed(app, site, format);
}

function scopeOf(context: Context): SearchScope {
  const asked = context.req.query('scope');
  return SEARCH_SCOPES.find((scope) => scope === asked) ?? 'reports';
}

/** The newest that a query finds in a scope; a query that cannot be read has no feed, as nobody would read it. */
function addSearchFeed(app: Hono, site: SiteContext, format: FeedFormat): void {
  app.get(`/search/${format}`, async (context) => {
    const query = (context.req.query('q') ?? '').slice(0, QUERY_MAX).trim();
    const scope = scopeOf(context);
    const view = await loadSearchView(site.store, { query, scope, order: 'newest', pageNumber: 1 });
    if (view === undefined || view.problems.length > 0) {
      throw new Fault(badRequest(view?.problems[0] ?? NO_QUERY));
    }
    // Only where a hub is told of it: the feeds of searches that nobody reads are told to none.
    if (site.config.hubUrl !== undefined)
      await noteSearchFeed(site.store, { query, scope, at: site.clock() });
    return sendFeed(site, context, {
      title: `سند – جست‌وجوی «${query}»${FEED_WORDS[scope]}`,
      href: '/search',
      query: searchFeedQuery({ query, scope }),
      entries: entriesOf(view, baseUrlOf(site, context)),
      format,
    });
  });
}

const NO_QUERY = {
  fa: 'نشانی خوراک جست‌وجو پرسشی ندارد؛ آن را چون /search/feed.xml?q=سد بنویسید.',
  en: 'The address of this feed has no query; write it like /search/feed.xml?q=سد.',
};

const FEED_WORDS: Readonly<Record<SearchScope, string>> = {
  reports: '',
  stories: ' در خبرها',
  statements: ' در گفته‌ها',
  contacts: ' در تماس‌ها',
};

function entriesOf(view: SearchView, baseUrl: string): readonly FeedEntry[] {
  return [
    ...view.hits.map(({ line }) => entryOfLine(line, baseUrl)),
    ...view.stories.map((story) => entryOfStory(story, baseUrl)),
    ...view.statements.map(({ line }) => entryOfStatement(line, baseUrl)),
    ...view.contacts.map(({ line }) => entryOfContact(line, baseUrl)),
  ];
}
