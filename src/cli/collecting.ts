import { type CollectorEvent, runCollector } from '../collect/collector.js';
import { userAgentOf } from '../collect/fetch_page.js';
import { openGuardedFetch } from '../collect/guarded_fetch.js';
import type { PaceSettings } from '../collect/schedule.js';
import { openGrouping } from '../pipeline/grouping.js';
import { type Pipeline, processStoredPage } from '../pipeline/process_page.js';
import { collectionStore } from '../store/frontier.js';
import { readVersion } from './version.js';

export interface CollectingOptions {
  readonly pipeline: Pipeline;
  readonly clock: () => string;
  /** Whom publishers may write to, for the User-Agent. */
  readonly contact?: string | undefined;
  /** Exact hosts on loopback that may be asked: those of the sample press, and nothing else. */
  readonly allowedHosts?: ReadonlyMap<string, string>;
  readonly pace?: Partial<PaceSettings>;
}

/** The collector at work in the background; `stop` finishes what is under way or leaves it for the next start. */
export interface Collecting {
  stop(): Promise<void>;
}

/** Articles that another process has added and left ungrouped are found within this time. */
const LOOK_MS = 5000;

/** Collects from the registry's sources until it is stopped. */
export function startCollecting(options: CollectingOptions): Collecting {
  const { pipeline, clock, allowedHosts, pace } = options;
  const userAgent = userAgentOf(readVersion(), options.contact);
  const network = openGuardedFetch({ userAgent, clock, allowedHosts });
  const grouping = openGrouping(pipeline);
  const looking = setInterval(grouping.wake, LOOK_MS);
  grouping.wake();
  const stopping = new AbortController();
  const running = runCollector(
    {
      store: collectionStore(pipeline.store),
      registry: pipeline.registry,
      fetch: network.fetch,
      clock,
      random: Math.random,
      process: async (page) => {
        await processStoredPage(pipeline, page);
        grouping.wake();
      },
      pace,
      log: tellFault,
    },
    stopping.signal,
  );
  return {
    async stop() {
      stopping.abort();
      clearInterval(looking);
      await running;
      await grouping.stop();
      await network.close();
    },
  };
}

/** How each source fares stands in the database; only what is a bug or an absent database is told here. */
function tellFault(event: CollectorEvent): void {
  if (event.kind === 'fault') console.error(`collector: ${event.cause}`);
  if (event.kind === 'unread') console.error(`collector: page ${event.page.pageId}: ${event.cause}`);
}
