import { type CollectorEvent, runCollector } from '../collect/collector.js';
import { userAgentOf } from '../collect/fetch_page.js';
import { openGuardedFetch } from '../collect/guarded_fetch.js';
import type { Proxies } from '../collect/proxies.js';
import { PACE, type PaceSettings } from '../collect/schedule.js';
import type { Registry } from '../sources/registry.js';
import type { Store } from '../store/database.js';
import { collectionStore } from '../store/frontier.js';
import { readVersion } from './version.js';

export interface CollectingOptions {
  readonly store: Store;
  readonly registry: Registry;
  readonly clock: () => string;
  /** Whom publishers may write to, for the User-Agent. */
  readonly contact?: string | undefined;
  /** Exact hosts on loopback that may be asked: those of the sample press, and nothing else. */
  readonly allowedHosts?: ReadonlyMap<string, string>;
  readonly pace?: Partial<PaceSettings>;
  /** Proxies by name, for outlets and sources that name one. */
  readonly proxies?: Proxies | undefined;
  readonly leaseMs?: number | undefined;
  /** Hears of pages that were stored just now and wait for a reader. */
  readonly onStored?: (() => void) | undefined;
  /** Address of the site; where it is known, hubs are asked to push to it. */
  readonly baseUrl?: string | undefined;
}

/** The collector at work in the background; `stop` finishes what is under way or leaves it for the next start. */
export interface Collecting {
  stop(): Promise<void>;
}

/** Collects from the registry's sources until it is stopped; what it stores is left to readers. */
export function startCollecting(options: CollectingOptions): Collecting {
  const { store, registry, clock, allowedHosts, pace, leaseMs, onStored, proxies } = options;
  const userAgent = userAgentOf(readVersion(), options.contact);
  const hostIntervalMs = pace?.hostIntervalMs ?? PACE.hostIntervalMs;
  const network = openGuardedFetch({ userAgent, clock, allowedHosts, hostIntervalMs, proxies });
  const stopping = new AbortController();
  const running = runCollector(
    {
      store: collectionStore(store),
      registry,
      fetch: network.fetch,
      clock,
      random: Math.random,
      pace,
      leaseMs,
      onStored,
      callbackUrl: options.baseUrl === undefined ? undefined : `${options.baseUrl}/websub/`,
      log: tellFault,
    },
    stopping.signal,
  );
  return {
    async stop() {
      stopping.abort();
      await running;
      await network.close();
    },
  };
}

/** How each source fares stands in the database; only what is a bug or an absent database is told here. */
function tellFault(event: CollectorEvent): void {
  if (event.kind === 'fault') console.error(`collector: ${event.cause}`);
}
