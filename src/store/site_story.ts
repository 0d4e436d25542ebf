/** Reads everything that a story's page shows. */
import type { AttributionRelation } from '../model/attribution.js';
import type { DatePrecision } from '../model/extracted_page.js';
import type { CopyDegree, CopyDirection, Reason, SharedSpan } from '../model/story.js';
import type { HopState } from './attribution_hops.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { unpackSpan } from './reports.js';
import { LINE_TABLES, VISIBLE } from './site_lines.js';

/** A report in its story. Texts are the publisher's own letters. */
export interface StoryReport {
  readonly articleId: number;
  readonly title: string | null;
  readonly lede: string | null;
  readonly opening: string;
  readonly outletId: string | null;
  readonly outletName: string;
  readonly family: string | null;
  readonly at: string;
  readonly isDated: boolean;
  /** How exactly the publisher states the time; null where it states none. */
  readonly precision: DatePrecision | null;
  readonly reasons: readonly Reason[];
  /** The operator's act that put it here. */
  readonly actId: number | null;
  readonly copy: ReportCopy | undefined;
  readonly hops: readonly ShownHop[];
  /** Oldest first. */
  readonly versions: readonly ReportVersion[];
}

export interface ReportCopy {
  readonly otherId: number;
  readonly degree: CopyDegree;
  /** 0..1 */
  readonly containment: number;
  readonly direction: CopyDirection;
  readonly directionBy: string | null;
  readonly sharedCount: number;
}

export interface ShownHop {
  readonly name: string;
  readonly outletId: string | null;
  readonly relation: AttributionRelation;
  readonly anonymous: boolean;
  readonly state: HopState | null;
  readonly foundId: number | null;
  /** The publisher's words: «به گزارش فارس». */
  readonly surface: string | null;
}

export interface ReportVersion {
  readonly number: number;
  readonly seenAt: string;
  readonly title: string | null;
}

/** Where an address leads: to the story, to another that has its reports now, or nowhere. */
export type StoryAddress =
  | { readonly kind: 'here' }
  | { readonly kind: 'moved'; readonly storyId: number }
  | { readonly kind: 'nowhere' };

/** Numbers stay: one whose reports went elsewhere leads to where the report that opened it is. */
export async function findStoryAddress(db: Database, storyId: number): Promise<StoryAddress> {
  const row = await db.row<{ report_count: number; moved: number | null }>(
    prepared(`select s.report_count, m.story_id as moved from story s
     left join story_member m on m.article_id = s.opener_id where s.id = $1`),
    [storyId],
  );
  if (!row) return { kind: 'nowhere' };
  if (row.report_count > 0) return { kind: 'here' };
  return row.moved === null ? { kind: 'nowhere' } : { kind: 'moved', storyId: row.moved };
}

/** The visible reports of a story in the order in which they were published. */
export async function loadStoryReports(db: Database, storyId: number): Promise<readonly StoryReport[]> {
  return (await loadReportsOfStories(db, [storyId])).get(storyId) ?? [];
}

/** The visible reports of several stories, each in the order in which they were published. */
export async function loadReportsOfStories(
  db: Database,
  storyIds: readonly number[],
): Promise<ReadonlyMap<number, readonly StoryReport[]>> {
  const rows = await db.rows<ReportRow>(
    prepared(`select m.story_id as "storyId", a.id as "articleId", v.title, v.lede, left(v.body, 400) as opening,
       a.outlet_id as "ownOutletId",
       r.outlet_id as "outletId", r.outlet_name as "outletName", r.family, r.at, r.is_dated as "isDated", r.reasons,
       case when r.is_dated then a.published_precision end as precision,
       m.act_id as "actId", c.other_id as "otherId", c.degree, c.containment, c.direction,
       c.direction_by as "directionBy", jsonb_array_length(c.spans) as "sharedCount",
       (select jsonb_agg(jsonb_build_object('number', w.number, 'seenAt', w.seen_at, 'title', w.title)
          order by w.seen_at, w.number) from article_version w where w.article_id = a.id) as versions
     from story_member m join report r on r.article_id = m.article_id
       join ${LINE_TABLES.replace('article a', 'article a on a.id = m.article_id')}
       left join copy_link c on c.article_id = m.article_id
     where m.story_id = any($1) and ${VISIBLE} order by m.story_id, r.at, r.arrival`),
    [storyIds],
  );
  const hops = await loadHops(
    db,
    rows.map(({ articleId }) => articleId),
  );
  const reports = new Map<number, StoryReport[]>(storyIds.map((id) => [id, []]));
  for (const row of rows) reports.get(row.storyId)?.push(toReport(row, hops.get(row.articleId) ?? []));
  return reports;
}

/** Stories of several articles. */
export async function findStoriesOf(
  db: Database,
  articleIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await db.rows<{ article_id: number; story_id: number }>(
    prepared('select article_id, story_id from story_member where article_id = any($1)'),
    [articleIds],
  );
  return new Map(rows.map((row) => [row.article_id, row.story_id]));
}

