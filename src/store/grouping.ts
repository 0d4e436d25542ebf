/** The work of grouping as the store keeps it: what waits, who may work, what was placed. */
import type { PageWords } from '../model/extracted_page.js';
import { WORDS_OF_VERSION } from './articles.js';
import type { Database } from './database.js';
import { valueRows } from './values_sql.js';

/** A version that waits for its chain and, the first of its article, for its place in a story. */
export interface QueuedVersion {
  readonly articleId: number;
  readonly version: number;
  readonly seenAt: string;
  readonly page: PageWords;
  /** When its article arrived; absent unless it was placed before, as in a rebuild. */
  readonly arrival?: number;
}

/** How far reports have been placed. */
export interface GroupingMark {
  readonly lastArrival: number;
  /** Raised by rebuilds: what a process keeps in memory from before is void. */
  readonly generation: number;
}

interface QueueRow {
  readonly article_id: number;
  readonly version: number;
  readonly seen_at: string;
  readonly text: string;
  readonly extracted: Omit<PageWords, 'text'>;
  readonly arrival: number | null;
}

/** Puts versions where they wait to be grouped, in their order; those that wait already stay where they are. */
export async function enqueueVersions(
  tx: Database,
  versions: readonly { readonly articleId: number; readonly version: number }[],
): Promise<void> {
  if (versions.length === 0) return;
  const { sql, values } = valueRows(versions.map(({ articleId, version }) => [articleId, version]));
  await tx.run(`insert into group_queue (article_id, version) values ${sql} on conflict do nothing`, values);
}

/** Whether anything waits. */
export async function isQueueEmpty(db: Database): Promise<boolean> {
  const row = await db.row<{ waits: boolean }>('select exists (select from group_queue) as waits');
  return row?.waits !== true;
}

/**
 * Takes the right to place reports until the transaction ends. Undefined when another process has it, unless
 * asked to wait.
 */
export async function lockGrouping(
  tx: Database,
  options: { readonly wait?: boolean } = {},
): Promise<GroupingMark | undefined> {
  // Made at the first use, not with the table: a restored database brings its own.
  await tx.run('insert into grouping default values on conflict do nothing');
  const row = await tx.row<{ last_arrival: number; generation: number }>(
    `select last_arrival, generation from grouping for update ${options.wait ? '' : 'skip locked'}`,
  );
  return row && { lastArrival: row.last_arrival, generation: row.generation };
}

export async function saveGroupingMark(tx: Database, mark: GroupingMark): Promise<void> {
  await tx.run('update grouping set last_arrival = $1, generation = $2', [mark.lastArrival, mark.generation]);
}

/** Takes the first versions that wait out of the queue, in the order in which they came. */
export async function takeQueued(tx: Database, limit: number): Promise<readonly QueuedVersion[]> {
  const rows = await tx.rows<QueueRow>(
    `with taken as (
       delete from group_queue where id in (select id from group_queue order by id limit $1)
       returning id, article_id, version)
     select taken.article_id, taken.version, v.seen_at, v.text, ${WORDS_OF_VERSION}, null as arrival
     from taken join article_version v on v.article_id = taken.article_id and v.number = taken.version
     order by taken.id`,
    [limit],
  );
  return rows.map(toQueued);
}

/** Every version of articles, first versions with their arrival; in order of arrival and number. */
export async function loadArrived(
  tx: Database,
  arrivals: readonly { readonly articleId: number; readonly arrival: number }[],
): Promise<readonly QueuedVersion[]> {
  const rows = await tx.rows<QueueRow>(
    `select v.article_id, v.number as version, v.seen_at, v.text, ${WORDS_OF_VERSION},
       case when v.number = 1 then given.arrival end as arrival
     from unnest($1::bigint[], $2::bigint[]) as given (article_id, arrival)
     join article_version v on v.article_id = given.article_id
     order by given.arrival, v.number`,
    [arrivals.map(({ articleId }) => articleId), arrivals.map(({ arrival }) => arrival)],
  );
  return rows.map(toQueued);
}

/** Articles in the order in which they were placed, from an arrival on. */
export async function listArrivals(
  db: Database,
  options: { readonly after: number; readonly since?: string; readonly limit?: number },
): Promise<readonly { readonly articleId: number; readonly arrival: number }[]> {
  const rows = await db.rows<{ article_id: number; arrival: number }>(
    `select article_id, arrival from report
     where arrival > $1 and ($2::timestamptz is null or at >= $2) order by arrival limit $3`,
    [options.after, options.since, options.limit],
  );
  return rows.map((row) => ({ articleId: row.article_id, arrival: row.arrival }));
}

/** Forgets all that grouping derived. Numbers of stories and threads, and what operators did, stay. */
export async function forgetGrouping(tx: Database): Promise<void> {
  await tx.run('delete from attribution_hop');
  await tx.run('delete from report');
  await tx.run('update story set thread_id = null where thread_id is not null');
}

function toQueued(row: QueueRow): QueuedVersion {
  return {
    articleId: row.article_id,
    version: row.version,
    seenAt: row.seen_at,
    page: { ...row.extracted, text: row.text },
    ...(row.arrival === null ? {} : { arrival: row.arrival }),
  };
}
