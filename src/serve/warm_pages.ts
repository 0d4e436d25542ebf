/** Renders once, when the site starts, what readers ask for first, so that nobody waits for the slow parts of it. */
import type { Hono } from 'hono';
import { SECTIONS } from '../model/section.js';
import type { Database } from '../store/database.js';
import { loadNewestLines } from '../store/site_lines.js';
import { loadStories } from '../store/site_stories.js';
import { articleHref, categoryHref, storyHref } from './addresses.js';

const FIRST = [
  '/',
  ...SECTIONS.map(({ slug }) => categoryHref(slug)),
  '/stories',
  '/threads',
  '/dyads',
  '/outlets',
];
/** Articles and stories that are asked for all at once, so that every connection comes to know what such pages ask. */
const AT_ONCE = 5;

/**
 * Asks for the pages one after the other, and then for the newest articles and stories, until it is told to stop; says
 * how many answered. Of an empty store nothing is asked: its counts would be remembered for a minute while the first
 * articles come in.
 */
export async function warmPages(
  site: Hono,
  { store, signal }: { readonly store: Database; readonly signal: AbortSignal },
): Promise<number> {
  const articles = await loadNewestLines(store, { limit: AT_ONCE });
  if (articles.length === 0) return 0;
  const stories = await loadStories(store, { order: 'newest', limit: AT_ONCE });
  const groups = [
    ...FIRST.map((path) => [path]),
    articles.map(({ id }) => articleHref(id)),
    stories.map(({ storyId }) => storyHref(storyId)),
  ];
  let answered = 0;
  for (const paths of groups) {
    if (signal.aborted) return answered;
    const answers = await Promise.all(paths.map((path) => site.request(path)));
    answered += answers.filter(({ ok }) => ok).length;
  }
  return answered;
}
