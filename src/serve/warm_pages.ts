/** Renders once, when the site starts, what readers ask for first, so that nobody waits for the slow parts of it. */
import type { Hono } from 'hono';
import { SECTIONS } from '../model/section.js';
import type { Database } from '../store/database.js';
import { loadNewestLines } from '../store/site_lines.js';
import { categoryHref } from './addresses.js';

const FIRST = [
  '/',
  ...SECTIONS.map(({ slug }) => categoryHref(slug)),
  '/stories',
  '/threads',
  '/dyads',
  '/outlets',
];

/**
 * Asks for the pages one after the other, until it is told to stop; says how many answered. Of an empty store nothing
 * is asked: its counts would be remembered for a minute while the first articles come in.
 */
export async function warmPages(
  site: Hono,
  { store, signal }: { readonly store: Database; readonly signal: AbortSignal },
): Promise<number> {
  let answered = 0;
  if ((await loadNewestLines(store, { limit: 1 })).length === 0) return answered;
  for (const path of FIRST) {
    if (signal.aborted) return answered;
    const { ok } = await site.request(path);
    if (ok) answered += 1;
  }
  return answered;
}
