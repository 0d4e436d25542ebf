import { PRODUCT, userAgentOf } from '../collect/fetch_page.js';
import { openGuardedFetch } from '../collect/guarded_fetch.js';
import { createRobotsCache } from '../collect/robots.js';
import type { FetchPicture } from '../serve/pictures/pictures.js';
import { MAX_PICTURE_BYTES } from '../serve/pictures/thumbnail.js';
import { readVersion } from './version.js';

export interface PictureFetchOptions {
  readonly clock: () => string;
  /** Whom publishers may write to, for the User-Agent. */
  readonly contact?: string | undefined;
  /** Exact hosts on loopback that may be asked: those of the sample press, and nothing else. */
  readonly allowedHosts?: ReadonlyMap<string, string>;
  /** Least time between two requests to one host. */
  readonly hostIntervalMs: number;
}

export interface PictureFetch {
  readonly fetch: FetchPicture;
  close(): Promise<void>;
}

/** For one picture, redirects included; a slower one is not worth waiting for. */
const TOTAL_MS = 20_000;

/** Fetches pictures behind the collector's guard: public addresses only, as robots.txt allows, bounded. */
export function openPictureFetch({
  clock,
  contact,
  allowedHosts,
  hostIntervalMs,
}: PictureFetchOptions): PictureFetch {
  const network = openGuardedFetch({
    userAgent: userAgentOf(readVersion(), contact),
    ...{ clock, hostIntervalMs },
    ...(allowedHosts && { allowedHosts }),
    limits: { maxBytes: MAX_PICTURE_BYTES, maxRedirects: 3, totalMs: TOTAL_MS },
  });
  const robots = createRobotsCache({ fetch: network.fetch, product: PRODUCT, clock });
  return {
    fetch: async (url, signal) => {
      if (!(await robots.allows(url, signal))) return undefined;
      const mayFollow = (to: string): Promise<boolean> => robots.allows(to, signal);
      const outcome = await network.fetch({ url, wants: 'picture', signal, mayFollow });
      return outcome.kind === 'fetched' ? outcome.body : undefined;
    },
    close: () => network.close(),
  };
}
