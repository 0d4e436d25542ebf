/** Reads stories as lines of lists: each once, with what stands behind it. */
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { findHiddenStories } from './seen_stories.js';
import { type ArticleLine, LINE_COLUMNS } from './site_lines.js';
import type { ImportanceParts, StoredOrigin } from './stories.js';

/** An origin of which a list tells; hidden reports are not among its own. */
export interface ShownOrigin extends StoredOrigin {
  /** Its root is hidden, or is by an outlet that is. */
  readonly isHidden: boolean;
}

/**
 * A story as a line of a list; `headline` is the report that speaks for it. Counts are of what a reader can see; an
 * origin counts while one of its reports does.
 */
export interface StoryLine {
  readonly storyId: number;
  readonly section: string | null;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly reportCount: number;
  readonly outletCount: number;
  readonly originCount: number;
  readonly familyCount: number;
  readonly origins: readonly ShownOrigin[];
  readonly importance: number;
  readonly parts: ImportanceParts;
  readonly headline: ArticleLine;
}

/** A story with the figures by which a list orders it. */
export interface CountedStory extends StoryLine {
  /** Counted here: views of its pages, or published comments. */
  readonly own: number;
  /** Printed by others: beside channels' posts, or on outlets' pages. */
  readonly printed: number;
}

export type StoryOrder = 'important' | 'newest';

/** Where the next page of the newest begins: right after this story. */
export interface StoryPlace {
  readonly shownAt: string;
  readonly id: number;
}

export interface StoryFilter {
  readonly order: StoryOrder;
  readonly section?: string;
  /** Only with the order `newest`. */
  readonly after?: StoryPlace;
  readonly limit: number;
}

type StoryRow = Omit<StoryLine, 'headline' | 'originCount'> &
  ArticleLine & { readonly hiddenIds: readonly number[] };
type CountedRow = StoryRow & { readonly own: number; readonly printed: number };

const OWN_COLUMNS = `s.id as "storyId", s.section as "storySection", s.first_at as "firstAt", s.last_at as "lastAt",
  s.origins, s.importance, s.importance_parts as parts`;

/** A story of which nothing is hidden, which is nearly each: as it is kept. */
const KEPT_COLUMNS = `${OWN_COLUMNS}, s.report_count as "reportCount", s.outlet_count as "outletCount",
  s.family_count as "familyCount", '[]'::jsonb as "hiddenIds", ${LINE_COLUMNS}`;

const KEPT_TABLES = `left join article a on a.id = s.headline_id
  left join article_version v on v.article_id = a.id and v.number = a.current_version
  left join outlet o on o.id = a.outlet_id`;

/** A story without what is hidden of it; the earliest visible report speaks for it where its headline is hidden. */
const SEEN_SQL = `select ${OWN_COLUMNS}, seen.*, ${LINE_COLUMNS}
  from story s cross join lateral (
    select count(*) filter (where is_seen)::int as "reportCount",
      count(distinct outlet) filter (where is_seen)::int as "outletCount",
      count(distinct house) filter (where is_seen)::int as "familyCount",
      coalesce(jsonb_agg(article_id) filter (where not is_seen), '[]') as "hiddenIds"
    from (select m.article_id, coalesce(r.outlet_id, r.outlet_name) as outlet,
        coalesce(r.family, r.outlet_id, r.outlet_name) as house,
        h.hidden_at is null and ho.hidden_at is null as is_seen
      from story_member m join report r on r.article_id = m.article_id join article h on h.id = m.article_id
        left join outlet ho on ho.id = h.outlet_id
      where m.story_id = s.id) told) seen
  join lateral (
    select x.id from story_member m join article x on x.id = m.article_id left join outlet xo on xo.id = x.outlet_id
    where m.story_id = s.id and x.hidden_at is null and xo.hidden_at is null
    order by (x.id = s.headline_id) desc, x.id limit 1) chosen on true
  join article a on a.id = chosen.id
  join article_version v on v.article_id = a.id and v.number = a.current_version
  left join outlet o on o.id = a.outlet_id
  where s.id = any($1) and s.report_count > 0`;

