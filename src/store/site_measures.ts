import type { Database } from './database.js';

/** What operators watch: counts and ages of everything that can fall behind. Times in seconds. */
export interface Measures {
  readonly articles: number;
  readonly versions: number;
  readonly pages: number;
  /** On the disk, packed. */
  readonly storedBytes: number;
  /** Raw answers: packed bytes that are kept, and answers whose bytes were dropped to save room. */
  readonly raw: { readonly bytes: number; readonly dropped: number };
  readonly sources: readonly {
    readonly id: string;
    readonly condition: string;
    readonly failures: number;
    readonly items: number;
    /** Unix time; null when it never succeeded. */
    readonly lastSuccess: number | null;
    readonly lastNew: number | null;
  }[];
  readonly frontier: readonly { readonly state: string; readonly count: number }[];
  readonly issues: readonly { readonly code: string; readonly severity: string; readonly count: number }[];
  /** From the printed time of publication to our first sight, over articles first seen in the last day; who is later than two days is an archive. */
  readonly delay: { readonly count: number; readonly p50: number | null; readonly p95: number | null };
}

/** Reads all measures at `now`, an ISO instant. Articles with a day alone say nothing of delays. */
export async function loadMeasures(database: Database, now: string): Promise<Measures> {
  const row = await database.row<Measures>(
    `select (select count(*) from article) as articles,
      (select count(*) from article_version) as versions,
      (select count(*) from fetched_page) as pages,
      pg_total_relation_size('fetched_body') as "storedBytes",
      (select jsonb_build_object('bytes', coalesce(sum(octet_length(content)), 0),
          'dropped', count(*) filter (where content is null)) from fetched_body) as raw,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.source_id, 'condition', s.condition,
          'failures', s.failures, 'items', s.item_count,
          'lastSuccess', extract(epoch from s.last_success_at), 'lastNew', extract(epoch from s.last_new_at)
        ) order by s.source_id), '[]')
        from source_state s join source on source.id = s.source_id where s.listed and source.enabled) as sources,
      (select coalesce(jsonb_agg(f order by f.state), '[]')
        from (select state, count(*) from frontier group by state) f) as frontier,
      (select coalesce(jsonb_agg(i order by i.code), '[]') from (
        select code, severity, count(*) from issue where resolved_at is null group by code, severity) i) as issues,
      (select jsonb_build_object('count', count(*),
          'p50', percentile_cont(0.5) within group (order by seconds),
          'p95', percentile_cont(0.95) within group (order by seconds))
        from (select extract(epoch from first_seen_at - published_at) as seconds from article
          where shown_at > $1::timestamptz - interval '3 days' and first_seen_at > $1::timestamptz - interval '1 day'
            and published_precision = 'minute'
            and published_at <= first_seen_at) delays) as delay`,
    [now],
  );
  if (row === undefined) throw new Error('Cannot read the measures: no row came back');
  return row;
}
