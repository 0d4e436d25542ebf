import type { Database } from '../../store/database.js';
import { loadTellingParts } from '../../store/site_article.js';
import { loadLines } from '../../store/site_lines.js';
import { loadNewestReportAt, loadStories, loadStoryLines, type StoryLine } from '../../store/site_stories.js';
import { findStoriesOf, findStoryAddress, loadSharedText, loadStoryReports } from '../../store/site_story.js';
import { Fault, NOT_FOUND } from '../faults.js';
import type { SharedTextView } from '../pages/shared_text.js';
import type { StoriesView } from '../pages/stories.js';
import type { RelatedStory, StoryView } from '../pages/story.js';
import { findRelated } from './related.js';
import { loadStoryThread } from './thread_view.js';
import { loadTold } from './told.js';

const RELATED_STORIES = 5;

/** Everything on a story's page, or the number of the story that has its reports now. */
export async function loadStoryView(
  database: Database,
  storyId: number,
): Promise<StoryView | { readonly movedTo: number }> {
  const [address, [story], reports, newestAt] = await Promise.all([
    findStoryAddress(database, storyId),
    loadStoryLines(database, [storyId]),
    loadStoryReports(database, storyId),
    loadNewestReportAt(database),
  ]);
  if (address.kind === 'moved') return { movedTo: address.storyId };
  if (address.kind === 'nowhere' || !story) throw new Fault(NOT_FOUND);
  const [related, thread, told] = await Promise.all([
    loadRelatedStories(database, story),
    loadStoryThread(database, storyId),
    loadTold(
      database,
      reports.map(({ articleId }) => articleId),
    ),
  ]);
  // What stands in the thread of the story already is not told twice.
  const inThread = new Set(thread?.others.map((other) => other.story.storyId));
  const further = related.filter((other) => !inThread.has(other.story.storyId));
  return { story, reports, related: further, thread, told, newestAt: newestAt ?? story.lastAt };
}

/** Stories whose reports share rare words with the headline report; the words are the reason. */
async function loadRelatedStories(database: Database, story: StoryLine): Promise<readonly RelatedStory[]> {
  const article = await loadTellingParts(database, story.headline.id);
  if (!article) return [];
  const related = await findRelated(database, article, { among: RELATED_STORIES * 6 });
  const members = await findStoriesOf(
    database,
    related.map(({ refId }) => refId),
  );
  const words = new Map<number, readonly string[]>();
  for (const { refId, words: shared } of related) {
    const other = members.get(refId);
    if (other !== undefined && other !== story.storyId && !words.has(other)) words.set(other, shared);
  }
  const lines = await loadStoryLines(database, [...words.keys()].slice(0, RELATED_STORIES));
  return lines.map((line) => ({ story: line, words: words.get(line.storyId) ?? [] }));
}

/** What a report and the one it was taken from have in common. */
export async function loadSharedTextView(
  database: Database,
  { storyId, articleId }: { readonly storyId: number; readonly articleId: number },
): Promise<SharedTextView> {
  const shared = await loadSharedText(database, articleId);
  if (!shared) throw new Fault(NOT_FOUND);
  const [copy, other] = await loadLines(database, [shared.copyId, shared.otherId]);
  if (!copy || !other) throw new Fault(NOT_FOUND);
  return { storyId, shared, copy, other };
}

const STORIES_PER_PAGE = 25;

/** The stories that moved last, of all or of one section; a page of them. */
export async function loadStoriesView(
  database: Database,
  after: { readonly shownAt: string; readonly id: number } | undefined,
  section?: string,
): Promise<StoriesView> {
  const found = await loadStories(database, {
    order: 'newest',
    limit: STORIES_PER_PAGE + 1,
    ...(after === undefined ? {} : { after }),
    ...(section === undefined ? {} : { section }),
  });
  const stories = found.slice(0, STORIES_PER_PAGE);
  const last = stories.at(-1);
  const next =
    found.length > STORIES_PER_PAGE && last !== undefined
      ? { shownAt: last.lastAt, id: last.storyId }
      : undefined;
  return { stories, isFirst: after === undefined, next };
}
