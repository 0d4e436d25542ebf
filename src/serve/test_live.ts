/** For tests: stories that open while somebody reads. */
import type { Store } from '../store/database.js';
import { TEST_NOW } from './test_site.js';

/** Hides as many stories as opened last, or shows them again. */
export async function hideNewest(store: Store, count: number): Promise<void> {
  await store.run(
    'update story set report_count = -report_count where id in (select id from story order by id desc limit $1)',
    [count],
  );
}

/** Notes that stories have opened, as the stream notes it; gives the numbers of the events. */
export async function tellStories(store: Store, stories: readonly number[]): Promise<readonly number[]> {
  const refs = stories.map(String);
  await store.run("delete from event where kind = 'story' and ref = any($1)", [refs]);
  const rows = await store.rows<{ id: number }>(
    "insert into event (kind, ref, known_at) select 'story', ref, $2 from unnest($1::text[]) ref returning id",
    [refs, TEST_NOW],
  );
  return rows.map(({ id }) => id);
}
