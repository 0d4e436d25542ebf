import { randomUUID } from 'node:crypto';
import type { CollectJob, HostLease, PollJob, PushedAnswer, VisitJob } from '../model/collection.js';
import type { SourceKind } from '../model/outlet.js';
import type { Database, Store } from './database.js';
import { toJson } from './storable.js';

interface LeasedRow {
  readonly host: string;
  readonly failures: number;
  readonly visits_since_poll: number;
}

/**
 * Pages of a host that are fetched between two looks into its sources when both are waiting. A slow host with
 * many feeds would otherwise never be asked for a page, or one with many pages never for what is new.
 */
const VISITS_PER_POLL = 2;

/**
 * Leases up to `limit` hosts that are ready and takes one job for each, sources and pages in turn. Hosts that
 * turn out to have nothing to do are let go of.
 */
export async function claimJobs(
  store: Store,
  claim: { readonly at: string; readonly until: string; readonly limit: number },
): Promise<readonly CollectJob[]> {
  if (!(await isSomeHostReady(store, claim.at))) return [];
  return store.transaction(async (tx) => {
    const token = randomUUID();
    const hosts = await tx.rows<LeasedRow>(
      `with ready as (
         select host from collect_host
         where ready_at <= $2 and (lease_until is null or lease_until <= $2)
         order by ready_at, host limit $4 for update skip locked)
       update collect_host set lease_token = $1, lease_until = $3 from ready
       where collect_host.host = ready.host returning collect_host.host, failures, visits_since_poll`,
      [token, claim.at, claim.until, claim.limit],
    );
    if (hosts.length === 0) return [];
    const leases = hosts.map(({ host, failures }) => ({ host, token, hostFailures: failures }));
    const visits = await dueVisits(tx, leases, claim.at);
    const waiting = new Set(visits.map(({ lease }) => lease.host));
    const mayPoll = hosts.filter((row) => row.visits_since_poll >= VISITS_PER_POLL || !waiting.has(row.host));
    const polls = await duePolls(tx, leasesOf(leases, mayPoll), claim.at);
    const jobs = chooseJobs(polls, visits);
    await countVisits(tx, jobs);
    const busy = new Set(jobs.map(({ lease }) => lease.host));
    const idle = leases.filter(({ host }) => !busy.has(host));
    await releaseHosts(
      tx,
      idle.map((lease) => ({ lease })),
    );
    return jobs;
  });
}

/** A glance that costs no transaction: most of the time nothing is due. */
async function isSomeHostReady(db: Database, at: string): Promise<boolean> {
  const row = await db.row(
    'select from collect_host where ready_at <= $1 and (lease_until is null or lease_until <= $1) limit 1',
    [at],
  );
  return row !== undefined;
}

function leasesOf(leases: readonly HostLease[], rows: readonly LeasedRow[]): readonly HostLease[] {
  const hosts = new Set(rows.map(({ host }) => host));
  return leases.filter(({ host }) => hosts.has(host));
}

/** One job for each host; a poll that may be made comes first. */
function chooseJobs(polls: readonly PollJob[], visits: readonly VisitJob[]): readonly CollectJob[] {
  const polled = new Set(polls.map(({ lease }) => lease.host));
  return [...polls, ...visits.filter(({ lease }) => !polled.has(lease.host))];
}

async function countVisits(tx: Database, jobs: readonly CollectJob[]): Promise<void> {
  const hostsOf = (kind: CollectJob['kind']): string[] =>
    jobs.filter((job) => job.kind === kind).map(({ lease }) => lease.host);
  await tx.run(
    `update collect_host set visits_since_poll = case when host = any($1) then 0 else visits_since_poll + 1 end
     where host = any($1) or host = any($2)`,
    [hostsOf('poll'), hostsOf('visit')],
  );
}

