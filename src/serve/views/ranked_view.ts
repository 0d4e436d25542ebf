/** Reads what is most viewed and most discussed, counted once a minute for all pages that list it. */
import {
  type CountedStory,
  loadMostDiscussedStories,
  loadMostViewedStories,
} from '../../store/counted_stories.js';
import type { Database } from '../../store/database.js';
import type { Recall } from '../recall.js';
import { hoursBefore, tehranDay } from '../words.js';

/** Stories of the longest of these lists. */
const MOST_RANKED = 6;

export interface RankedStories {
  readonly viewed: readonly CountedStory[];
  readonly discussed: readonly CountedStory[];
}

/** The first stories of all, or of a section. */
export async function loadRanked(
  database: Database,
  options: {
    readonly now: string;
    /** Of the newest report: against it what others print is young. */
    readonly newestAt: string;
    readonly section?: string;
    /** At most `MOST_RANKED`. */
    readonly limit: number;
    readonly recall: Recall;
  },
): Promise<RankedStories> {
  const { recall, section, limit } = options;
  const spans = countedSpans(options.now, options.newestAt);
  const [viewed, discussed] = await Promise.all([
    recall('viewed', () => loadMostViewedStories(database, { ...spans.viewed, limit: MOST_RANKED })),
    recall('discussed', () => loadMostDiscussedStories(database, { ...spans.discussed, limit: MOST_RANKED })),
  ]);
  const first = (stories: readonly CountedStory[]): readonly CountedStory[] =>
    stories.filter((story) => section === undefined || story.section === section).slice(0, limit);
  return { viewed: first(viewed), discussed: first(discussed) };
}

/**
 * Which counts the lists use. Own views are kept by day: a day and the one before; own comments of a week. What
 * others print counts for stories that have moved within a day, or a week, of the newest report.
 */
function countedSpans(now: string, newestAt: string) {
  return {
    viewed: { sinceDay: tehranDay(hoursBefore(now, 24)), since: hoursBefore(newestAt, 24) },
    discussed: { ownSince: hoursBefore(now, 7 * 24), since: hoursBefore(newestAt, 7 * 24) },
  };
}
