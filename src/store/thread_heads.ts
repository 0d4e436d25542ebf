import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { loadStoryLines, type StoryLine } from './site_stories.js';

/** Of each thread the story that moved last: what a thread is about now says more than the words that it shares. */
export async function loadThreadHeads(
  db: Database,
  threadIds: readonly number[],
): Promise<ReadonlyMap<number, StoryLine>> {
  const rows = await db.rows<{ threadId: number; id: number }>(
    prepared(`select distinct on (thread_id) thread_id as "threadId", id from story
     where thread_id = any($1) and report_count > 0 order by thread_id, last_at desc, id desc`),
    [threadIds],
  );
  const lines = await loadStoryLines(
    db,
    rows.map(({ id }) => id),
  );
  const byId = new Map(lines.map((line) => [line.storyId, line]));
  return new Map(
    rows.flatMap(({ threadId, id }) => {
      const line = byId.get(id);
      return line === undefined ? [] : [[threadId, line] as const];
    }),
  );
}
