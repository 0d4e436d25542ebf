/** Stories as sitemaps list them. */
import type { Database } from './database.js';

export interface SitemapStory {
  readonly id: number;
  readonly lastAt: string;
}

/** Stories of one sitemap: their numbers decide, so that a story never moves to another. */
export const STORIES_PER_SITEMAP = 10_000;

/** The stories of the sitemap with this number, from 1 on. */
export function loadSitemapStories(db: Database, sitemap: number): Promise<readonly SitemapStory[]> {
  return db.rows<SitemapStory>(
    `select id, last_at as "lastAt" from story where report_count > 0 and id > $1 and id <= $2 order by id`,
    [(sitemap - 1) * STORIES_PER_SITEMAP, sitemap * STORIES_PER_SITEMAP],
  );
}

/** How many sitemaps of stories there are. */
export async function countSitemaps(db: Database): Promise<number> {
  const row = await db.row<{ last: number | null }>(
    'select max(id) as last from story where report_count > 0',
  );
  return Math.ceil((row?.last ?? 0) / STORIES_PER_SITEMAP);
}

/** Numbers of stories that began after an instant, the newest first. */
export async function loadNewStoryIds(
  db: Database,
  { since, limit }: { readonly since: string; readonly limit: number },
): Promise<readonly number[]> {
  const rows = await db.rows<{ id: number }>(
    `select id from story where report_count > 0 and last_at >= $1 and first_at >= $1
     order by last_at desc, id desc limit $2`,
    [since, limit],
  );
  return rows.map(({ id }) => id);
}
