import type { Database } from './database.js';

/** What a source brought lately against what it usually brings, and how soon we saw it. */
export interface SourceHealth {
  readonly sourceId: string;
  /** Different items that were first seen in the last 24 hours. */
  readonly seenLastDay: number;
  /** Items of a usual day: the mean of up to 7 days before; absent while fewer than one was watched. */
  readonly expectedPerDay?: number | undefined;
  /**
   * Median time in seconds from the publication that a list states to our first sight, over 7 days. Items that
   * were there before we first asked are left out; absent when no item states its time.
   */
  readonly medianDelayS?: number | undefined;
}

interface HealthRow {
  readonly source_id: string;
  readonly seen: number;
  readonly before: number;
  readonly watched_days: number | null;
  readonly delay: number | null;
}

/** The health of all sources of the registry at `now` (ISO), or of one. Reads the items of 8 days. */
export async function loadSourceHealth(
  db: Database,
  { now, sourceId }: { readonly now: string; readonly sourceId?: string | undefined },
): Promise<ReadonlyMap<string, SourceHealth>> {
  const rows = await db.rows<HealthRow>(
    `select state.source_id, count(item_key) filter (where first_seen_at > day_ago) as seen,
       count(item_key) filter (where first_seen_at <= day_ago and first_seen_at > first_listed_at) as before,
       case when first_listed_at is not null then
         extract(epoch from day_ago - greatest(first_listed_at, eight_days_ago))::float8 / 86400 end as watched_days,
       percentile_cont(0.5) within group (order by extract(epoch from first_seen_at - published_at)::float8)
         filter (where published_at > first_listed_at and published_at <= first_seen_at) as delay
     from source_state state
     cross join (select $1::timestamptz - interval '1 day' as day_ago,
       $1::timestamptz - interval '8 days' as eight_days_ago) times
     left join source_item item on item.source_id = state.source_id and first_seen_at > eight_days_ago
       and first_seen_at > first_listed_at
     where listed and ($2::text is null or state.source_id = $2)
     group by state.source_id, first_listed_at, day_ago, eight_days_ago`,
    [now, sourceId],
  );
  return new Map(rows.map((row) => [row.source_id, toHealth(row)]));
}

function toHealth({ source_id, seen, before, watched_days, delay }: HealthRow): SourceHealth {
  const isWatched = watched_days !== null && watched_days >= 1;
  return {
    sourceId: source_id,
    seenLastDay: seen,
    expectedPerDay: isWatched ? before / watched_days : undefined,
    medianDelayS: delay ?? undefined,
  };
}
