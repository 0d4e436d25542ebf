import type { PendingPage } from '../model/collection.js';
import { isConnectionFailure, type Store } from '../store/database.js';
import { loadPages, type StoredPage } from '../store/fetched_pages.js';
import { claimPending, parkPage, settlePages } from '../store/frontier_pending.js';
import { StoreError } from '../store/store_error.js';

/** What reading the stored pages of a collector works with. */
export interface ReaderDeps {
  readonly store: Store;
  /** The present, ISO 8601. */
  readonly clock: () => string;
  /**
   * Reads pages into articles: all of them or, when it throws, none. It may be called again for the same page
   * after a kill, so reading twice must come to the same as reading once.
   */
  readonly process: (pages: readonly StoredPage[]) => Promise<unknown>;
  /** Done at every look besides: pages that operators wish to have read again. */
  readonly alongside?: (signal: AbortSignal) => Promise<void>;
  /** How long pages of a killed process stay taken. Default 30 s. */
  readonly leaseMs?: number | undefined;
  /** One line for each thing that somebody may want to know; silent by default. */
  readonly log?: (event: ReaderEvent) => void;
}

export type ReaderEvent =
  | { readonly kind: 'read'; readonly count: number }
  | { readonly kind: 'fault'; readonly cause: string }
  | { readonly kind: 'unread'; readonly page: PendingPage; readonly cause: string };

/** A reader at work in the background. */
export interface Reader {
  /** Tells that pages were stored just now, so that it need not wait for its next look. */
  wake(): void;
  /** Finishes what is being read; the rest waits for the next start. */
  stop(): Promise<void>;
}

/**
 * Pages that share a claim and a transaction: enough that waiting for the disk counts for little, few enough that
 * two processes share a small heap of work and that a lease outlasts its reading.
 */
const BATCH_COUNT = 16;
/** Batches under way at a time: while the pages of one are read those of the other are stored. */
const LANES = 2;
/** Between two looks for pages that another process has stored: they are on the site within a second. */
const LOOK_MS = 500;
/** After a fault: the database is away, or a bug. */
const FAULT_MS = 1000;
const DEFAULT_LEASE_MS = 30_000;
/** Pauses before a page whose reading threw is read again; then it is left to the operator. */
const READ_AGAIN_MS = [60_000, 3_600_000];

/** Reads whatever is stored and unread until it is stopped. Any number of processes may do so on one database. */
export function startReader(deps: ReaderDeps): Reader {
  const stopping = new AbortController();
  let isWoken = false;
  let rouse = (): void => undefined;
  async function pause(ms: number): Promise<void> {
    if (isWoken || stopping.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      isWoken = false;
      try {
        await readPending(deps, stopping.signal);
        await deps.alongside?.(stopping.signal);
        await pause(LOOK_MS);
      } catch (fault) {
        deps.log?.({ kind: 'fault', cause: messageOf(fault) });
        isWoken = false;
        await pause(FAULT_MS);
      }
    }
  }
  const running = work();
  return {
    wake() {
      isWoken = true;
      rouse();
    },
    async stop() {
      stopping.abort();
      rouse();
      await running;
    },
  };
}

/** Reads the pages that are free now; returns how many there were. Throws when the database is away. */
export async function readPending(deps: ReaderDeps, signal: AbortSignal): Promise<number> {
  const first = await claimBatch(deps);
  // Mostly nothing waits, and one look tells so.
  if (first.length === 0) return 0;
  const rest = Array.from({ length: LANES - 1 }, () => readLane(deps, signal));
  const lanes = await Promise.allSettled([readLane(deps, signal, first), ...rest]);
  let count = 0;
  for (const lane of lanes) {
    if (lane.status === 'rejected') throw lane.reason;
    count += lane.value;
  }
  return count;
}

/** Batch by batch, a claimed one first. */
async function readLane(
  deps: ReaderDeps,
  signal: AbortSignal,
  first: readonly PendingPage[] = [],
): Promise<number> {
  let count = 0;
  for (let pages = first; ; pages = await claimBatch(deps)) {
    if (pages.length > 0) {
      await readTogetherOrAlone(deps, pages);
      count += pages.length;
      deps.log?.({ kind: 'read', count: pages.length });
    } else if (pages !== first) return count;
    if (signal.aborted) return count;
  }
}

function claimBatch({
  store,
  clock,
  leaseMs = DEFAULT_LEASE_MS,
}: ReaderDeps): Promise<readonly PendingPage[]> {
  const at = clock();
  return claimPending(store, { at, until: later(at, leaseMs), limit: BATCH_COUNT });
}

/** One page that cannot be read must not keep its neighbours waiting. */
async function readTogetherOrAlone(deps: ReaderDeps, pages: readonly PendingPage[]): Promise<void> {
  if (pages.length > 1) {
    try {
      await read(deps, pages);
      return;
    } catch (cause) {
      if (isOutage(cause)) throw cause;
    }
  }
  for (const page of pages) await readAlone(deps, page);
}

async function readAlone(deps: ReaderDeps, page: PendingPage): Promise<void> {
  try {
    await read(deps, [page]);
  } catch (cause) {
    if (isOutage(cause)) throw cause;
    const at = deps.clock();
    const message = messageOf(cause);
    const pauseMs = READ_AGAIN_MS[page.failures];
    const nextAt = pauseMs === undefined ? undefined : later(at, pauseMs);
    await deps.store.transaction((tx) => parkPage(tx, page.frontierId, { at, message, nextAt }));
    deps.log?.({ kind: 'unread', page, cause: message });
  }
}

async function read({ store, clock, process }: ReaderDeps, pages: readonly PendingPage[]): Promise<void> {
  await process(
    await loadPages(
      store,
      pages.map(({ pageId }) => pageId),
    ),
  );
  await store.transaction((tx) =>
    settlePages(
      tx,
      pages.map(({ frontierId }) => frontierId),
      clock(),
    ),
  );
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}

/** The database is away, which says nothing about the pages that were to be read. */
function isOutage(cause: unknown): boolean {
  return cause instanceof StoreError || isConnectionFailure(cause);
}
