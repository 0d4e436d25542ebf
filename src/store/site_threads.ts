/** Reads threads as the site shows them: running themes, each with its stories. */
import type { SharedKey } from '../model/story.js';
import { nameThread } from '../model/thread_name.js';
import type { Database } from './database.js';
import { loadStoryLines, type StoryLine } from './site_stories.js';

/** A thread as a line of a list. Hidden reports, and stories of nothing else, are not counted. */
export interface ThreadLine {
  readonly threadId: number;
  /** What its stories share; empty where operators alone made it. */
  readonly name: readonly string[];
  readonly storyCount: number;
  readonly reportCount: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** A story in its thread, and why it is there. */
export interface ThreadStory {
  readonly story: StoryLine;
  /** What it shared with the thread when it began; empty of the first story and of those that operators put there. */
  readonly shared: readonly SharedKey[];
  readonly byOperator: boolean;
}

/** Where the next page of threads begins: right after this one. */
export interface ThreadPlace {
  readonly shownAt: string;
  readonly id: number;
}

/** A single story is no thread yet. */
const LEAST_STORIES = 2;

/** Stories of threads that a reader can see, with what is counted of them. */
const SEEN_STORIES = `select s.thread_id, s.id, s.opener_id, s.first_at, s.last_at, seen.reports
  from story s cross join lateral (
    select count(*)::int as reports from story_member m join article a on a.id = m.article_id
      left join outlet o on o.id = a.outlet_id
    where m.story_id = s.id and a.hidden_at is null and o.hidden_at is null) seen
  where s.report_count > 0 and seen.reports > 0`;

/** The same in the reports that were known at the instant that `$n` is. */
function storiesThen(n: number): string {
  return `select s.thread_id, s.id, s.opener_id, seen.first_at, seen.last_at, seen.reports
  from story s cross join lateral (
    select count(*)::int as reports, min(r.at) as first_at, max(r.at) as last_at
    from story_member m join report r on r.article_id = m.article_id join article a on a.id = m.article_id
      left join outlet o on o.id = a.outlet_id
    where m.story_id = s.id and a.hidden_at is null and o.hidden_at is null and a.first_seen_at <= $${n}) seen
  where s.report_count > 0 and seen.reports > 0`;
}

const LINE_COLUMNS = `thread_id as "threadId", count(*)::int as "storyCount", sum(reports)::int as "reportCount",
  min(first_at) as "firstAt", max(last_at) as "lastAt"`;

/** The threads that moved last, or had at a moment; each has two stories at least. */
export async function loadThreads(
  db: Database,
  options: { readonly after?: ThreadPlace; readonly asOf?: string | undefined; readonly limit: number },
): Promise<readonly ThreadLine[]> {
  const { after, asOf, limit } = options;
  const rows = await db.rows<Omit<ThreadLine, 'name'>>(
    `select * from (
       select ${LINE_COLUMNS} from (${asOf === undefined ? SEEN_STORIES : storiesThen(4)} and s.thread_id is not null) seen
       group by 1 having count(*) >= ${LEAST_STORIES}) threads
     where $1::timestamptz is null or ("lastAt", "threadId") < ($1, $2::bigint)
     order by "lastAt" desc, "threadId" desc limit $3`,
    [after?.shownAt, after?.id ?? 0, limit, ...(asOf === undefined ? [] : [asOf])],
  );
  return withNames(db, rows, asOf);
}

/** Threads of these numbers, as they are or were at a moment; those that are none are left out. */
export async function loadThreadLines(
  db: Database,
  threadIds: readonly number[],
  asOf?: string,
): Promise<readonly ThreadLine[]> {
  if (threadIds.length === 0) return [];
  const rows = await db.rows<Omit<ThreadLine, 'name'>>(
    `select ${LINE_COLUMNS} from (${asOf === undefined ? SEEN_STORIES : storiesThen(2)} and s.thread_id = any($1)) seen
     group by 1 having count(*) >= ${LEAST_STORIES} order by 1`,
    [threadIds, ...(asOf === undefined ? [] : [asOf])],
  );
  return withNames(db, rows, asOf);
}

/** The stories of a thread, the one that began last first. */
export async function loadThreadStories(
  db: Database,
  options: { readonly threadId: number; readonly without?: number; readonly limit: number },
): Promise<readonly ThreadStory[]> {
  const rows = await db.rows<{ id: number; shared: readonly SharedKey[] | null; act: number | null }>(
    `select seen.id, r.thread_shared as shared, ${THREAD_ACT} as act
     from (${SEEN_STORIES} and s.thread_id = $1 and s.id is distinct from $2::bigint) seen
       left join report r on r.article_id = seen.opener_id
     order by seen.first_at desc, seen.id desc limit $3`,
    [options.threadId, options.without, options.limit],
  );
  const lines = await loadStoryLines(
    db,
    rows.map(({ id }) => id),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return lines.map((story) => {
    const row = byId.get(story.storyId);
    const byOperator = row?.act != null;
    return { story, shared: byOperator ? [] : (row?.shared ?? []), byOperator };
  });
}

/** The newest act in force on the thread of the story `seen`. */
const THREAD_ACT = `(select max(a.id) from story_act a
  where a.story_id = seen.id and a.undone_at is null and a.kind in ('thread', 'unthread'))`;

/** In which thread a story is; undefined where in none. */
export async function findThreadOf(db: Database, storyId: number): Promise<number | undefined> {
  const row = await db.row<{ thread_id: number | null }>('select thread_id from story where id = $1', [
    storyId,
  ]);
  return row?.thread_id ?? undefined;
}

async function withNames(
  db: Database,
  rows: readonly Omit<ThreadLine, 'name'>[],
  asOf: string | undefined,
): Promise<readonly ThreadLine[]> {
  const shared = await loadShared(
    db,
    rows.map(({ threadId }) => threadId),
    asOf,
  );
  return rows.map((row) => ({ ...row, name: nameThread(shared.get(row.threadId) ?? []) }));
}

/** What the stories of threads share, a list for each story that the machine put there, in order of arrival. */
async function loadShared(
  db: Database,
  threadIds: readonly number[],
  asOf: string | undefined,
): Promise<ReadonlyMap<number, readonly (readonly SharedKey[])[]>> {
  if (threadIds.length === 0) return new Map();
  const rows = await db.rows<{ thread_id: number; shared: readonly SharedKey[] }>(
    `select seen.thread_id, r.thread_shared as shared
     from (${asOf === undefined ? SEEN_STORIES : storiesThen(2)} and s.thread_id = any($1)) seen
       join report r on r.article_id = seen.opener_id
     where r.thread_shared is not null and ${THREAD_ACT} is null order by r.arrival`,
    [threadIds, ...(asOf === undefined ? [] : [asOf])],
  );
  const lists = new Map<number, (readonly SharedKey[])[]>();
  for (const row of rows) {
    const known = lists.get(row.thread_id);
    if (known) known.push(row.shared);
    else lists.set(row.thread_id, [row.shared]);
  }
  return lists;
}
