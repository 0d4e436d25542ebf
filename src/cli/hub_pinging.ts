import { userAgentOf } from '../collect/fetch_page.js';
import { openGuardedFetch } from '../collect/guarded_fetch.js';
import { startHubPings } from '../notify/hub_pings.js';
import { touchedLists } from '../serve/feeds/touched_lists.js';
import type { Store } from '../store/database.js';
import { readVersion } from './version.js';

export interface HubPingingOptions {
  readonly store: Store;
  readonly config: {
    readonly hubUrl?: string | undefined;
    readonly baseUrl?: string | undefined;
    readonly contact?: string | undefined;
  };
  /** The present, ISO 8601. */
  readonly clock: () => string;
}

/** Tells the hub of our feeds which of them changed: a part of the role `process`. Without a hub nothing is done. */
export function startHubPinging({ store, config, clock }: HubPingingOptions): {
  readonly stop: () => Promise<void>;
} {
  const { hubUrl, baseUrl, contact } = config;
  if (hubUrl === undefined || baseUrl === undefined) return { stop: async () => undefined };
  const network = openGuardedFetch({ userAgent: userAgentOf(readVersion(), contact), clock });
  const pings = startHubPings({
    ...{ store, baseUrl, clock },
    listsOf: touchedLists,
    publish: async (form) => {
      const outcome = await network.fetch({ url: hubUrl, form });
      // 204 is the usual answer, which brings no page.
      return outcome.kind === 'fetched' || (outcome.kind === 'failed' && outcome.status < 300);
    },
    onFault: (cause) => console.error(`hub: ${cause instanceof Error ? cause.message : String(cause)}`),
  });
  return {
    async stop() {
      await pings.stop();
      await network.close();
    },
  };
}
