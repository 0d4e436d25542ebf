/** Pages of the quarantine that are to be read again. */
import { enqueueFailedAnalysis } from './analyse_queue.js';
import type { Database, Transaction } from './database.js';
import { aheadOfOthers, refreshHosts } from './frontier_hosts.js';
import { settlePages } from './frontier_pending.js';

/** Pages that somebody wishes to have read again, the longest waiting first. */
export async function listReplayWishes(db: Database, limit: number): Promise<readonly number[]> {
  const rows = await db.rows<{ page_id: number }>(
    `select page_id from issue where replay_wished_at is not null and page_id is not null
     group by page_id order by min(replay_wished_at), page_id limit $1`,
    [limit],
  );
  return rows.map((row) => row.page_id);
}

/** Pages of open issues that forbade an article: by the issues' numbers, a code, or all. */
export async function listQuarantinedPages(
  db: Database,
  filter: { readonly issueIds?: readonly number[]; readonly code?: string | undefined },
): Promise<readonly number[]> {
  const rows = await db.rows<{ page_id: number }>(
    `select distinct page_id from issue where resolved_at is null and page_id is not null
       and ($1::bigint[] is null or id = any($1)) and ($2::text is null or code = $2)
       and (severity = 'fatal' or $1::bigint[] is not null or $2::text is not null) order by page_id`,
    [filter.issueIds, filter.code],
  );
  return rows.map((row) => row.page_id);
}

/**
 * Notes that a page was read again: the wish is done, and what reading once threw no longer stands. What its analysis
 * threw is tried again by whoever keeps the ledger.
 */
export async function settleReplay(
  tx: Transaction,
  { pageId, at }: { readonly pageId: number; readonly at: string },
): Promise<void> {
  await tx.run(
    `update issue set resolved_at = $2
     where page_id = $1 and code = 'collect.reading_failed' and resolved_at is null`,
    [pageId, at],
  );
  const waiting = await tx.rows<{ id: number }>(
    `select id from frontier where page_id = $1 and state = 'pending'`,
    [pageId],
  );
  await settlePages(
    tx,
    waiting.map(({ id }) => id),
    at,
  );
  await enqueueFailedAnalysis(tx, pageId);
  await clearReplayWish(tx, pageId);
}

/**
 * Puts the address of a page that stays unreadable back into the frontier, so that its publisher is asked once more:
 * often the answer was the trouble and not the reading. False where no collector knows the address.
 */
export async function askAgain(
  tx: Transaction,
  { pageId, at }: { readonly pageId: number; readonly at: string },
): Promise<boolean> {
  const rows = await tx.rows<{ host: string }>(
    `update frontier set state = 'waiting', next_at = $2, attempts = 0, etag = null, last_modified = null,
       changed_at = $3
     where page_id = $1 and target = 'page' and state in ('waiting', 'settled', 'dropped')
       and exists (select from fetched_page page where page.id = $1 and page.format = 'html') returning host`,
    [pageId, aheadOfOthers(at), at],
  );
  await refreshHosts(
    tx,
    rows.map(({ host }) => host),
  );
  return rows.length > 0;
}

/** Gives a wish up, as when reading threw again. */
export async function clearReplayWish(db: Database, pageId: number): Promise<void> {
  await db.run(
    'update issue set replay_wished_at = null where page_id = $1 and replay_wished_at is not null',
    [pageId],
  );
}
