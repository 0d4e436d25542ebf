import type { Database } from '../../store/database.js';
import { loadLines, loadNewestLines } from '../../store/site_lines.js';
import { loadCandidates, loadMostDiscussed, loadMostViewed, loadTops } from '../../store/site_ranked.js';
import { type ScoredLine, scoreImportance } from '../importance.js';
import type { HomeView } from '../pages/home.js';
import { hoursBefore, tehranDay } from '../words.js';

/** How many of the newest articles compete for the first place. */
export const CANDIDATES = 300;
const RANKED_LINES = 6;
const TOP_LINES = 12;
const NEWEST = 24;

export async function loadHomeView(database: Database, now: string): Promise<HomeView> {
  const { sinceDay, weekAgo } = recent(now);
  const [newest, candidates, viewed, discussed, tops] = await Promise.all([
    loadNewestLines(database, { limit: NEWEST }),
    loadCandidates(database, { sinceDay, limit: CANDIDATES }),
    loadMostViewed(database, { sinceDay, limit: RANKED_LINES }),
    loadMostDiscussed(database, { since: weekAgo, limit: RANKED_LINES }),
    loadTops(database, { sinceDay, limit: TOP_LINES }),
  ]);
  const [first, ...others] = scoreImportance(candidates);
  const important = first === undefined ? [] : [await withOpening(database, first), ...others];
  return { newest, important, viewed, discussed, tops };
}

/** The first stands with its lede, which may have to be taken from its body. */
async function withOpening(database: Database, scored: ScoredLine): Promise<ScoredLine> {
  const [line] = await loadLines(database, [scored.line.id]);
  return { ...scored, line: { ...scored.line, opening: line?.opening ?? '' } };
}

/** From when views and comments count for the ranked lists. Views are kept by day: a day and the one before. */
export function recent(now: string): { readonly sinceDay: string; readonly weekAgo: string } {
  return { sinceDay: tehranDay(hoursBefore(now, 24)), weekAgo: hoursBefore(now, 7 * 24) };
}