/** Of how many stories several articles tell. */
export async function countStoriesOf(db: Database, articleIds: readonly number[]): Promise<number> {
  const row = await db.row<{ count: number }>(
    'select count(distinct story_id)::int as count from story_member where article_id = any($1)',
    [articleIds],
  );
  return row?.count ?? 0;
}

/** The words that a copy and its source have in common. */
export interface SharedText {
  readonly copyId: number;
  readonly otherId: number;
  readonly degree: CopyDegree;
  readonly containment: number;
  readonly direction: CopyDirection;
  readonly spans: readonly SharedSpan[];
  /** Lede and body of both as they arrived. */
  readonly copyText: string;
  readonly otherText: string;
}

export async function loadSharedText(db: Database, articleId: number): Promise<SharedText | undefined> {
  const row = await db.row<SharedRow>(
    'select other_id, degree, containment, direction, spans from copy_link where article_id = $1',
    [articleId],
  );
  if (!row) return undefined;
  const texts = await loadReadingTexts(db, [articleId, row.other_id]);
  return {
    copyId: articleId,
    otherId: row.other_id,
    degree: row.degree,
    containment: row.containment,
    direction: row.direction,
    spans: row.spans.map(unpackSpan),
    copyText: texts.get(articleId) ?? '',
    otherText: texts.get(row.other_id) ?? '',
  };
}

/** Lede and body of first versions, a line each: the text that grouping read. */
export async function loadReadingTexts(
  db: Database,
  articleIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await db.rows<{ article_id: number; text: string }>(
    `select article_id, coalesce(lede || E'\\n', '') || body as text from article_version
     where article_id = any($1) and number = 1`,
    [articleIds],
  );
  return new Map(rows.map((row) => [row.article_id, row.text]));
}

interface SharedRow {
  readonly other_id: number;
  readonly degree: CopyDegree;
  readonly containment: number;
  readonly direction: CopyDirection;
  readonly spans: readonly (readonly [number, number, number, number])[];
}

interface ReportRow extends Omit<StoryReport, 'copy' | 'hops' | 'versions'> {
  readonly storyId: number;
  readonly otherId: number | null;
  readonly degree: CopyDegree | null;
  readonly containment: number | null;
  readonly direction: CopyDirection | null;
  readonly directionBy: string | null;
  readonly sharedCount: number | null;
  readonly versions: readonly ReportVersion[];
}

interface HopRow extends ShownHop {
  readonly articleId: number;
}

async function loadHops(
  db: Database,
  articleIds: readonly number[],
): Promise<ReadonlyMap<number, readonly ShownHop[]>> {
  const rows = await db.rows<HopRow>(
    prepared(`select h.article_id as "articleId", h.name, h.outlet_id as "outletId", h.relation, h.anonymous, h.state,
       h.found_id as "foundId", case when h.span_start is not null
         then v.text end as text, h.span_start as "start", h.span_end as "end"
     from attribution_hop h join article_version v on v.article_id = h.article_id and v.number = h.version
     where h.article_id = any($1) and h.version = 1 order by h.article_id, h.position`),
    [articleIds],
  );
  const hops = new Map<number, ShownHop[]>();
  for (const row of rows) {
    const own = hops.get(row.articleId) ?? [];
    hops.set(row.articleId, own);
    own.push(toHop(row as HopRow & Placed));
  }
  return hops;
}

interface Placed {
  readonly text: string | null;
  readonly start: number | null;
  readonly end: number | null;
}

function toHop(row: HopRow & Placed): ShownHop {
  const { name, outletId, relation, anonymous, state, foundId, text, start, end } = row;
  // Spans count UTF-16 units, which the server's own functions do not.
  const surface = text === null || start === null || end === null ? null : text.slice(start, end);
  return { name, outletId, relation, anonymous, state, foundId, surface };
}

function toReport(row: ReportRow, hops: readonly ShownHop[]): StoryReport {
  const { otherId, degree, containment, direction, directionBy, sharedCount, versions, ...rest } = row;
  const { storyId: _storyId, ...report } = rest;
  const isCopy = otherId !== null && degree !== null && containment !== null && direction !== null;
  return {
    ...report,
    hops,
    versions: versions.map((version) => ({ ...version, seenAt: new Date(version.seenAt).toISOString() })),
    copy: isCopy
      ? { otherId, degree, containment, direction, directionBy, sharedCount: sharedCount ?? 0 }
      : undefined,
  };
}

/** The articles of the stories in which these are, themselves included. */
export async function findStoryMates(
  db: Database,
  articleIds: readonly number[],
  limit: number,
): Promise<readonly number[]> {
  const rows = await db.rows<{ id: number }>(
    `select distinct mate.article_id as id from story_member own join story_member mate on mate.story_id = own.story_id
     where own.article_id = any($1) order by 1 desc limit $2`,
    [articleIds, limit],
  );
  return rows.map(({ id }) => id);
}
