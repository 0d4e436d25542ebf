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

/** A story as statements select it by `KEPT_COLUMNS`. */
export type StoryRow = Omit<StoryLine, 'headline' | 'originCount'> &
  ArticleLine & { readonly hiddenIds: readonly number[] };

const OWN_COLUMNS = `s.id as "storyId", s.section as "storySection", s.first_at as "firstAt", s.last_at as "lastAt",
  s.origins, s.importance, s.importance_parts as parts`;

/** A story of which nothing is hidden, which is nearly each: as it is kept. */
export const KEPT_COLUMNS = `${OWN_COLUMNS}, s.report_count as "reportCount", s.outlet_count as "outletCount",
  s.family_count as "familyCount", '[]'::jsonb as "hiddenIds", ${LINE_COLUMNS}`;

/** To be joined to `story s`. */
export const KEPT_TABLES = `left join article a on a.id = s.headline_id
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
export async function withoutHidden<Row extends StoryRow>(
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
  const [stories = []] = await loadStoryLists(db, [filter]);
  return stories;
}

/** Several such lists at once, each in its order. */
export async function loadStoryLists(
  db: Database,
  filters: readonly StoryFilter[],
): Promise<readonly (readonly StoryLine[])[]> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const lists = filters.map((filter) => placesOf(filter, bind));
  const row = await db.row<{ lists: readonly (readonly number[])[] }>(
    prepared(`select jsonb_build_array(${lists.map((list) => `array(${list})`).join(', ')}) as lists`),
    values,
  );
  const placed = row?.lists ?? [];
  const lines = await loadStoryLines(db, [...new Set(placed.flat())]);
  const byId = new Map(lines.map((line) => [line.storyId, line]));
  return placed.map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
}

/** Selects the numbers of the stories that a filter lets pass, in its order. */
function placesOf({ section, after, order, limit }: StoryFilter, bind: (value: unknown) => string): string {
  const where = ['s.report_count > 0'];
  if (section !== undefined) where.push(`s.section = ${bind(section)}`);
  if (after !== undefined)
    where.push(`(s.last_at, s.id) < (${bind(after.shownAt)}::timestamptz, ${bind(after.id)}::bigint)`);
  return `select s.id from story s where ${where.join(' and ')} order by ${ORDERS[order]} limit ${bind(limit)}`;
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
    prepared('select max(last_at) as at from story where report_count > 0'),
  );
  return row?.at ?? undefined;
}

/** How many stories were opened after a story, and which was opened last; 0 of an empty store. */
export async function countNewStories(
  db: Database,
  afterId: number,
): Promise<{ readonly newestId: number; readonly count: number }> {
  const row = await db.row<{ newestId: number; count: number }>(
    prepared(`select (select coalesce(max(id), 0) from story) as "newestId",
       (select count(*)::int from (select from story where id > $1 and report_count > 0 limit ${MOST_NEW}) as new) as count`),
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

/** The row as pages know it. */
export function toLine(row: StoryRow): StoryLine {
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