interface PollRow {
  readonly host: string;
  readonly source_id: string;
  readonly outlet_id: string;
  readonly kind: SourceKind;
  readonly url: string;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly conditional_polls: number;
  readonly failures: number;
  readonly interval_ms: number;
  readonly had_new: boolean;
  readonly stretch: number;
  readonly last_listed: number | null;
  readonly item_count: number;
  readonly empty_polls: number;
  readonly first_listed_at: string | null;
  readonly last_new_at: string | null;
  readonly longest_gap_ms: number | null;
  readonly push_id: number | null;
  readonly push_body: Uint8Array;
  readonly push_type: string | null;
  readonly push_planned_at: string;
}

async function duePolls(tx: Database, leases: readonly HostLease[], at: string): Promise<PollJob[]> {
  const rows = await tx.rows<PollRow>(
    `select distinct on (state.host) state.host, state.source_id, outlet_id, kind, state.url, etag, last_modified,
       conditional_polls, failures, interval_ms, coalesce(last_new_at = last_attempt_at, false) as had_new,
       stretch, last_listed, item_count, empty_polls, first_listed_at, last_new_at, longest_gap_ms,
       push.id as push_id, push.body as push_body, push.content_type as push_type, push.planned_at as push_planned_at
     from source_state state join source on source.id = state.source_id
     left join lateral (select * from pushed_answer where pushed_answer.source_id = state.source_id
       order by pushed_answer.id limit 1) push on true
     where state.host = any($1) and enabled and listed and next_at <= $2
     order by state.host, next_at, state.source_id`,
    [leases.map(({ host }) => host), at],
  );
  return rows.map((row) => ({
    kind: 'poll',
    lease: leaseOf(leases, row.host),
    sourceId: row.source_id,
    outletId: row.outlet_id,
    sourceKind: row.kind,
    url: row.url,
    validators: { etag: row.etag ?? undefined, lastModified: row.last_modified ?? undefined },
    conditionalPolls: row.conditional_polls,
    failures: row.failures,
    intervalMs: row.interval_ms,
    hadNew: row.had_new,
    stretch: row.stretch,
    lastListed: row.last_listed ?? undefined,
    itemCount: row.item_count,
    emptyPolls: row.empty_polls,
    firstListedAt: row.first_listed_at ?? undefined,
    lastNewAt: row.last_new_at ?? undefined,
    longestGapMs: row.longest_gap_ms ?? undefined,
    push: toPush(row),
  }));
}

function toPush(row: PollRow): PushedAnswer | undefined {
  if (row.push_id === null) return undefined;
  const { push_id: id, push_body: body, push_type, push_planned_at: plannedAt } = row;
  return { id, body, contentType: push_type ?? undefined, plannedAt };
}

interface VisitRow {
  readonly host: string;
  readonly id: number;
  readonly target: VisitJob['target'];
  readonly url: string;
  readonly source_id: string | null;
  readonly attempts: number;
  readonly visits: number;
  readonly etag: string | null;
  readonly last_modified: string | null;
}

async function dueVisits(tx: Database, leases: readonly HostLease[], at: string): Promise<VisitJob[]> {
  const rows = await tx.rows<VisitRow>(
    `select job.* from unnest($1::text[]) as leased (host)
     cross join lateral (
       select host, id, target, url, source_id, attempts, visits, etag, last_modified from frontier
       where frontier.host = leased.host and state = 'waiting' and next_at <= $2
       order by priority desc, next_at, id limit 1) job`,
    [leases.map(({ host }) => host), at],
  );
  return rows.map((row) => ({
    kind: 'visit',
    lease: leaseOf(leases, row.host),
    frontierId: row.id,
    target: row.target,
    url: row.url,
    sourceId: row.source_id ?? undefined,
    attempts: row.attempts,
    visits: row.visits,
    validators: { etag: row.etag ?? undefined, lastModified: row.last_modified ?? undefined },
  }));
}

function leaseOf(leases: readonly HostLease[], host: string): HostLease {
  const lease = leases.find((candidate) => candidate.host === host);
  if (!lease) throw new Error(`Cannot take a job of "${host}": the host is not leased`);
  return lease;
}

/**
 * Keeps hosts that a living worker is still asking; a lease that was lost stays lost. Hosts whose jobs are being stored just
 * now are given back in a moment: nobody waits for them.
 */
