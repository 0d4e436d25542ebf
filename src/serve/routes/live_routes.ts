/**
 * What is new while somebody reads: a stream of the stories that open, and their count for browsers that are refused one.
 * A story is told by its number, so that whoever hears of it twice counts it once.
 */
import type { Context, Hono } from 'hono';
import { countNewStories, findNewStories } from '../../store/site_stories.js';
import type { ApiEvent } from '../api/stream_schemas.js';
import { EVENT_STREAM_HEADERS, openEventStream, StreamPlaces } from '../event_stream.js';
import { badRequest, Fault } from '../faults.js';
import { respond } from '../respond.js';
import type { SiteContext } from '../site_context.js';
import { addressOf } from '../visitor.js';

/** Readers of this process, and of one address: an office of readers behind one. */
const MOST = { all: 1000, ofOne: 50 } as const;
/** Seconds after which a refused browser may try again; it counts by `/live` meanwhile. */
const REFUSED_SECONDS = 60;

export function addLiveRoutes(app: Hono, site: SiteContext): void {
  const places = new StreamPlaces(MOST);
  app.get('/live', async (context) => {
    const { count } = await countNewStories(site.store, storyOf(context));
    return respond(context, { body: JSON.stringify({ stories: count }), type: 'application/json' });
  });
  app.get('/live/stream', (context) => {
    const after = storyOf(context);
    const who = addressOf(context);
    if (places.take(who) !== 'taken') {
      return context.body(null, 503, { 'Retry-After': String(REFUSED_SECONDS), 'Cache-Control': 'no-store' });
    }
    const stream = openEventStream(site.hub, {
      after: lastEventOf(context),
      format: formatStory,
      opening: async () => storiesText(await findNewStories(site.store, after)),
      leave: () => places.free(who),
      stopping: site.stopping,
    });
    return new Response(stream, { headers: EVENT_STREAM_HEADERS });
  });
}

function storyOf(context: Context): number {
  const after = context.req.query('after') ?? '';
  if (!/^\d{1,15}$/.test(after)) throw new Fault(badRequest(NO_STORY));
  return Number(after);
}

const NO_STORY = {
  fa: 'در این نشانی شمارهٔ خبری نیست که پس از آن را بشمریم.',
  en: 'This address names no story after which to count.',
};

/** Where a browser that was cut off goes on; what is no number of ours begins anew. */
function lastEventOf(context: Context): number | undefined {
  const header = context.req.header('Last-Event-ID') ?? '';
  return /^\d{1,15}$/.test(header) ? Number(header) : undefined;
}

function formatStory({ id, kind, story }: ApiEvent): string | undefined {
  return kind === 'story' && story !== null ? `id: ${id}\n${storiesText([story.id])}` : undefined;
}

function storiesText(ids: readonly number[]): string {
  return `event: stories\ndata: ${JSON.stringify(ids)}\n\n`;
}
