/** Reports: articles as grouping saw them when they arrived, and what it decided of them. */
import type { CopyDegree, CopyDirection, Placement, Reason, SharedKey, SharedSpan } from '../model/story.js';
import type { Database } from './database.js';
import type { StageStamp } from './page_results.js';
import { toJson } from './storable.js';

/** A report with its place, as it is kept. Numbers are those of articles. */
export interface PlacedReport {
  readonly articleId: number;
  readonly arrival: number;
  /** Printed time, or when we saw it if that is earlier or none is printed. */
  readonly at: string;
  readonly isDated: boolean;
  readonly outletId?: string;
  readonly outletName: string;
  readonly family?: string;
  readonly section?: string;
  /** Weight of its outlet when it arrived. */
  readonly weight: number;
  /** The report whose story it joined by machine; absent where it joins none. */
  readonly openerId?: number;
  /** Of a report that opened a story: the thread that the machine means, by the report that opened it, and why. */
  readonly threadOpenerId?: number;
  readonly threadShared?: readonly SharedKey[];
  readonly originId: number;
  readonly commonSourceId?: number;
  readonly copyOf?: StoredCopy;
  readonly reasons: readonly Reason[];
  readonly stage: StageStamp;
}

export interface StoredCopy {
  readonly otherId: number;
  readonly degree: CopyDegree;
  /** 0..1 */
  readonly containment: number;
  readonly direction: CopyDirection;
  readonly directionBy?: string;
  /** Into lede and body of both. */
  readonly spans: readonly SharedSpan[];
}

/** One outlet on which a report of another family rests. */
export interface ReportSource {
  readonly articleId: number;
  readonly outletId: string;
  readonly byCopy: boolean;
}

interface ReportRow {
  readonly article_id: number;
  readonly arrival: number;
  readonly at: string;
  readonly is_dated: boolean;
  readonly outlet_id: string | null;
  readonly outlet_name: string;
  readonly family: string | null;
  readonly section: string | null;
  readonly weight: number;
  readonly opener_id: number | null;
  readonly origin_id: number;
  readonly common_source_id: number | null;
  readonly thread_opener_id: number | null;
  readonly thread_shared: readonly SharedKey[] | null;
  readonly reasons: readonly Reason[];
  readonly stage: string;
  readonly stage_version: string;
  readonly other_id: number | null;
  readonly degree: CopyDegree | null;
  readonly containment: number | null;
  readonly direction: CopyDirection | null;
  readonly direction_by: string | null;
  readonly spans: readonly (readonly [number, number, number, number])[] | null;
}

export async function saveReports(tx: Database, reports: readonly PlacedReport[]): Promise<void> {
  if (reports.length === 0) return;
  await tx.run(
    `insert into report (article_id, arrival, at, is_dated, outlet_id, outlet_name, family, section, weight,
       opener_id, origin_id, common_source_id, thread_opener_id, thread_shared, reasons, stage, stage_version)
     select "articleId", arrival, at, "isDated", "outletId", "outletName", family, section, weight,
       "openerId", "originId", "commonSourceId", "threadOpenerId", "threadShared", reasons, stage->>'name',
       stage->>'version'
     from jsonb_to_recordset($1::jsonb) as given ("articleId" bigint, arrival bigint, at timestamptz,
       "isDated" boolean, "outletId" text, "outletName" text, family text, section text,
       weight double precision, "openerId" bigint, "originId" bigint, "commonSourceId" bigint,
       "threadOpenerId" bigint, "threadShared" jsonb, reasons jsonb, stage jsonb)`,
    [toJson(reports)],
  );
  await saveCopies(tx, reports);
}

async function saveCopies(tx: Database, reports: readonly PlacedReport[]): Promise<void> {
  const copies = reports.flatMap(({ articleId, copyOf }) =>
    copyOf === undefined ? [] : [{ ...copyOf, articleId, spans: copyOf.spans.map(packSpan) }],
  );
  if (copies.length === 0) return;
  await tx.run(
    `insert into copy_link (article_id, other_id, degree, containment, direction, direction_by, spans)
     select "articleId", "otherId", degree, containment, direction, "directionBy", spans
     from jsonb_to_recordset($1::jsonb) as given ("articleId" bigint, "otherId" bigint, degree text,
       containment real, direction text, "directionBy" text, spans jsonb)`,
    [toJson(copies)],
  );
}

