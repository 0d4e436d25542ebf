import { setTimeout as sleep } from 'node:timers/promises';
import type { CollectionStore, CollectJob, PendingPage, Saved } from '../model/collection.js';
import type { FetchedPage } from '../model/fetched_page.js';
import type { Registry } from '../sources/registry.js';
import { fetchAddress, hostOf } from './address_key.js';
import { doPoll, doVisit, type JobTools } from './do_job.js';
import type { Fetch } from './fetch_outcome.js';
import { PRODUCT } from './fetch_page.js';
import { createRobotsCache } from './robots.js';
import { PACE, type PaceSettings } from './schedule.js';

/** What a collector works with; everything that touches the world is handed in. */
export interface CollectorDeps {
  readonly store: CollectionStore;
  readonly registry: Registry;
  readonly fetch: Fetch;
  /** The present, ISO 8601. */
  readonly clock: () => string;
  /** A number from 0 (included) to 1 (not included). */
  readonly random: () => number;
  /**
   * Reads a stored page into articles. It may be called again for the same page after a kill, so reading twice
   * must come to the same as reading once. What it throws is noted with the page, which stays stored.
   */
  readonly process: (page: FetchedPage & { readonly pageId: number }) => Promise<unknown>;
  readonly pace?: Partial<PaceSettings>;
  /** Hosts that are asked at the same time; default 8. */
  readonly parallel?: number;
  /** One line for each thing that somebody may want to know; silent by default. */
  readonly log?: (event: CollectorEvent) => void;
}

export type CollectorEvent =
  | {
      readonly kind: 'job';
      readonly job: CollectJob;
      readonly condition: string;
      readonly saved?: Saved | undefined;
    }
  | { readonly kind: 'fault'; readonly cause: string }
  | { readonly kind: 'unread'; readonly page: PendingPage; readonly cause: string };

/** Longer than robots.txt and page together may take (2 × 45 s), so that a living worker never loses its host. */
const LEASE_MS = 120_000;
const READ_LEASE_MS = 120_000;
const DEFAULT_PARALLEL = 8;
/** Pauses before a page whose reading threw is read again; then it is left to the operator. */
const READ_AGAIN_MS = [60_000, 3_600_000];

interface Session extends JobTools {
  readonly deps: CollectorDeps;
  readonly parallel: number;
  readonly readFailures: Map<number, number>;
}

/** A collector with its memory of robots.txt. */
export interface Collector {
  /**
   * Does everything that is due now and returns when there will be more to do (undefined: never). Any number of
   * processes may do so on one database; none does what another is doing.
   */
  collectOnce(signal: AbortSignal): Promise<string | undefined>;
}

export function createCollector(deps: CollectorDeps): Collector {
  const session = sessionOf(deps);
  return { collectOnce: (signal) => workOff(session, signal) };
}

/**
 * Takes over the registry's sources and collects until it is told to stop; what is under way then is finished
 * or left for the next start. Without anything due it sleeps.
 */
export async function runCollector(deps: CollectorDeps, signal: AbortSignal): Promise<void> {
  await adoptRegistry(deps);
  const collector = createCollector(deps);
  while (!signal.aborted) {
    const dueAt = await collector.collectOnce(signal).catch((fault: unknown) => {
      // The database is away, or a bug: what is stored is whole, and the next round may do better.
      deps.log?.({ kind: 'fault', cause: fault instanceof Error ? fault.message : String(fault) });
      return plus(deps.clock(), MAX_SLEEP_MS);
    });
    await pauseUntil(dueAt, { clock: deps.clock, signal });
  }
}

/** Makes the registry's sources the ones that are collected. */
export async function adoptRegistry(
  deps: Pick<CollectorDeps, 'store' | 'registry' | 'clock'>,
): Promise<void> {
  const sources = deps.registry.sources.flatMap(({ id, url: address }) => {
    const url = fetchAddress(address);
    return url === undefined ? [] : [{ id, url, host: hostOf(url) }];
  });
  await deps.store.adoptSources(sources, deps.clock());
}

