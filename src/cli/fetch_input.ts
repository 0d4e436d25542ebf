import { outcomeInWords } from '../collect/fetch_outcome.js';
import { fetchPage, userAgentOf } from '../collect/fetch_page.js';
import type { Input } from '../collect/inputs.js';
import { fatal } from '../model/issue.js';
import { readVersion } from './version.js';

/** Whether an argument of the command line is an address and not a path. */
export function isAddress(argument: string): boolean {
  return /^https?:\/\//i.test(argument);
}

/** Fetches one page, politely; whatever the network does becomes an input with an issue. */
export async function fetchInput(address: string, clock: () => string): Promise<Input> {
  const outcome = await fetchPage(address, { userAgent: userAgentOf(readVersion()), clock });
  if (outcome.kind === 'fetched') {
    const { url, contentType, body: bytes } = outcome;
    return { name: address, format: 'html', url, contentType, bytes };
  }
  const issue = fatal('fetch.failed', `Cannot fetch "${address}": ${outcomeInWords(outcome)}`);
  return { name: address, format: 'html', bytes: new Uint8Array(), issue };
}
