/** Reads threads as the site shows them: running themes, each with its stories. */
import type { SharedKey } from '../model/story.js';
import { nameThread } from '../model/thread_name.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { WITH_HIDDEN } from './seen_stories.js';
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
  from story s ${WITH_HIDDEN} cross join lateral (
    select case when has_hidden then (select count(*)::int from story_member m join article a on a.id = m.article_id
        left join outlet o on o.id = a.outlet_id
      where m.story_id = s.id and a.hidden_at is null and o.hidden_at is null)
    else s.report_count end as reports) seen
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

/**
 * Of so many newest stories the threads are counted first, but no more of them than so many times those that are
 * wanted: some of them are single stories. Then of so many times more.
 */
const NEWEST_STORIES = 500;
const SPARE = 2;
const FURTHER = 8;

/** The threads that moved last, or had at a moment; each has two stories at least. */
export async function loadThreads(
  db: Database,
  options: { readonly after?: ThreadPlace; readonly asOf?: string | undefined; readonly limit: number },
): Promise<readonly ThreadLine[]> {
  const { asOf, ...place } = options;
  if (asOf !== undefined) return withNames(db, await loadThreadsThen(db, { ...place, asOf }), asOf);
  for (let stories = NEWEST_STORIES, spare = SPARE; ; stories *= FURTHER, spare *= FURTHER) {
    const { rows, isWhole } = await loadThreadsOf(db, { ...place, stories, threads: place.limit * spare });
    if (isWhole || rows.length === place.limit) return withNames(db, rows, undefined);
  }
}

/** What had moved last at a moment: counted in all stories, since what is kept of them is of now. */
function loadThreadsThen(
  db: Database,
  { after, asOf, limit }: { readonly after?: ThreadPlace; readonly asOf: string; readonly limit: number },
): Promise<readonly Omit<ThreadLine, 'name'>[]> {
  return db.rows(
    `select * from (
       select ${LINE_COLUMNS} from (${storiesThen(4)} and s.thread_id is not null) seen
       group by 1 having count(*) >= ${LEAST_STORIES}) threads
     where $1::timestamptz is null or ("lastAt", "threadId") < ($1, $2::bigint)
     order by "lastAt" desc, "threadId" desc limit $3`,
    [after?.shownAt, after?.id ?? 0, limit, asOf],
  );
}

interface NewestThreads {
  readonly after?: ThreadPlace;
  readonly limit: number;
  /** Looked at, at most. */
  readonly stories: number;
  /** Counted, at most. */
  readonly threads: number;
}

/**
 * The threads of the newest stories before a place, and whether there are no other stories. Threads that moved before
 * the last of these stories are left out then: others may stand between them.
 */
async function loadThreadsOf(
  db: Database,
  { after, limit, stories, threads }: NewestThreads,
): Promise<{ readonly rows: readonly Omit<ThreadLine, 'name'>[]; readonly isWhole: boolean }> {
  const known = await db.rows<{ thread_id: number; last_at: string }>(
    prepared(`select thread_id, last_at from story
     where thread_id is not null and report_count > 0 and ($1::timestamptz is null or last_at <= $1)
     order by last_at desc, id desc limit $2`),
    [after?.shownAt, stories],
  );
  const newest = firstThreads(known, threads);
  const isWhole = known.length < stories && newest.length === known.length;
  const rows = await db.rows<Omit<ThreadLine, 'name'>>(
    prepared(`select * from (
       select ${LINE_COLUMNS} from (${SEEN_STORIES} and s.thread_id = any($1)) seen
       group by 1 having count(*) >= ${LEAST_STORIES}) threads
     where ($2::timestamptz is null or "lastAt" >= $2)
       and ($3::timestamptz is null or ("lastAt", "threadId") < ($3, $4::bigint))
     order by "lastAt" desc, "threadId" desc limit $5`),
    [
      [...new Set(newest.map((story) => story.thread_id))],
      isWhole ? undefined : newest.at(-1)?.last_at,
      after?.shownAt,
      after?.id ?? 0,
      limit,
    ],
  );
  return { rows, isWhole };
}

