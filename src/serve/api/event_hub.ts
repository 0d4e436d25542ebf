/**
 * Looks for news while somebody listens: one look for the whole process, however many listen. The database is what
 * processes share, so that any of them tells what any of them has read.
 */
import type { Store } from '../../store/database.js';
import { announceEvents, loadEventRange, loadEvents } from '../../store/events.js';
import { fillEvents } from './stream_events.js';
import type { ApiEvent } from './stream_schemas.js';

export interface EventHubOptions {
  readonly store: Store;
  readonly clock: () => string;
  /** Milliseconds between two looks. */
  readonly pollMs: number;
  /** Told of a look that failed; the next one may succeed. */
  readonly onFault: (error: unknown) => void;
}

/** Events behind a number; `last` is the number up to which they have been looked at. */
export interface EventBatch {
  readonly events: readonly ApiEvent[];
  readonly last: number;
}

/** Events of one read. */
const BATCH = 100;

export class EventHub {
  readonly #options: EventHubOptions;
  #listeners = 0;
  #last = 0;
  #timer: NodeJS.Timeout | undefined;
  /** Woken when there are events behind what they have. */
  readonly #waiting = new Set<() => void>();
  /** Batches of the present look: clients at the same place share one read. */
  readonly #batches = new Map<number, Promise<EventBatch>>();

  constructor(options: EventHubOptions) {
    this.#options = options;
  }

  /** Begins to listen; gives what is kept now. Every call is to be followed by one of `leave`. */
  async join(): Promise<{ readonly first: number; readonly last: number }> {
    this.#listeners++;
    await this.#look();
    this.#plan();
    return loadEventRange(this.#options.store);
  }

  leave(): void {
    this.#listeners--;
    if (this.#listeners > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#batches.clear();
  }

  /** The next events behind a number; empty when there are none yet. */
  read(after: number): Promise<EventBatch> {
    if (after >= this.#last) return Promise.resolve({ events: [], last: after });
    const known = this.#batches.get(after);
    if (known !== undefined) return known;
    const batch = this.#load(after);
    this.#batches.set(after, batch);
    batch.catch(() => this.#batches.delete(after));
    return batch;
  }

  /** Waits until there is something behind a number, or so long (ms). */
  async wait(
    after: number,
    { ms, signal }: { readonly ms: number; readonly signal: AbortSignal },
  ): Promise<void> {
    if (after < this.#last || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(end);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.#waiting.add(end);
      signal.addEventListener('abort', end);
    });
  }

  async #load(after: number): Promise<EventBatch> {
    const stored = await loadEvents(this.#options.store, after, BATCH);
    const events = await fillEvents(this.#options.store, stored);
    return { events, last: stored.at(-1)?.id ?? after };
  }

  #plan(): void {
    if (this.#listeners === 0 || this.#timer !== undefined) return;
    this.#timer = setTimeout(async () => {
      await this.#lookSafely();
      this.#timer = undefined;
      this.#plan();
    }, this.#options.pollMs);
  }

  async #lookSafely(): Promise<void> {
    try {
      await this.#look();
    } catch (error) {
      this.#options.onFault(error);
    }
  }

  async #look(): Promise<void> {
    const { store, clock } = this.#options;
    await announceEvents(store, clock());
    const { last } = await loadEventRange(store);
    if (last <= this.#last) return;
    this.#last = last;
    this.#batches.clear();
    for (const wake of [...this.#waiting]) wake();
  }
}
