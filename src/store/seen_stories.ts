/**
 * Which stories have something that an operator hid. That is seldom, so that nobody counts the reports of every story
 * anew to leave out a few: the counts that are kept with a story hold for all others.
 */
import type { Database } from './database.js';
import { prepared } from './prepared.js';

/** To be joined to `story s`: whether one of its reports is hidden, or by an outlet that is. */
export const WITH_HIDDEN = `cross join lateral (select
    s.id in (select m.story_id from article h join story_member m on m.article_id = h.id where h.hidden_at is not null)
    or (exists (select from outlet where hidden_at is not null)
      and exists (select from story_member m join article h on h.id = m.article_id
        where m.story_id = s.id and h.outlet_id in (select id from outlet where hidden_at is not null)))
    as has_hidden offset 0) hidden`;

/** Which of these stories have a report that is hidden, or by an outlet that is. */
export async function findHiddenStories(db: Database, storyIds: readonly number[]): Promise<Set<number>> {
  const rows = await db.rows<{ story_id: number }>(HIDDEN_SQL, [storyIds]);
  return new Set(rows.map((row) => row.story_id));
}

const HIDDEN_SQL = prepared(`select m.story_id from article h join story_member m on m.article_id = h.id
    where h.hidden_at is not null and m.story_id = any($1)
  union
  select m.story_id from story_member m join article h on h.id = m.article_id
    where exists (select from outlet where hidden_at is not null) and m.story_id = any($1)
      and h.outlet_id in (select id from outlet where hidden_at is not null)`);
