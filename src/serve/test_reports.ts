/** For tests: the invented reports in their stories. */
import { type PlacedReport, saveReports } from '../store/reports.js';
import { ensureStories, type StorySummary, saveMembers, saveSummaries } from '../store/stories.js';
import type { TestStore } from '../store/test_database.js';

/** Which invented articles are copies, of which, and what they share. */
const COPIES: readonly { readonly copy: string; readonly of: string }[] = [{ copy: 'call-copy', of: 'call' }];

/** Gives every article its place: a story of its own, copies in that of what they copy. */
export async function placeReports(store: TestStore, numbers: ReadonlyMap<string, number>): Promise<void> {
  const sources = new Map(COPIES.map(({ copy, of }) => [numbers.get(copy) ?? 0, numbers.get(of) ?? 0]));
  const rows = await store.rows<PlacedRow>(
    `select id, outlet_id, outlet_name, section, shown_at, published_iso from article order by id`,
  );
  await store.transaction(async (tx) => {
    const reports = rows.map((row, at) => reportOf(row, { arrival: at + 1, otherId: sources.get(row.id) }));
    await saveReports(tx, reports);
    const openers = reports.map(({ openerId }) => openerId ?? 0);
    const stories = await ensureStories(tx, openers);
    await saveMembers(
      tx,
      reports.map(({ articleId, openerId }) => ({ articleId, storyId: stories.get(openerId ?? 0) ?? 0 })),
    );
    await saveSummaries(
      tx,
      [...stories].map(([openerId, storyId]) =>
        summaryOf(
          storyId,
          reports.filter((report) => report.openerId === openerId),
        ),
      ),
    );
  });
}

interface PlacedRow {
  readonly id: number;
  readonly outlet_id: string | null;
  readonly outlet_name: string | null;
  readonly section: string | null;
  readonly shown_at: string;
  readonly published_iso: string | null;
}

function reportOf(
  row: PlacedRow,
  { arrival, otherId }: { readonly arrival: number; readonly otherId: number | undefined },
): PlacedReport {
  const first = otherId ?? row.id;
  const whole = { own: { start: 0, end: 40 }, other: { start: 0, end: 40 } };
  return {
    articleId: row.id,
    arrival,
    at: row.shown_at,
    isDated: row.published_iso !== null,
    outletName: row.outlet_name ?? '',
    weight: 1,
    openerId: first,
    originId: first,
    reasons: [{ feature: 'first', value: 1 }],
    stage: { name: 'group', version: 'test' },
    ...(row.outlet_id === null ? {} : { outletId: row.outlet_id }),
    ...(row.section === null ? {} : { section: row.section }),
    ...(otherId === undefined
      ? {}
      : {
          copyOf: {
            otherId,
            degree: 'verbatim',
            containment: 0.9,
            direction: 'from_other',
            directionBy: 'credit',
            spans: [whole],
          },
        }),
  };
}

function summaryOf(storyId: number, reports: readonly PlacedReport[]): StorySummary {
  const [first] = reports;
  if (!first) throw new Error('Cannot sum up a story without reports');
  const times = reports.map(({ at }) => at).sort();
  const outletCount = new Set(reports.map(({ outletName }) => outletName)).size;
  const { articleId, outletName: label, at, isDated, section } = first;
  return {
    storyId,
    firstAt: times[0] ?? at,
    lastAt: times.at(-1) ?? at,
    reportCount: reports.length,
    outletCount,
    originCount: 1,
    familyCount: outletCount,
    headlineId: articleId,
    origins: [
      { first: articleId, label, reports: reports.map((report) => report.articleId), missing: false },
    ],
    importance: Date.parse(at) / 86_400_000 + outletCount,
    parts: {
      origins: [{ weight: 1, at, isDated }],
      fresh: 1,
      novelty: 1,
      breadth: outletCount > 1 ? 1 : 0.5,
    },
    ...(section === undefined ? {} : { section }),
  };
}
