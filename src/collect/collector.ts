import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  CollectionStore,
  CollectJob,
  Condition,
  FinishedJob,
  HostLease,
  Saved,
} from '../model/collection.js';
import type { Registry } from '../sources/registry.js';
import { fetchAddress, hostOf } from './address_key.js';
import { doPoll, doVisit, type JobTools } from './do_job.js';
import type { Fetch } from './fetch_outcome.js';
import { PRODUCT } from './fetch_page.js';
import { type SaveOne, savingTogether } from './save_together.js';
import { PACE, type PaceSettings } from './schedule.js';
import { createWays } from './ways.js';
import { askHubs } from './websub.js';

/** What a collector works with; everything that touches the world is handed in. */
export interface CollectorDeps {
  readonly store: CollectionStore;
  readonly registry: Registry;
  readonly fetch: Fetch;
  /** The present, ISO 8601. */
  readonly clock: () => string;
  /** A number from 0 (included) to 1 (not included). */
  readonly random: () => number;
  /** Hears of pages that were stored just now and wait to be read. */
  readonly onStored?: (() => void) | undefined;
  readonly pace?: Partial<PaceSettings> | undefined;
  /** Hosts that are asked at the same time; default 16. */
  readonly parallel?: number;
  /** How long the hosts of a killed collector stay taken; a living one keeps its own. Default 30 s. */
  readonly leaseMs?: number | undefined;
  /** Where hubs reach us, `https://sanad.example/websub/`; without it none is asked to push. */
  readonly callbackUrl?: string | undefined;
  /** One line for each thing that somebody may want to know; silent by default. */
  readonly log?: (event: CollectorEvent) => void;
}

export type CollectorEvent =
  | {
      readonly kind: 'job';
      readonly job: CollectJob;
      readonly condition: Condition;
      readonly saved?: Saved | undefined;
    }
  | { readonly kind: 'fault'; readonly cause: string };

/** Short enough for a quick start after a kill, long enough for a database that stalls. */
const DEFAULT_LEASE_MS = 30_000;
/** Leases are renewed that often before they run out. */
const RENEWALS = 3;
/** Enough that a few hosts that take their full time to fail keep nobody waiting. */
const DEFAULT_PARALLEL = 16;

interface Session extends JobTools {
  readonly deps: CollectorDeps;
  readonly parallel: number;
  readonly save: SaveOne<FinishedJob, Saved | undefined>;
  /** Hosts that this collector is asking now. */
  readonly held: Set<HostLease>;
  /** How long a host belongs to the worker that took it. */
  readonly leaseMs: number;
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
  return { collectOnce: (signal) => keepingLeases(session, () => workOff(session, signal)) };
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
    const longestMs = deps.callbackUrl === undefined ? MAX_SLEEP_MS : MAX_SLEEP_WITH_HUBS_MS;
    await pauseUntil(dueAt, { clock: deps.clock, signal, longestMs, shortestMs: shortestSleep(deps) });
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
  const ways = createWays({ fetch, product: PRODUCT, clock });
  const pace = { ...PACE, ...deps.pace };
  const parallel = deps.parallel ?? DEFAULT_PARALLEL;
  const leaseMs = deps.leaseMs ?? DEFAULT_LEASE_MS;
  return {
    deps,
    clock,
    registry,
    dice,
    ways,
    pace,
    parallel,
    save: savingTogether((finished) => deps.store.saveFinished(finished)),
    leaseMs,
    knownPages: (sourceId) => deps.store.knownPages(sourceId),
    held: new Set(),
  };
}

