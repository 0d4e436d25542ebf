/** The stream of what becomes new, for programs; `/live/stream` is the one of readers. */
import type { Context, Hono } from 'hono';
import { EVENT_KINDS, type EventKind } from '../../store/events.js';
import { EVENT_STREAM_HEADERS, openEventStream, StreamPlaces } from '../event_stream.js';
import type { SiteContext } from '../site_context.js';
import { type Gate, problemOf } from './api_gate.js';
import { API_ROOT } from './document.js';
import { badParameters, Problem, problemResponse } from './problem.js';
import type { ApiEvent } from './stream_schemas.js';

/** Connections of this process, and of one key or address: a home of readers, a few programs. */
const MOST = { all: 500, ofOne: 8 } as const;

export function addStreamRoute(app: Hono, site: SiteContext, gate: Gate): void {
  const places = new StreamPlaces(MOST);
  app.get(`${API_ROOT}/stream`, async (context) => {
    try {
      const { who, headers } = await gate.enter(context, 'stream');
      const { after, kinds } = readAsked(context);
      takePlace(places, who);
      const stream = openEventStream(site.hub, {
        after,
        format: (event) => (kinds.has(event.kind) ? formatEvent(event) : undefined),
        leave: () => places.free(who),
        stopping: site.stopping,
      });
      return new Response(stream, { headers: { ...headers, ...EVENT_STREAM_HEADERS } });
    } catch (error) {
      return problemResponse(problemOf(error, context, site));
    }
  });
}

interface Asked {
  /** Events behind this one; absent: only what comes from now on. */
  readonly after: number | undefined;
  readonly kinds: ReadonlySet<EventKind>;
}

function readAsked(context: Context): Asked {
  const query = new URL(context.req.url).searchParams;
  for (const name of query.keys()) {
    if (!['after', 'kinds'].includes(name))
      throw badParameters([{ field: name, in: 'query', message: 'is no parameter of this operation' }]);
  }
  const header = context.req.header('Last-Event-ID');
  const after = header ?? query.get('after') ?? undefined;
  if (after !== undefined && !/^\d{1,15}$/.test(after)) {
    const where = header === undefined ? ({ field: 'after', in: 'query' } as const) : LAST_EVENT_ID;
    throw badParameters([{ ...where, message: 'is no number of an event' }]);
  }
  return { after: after === undefined ? undefined : Number(after), kinds: kindsOf(query.get('kinds')) };
}

const LAST_EVENT_ID = { field: 'Last-Event-ID', in: 'header' } as const;

function kindsOf(text: string | null): ReadonlySet<EventKind> {
  if (text === null) return new Set(EVENT_KINDS);
  const kinds = text.split(',');
  const isRight = kinds.every((kind): kind is EventKind => EVENT_KINDS.some((known) => known === kind));
  if (isRight) return new Set(kinds as EventKind[]);
  throw badParameters([
    { field: 'kinds', in: 'query', message: `must be some of ${EVENT_KINDS.join(',')}, with commas between` },
  ]);
}

function takePlace(places: StreamPlaces, who: string): void {
  const answer = places.take(who);
  if (answer === 'taken') return;
  const [status, title] = answer === 'own full' ? [429, 'Too Many Requests'] : [503, 'Service Unavailable'];
  const detail = 'Too many streams are open; end one or come again later';
  throw new Problem(
    { type: 'urn:sanad:problem:too-many-streams', title, status, detail },
    { 'Retry-After': '30' },
  );
}

function formatEvent(event: ApiEvent): string {
  return `id: ${event.id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;
}
