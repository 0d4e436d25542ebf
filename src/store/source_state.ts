import type { CollectedSource, Condition, ConditionCode, PollJob, PollReport } from '../model/collection.js';
import type { SourceKind } from '../model/outlet.js';
import type { Database } from './database.js';
import { ensureHosts, refreshHosts } from './frontier_hosts.js';
import { toJson } from './storable.js';

/** What a new source starts with, until it is known how often it publishes. */
const FIRST_INTERVAL_MS = 15 * 60 * 1000;

/** How one source fares, for people. */
export interface SourceStatus {
  readonly sourceId: string;
  readonly outletId: string;
  readonly outletName: string;
  readonly kind: SourceKind;
  readonly url: string;
  readonly enabled: boolean;
  /** Name of the proxy through which it is asked; absent: directly. */
  readonly egress?: string | undefined;
  readonly condition: Condition;
  /** Since when the condition has been what it is. */
  readonly conditionSince: string;
  readonly nextAt: string;
  readonly intervalMs: number;
  readonly failures: number;
  readonly lastAttemptAt?: string | undefined;
  readonly lastSuccessAt?: string | undefined;
  readonly lastNewAt?: string | undefined;
  /** Different items that the source has ever listed. */
  readonly itemCount: number;
}

/** Takes over the registry's sources, which the table `source` already holds; the others rest. */
export async function adoptSources(
  tx: Database,
  sources: readonly CollectedSource[],
  at: string,
): Promise<void> {
  await ensureHosts(
    tx,
    sources.map(({ host }) => host),
  );
  const json = JSON.stringify(sources.map(({ id, url, host }) => ({ id, url, host })));
  await tx.run(
    `insert into source_state (source_id, host, url, registry_url, next_at, interval_ms, condition_since)
     select id, host, url, url, $2, $3, $2 from jsonb_to_recordset($1::jsonb) as given (id text, host text, url text)
     order by id
     on conflict (source_id) do update set listed = true, registry_url = excluded.registry_url,
       host = case when source_state.registry_url = excluded.url then source_state.host else excluded.host end,
       url = case when source_state.registry_url = excluded.url then source_state.url else excluded.url end,
       etag = case when source_state.registry_url = excluded.url then source_state.etag end,
       last_modified = case when source_state.registry_url = excluded.url then source_state.last_modified end`,
    [json, at, FIRST_INTERVAL_MS],
  );
  await tx.run('update source_state set listed = false where listed and source_id <> all($1)', [
    sources.map(({ id }) => id),
  ]);
  const hosts = await tx.rows<{ host: string }>('select distinct host from source_state order by host');
  await refreshHosts(
    tx,
    hosts.map(({ host }) => host),
  );
}

/** A pause that was the longest counts for a third of its length after this time. */
const GAP_MEMORY_MS = 14 * 24 * 60 * 60 * 1000;

/** A poll with the number of items that nobody had seen before. */
export interface CountedPoll {
  readonly job: PollJob;
  readonly report: PollReport;
  readonly newItems: number;
}

/** Writes down what polls came to, each of another source. */
export async function savePollStates(tx: Database, polls: readonly CountedPoll[]): Promise<void> {
  if (polls.length === 0) return;
  const rows = polls.map(stateRow);
  const moved = rows.flatMap(({ host }) => host ?? []);
  if (moved.length > 0) await ensureHosts(tx, moved);
  await tx.run(
    `update source_state state set next_at = given.next_at, interval_ms = given.interval_ms, etag = given.etag,
       last_modified = given.last_modified, conditional_polls = given.conditional_polls, failures = given.failures,
       condition_since = case when state.condition = given.condition then condition_since else given.at end,
       condition = given.condition, condition_detail = given.detail, last_attempt_at = given.at,
       last_success_at = case when given.condition in ('well', 'silent') then given.at else last_success_at end,
       last_new_at = case when new_items > 0 then given.at else last_new_at end,
       item_count = item_count + new_items, url = coalesce(given.url, state.url),
       host = coalesce(given.host, state.host), stretch = given.stretch, last_listed = coalesce(given.listed, last_listed),
       empty_polls = given.empty_polls,
       first_listed_at = case when given.listed > 0 then coalesce(first_listed_at, given.at) else first_listed_at end,
       longest_gap_ms = case when new_items > 0 and last_new_at is not null
         then greatest(extract(epoch from given.at - last_new_at)::float8 * 1000,
           longest_gap_ms * exp(-extract(epoch from given.at - last_new_at)::float8 * 1000 / $2::float8))
         else longest_gap_ms end
     from jsonb_to_recordset($1::jsonb) as given (source_id text, next_at timestamptz, interval_ms bigint, etag text,
       last_modified text, conditional_polls integer, failures integer, condition text, detail text, at timestamptz,
       new_items bigint, url text, host text, stretch float8, listed integer, empty_polls integer)
     where state.source_id = given.source_id`,
    [toJson(rows), GAP_MEMORY_MS],
  );
  if (moved.length > 0) await refreshHosts(tx, moved);
}