export async function renewLeases(db: Database, leases: readonly HostLease[], until: string): Promise<void> {
  await db.run(
    `with free as (
       select collect_host.host from unnest($1::text[], $2::text[]) as held (host, token)
       join collect_host on collect_host.host = held.host and lease_token = token
       order by collect_host.host for update of collect_host skip locked)
     update collect_host set lease_until = greatest(lease_until, $3) from free where collect_host.host = free.host`,
    [leases.map(({ host }) => host), leases.map(({ token }) => token), until],
  );
}

/**
 * Those of the leases that are still ours. Locks the rows of their hosts, and of others that the transaction is going to
 * change, until its end: all at once in the order of names, so that two processes never wait for each other.
 */
export async function keepLeases(
  tx: Database,
  leases: readonly HostLease[],
  others: readonly string[] = [],
): Promise<ReadonlySet<HostLease>> {
  const rows = await tx.rows<{ host: string; lease_token: string | null }>(
    'select host, lease_token from collect_host where host = any($1) order by host for update',
    [[...new Set([...leases.map(({ host }) => host), ...others])]],
  );
  const tokens = new Map(rows.map((row) => [row.host, row.lease_token]));
  return new Set(leases.filter(({ host, token }) => tokens.get(host) === token));
}

/** A host that is given back; without a pace it is as it was. */
export interface ReleasedHost {
  readonly lease: HostLease;
  readonly nextAt?: string | undefined;
  readonly failures?: number | undefined;
}

/** Gives hosts back, each with its pace; finds out when they will be ready again. */
export async function releaseHosts(tx: Database, hosts: readonly ReleasedHost[]): Promise<void> {
  if (hosts.length === 0) return;
  const rows = hosts.map(({ lease, nextAt, failures = lease.hostFailures }) => ({
    ...{ host: lease.host, nextAt, failures },
  }));
  await tx.run(
    `update collect_host set lease_token = null, lease_until = null, failures = given.failures,
       next_at = coalesce("nextAt", next_at), ready_at = greatest(coalesce("nextAt", next_at), ${FIRST_JOB_AT})
     from jsonb_to_recordset($1::jsonb) as given (host text, failures integer, "nextAt" timestamptz)
     where collect_host.host = given.host`,
    [toJson(rows)],
  );
}

const HOUR_MS = 3_600_000;

/** When something is due that goes before all that is late by less than an hour: what a hub told us, somebody waits for. */
export function aheadOfOthers(at: string): string {
  return new Date(Date.parse(at) - HOUR_MS).toISOString();
}

/** When the first job of a row of `collect_host` is due; infinity when it has none. */
const FIRST_JOB_AT = `coalesce(least(
  (select min(next_at) from source_state state join source on source.id = state.source_id
   where state.host = collect_host.host and enabled and listed),
  (select min(next_at) from frontier where frontier.host = collect_host.host and state = 'waiting')), 'infinity')`;

/** Works out anew when hosts will be ready; needed after every change to their jobs. */
export async function refreshHosts(tx: Database, hosts: readonly string[]): Promise<void> {
  await tx.run(`update collect_host set ready_at = greatest(next_at, ${FIRST_JOB_AT}) where host = any($1)`, [
    hosts,
  ]);
}

/** Makes rows for hosts that are not known yet, in a fixed order so that two processes never deadlock. */
export async function ensureHosts(tx: Database, hosts: readonly string[]): Promise<void> {
  await tx.run(
    `insert into collect_host (host) select host from unnest($1::text[]) as given (host) order by host
     on conflict do nothing`,
    [[...new Set(hosts)]],
  );
}

/** When the first host is ready; undefined when there is nothing to wait for. */
export async function nextDueAt(db: Database): Promise<string | undefined> {
  const row = await db.row<{ due: string | null }>(
    `select nullif(min(greatest(ready_at, coalesce(lease_until, ready_at))), 'infinity') as due
     from collect_host`,
  );
  return row?.due ?? undefined;
}