/** The rows as readers see them: those of which something is hidden are read anew, or are left out. */
async function withoutHidden<Row extends StoryRow>(
  db: Database,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const touched = await findHiddenStories(
    db,
    rows.map(({ storyId }) => storyId),
  );
  for (const { storyId, id } of rows) if (id === null) touched.add(storyId);
  if (touched.size === 0) return rows;
  const seen = await db.rows<StoryRow>(SEEN_SQL, [[...touched]]);
  const byId = new Map(seen.map((row) => [row.storyId, row]));
  return rows.flatMap((row) => {
    const own = byId.get(row.storyId);
    return touched.has(row.storyId) ? (own === undefined ? [] : { ...row, ...own }) : row;
  });
}

const ORDERS: Readonly<Record<StoryOrder, string>> = {
  important: 's.importance desc, s.id',
  newest: 's.last_at desc, s.id desc',
};

/** Stories that a filter lets pass, in its order. */
export async function loadStories(db: Database, filter: StoryFilter): Promise<readonly StoryLine[]> {
  const values: unknown[] = [filter.limit];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = ['s.report_count > 0'];
  if (filter.section !== undefined) where.push(`s.section = ${bind(filter.section)}`);
  if (filter.after !== undefined) {
    const { shownAt, id } = filter.after;
    where.push(`(s.last_at, s.id) < (${bind(shownAt)}::timestamptz, ${bind(id)}::bigint)`);
  }
  const rows = await db.rows<StoryRow>(
    prepared(`select ${KEPT_COLUMNS} from (
       select * from story s where ${where.join(' and ')} order by ${ORDERS[filter.order]} limit $1) s ${KEPT_TABLES}
     order by ${ORDERS[filter.order]}`),
    values,
  );
  return (await withoutHidden(db, rows)).map(toLine);
}

/** Stories of these numbers, in their order; those without visible reports are left out. */
export async function loadStoryLines(
  db: Database,
  storyIds: readonly number[],
): Promise<readonly StoryLine[]> {
  if (storyIds.length === 0) return [];
  const rows = await db.rows<StoryRow>(LINES_SQL, [storyIds]);
  return (await withoutHidden(db, rows)).map(toLine);
}

const LINES_SQL = prepared(`select ${KEPT_COLUMNS} from story s ${KEPT_TABLES}
  where s.id = any($1) and s.report_count > 0 order by array_position($1::bigint[], s.id)`);

/** The instant of the newest report: against it the ages of lists are told. */
export async function loadNewestReportAt(db: Database): Promise<string | undefined> {
  const row = await db.row<{ at: string | null }>(
    'select max(last_at) as at from story where report_count > 0',
  );
  return row?.at ?? undefined;
}

/** How many stories were opened after a story, and which was opened last; 0 of an empty store. */
export async function countNewStories(
  db: Database,
  afterId: number,
): Promise<{ readonly newestId: number; readonly count: number }> {
  const row = await db.row<{ newestId: number; count: number }>(
    `select (select coalesce(max(id), 0) from story) as "newestId",
       (select count(*)::int from (select from story where id > $1 and report_count > 0 limit ${MOST_NEW}) as new) as count`,
    [afterId],
  );
  return row ?? { newestId: 0, count: 0 };
}

/** Numbers of the stories that opened behind another, at most `MOST_NEW`. */
export async function findNewStories(db: Database, afterId: number): Promise<readonly number[]> {
  const rows = await db.rows<{ id: number }>(
    `select id from story where id > $1 and report_count > 0 order by id desc limit ${MOST_NEW}`,
    [afterId],
  );
  return rows.map(({ id }) => id);
}

/** Beyond this nobody counts. */
const MOST_NEW = 99;

