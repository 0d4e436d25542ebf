import type { FetchOutcome } from './fetch_outcome.js';
import { type GuardedFetchOptions, openGuardedFetch } from './guarded_fetch.js';
import { createRobotsCache } from './robots.js';

/** The name under which robots.txt may address us. */
export const PRODUCT = 'Sanad';

/**
 * The User-Agent header: product, version and whom to write to. The contact is the operator's address or mail
 * (`+https://…`, `mailto:…`); without one the header says only what the program is.
 */
export function userAgentOf(version: string, contact?: string): string {
  // Header values are ASCII: anything else would make every request fail.
  const plain = contact
    ?.replace(/[^\x20-\x7e]/g, '')
    .replace(/[()]/g, '')
    .trim();
  return `${PRODUCT}/${version} (${plain ? `news aggregator; ${plain}` : 'news aggregator'})`;
}

export type FetchPageOptions = GuardedFetchOptions & { readonly signal?: AbortSignal };

/**
 * Fetches one page for somebody who named its address: guarded, bounded and as robots.txt allows, like
 * everything that is collected. Never throws for what the network does.
 */
export async function fetchPage(url: string, options: FetchPageOptions): Promise<FetchOutcome> {
  if (!URL.canParse(url)) return { kind: 'forbidden_address', cause: 'it is not a complete address' };
  const { signal } = options;
  const network = openGuardedFetch(options);
  try {
    const robots = createRobotsCache({ fetch: network.fetch, product: PRODUCT, clock: options.clock });
    const verdict = await robots.check(url, signal);
    if (verdict.kind === 'refused') return { kind: 'refused_by_robots' };
    if (verdict.kind === 'unknown') return verdict.outcome;
    const mayFollow = (to: string): Promise<boolean> => robots.allows(to, signal);
    return await network.fetch({ url, signal, mayFollow });
  } finally {
    await network.close();
  }
}
