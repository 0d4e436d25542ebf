/** Stories as rows to take along: one for each report, with its article, version and the span of its headline. */
import type { Database } from './database.js';
import { type ExportPlace, formatExportPlace } from './export_place.js';
import { type ExportRow, exportEvents } from './export_rows.js';
import { loadStoryLines, type StoryLine } from './site_stories.js';

export interface StoryExportFilter {
  readonly section?: string | undefined;
  readonly storyId?: number | undefined;
  /** Days of Tehran: with a report of this day or later; begun on this day or earlier. */
  readonly dayFrom?: string | undefined;
  readonly dayTo?: string | undefined;
  /** Only reports that we had by this instant, in their versions of then. */
  readonly asOf?: string | undefined;
}

interface ReportRow {
  readonly storyId: number;
  readonly article: number;
  readonly version: number;
  readonly start: number | null;
  readonly end: number | null;
  readonly words: string | null;
  readonly outlet: string;
  readonly family: string | null;
  readonly at: string;
  readonly isDated: boolean;
  readonly knownAt: string;
  readonly url: string | null;
}

/** Stories of one question to the store. */
const PIECE = 100;

/** Stories by their permanent numbers, a row for each report that can be shown. */
export async function* exportStories(
  db: Database,
  filter: StoryExportFilter,
  { after }: { readonly after?: ExportPlace | undefined } = {},
): AsyncGenerator<ExportRow> {
  for await (const { story, reports } of storiesOf(db, filter, { after, isWhole: false })) {
    const given = after?.id === String(story.storyId) ? after.row : 0;
    for (const report of reports) if (report.article > given) yield storyRow(story, reports, report);
  }
}

/** Stories with their reports, and the contacts of which these tell in the terms of event coders. */
export async function* exportStoryEvents(
  db: Database,
  filter: StoryExportFilter,
  { after }: { readonly after?: ExportPlace | undefined } = {},
): AsyncGenerator<object> {
  for await (const { story, reports, contactIds } of storiesOf(db, filter, { after, isWhole: true })) {
    const events: object[] = [];
    if (contactIds.length > 0)
      for await (const event of exportEvents(db, { ids: contactIds, asOf: filter.asOf })) events.push(event);
    yield {
      cursor: formatExportPlace({ kind: 'story', id: String(story.storyId), row: 0 }),
      ...storyFacts(story, reports),
      reports: reports.map(({ storyId, ...report }) => ({
        ...report,
        origin: originOf(story, report.article),
      })),
      events,
    };
  }
}

interface StoryWithReports {
  readonly story: StoryLine;
  readonly reports: readonly ReportRow[];
  /** Contacts of which the reports tell; none where only reports are wanted. */
  readonly contactIds: readonly string[];
}

async function* storiesOf(
  db: Database,
  filter: StoryExportFilter,
  { after, isWhole }: { readonly after: ExportPlace | undefined; readonly isWhole: boolean },
): AsyncGenerator<StoryWithReports> {
  // The story that a cursor names may have rows left.
  let behind = after === undefined ? 0 : Number(after.id) - (isWhole || after.row === 0 ? 0 : 1);
  for (;;) {
    const ids = await loadIds(db, filter, behind);
    const stories = await loadStoryLines(db, ids);
    const all = await loadReports(db, ids, filter.asOf);
    const told = isWhole ? await loadToldContacts(db, ids) : [];
    for (const story of stories) {
      const reports = all.filter(({ storyId }) => storyId === story.storyId);
      const contactIds = told
        .filter(({ storyId }) => storyId === story.storyId)
        .map((each) => each.contactId);
      if (reports.length > 0) yield { story, reports, contactIds };
    }
    const last = ids.at(-1);
    if (last === undefined || ids.length < PIECE) return;
    behind = last;
  }
}

async function loadIds(db: Database, filter: StoryExportFilter, behind: number): Promise<readonly number[]> {
  const { section, storyId, dayFrom, dayTo } = filter;
  const rows = await db.rows<{ id: number }>(
    `select id from story where report_count > 0 and id > $1 and ($2::text is null or section = $2)
       and ($3::bigint is null or id = $3)
       and ($4::date is null or last_at >= $4::date::timestamp at time zone 'Asia/Tehran')
       and ($5::date is null or first_at < ($5::date + 1)::timestamp at time zone 'Asia/Tehran')
     order by id limit $6`,
    [behind, section, storyId, dayFrom, dayTo, PIECE],
  );
  return rows.map(({ id }) => id);
}

/** Visible reports by the numbers of their articles, each in its latest version or in that of a moment. */
function loadReports(
  db: Database,
  storyIds: readonly number[],
  asOf: string | undefined,
): Promise<readonly ReportRow[]> {
  return db.rows<ReportRow>(
    `select m.story_id as "storyId", a.id as article, v.number as version,
       (v.extracted->'title'->>'start')::int as start, (v.extracted->'title'->>'end')::int as end, v.title as words,
       r.outlet_name as outlet, r.family, r.at, r.is_dated as "isDated", a.first_seen_at as "knownAt",
       coalesce(a.canonical_url, a.url) as url
     from story_member m join report r using (article_id) join article a on a.id = m.article_id
       left join outlet o on o.id = a.outlet_id
       cross join lateral (select * from article_version v where v.article_id = a.id
         and ($2::timestamptz is null or v.seen_at <= $2) order by v.number desc limit 1) v
     where m.story_id = any($1) and a.hidden_at is null and o.hidden_at is null
     order by m.story_id, a.id`,
    [storyIds, asOf],
  );
}

/** Which contacts visible reports of these stories tell of. */
function loadToldContacts(
  db: Database,
  storyIds: readonly number[],
): Promise<readonly { readonly storyId: number; readonly contactId: string }[]> {
  return db.rows(
    `select distinct m.story_id as "storyId", t.contact_id as "contactId"
     from story_member m join article a on a.id = m.article_id join contact_telling t on t.article_id = a.id
       left join outlet o on o.id = a.outlet_id
     where m.story_id = any($1) and a.hidden_at is null and o.hidden_at is null`,
    [storyIds],
  );
}

function storyFacts(story: StoryLine, reports: readonly ReportRow[]) {
  const times = reports.map(({ at }) => at).toSorted();
  const origins = new Set(reports.map(({ article }) => originOf(story, article)));
  return {
    record: 'story',
    id: story.storyId,
    title: (reports.find(({ article }) => article === story.headline.id) ?? reports[0])?.words ?? null,
    section: story.section,
    first_at: times[0] ?? story.firstAt,
    last_at: times.at(-1) ?? story.lastAt,
    reports: reports.length,
    outlets: new Set(reports.map(({ outlet }) => outlet)).size,
    origins: origins.size,
  };
}

function storyRow(story: StoryLine, reports: readonly ReportRow[], report: ReportRow): ExportRow {
  const { record, ...facts } = storyFacts(story, reports);
  const { article, version, start, end, words, outlet, family, at, isDated, knownAt, url } = report;
  return {
    record,
    cursor: formatExportPlace({ kind: 'story', id: String(story.storyId), row: article }),
    ...facts,
    origin: originOf(story, article),
    at,
    is_dated: isDated,
    known_at: knownAt,
    ...{ article, version, start, end, words, outlet, family, url },
  };
}

/** The first report of the origin to which a report belongs; itself where it stands alone. */
function originOf({ origins }: StoryLine, article: number): number {
  const origin = origins.find(({ reports }) => reports.includes(article));
  return origin === undefined || origin.isHidden ? article : (origin.first ?? article);
}
