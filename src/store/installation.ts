import type { Database } from './database.js';

/** What the database says about the installation as a whole. */
export interface InstallationState {
  readonly serverVersion: string;
  readonly bytes: number;
  /** Milliseconds by which the database's clock is ahead of ours. */
  readonly clockAheadMs: number;
  /** Programs that are connected: `sanad start`. */
  readonly programs: readonly string[];
  readonly articles: number;
  readonly sources: { readonly enabled: number; readonly sick: number; readonly never: number };
  /** The last time that anything was asked for. */
  readonly lastAttemptAt?: string;
  /** Open fatal issues by their code. */
  readonly quarantine: readonly { readonly code: string; readonly count: number }[];
  /** Stored pages that nobody has read for longer than an hour. */
  readonly unread: number;
  readonly hasPassword: boolean;
  /** Packed bytes of raw answers that are kept. */
  readonly rawBytes: number;
}

/** Reads the state of the installation at `now`, an ISO instant. */
export async function loadInstallation(database: Database, now: string): Promise<InstallationState> {
  const row = await database.row<InstallationState & { readonly lastAttemptAt: string | null }>(
    `select current_setting('server_version') as "serverVersion",
      pg_database_size(current_database()) as bytes,
      (extract(epoch from clock_timestamp() - $1::timestamptz) * 1000)::float8 as "clockAheadMs",
      (select coalesce(array_agg(distinct application_name), '{}') from pg_stat_activity
        where datname = current_database() and application_name like 'sanad %'
          and application_name <> current_setting('application_name')) as programs,
      (select count(*) from article) as articles,
      (select jsonb_build_object(
          'enabled', count(*),
          'never', count(*) filter (where s.last_attempt_at is null),
          'sick', count(*) filter (where s.condition not in ('well', 'new')))
        from source_state s join source on source.id = s.source_id
        where s.listed and source.enabled) as sources,
      (select max(last_attempt_at) from source_state) as "lastAttemptAt",
      (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'count', count) order by count desc, code), '[]')
        from (select code, count(*) from issue
          where severity = 'fatal' and resolved_at is null group by code) as open) as quarantine,
      (select count(*) from frontier
        where state = 'pending' and changed_at < $1::timestamptz - interval '1 hour') as unread,
      (select coalesce(sum(octet_length(content)), 0)::bigint from fetched_body) as "rawBytes",
      exists (select 1 from setting where key = 'operator_password') as "hasPassword"`,
    [now],
  );
  if (row === undefined) throw new Error('Cannot read the state of the installation: no row came back');
  const { lastAttemptAt, ...state } = row;
  return { ...state, ...(lastAttemptAt !== null && { lastAttemptAt }) };
}