function sessionOf(deps: CollectorDeps): Session {
  const { fetch, clock, registry, random: dice } = deps;
  const robots = createRobotsCache({ fetch, product: PRODUCT, clock });
  const pace = { ...PACE, ...deps.pace };
  const parallel = deps.parallel ?? DEFAULT_PARALLEL;
  return { deps, fetch, clock, registry, dice, robots, pace, parallel, readFailures: new Map() };
}

async function workOff(session: Session, signal: AbortSignal): Promise<string | undefined> {
  await readLeftOver(session, signal);
  const { store } = session.deps;
  const running = new Set<Promise<void>>();
  const faults: unknown[] = [];
  while (!signal.aborted && faults.length === 0) {
    const limit = session.parallel - running.size;
    const at = session.clock();
    const jobs = await store.claimJobs({ at, until: plus(at, LEASE_MS), limit });
    for (const job of jobs) {
      const done: Promise<void> = doJob(session, job, signal)
        .catch((fault: unknown) => void faults.push(fault))
        .finally(() => running.delete(done));
      running.add(done);
    }
    if (running.size === 0) break;
    // A finished job frees a place, and often has put new jobs into the queue.
    await Promise.race(running);
  }
  await Promise.all(running);
  if (faults.length > 0) throw faults[0];
  return await store.nextDueAt();
}

async function doJob(session: Session, job: CollectJob, signal: AbortSignal): Promise<void> {
  const { store, log } = session.deps;
  const { report, saved } = await askAndSave(session, job, signal);
  log?.({ kind: 'job', job, condition: report.condition.code, saved });
  for (const page of saved?.pending ?? []) {
    const stored = await store.loadPage(page.pageId);
    if (stored) await readPage(session, page, stored);
  }
}

async function askAndSave(session: Session, job: CollectJob, signal: AbortSignal) {
  const { store } = session.deps;
  if (job.kind === 'poll') {
    const report = await doPoll(job, session, signal);
    return { report, saved: await store.savePoll(job, report) };
  }
  const report = await doVisit(job, session, signal);
  return { report, saved: await store.saveVisit(job, report) };
}

const LEFT_OVER_BATCH = 20;

/** Pages that were stored by a worker that died before it had read them. */
async function readLeftOver(session: Session, signal: AbortSignal): Promise<void> {
  const { store } = session.deps;
  while (!signal.aborted) {
    const at = session.clock();
    const pages = await store.claimPending({ at, until: plus(at, READ_LEASE_MS), limit: LEFT_OVER_BATCH });
    if (pages.length === 0) return;
    for (const page of pages) {
      const stored = await store.loadPage(page.pageId);
      if (stored) await readPage(session, page, stored);
    }
  }
}

async function readPage(session: Session, page: PendingPage, stored: FetchedPage): Promise<void> {
  const { store, process, log } = session.deps;
  const { frontierId, pageId } = page;
  try {
    await process({ ...stored, pageId });
    session.readFailures.delete(frontierId);
    await store.settlePage(frontierId, session.clock());
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const failures = session.readFailures.get(frontierId) ?? 0;
    session.readFailures.set(frontierId, failures + 1);
    const at = session.clock();
    const pauseMs = READ_AGAIN_MS[failures];
    await store.parkPage(frontierId, {
      at,
      message,
      nextAt: pauseMs === undefined ? undefined : plus(at, pauseMs),
    });
    log?.({ kind: 'unread', page, cause: message });
  }
}

/** Longest sleep: another process may have put something into the queue meanwhile. */
const MAX_SLEEP_MS = 5000;

async function pauseUntil(
  dueAt: string | undefined,
  { clock, signal }: { readonly clock: () => string; readonly signal: AbortSignal },
): Promise<void> {
  const ms = dueAt === undefined ? MAX_SLEEP_MS : Date.parse(dueAt) - Date.parse(clock());
  if (signal.aborted) return;
  // Being told to stop ends the sleep by an error that says nothing new.
  await sleep(Math.min(Math.max(ms, 20), MAX_SLEEP_MS), undefined, { signal }).catch(() => undefined);
}

function plus(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}
