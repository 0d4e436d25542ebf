import type { Database } from '../../store/database.js';
import type { ListPlace } from '../../store/site_lines.js';
import { findThreadOf, loadThreadLines, loadThreadStories, loadThreads } from '../../store/site_threads.js';
import { loadThreadHeads } from '../../store/thread_heads.js';
import { Fault, NOT_FOUND } from '../faults.js';
import type { ThreadView } from '../pages/thread.js';
import type { ThreadsView } from '../pages/threads.js';
import type { StoryThreadView } from '../pieces/story_thread.js';

/** Stories on one page of a thread. */
const STORIES_SHOWN = 40;
/** Entries of a thread's feed. */
const FEED_STORIES = 40;
const THREADS_PER_PAGE = 40;
/** Other stories of the thread on a story's page. */
const OTHERS_SHOWN = 6;

/** A thread with a page of its stories, the one that began last first. */
export async function loadThreadView(
  database: Database,
  threadId: number,
  after: ListPlace | undefined,
): Promise<ThreadView> {
  const [[thread], found] = await Promise.all([
    loadThreadLines(database, [threadId]),
    loadThreadStories(database, { threadId, after, limit: STORIES_SHOWN + 1 }),
  ]);
  if (!thread) throw new Fault(NOT_FOUND);
  const stories = found.slice(0, STORIES_SHOWN);
  const last = found.length > STORIES_SHOWN ? stories.at(-1)?.story : undefined;
  return {
    ...{ thread, stories },
    isFirst: after === undefined,
    next: last && { shownAt: last.firstAt, id: last.storyId },
  };
}

/** A thread with those of its stories that moved last, for its feed. */
export async function loadThreadFeed(
  database: Database,
  threadId: number,
): Promise<Pick<ThreadView, 'thread' | 'stories'>> {
  const [[thread], stories] = await Promise.all([
    loadThreadLines(database, [threadId]),
    loadThreadStories(database, { threadId, order: 'moved', limit: FEED_STORIES }),
  ]);
  if (!thread) throw new Fault(NOT_FOUND);
  return { thread, stories };
}

/** The threads that moved last, a page of them. */
export async function loadThreadsView(
  database: Database,
  after: ListPlace | undefined,
): Promise<ThreadsView> {
  const limit = THREADS_PER_PAGE + 1;
  const found = await loadThreads(database, after === undefined ? { limit } : { after, limit });
  const threads = found.slice(0, THREADS_PER_PAGE);
  const last = threads.at(-1);
  const next =
    found.length > THREADS_PER_PAGE && last !== undefined
      ? { shownAt: last.lastAt, id: last.threadId }
      : undefined;
  const heads = await loadThreadHeads(
    database,
    threads.map(({ threadId }) => threadId),
  );
  return { threads, heads, isFirst: after === undefined, next };
}

/** The thread of a story and its other stories; undefined where it is in none. */
export async function loadStoryThread(
  database: Database,
  storyId: number,
): Promise<StoryThreadView | undefined> {
  const threadId = await findThreadOf(database, storyId);
  if (threadId === undefined) return undefined;
  const [[thread], others] = await Promise.all([
    loadThreadLines(database, [threadId]),
    loadThreadStories(database, { threadId, without: storyId, limit: OTHERS_SHOWN }),
  ]);
  return thread && { thread, others };
}
