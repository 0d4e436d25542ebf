import type { Fetch } from './fetch_outcome.js';
import { createRobotsCache, type RobotsCache } from './robots.js';

/** The network as it is seen through one proxy, or directly. */
export interface Way {
  readonly fetch: Fetch;
  /** Hosts may tell other rules to who comes from elsewhere, so each way has its own memory of them. */
  readonly robots: RobotsCache;
}

/** All ways to the network, by the name of the proxy. */
export type Ways = (egress: string | undefined) => Way;

export interface WaysOptions {
  readonly fetch: Fetch;
  /** The name that groups of robots.txt are matched with. */
  readonly product: string;
  /** The present, ISO 8601. */
  readonly clock: () => string;
}

/** Makes ways as they are asked for. */
export function createWays({ fetch, product, clock }: WaysOptions): Ways {
  const ways = new Map<string | undefined, Way>();
  return (egress) => {
    const known = ways.get(egress);
    if (known) return known;
    const through: Fetch = egress === undefined ? fetch : (request) => fetch({ ...request, egress });
    const way = { fetch: through, robots: createRobotsCache({ fetch: through, product, clock }) };
    ways.set(egress, way);
    return way;
  };
}
