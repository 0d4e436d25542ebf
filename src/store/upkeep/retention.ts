/** Raw bytes within an operator's limits: which of them may go, and which never. */
import type { Database, Store, Transaction } from '../database.js';

/** How much is kept. Without a limit everything is. */
export interface RawLimits {
  /** Bytes that no fetch has brought for longer than this are dropped. */
  readonly maxAgeMs?: number | undefined;
  /** Packed bytes of all kept bodies together. */
  readonly maxBytes?: number | undefined;
}

/** What is kept of raw bytes at the moment. */
export interface RawState {
  /** Packed bytes of the kept bodies. */
  readonly bytes: number;
  readonly bodies: number;
  /** Bodies that were dropped: their hash and length are known, their bytes are not. */
  readonly dropped: number;
}

export interface Dropped {
  readonly bodies: number;
  readonly bytes: number;
  /** What is still more than the limit, because nothing else may go. */
  readonly overBytes: number;
}

/** Bodies of one transaction: bounds how long their rows are locked. */
const BATCH = 500;
/** Any number that no other advisory lock of ours uses. */
const LOCK = 0x5a4e_4452;

/**
 * Drops the bytes of bodies past the limits; answers of sources go first when room is short, since nothing is derived
 * from them, then the pages that were last seen longest ago. Bytes that somebody may still need stay: pages that wait to be
 * read, and pages in quarantine. Texts, versions, statements and their evidence are rows of their own and stay. One
 * process at a time does it; another one finds nothing to do.
 */
export async function dropRawBodies(
  store: Store,
  { limits, now }: { readonly limits: RawLimits; readonly now: string },
): Promise<Dropped> {
  let bodies = 0;
  let bytes = 0;
  for (;;) {
    const batch = await store.transaction((tx) => dropBatch(tx, { limits, now }));
    bodies += batch.bodies;
    bytes += batch.bytes;
    if (batch.bodies < BATCH) return { bodies, bytes, overBytes: batch.overBytes };
  }
}

async function dropBatch(
  tx: Transaction,
  { limits, now }: { readonly limits: RawLimits; readonly now: string },
): Promise<Dropped> {
  const lock = await tx.row<{ ours: boolean }>('select pg_try_advisory_xact_lock($1) as ours', [LOCK]);
  if (!lock?.ours) return { bodies: 0, bytes: 0, overBytes: 0 };
  const state = await loadRawState(tx);
  const excess = limits.maxBytes === undefined ? 0 : Math.max(0, state.bytes - limits.maxBytes);
  const before = limits.maxAgeMs === undefined ? undefined : Date.parse(now) - limits.maxAgeMs;
  if (excess === 0 && before === undefined) return { bodies: 0, bytes: 0, overBytes: 0 };
  const row = await tx.row<{ bodies: number; bytes: number }>(
    `with free as (${FREE_BODIES}),
       sized as (select sha256, size, last_at,
         sum(size) over (order by is_list desc, last_at, sha256) - size as before_it from free),
       chosen as (select sha256, size from sized where last_at < $2 or before_it < $3 order by before_it limit $4),
       gone as (update fetched_body body set content = null, dropped_at = $1 from chosen
         where body.sha256 = chosen.sha256 returning chosen.size)
     select count(*) as bodies, coalesce(sum(size), 0)::bigint as bytes from gone`,
    [now, before === undefined ? '-infinity' : new Date(before).toISOString(), excess, BATCH],
  );
  const { bodies = 0, bytes = 0 } = row ?? {};
  return { bodies, bytes, overBytes: Math.max(0, excess - bytes) };
}

/** Bodies all of whose pages were read and stand in no quarantine. */
const FREE_BODIES = `
  select body.sha256, octet_length(content) as size, max(last_fetched_at) as last_at,
    bool_and(format = 'feed') as is_list
  from fetched_body body join fetched_page page on page.body_sha256 = body.sha256
  where content is not null
  group by body.sha256
  having bool_and(exists (select from page_result where page_result.page_id = page.id)
    and not exists (select from issue where issue.page_id = page.id and severity = 'fatal' and resolved_at is null)
    and not exists (select from frontier where frontier.page_id = page.id and state = 'pending'))`;

/** Counts what is kept and what was dropped. Sizes are read from the rows, not from the bytes. */
export async function loadRawState(db: Database): Promise<RawState> {
  const row = await db.row<RawState>(
    `select coalesce(sum(octet_length(content)), 0)::bigint as bytes, count(content) as bodies,
       count(*) filter (where content is null) as dropped from fetched_body`,
  );
  return row ?? { bytes: 0, bodies: 0, dropped: 0 };
}

/** Stored pages, answers of sources aside, whose bytes were dropped: nothing can be read from them again. */
export async function countDroppedPages(db: Database): Promise<number> {
  const row = await db.row<{ count: number }>(
    `select count(*) as count from fetched_page page join fetched_body body on body.sha256 = page.body_sha256
     where content is null and format <> 'feed'`,
  );
  return row?.count ?? 0;
}