/** Names are those of the statement above. */
function stateRow({ job, report, newItems }: CountedPoll) {
  const { validators, condition, movedTo } = report;
  return {
    source_id: job.sourceId,
    next_at: report.nextAt,
    interval_ms: report.intervalMs,
    etag: validators.etag,
    last_modified: validators.lastModified,
    conditional_polls: report.conditionalPolls,
    failures: report.failures,
    condition: condition.code,
    detail: condition.detail,
    at: report.at,
    new_items: newItems,
    url: movedTo,
    host: movedTo === undefined ? undefined : new URL(movedTo).host,
    stretch: report.stretch,
    listed: report.listed,
    empty_polls: report.emptyPolls,
  };
}

interface StatusRow {
  readonly source_id: string;
  readonly outlet_id: string;
  readonly outlet_name: string;
  readonly kind: SourceKind;
  readonly url: string;
  readonly enabled: boolean;
  readonly egress: string | null;
  readonly condition: ConditionCode;
  readonly condition_detail: string | null;
  readonly condition_since: string;
  readonly next_at: string;
  readonly interval_ms: number;
  readonly failures: number;
  readonly last_attempt_at: string | null;
  readonly last_success_at: string | null;
  readonly last_new_at: string | null;
  readonly item_count: number;
}

/** How all sources fare that the registry names, by outlet. */
export async function loadSourceStatuses(db: Database): Promise<readonly SourceStatus[]> {
  const rows = await db.rows<StatusRow>(
    `select state.*, outlet_id, outlet.name as outlet_name, source.kind, enabled, egress
     from source_state state join source on source.id = source_id join outlet on outlet.id = outlet_id
     where listed order by outlet_id, source_id`,
  );
  return rows.map((row) => ({
    sourceId: row.source_id,
    outletId: row.outlet_id,
    outletName: row.outlet_name,
    kind: row.kind,
    url: row.url,
    enabled: row.enabled,
    egress: row.egress ?? undefined,
    condition: { code: row.condition, detail: row.condition_detail ?? undefined },
    conditionSince: row.condition_since,
    nextAt: row.next_at,
    intervalMs: row.interval_ms,
    failures: row.failures,
    lastAttemptAt: row.last_attempt_at ?? undefined,
    lastSuccessAt: row.last_success_at ?? undefined,
    lastNewAt: row.last_new_at ?? undefined,
    itemCount: row.item_count,
  }));
}

/** Turns a source on or off; one that is turned on is asked next. False when there is none of that id. */
export async function setSourceEnabled(
  tx: Database,
  sourceId: string,
  change: { readonly enabled: boolean; readonly at: string },
): Promise<boolean> {
  const changed = await tx.run('update source set enabled = $2 where id = $1', [sourceId, change.enabled]);
  if (changed === 0) return false;
  const row = await tx.row<{ host: string }>(
    'update source_state set next_at = least(next_at, $2) where source_id = $1 returning host',
    [sourceId, change.at],
  );
  if (row) await refreshHosts(tx, [row.host]);
  return true;
}