/** Renews the leases of hosts that take long to answer, as long as the work goes on. */
async function keepingLeases<Value>(session: Session, work: () => Promise<Value>): Promise<Value> {
  const { store, log } = session.deps;
  const renew = async (): Promise<void> => {
    if (session.held.size === 0) return;
    await store
      .renewLeases([...session.held], plus(session.clock(), session.leaseMs))
      .catch((fault: unknown) => {
        // A lease that could not be renewed may be lost; what was asked under it is then not stored.
        log?.({ kind: 'fault', cause: fault instanceof Error ? fault.message : String(fault) });
      });
  };
  const timer = setInterval(() => void renew(), session.leaseMs / RENEWALS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** Ways in which one job may listen at once, generously. */
const LISTENERS_OF_JOB = 4;

async function workOff(session: Session, signal: AbortSignal): Promise<string | undefined> {
  const { store, callbackUrl } = session.deps;
  if (callbackUrl !== undefined) await askHubs({ ...session, store, callbackUrl }, signal);
  // Each job listens whether it is called off: at its host's gate, at its request, in a pause.
  setMaxListeners(session.parallel * LISTENERS_OF_JOB, signal);
  const running = new Set<Promise<void>>();
  const faults: unknown[] = [];
  while (!signal.aborted && faults.length === 0) {
    const limit = session.parallel - running.size;
    const at = session.clock();
    const jobs = await store.claimJobs({ at, until: plus(at, session.leaseMs), limit });
    for (const job of jobs) {
      const done: Promise<void> = doJob(session, job, signal)
        .catch((fault: unknown) => void faults.push(fault))
        .finally(() => running.delete(done));
      running.add(done);
    }
    if (running.size === 0) break;
    // A finished job frees a place, and often has put new jobs into the queue. Those that were stored together free
    // theirs at the same time, and are replaced together.
    await Promise.race(running);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(running);
  if (faults.length > 0) throw faults[0];
  return await store.nextDueAt();
}

async function doJob(session: Session, job: CollectJob, signal: AbortSignal): Promise<void> {
  const { onStored, log } = session.deps;
  session.held.add(job.lease);
  const done = await askAndSave(session, job, signal).finally(() => session.held.delete(job.lease));
  if (done === undefined) return;
  log?.({ kind: 'job', job, condition: done.condition, saved: done.saved });
  if (done.saved && done.saved.pending > 0) onStored?.();
}

interface Done {
  readonly condition: Condition;
  /** Absent when the lease had been lost. */
  readonly saved: Saved | undefined;
}

/** Undefined when the job was called off: that says nothing about the host, which is given back as it was. */
async function askAndSave(session: Session, job: CollectJob, signal: AbortSignal): Promise<Done | undefined> {
  const finished = await doAnyJob(job, session, signal);
  if (!signal.aborted) return { condition: finished.report.condition, saved: await session.save(finished) };
  await session.deps.store.releaseJob(job);
  return undefined;
}

async function doAnyJob(job: CollectJob, session: Session, signal: AbortSignal): Promise<FinishedJob> {
  if (job.kind === 'poll') return { kind: 'poll', job, report: await doPoll(job, session, signal) };
  return { kind: 'visit', job, report: await doVisit(job, session, signal) };
}

/** Longest sleep: another process may have put something into the queue meanwhile. */
const MAX_SLEEP_MS = 5000;
/** Where hubs push, somebody waits for what they bring. */
const MAX_SLEEP_WITH_HUBS_MS = 1000;

/**
 * Shortest sleep: what falls due within half an interval of a host is begun together, with one claim. No host is asked
 * sooner by shorter sleeps, and a thousand sources that publish nothing cost half as much.
 */
function shortestSleep({ pace }: CollectorDeps): number {
  const halfMs = (pace?.hostIntervalMs ?? PACE.hostIntervalMs) / 2;
  return Math.min(MAX_SLEEP_WITH_HUBS_MS, Math.max(20, halfMs));
}

async function pauseUntil(
  dueAt: string | undefined,
  {
    clock,
    signal,
    longestMs,
    shortestMs,
  }: {
    readonly clock: () => string;
    readonly signal: AbortSignal;
    readonly longestMs: number;
    readonly shortestMs: number;
  },
): Promise<void> {
  const ms = dueAt === undefined ? longestMs : Date.parse(dueAt) - Date.parse(clock());
  if (signal.aborted) return;
  // Being told to stop ends the sleep by an error that says nothing new.
  await sleep(Math.min(Math.max(ms, shortestMs), longestMs), undefined, { signal }).catch(() => undefined);
}

function plus(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}
