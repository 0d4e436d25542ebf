/** Threads: all of them, and each as page and feed. */
import type { Context, Hono } from 'hono';
import type { ListPlace } from '../../store/site_lines.js';
import { threadHref } from '../addresses.js';
import { badRequest, Fault, NOT_FOUND, UNREADABLE_PLACE } from '../faults.js';
import { FEED_TYPES, type FeedFormat } from '../feeds/feed.js';
import { entryOfStory } from '../feeds/feed_entries.js';
import { sendFeed } from '../feeds/send_feed.js';
import { ThreadPage } from '../pages/thread.js';
import { ThreadsPage } from '../pages/threads.js';
import { parsePlace } from '../pieces/pager.js';
import { threadName } from '../pieces/story_thread.js';
import { baseUrlOf, frameOf, parseNumber, type SiteContext, sendPage } from '../site_context.js';
import { loadThreadFeed, loadThreadsView, loadThreadView } from '../views/thread_view.js';

export function addThreadRoutes(app: Hono, site: SiteContext): void {
  const { store } = site;
  app.get('/threads', async (context) => {
    const view = await loadThreadsView(store, afterParam(context));
    return sendPage(context, <ThreadsPage frame={frameOf(site, context)} view={view} />);
  });
  app.get('/thread/:id', async (context) => {
    const view = await loadThreadView(store, threadParam(context), afterParam(context));
    return sendPage(context, <ThreadPage frame={frameOf(site, context)} view={view} />);
  });
  for (const format of Object.keys(FEED_TYPES) as FeedFormat[]) {
    app.get(`/thread/:id/${format}`, async (context) => {
      const { thread, stories } = await loadThreadFeed(store, threadParam(context));
      const entries = stories.map(({ story }) => entryOfStory(story, baseUrlOf(site, context)));
      const title = `سند – ${threadName(thread)}`;
      return sendFeed(site, context, { title, href: threadHref(thread.threadId), entries, format });
    });
  }
}

function threadParam(context: Context): number {
  const id = parseNumber(context.req.param('id'));
  if (id === undefined) throw new Fault(NOT_FOUND);
  return id;
}

function afterParam(context: Context): ListPlace | undefined {
  const text = context.req.query('after');
  const after = text === undefined ? undefined : parsePlace(text);
  if (text !== undefined && after === undefined) throw new Fault(badRequest(UNREADABLE_PLACE));
  return after;
}