/** The first stories, up to where another thread would be one too many. */
function firstThreads<Story extends { readonly thread_id: number }>(
  stories: readonly Story[],
  most: number,
): readonly Story[] {
  const seen = new Set<number>();
  const end = stories.findIndex(({ thread_id }) => seen.add(thread_id).size > most);
  return end === -1 ? stories : stories.slice(0, end);
}

/** Threads of these numbers, as they are or were at a moment; those that are none are left out. */
export async function loadThreadLines(
  db: Database,
  threadIds: readonly number[],
  asOf?: string,
): Promise<readonly ThreadLine[]> {
  if (threadIds.length === 0) return [];
  const rows = await db.rows<Omit<ThreadLine, 'name'>>(
    prepared(`select ${LINE_COLUMNS} from (${asOf === undefined ? SEEN_STORIES : storiesThen(2)} and s.thread_id = any($1)) seen
     group by 1 having count(*) >= ${LEAST_STORIES} order by 1`),
    [threadIds, ...(asOf === undefined ? [] : [asOf])],
  );
  return withNames(db, rows, asOf);
}

export interface ThreadStoryFilter {
  readonly threadId: number;
  /** Leaves out this story. */
  readonly without?: number;
  /** Only with the order `begun`: those behind a story, its beginning being `shownAt`. */
  readonly after?: ThreadPlace | undefined;
  /** The one that began last first, or the one that moved last. */
  readonly order?: 'begun' | 'moved';
  readonly limit: number;
}

const THREAD_ORDERS = {
  begun: 'seen.first_at desc, seen.id desc',
  moved: 'seen.last_at desc, seen.id desc',
} as const;

/** The stories of a thread, the one that began last first. */
export async function loadThreadStories(
  db: Database,
  { threadId, without, after, order = 'begun', limit }: ThreadStoryFilter,
): Promise<readonly ThreadStory[]> {
  const behind = after === undefined ? '' : 'and (s.first_at, s.id) < ($4::timestamptz, $5::bigint)';
  const rows = await db.rows<{ id: number; shared: readonly SharedKey[] | null; act: number | null }>(
    prepared(`select seen.id, r.thread_shared as shared, (select max(a.id) ${OF_THREAD_ACTS}) as act
     from (select * from (${SEEN_STORIES} and s.thread_id = $1 and s.id is distinct from $2::bigint ${behind}) seen
         order by ${THREAD_ORDERS[order]} limit $3) seen
       left join report r on r.article_id = seen.opener_id
     order by ${THREAD_ORDERS[order]}`),
    [threadId, without, limit, ...(after === undefined ? [] : [after.shownAt, after.id])],
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

/** The acts in force on the thread of the story `seen`. */
const OF_THREAD_ACTS = `from story_act a
  where a.story_id = seen.id and a.undone_at is null and a.kind in ('thread', 'unthread')`;

/** In which thread a story is; undefined where in none. */
export async function findThreadOf(db: Database, storyId: number): Promise<number | undefined> {
  const row = await db.row<{ thread_id: number | null }>(
    prepared('select thread_id from story where id = $1'),
    [storyId],
  );
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

/** A thread is named by its first stories: of those that go on for years nobody reads all for a line of a list. */
const NAMING_STORIES = 100;

/** What the stories of threads share, a list for each story that the machine put there, in order of arrival. */
async function loadShared(
  db: Database,
  threadIds: readonly number[],
  asOf: string | undefined,
): Promise<ReadonlyMap<number, readonly (readonly SharedKey[])[]>> {
  if (threadIds.length === 0) return new Map();
  const rows = await db.rows<{ thread_id: number; lists: readonly (readonly SharedKey[])[] }>(
    prepared(`select wanted.id as thread_id, naming.lists from unnest($1::bigint[]) as wanted (id)
     cross join lateral (
       select coalesce(json_agg(shared order by arrival), '[]') as lists from (
         select r.thread_shared as shared, r.arrival
         from (${asOf === undefined ? SEEN_STORIES : storiesThen(2)} and s.thread_id = wanted.id) seen
           join report r on r.article_id = seen.opener_id
         where r.thread_shared is not null and not exists (select ${OF_THREAD_ACTS})
         order by seen.first_at, seen.id limit ${NAMING_STORIES}) first) naming`),
    [threadIds, ...(asOf === undefined ? [] : [asOf])],
  );
  return new Map(rows.map(({ thread_id, lists }) => [thread_id, lists]));
}
