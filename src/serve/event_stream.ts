/**
 * A stream of server-sent events that goes on behind the last event that a client has. It gets no more than it reads:
 * nothing is kept for it in memory.
 */
import { setMaxListeners } from 'node:events';
import type { EventHub } from './api/event_hub.js';
import type { ApiEvent } from './api/stream_schemas.js';

/** A line that says nothing keeps proxies from ending a quiet connection; most do so after a minute. */
const HEARTBEAT_MS = 15_000;
/** Milliseconds after which a client that was cut off should come again. */
const RETRY_MS = 3000;

export const EVENT_STREAM_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
} as const;

/** How many streams may be open at once. */
export class StreamPlaces {
  readonly #most: { readonly all: number; readonly ofOne: number };
  readonly #taken = new Map<string, number>();

  constructor(most: { readonly all: number; readonly ofOne: number }) {
    this.#most = most;
  }

  /** Takes a place; tells why there is none. Whoever got one gives it back with `free`. */
  take(who: string): 'taken' | 'all full' | 'own full' {
    const own = this.#taken.get(who) ?? 0;
    if (own >= this.#most.ofOne) return 'own full';
    const all = [...this.#taken.values()].reduce((sum, count) => sum + count, 0);
    if (all >= this.#most.all) return 'all full';
    this.#taken.set(who, own + 1);
    return 'taken';
  }

  free(who: string): void {
    const left = (this.#taken.get(who) ?? 1) - 1;
    if (left <= 0) this.#taken.delete(who);
    else this.#taken.set(who, left);
  }
}

export interface EventStreamOptions {
  /** Events behind this one; absent: only what comes from now on. */
  readonly after: number | undefined;
  /** What is sent of an event; nothing of one that is not wanted. */
  readonly format: (event: ApiEvent) => string | undefined;
  /** What is sent first, read after the place from which the stream goes on. */
  readonly opening?: () => Promise<string>;
  /** Called once when the stream has ended. */
  readonly leave: () => void;
  /** Ends all streams when the process stops. */
  readonly stopping: AbortSignal | undefined;
}

/** Opens the stream; it reads on only when the client has taken what it was given. */
export function openEventStream(hub: EventHub, options: EventStreamOptions): ReadableStream<Uint8Array> {
  const { after, format, opening, leave, stopping } = options;
  const encoder = new TextEncoder();
  const ended = new AbortController();
  let place = after ?? 0;
  const end = (): void => {
    if (ended.signal.aborted) return;
    ended.abort();
    hub.leave();
    leave();
  };
  if (stopping !== undefined) {
    // Every open stream listens, and how many there may be is limited where they are let in.
    setMaxListeners(0, stopping);
    stopping.addEventListener('abort', end, { signal: ended.signal });
  }
  return new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        try {
          const { first, last } = await hub.join();
          // Whoever was away for longer than events are kept must know that some are missing.
          const isGap = after !== undefined && after + 1 < first;
          place = after === undefined ? last : Math.min(after, last);
          const gap = isGap ? 'event: gap\ndata: {}\n\n' : '';
          controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n${gap}${(await opening?.()) ?? ''}`));
        } catch (error) {
          end();
          throw error;
        }
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
      const wanted = events.flatMap((event) => format(event) ?? []);
      if (wanted.length > 0) return wanted.join('');
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