export async function saveReportSources(tx: Database, sources: readonly ReportSource[]): Promise<void> {
  if (sources.length === 0) return;
  await tx.run(
    `insert into report_source (article_id, outlet_id, by_copy, by_outlet_id, at)
     select given."articleId", given."outletId", given."byCopy", r.outlet_id, r.at from jsonb_to_recordset($1::jsonb)
       as given ("articleId" bigint, "outletId" text, "byCopy" boolean) join report r on r.article_id = given."articleId"
     on conflict (article_id, outlet_id) do update set by_copy = report_source.by_copy or excluded.by_copy`,
    [toJson(sources)],
  );
}

/** Reports of these articles, in order of arrival. */
export async function loadReports(
  db: Database,
  articleIds: readonly number[],
): Promise<readonly PlacedReport[]> {
  if (articleIds.length === 0) return [];
  const rows = await db.rows<ReportRow>(
    `select r.*, c.other_id, c.degree, c.containment, c.direction, c.direction_by, c.spans
     from report r left join copy_link c on c.article_id = r.article_id
     where r.article_id = any($1) order by r.arrival`,
    [articleIds],
  );
  return rows.map(toReport);
}

/** What each outlet has published, and how often reports of other families rest on it. */
export interface OutletStanding {
  readonly outletId: string;
  readonly reports: number;
  readonly uses: number;
}

export function loadStandings(db: Database): Promise<readonly OutletStanding[]> {
  return db.rows<OutletStanding>(
    `select coalesce(r.outlet_id, s.outlet_id) as "outletId", coalesce(r.count, 0)::int as reports,
       coalesce(s.count, 0)::int as uses
     from (select outlet_id, count(*) from report where outlet_id is not null group by 1) r
     full join (select outlet_id, count(*) from report_source group by 1) s on s.outlet_id = r.outlet_id
     order by 1`,
  );
}

/** The machine's word on a report in terms of the grouper, whose ids are strings. */
export function placementOf(report: PlacedReport): Placement {
  const { copyOf } = report;
  return {
    id: String(report.articleId),
    origin: String(report.originId),
    reasons: report.reasons,
    ...(report.openerId === undefined ? {} : { story: String(report.openerId) }),
    ...(report.commonSourceId === undefined ? {} : { commonSource: String(report.commonSourceId) }),
    ...(copyOf && {
      copyOf: {
        other: String(copyOf.otherId),
        degree: copyOf.degree,
        containment: copyOf.containment,
        direction: copyOf.direction,
        ...(copyOf.directionBy === undefined ? {} : { directionBy: copyOf.directionBy }),
      },
    }),
  };
}

function toReport(row: ReportRow): PlacedReport {
  const copyOf = copyOfRow(row);
  return {
    articleId: row.article_id,
    arrival: row.arrival,
    at: row.at,
    isDated: row.is_dated,
    outletName: row.outlet_name,
    weight: row.weight,
    originId: row.origin_id,
    reasons: row.reasons,
    stage: { name: row.stage, version: row.stage_version },
    ...(row.outlet_id === null ? {} : { outletId: row.outlet_id }),
    ...(row.family === null ? {} : { family: row.family }),
    ...(row.section === null ? {} : { section: row.section }),
    ...(row.opener_id === null ? {} : { openerId: row.opener_id }),
    ...(row.common_source_id === null ? {} : { commonSourceId: row.common_source_id }),
    ...(row.thread_opener_id === null ? {} : { threadOpenerId: row.thread_opener_id }),
    ...(row.thread_shared === null ? {} : { threadShared: row.thread_shared }),
    ...(copyOf && { copyOf }),
  };
}

function copyOfRow(row: ReportRow): StoredCopy | undefined {
  if (row.other_id === null || row.degree === null || row.direction === null) return undefined;
  return {
    otherId: row.other_id,
    degree: row.degree,
    containment: row.containment ?? 0,
    direction: row.direction,
    ...(row.direction_by === null ? {} : { directionBy: row.direction_by }),
    spans: (row.spans ?? []).map(unpackSpan),
  };
}

function packSpan({ own, other }: SharedSpan): readonly [number, number, number, number] {
  return [own.start, own.end, other.start, other.end];
}

export function unpackSpan(packed: readonly [number, number, number, number]): SharedSpan {
  const [ownStart, ownEnd, otherStart, otherEnd] = packed;
  return { own: { start: ownStart, end: ownEnd }, other: { start: otherStart, end: otherEnd } };
}
