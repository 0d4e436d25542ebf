/** What stood on an outlet's front page day by day, as its readings told. */
import type { Database } from './database.js';
import { FRONT_ITEMS, type ShownHeadline, selectHeadlines } from './front_items.js';
import type { DaySpan } from './site_archive.js';

/** A headline stood there from its first to its last sight; between two readings nobody looked. */
const STOOD = `f.first_seen_at < (day + 1)::timestamp at time zone 'Asia/Tehran'
  and f.last_seen_at >= day::timestamp at time zone 'Asia/Tehran'`;

/** How many headlines stood there on each day; days without a reading are left out. */
export async function countFrontDays(
  db: Database,
  { outletId, from, until }: DaySpan & { readonly outletId: string },
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.rows<{ day: string; count: number }>(
    `select day, count(*)::int as count
     from (select $2::date + n as day from generate_series(0, $3::date - $2::date - 1) n) days
       join front_item f on ${STOOD} join source on source.id = f.source_id
     where source.outlet_id = $1 and f.first_seen_at < $3::date::timestamp at time zone 'Asia/Tehran'
       and f.last_seen_at >= $2::date::timestamp at time zone 'Asia/Tehran' group by 1`,
    [outletId, from, until],
  );
  return new Map(rows.map(({ day, count }) => [day, count]));
}

const FRONT_OF_DAY = selectHeadlines(
  `select f.* from (select $2::date as day) days cross join ${FRONT_ITEMS}
   where f.outlet_id = $1 and ${STOOD} order by f.best_position, f.first_seen_at, f.url limit $3`,
  'f.best_position, f.first_seen_at, f.url',
);

/** The headlines of a day, those that ever stood highest first. */
export function loadFrontOfDay(
  db: Database,
  { outletId, day, limit }: { readonly outletId: string; readonly day: string; readonly limit: number },
): Promise<readonly ShownHeadline[]> {
  return db.rows<ShownHeadline>(FRONT_OF_DAY, [outletId, day, limit]);
}

/** When a front page of the outlet was read first and last; nothing where none was. */
export async function loadFrontEnds(
  db: Database,
  outletId: string,
): Promise<{ readonly first: string; readonly last: string } | undefined> {
  const row = await db.row<{ first: string | null; last: string | null }>(
    `select min(f.first_seen_at) as first, max(f.last_seen_at) as last
     from front_item f join source on source.id = f.source_id where source.outlet_id = $1`,
    [outletId],
  );
  return row?.first == null || row.last === null ? undefined : { first: row.first, last: row.last };
}
