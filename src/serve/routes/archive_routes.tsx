/** The archive by day: months, days, and the stories of a day as feeds. */
import type { Context, Hono } from 'hono';
import { loadArchiveEnds } from '../../store/site_archive.js';
import { archiveHref, jalaliOf, readDay } from '../calendar.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { FEED_TYPES, type FeedFormat } from '../feeds/feed.js';
import { entryOfStory } from '../feeds/feed_entries.js';
import { sendFeed } from '../feeds/send_feed.js';
import { ArchivePage } from '../pages/archive.js';
import { findPictures } from '../pictures/pictures_of_page.js';
import { baseUrlOf, frameOf, parseNumber, type SiteContext, sendPage } from '../site_context.js';
import { loadArchiveView } from '../views/archive_view.js';
import { fullDate, tehranDay } from '../words.js';

/** Pages of one day or month at most; more would be read from programs alone, who have the API. */
const MAX_PAGES = 50;

export function addArchiveRoutes(app: Hono, site: SiteContext): void {
  const { store } = site;
  app.get('/archive', async (context) => {
    const ends = await loadArchiveEnds(store);
    const newest = jalaliOf(tehranDay(ends?.last ?? site.clock()));
    if (newest === undefined) throw new Fault(NOT_FOUND);
    return context.redirect(archiveHref({ year: newest.year, month: newest.month }), 302);
  });
  app.get('/archive/:year/:month', (context) => showArchive(site, context));
  app.get('/archive/:year/:month/:day', (context) => showArchive(site, context));
  for (const format of Object.keys(FEED_TYPES) as FeedFormat[]) {
    app.get(`/archive/:year/:month/:day/${format}`, async (context) => {
      const at = dayParam(context);
      const { stories, day = '' } = await loadArchiveView(store, { at, page: 1 });
      const entries = stories.map((story) => entryOfStory(story, baseUrlOf(site, context)));
      return sendFeed(site, context, {
        title: `سند – ${fullDate(day)}`,
        href: archiveHref(at),
        entries,
        format,
      });
    });
  }
}

async function showArchive(site: SiteContext, context: Context): Promise<Response> {
  const page = parseNumber(context.req.query('page') ?? '1');
  if (page === undefined || page > MAX_PAGES) throw new Fault(NOT_FOUND);
  const view = await loadArchiveView(site.store, { at: dayParam(context), page });
  const pictures = await findPictures(
    site,
    view.stories.map(({ headline }) => headline.id),
  );
  return sendPage(context, <ArchivePage frame={frameOf(site, context)} view={view} />, pictures);
}

function dayParam(context: Context) {
  const { year = '', month = '', day } = context.req.param() as Readonly<Record<string, string>>;
  const at = readDay(year, month, day);
  // A day of 00 is none; only an address without a day means the month.
  if (at === undefined || (day !== undefined && at.day === 0)) throw new Fault(NOT_FOUND);
  return at;
}
