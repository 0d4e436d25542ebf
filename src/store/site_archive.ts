/** Reads the archive: stories by the day of Tehran on which they began. */
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { loadStoryLines, type StoryLine } from './site_stories.js';

/** Days `yyyy-mm-dd` of Tehran; the second is the first that is not meant any more. */
export interface DaySpan {
  readonly from: string;
  readonly until: string;
}

const WITHIN = `s.report_count > 0 and s.first_at >= $1::date::timestamp at time zone 'Asia/Tehran'
  and s.first_at < $2::date::timestamp at time zone 'Asia/Tehran'`;

/** How many stories began on each day; days without any are left out. */
export async function countStoriesByDay(
  db: Database,
  { from, until }: DaySpan,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.rows<{ day: string; count: number }>(
    // Each day looks its instants up in the index: asking every story for its day of Tehran takes ten times as long.
    prepared(`select day, began.count
     from (select $1::date + n as day from generate_series(0, $2::date - $1::date - 1) n) days
     cross join lateral (select count(*)::int as count from story s
       where s.report_count > 0 and s.first_at >= day::timestamp at time zone 'Asia/Tehran'
         and s.first_at < (day + 1)::timestamp at time zone 'Asia/Tehran') began
     where began.count > 0`),
    [from, until],
  );
  return new Map(rows.map(({ day, count }) => [day, count]));
}

/** Stories that began within the span, the most important first. */
export async function loadStoriesBetween(
  db: Database,
  { from, until, limit, offset = 0 }: DaySpan & { readonly limit: number; readonly offset?: number },
): Promise<readonly StoryLine[]> {
  const rows = await db.rows<{ id: number }>(
    // Materialised, so that nobody looks for an old month among the important stories of all years.
    prepared(`with within as materialized (select s.id, s.importance from story s where ${WITHIN})
     select id from within order by importance desc, id limit $3 offset $4`),
    [from, until, limit, offset],
  );
  return loadStoryLines(
    db,
    rows.map(({ id }) => id),
  );
}

/** When the first and the last story began; nothing of an empty store. */
export async function loadArchiveEnds(
  db: Database,
): Promise<{ readonly first: string; readonly last: string } | undefined> {
  const row = await db.row<{ first: string | null; last: string | null }>(
    prepared('select min(first_at) as first, max(first_at) as last from story where report_count > 0'),
  );
  return row?.first == null || row.last === null ? undefined : { first: row.first, last: row.last };
}
