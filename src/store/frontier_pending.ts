/** Stored pages that wait to be read: claimed by lease, so that any number of processes share them. */
import type { PendingPage, ReadFailure } from '../model/collection.js';
import type { Database, Transaction } from './database.js';
import { refreshHosts } from './frontier_hosts.js';
import { saveIssue } from './issues.js';

export interface PendingClaim {
  readonly at: string;
  /** Until when nobody else reads what is claimed. */
  readonly until: string;
  readonly limit: number;
}

/** Leases pages that nobody reads, the longest waiting first. */
export async function claimPending(db: Database, claim: PendingClaim): Promise<readonly PendingPage[]> {
  const rows = await db.rows<{ id: number; page_id: number; read_failures: number }>(
    `with free as (
       select id from frontier where state = 'pending' and page_id is not null and read_until <= $1
       order by read_until, id limit $3 for update skip locked)
     update frontier set read_until = $2 from free where frontier.id = free.id
     returning frontier.id, page_id, read_failures`,
    [claim.at, claim.until, claim.limit],
  );
  return rows.map((row) => ({ frontierId: row.id, pageId: row.page_id, failures: row.read_failures }));
}

/** Notes that pages have been read. One with a time for its next visit goes back to waiting. */
export async function settlePages(
  tx: Transaction,
  frontierIds: readonly number[],
  at: string,
): Promise<void> {
  const rows = await tx.rows<{ host: string; waits: boolean }>(
    `update frontier set state = case when next_at < 'infinity' then 'waiting' else 'settled' end,
       read_until = null, read_failures = 0, changed_at = $2
     where id = any($1) and state = 'pending' returning host, state = 'waiting' as waits`,
    [frontierIds, at],
  );
  const hosts = rows.filter(({ waits }) => waits).map(({ host }) => host);
  if (hosts.length > 0) await refreshHosts(tx, [...new Set(hosts)]);
}

/** Notes that reading a stored page threw; it is read again at `nextAt`, or left to the operator. */
export async function parkPage(tx: Transaction, frontierId: number, failure: ReadFailure): Promise<void> {
  const row = await tx.row<{ page_id: number | null; url: string }>(
    `update frontier set read_failures = read_failures + 1, changed_at = $2,
       read_until = coalesce($3::timestamptz, 'infinity') where id = $1 returning page_id, url`,
    [frontierId, failure.at, failure.nextAt],
  );
  if (!row) return;
  await saveIssue(tx, {
    issue: {
      code: 'collect.reading_failed',
      message: `Cannot read the page "${row.url}": ${failure.message}`,
      severity: 'fatal',
    },
    stage: 'collect',
    pageId: row.page_id ?? undefined,
    seenAt: failure.at,
  });
}
