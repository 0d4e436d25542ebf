/**
 * The stream of what becomes new, as server-sent events. A client that was cut off goes on behind the last event that it
 * has. It gets no more than it reads: nothing is kept for it in memory.
 */
import type { Context, Hono } from 'hono';
import { EVENT_KINDS, type EventKind } from '../../store/events.js';
import type { SiteContext } from '../site_context.js';
import { type Gate, problemOf } from './api_gate.js';
import { API_ROOT } from './document.js';
import { EventHub } from './event_hub.js';
import { badParameters, Problem, problemResponse } from './problem.js';
import type { ApiEvent } from './stream_schemas.js';

/** A line that says nothing keeps proxies from ending a quiet connection; most do so after a minute. */
const HEARTBEAT_MS = 15_000;
const POLL_MS = 1000;
/** Connections of this process, and of one key or address: a home of readers, a few programs. */
const MOST_CONNECTIONS = 500;
const MOST_OF_ONE = 8;
/** Milliseconds after which a client that was cut off should come again. */
const RETRY_MS = 3000;

export function addStreamRoute(app: Hono, site: SiteContext, gate: Gate): void {
  const hub = new EventHub({
    store: site.store,
    clock: site.clock,
    pollMs: site.config.streamPollMs ?? POLL_MS,
    onFault: (error) => site.log?.({ status: 503, path: `${API_ROOT}/stream`, error }),
  });
  const connections = new Map<string, number>();
  app.get(`${API_ROOT}/stream`, async (context) => {
    try {
      const { who, headers } = await gate.enter(context, 'stream');
      const asked = readAsked(context);
      takePlace(connections, who);
      const leave = (): void => freePlace(connections, who);
      return new Response(openStream(hub, { ...asked, leave, stopping: site.stopping }), {
        headers: { ...headers, 'Content-Type': 'text/event-stream; charset=utf-8', ...UNKEPT },
      });
    } catch (error) {
      return problemResponse(problemOf(error, context, site));
    }
  });
}

const UNKEPT = { 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' };

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

function takePlace(connections: Map<string, number>, who: string): void {
  const own = connections.get(who) ?? 0;
  const all = [...connections.values()].reduce((sum, count) => sum + count, 0);
  if (own >= MOST_OF_ONE || all >= MOST_CONNECTIONS) {
    const [status, title] = own >= MOST_OF_ONE ? [429, 'Too Many Requests'] : [503, 'Service Unavailable'];
    const detail = 'Too many streams are open; end one or come again later';
    throw new Problem(
      { type: 'urn:sanad:problem:too-many-streams', title, status, detail },
      { 'Retry-After': '30' },
    );
  }
  connections.set(who, own + 1);
}

function freePlace(connections: Map<string, number>, who: string): void {
  const left = (connections.get(who) ?? 1) - 1;
  if (left === 0) connections.delete(who);
  else connections.set(who, left);
}

interface StreamOptions extends Asked {
  readonly leave: () => void;
  /** Ends all streams when the process stops. */
  readonly stopping: AbortSignal | undefined;
}

/** Reads on only when the client has taken what it was given. */
function openStream(
  hub: EventHub,
  { after, kinds, leave, stopping }: StreamOptions,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const ended = new AbortController();
  let place = after ?? 0;
  const end = (): void => {
    if (ended.signal.aborted) return;
    ended.abort();
    hub.leave();
    leave();
  };
  stopping?.addEventListener('abort', end, { signal: ended.signal });
  return new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        const { first, last } = await hub.join().catch((error: unknown) => {
          end();
          throw error;
        });
        // Whoever was away for longer than events are kept must know that some are missing.
        const isGap = after !== undefined && after + 1 < first;
        place = after === undefined ? last : Math.min(after, last);
        controller.enqueue(
          encoder.encode(`retry: ${RETRY_MS}\n\n${isGap ? 'event: gap\ndata: {}\n\n' : ''}`),
        );
      },
      async pull(controller) {
        const text = ended.signal.aborted ? undefined : await nextText();
        if (text === undefined) controller.close();
        else controller.enqueue(encoder.encode(text));
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );

  async function nextText(): Promise<string | undefined> {
    try {
      const { events, last } = await hub.read(place);
      const isNew = last > place;
      place = last;
      const wanted = events.filter(({ kind }) => kinds.has(kind));
      if (wanted.length > 0) return wanted.map(formatEvent).join('');
      if (isNew) return ': \n\n';
      await hub.wait(place, { ms: HEARTBEAT_MS, signal: ended.signal });
      return ended.signal.aborted ? undefined : ': \n\n';
    } catch {
      // The client comes again by itself, behind the last event that it has.
      end();
      return undefined;
    }
  }
}

function formatEvent(event: ApiEvent): string {
  return `id: ${event.id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;
}