/**
 * The most viewed stories: views of their pages here since a day, and what channels print beside posts, of stories
 * that have moved since an instant.
 */
export async function loadMostViewedStories(
  db: Database,
  options: {
    readonly sinceDay: string;
    readonly since: string;
    readonly section?: string;
    readonly limit: number;
  },
): Promise<readonly CountedStory[]> {
  return rankByCounts(
    db,
    `select story_id, count as own, 0 as printed from story_view where day >= $1
     union all
     select m.story_id, w.count, 0 from article_view w join story_member m using (article_id) where w.day >= $1
     union all
     select m.story_id, 0, p.views from story s join story_member m on m.story_id = s.id
       join printed_count p using (article_id)
     where s.last_at >= $2 and s.report_count > 0 and p.views > 0`,
    { ownSince: options.sinceDay, ...options },
  );
}

/** The most discussed stories: comments published here since an instant, and what outlets print on their pages. */
export async function loadMostDiscussedStories(
  db: Database,
  options: {
    readonly ownSince: string;
    readonly since: string;
    readonly section?: string;
    readonly limit: number;
  },
): Promise<readonly CountedStory[]> {
  return rankByCounts(
    db,
    `select m.story_id, 1 as own, 0 as printed from comment c join story_member m using (article_id)
     where c.state = 'published' and c.created_at >= $1
     union all
     select case when s.report_count > 0 then s.id else m.story_id end, 1, 0 from comment c
       join story s on s.id = c.story_id left join story_member m on m.article_id = s.opener_id
     where c.state = 'published' and c.created_at >= $1
     union all
     select m.story_id, 0, p.comments from story s join story_member m on m.story_id = s.id
       join printed_count p using (article_id)
     where s.last_at >= $2 and s.report_count > 0 and p.comments > 0`,
    options,
  );
}

/** So many of the first may have no report that can be shown: headlines are looked up for few stories only. */
const HIDDEN_STORIES = 20;

/** Stories by what `parts` counts: rows of story_id, own and printed; it may use $1 (own since) and $2 (since). */
async function rankByCounts(
  db: Database,
  parts: string,
  options: {
    readonly ownSince: string;
    readonly since: string;
    readonly section?: string;
    readonly limit: number;
  },
): Promise<readonly CountedStory[]> {
  const rows = await db.rows<CountedRow>(
    `with counted as (
       select story_id, sum(own) as own, sum(printed) as printed from (${parts}) parts group by 1),
     first as (
       select counted.* from counted join story s on s.id = counted.story_id and s.report_count > 0
       where $3::text is null or s.section = $3
       order by own + printed desc, story_id limit $4)
     select ${KEPT_COLUMNS}, first.own::int as own, first.printed::int as printed
     from first join story s on s.id = first.story_id ${KEPT_TABLES}
     order by first.own + first.printed desc, s.id`,
    [options.ownSince, options.since, options.section, options.limit + HIDDEN_STORIES],
  );
  return (await withoutHidden(db, rows)).slice(0, options.limit).map(toCounted);
}

function toLine(row: StoryRow): StoryLine {
  const { storyId, firstAt, lastAt, reportCount, outletCount, familyCount } = row;
  const { hiddenIds, importance, parts, storySection, ...rest } = row as StoryRow & {
    readonly storySection: string | null;
  };
  const { origins, ...headline } = rest;
  const seen = origins
    .map((origin) => ({
      ...origin,
      reports: origin.reports.filter((id) => !hiddenIds.includes(id)),
      isHidden: hiddenIds.includes(origin.first),
    }))
    .filter(({ reports }) => reports.length > 0);
  return {
    storyId,
    section: storySection,
    firstAt,
    lastAt,
    reportCount,
    outletCount,
    originCount: seen.length,
    familyCount,
    origins: seen,
    importance,
    parts,
    headline,
  };
}

function toCounted(row: CountedRow): CountedStory {
  return { ...toLine(row), own: row.own, printed: row.printed };
}
