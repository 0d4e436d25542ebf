/** What is told of a story in lists. It follows from its members alone, in whatever steps they came. */
import type { AttributionHop } from '../model/attribution.js';
import { IMPORTANCE } from '../model/importance.js';
import { findResting } from '../model/resting.js';
import type { Origin } from '../model/story.js';
import { importanceOf } from '../rank/importance.js';
import type { PlacedReport } from '../store/reports.js';
import type { StoredOrigin, StorySummary } from '../store/stories.js';
import type { ResolvedName } from './resolve_story.js';

/** A member with all that the summary looks at. */
export interface SummaryMember {
  readonly placed: PlacedReport;
  readonly chain: readonly AttributionHop[];
  /** When later versions were seen. */
  readonly editedAt: readonly string[];
}

/** Members in order of arrival; at least one. */
export function summariseStory(
  storyId: number,
  members: readonly SummaryMember[],
  found: { readonly origins: readonly Origin[]; readonly hops: readonly ResolvedName[] },
): StorySummary {
  const byId = new Map(members.map((member) => [member.placed.articleId, member.placed]));
  const reports = [...byId.values()];
  const origins = found.origins
    .map((origin) => storedOrigin(origin, byId, found.hops))
    .sort(byWeightOfReports(byId));
  const outletCount = new Set(reports.map(outletKey)).size;
  const ranked = origins.map(({ first }) => {
    const { weight, at, isDated } = mustHave(byId, first);
    return { weight, at, isDated };
  });
  const fresh = countFresh(members);
  const importance = importanceOf({ origins: ranked, outletCount, fresh });
  const section = commonest(reports.flatMap((report) => report.section ?? []));
  const times = reports.map(({ at }) => at).sort();
  return {
    storyId,
    firstAt: times[0] ?? '',
    lastAt: times.at(-1) ?? '',
    reportCount: reports.length,
    outletCount,
    originCount: origins.length,
    familyCount: new Set(reports.map((report) => report.family ?? outletKey(report))).size,
    // The first report of the origin on which most reports rest speaks for all.
    headlineId: origins[0]?.first ?? reports[0]?.articleId ?? 0,
    origins,
    importance: importance.log2,
    parts: { origins: ranked, fresh, novelty: importance.novelty, breadth: importance.breadth },
    ...(section === undefined ? {} : { section }),
  };
}

/** An origin as its root tells it, whatever arrived first. */
function storedOrigin(
  origin: Origin,
  byId: ReadonlyMap<number, PlacedReport>,
  hops: readonly ResolvedName[],
): StoredOrigin {
  const reports = origin.reports.map(Number);
  const own = new Set(reports);
  const { root } = findResting(
    reports.map((id) => {
      const { at, copyOf } = mustHave(byId, id);
      return { id, at, copy: copyOf, credits: creditsOf(id, hops).filter((each) => own.has(each)) };
    }),
  );
  const { outletId, outletName } = mustHave(byId, root);
  const lost = hops.find((hop) => hop.articleId === root && hop.state === 'missing' && isCredit(hop));
  const unnamed = hops.find(({ articleId, anonymous }) => articleId === root && anonymous);
  const source = lost?.name ?? unnamed?.name;
  return {
    first: root,
    label: outletName,
    reports,
    missing: lost !== undefined,
    ...(outletId === undefined ? {} : { outletId }),
    ...(source === undefined ? {} : { source }),
  };
}

/** Reports that the credits of one lead to; hops stand from the nearest to the deepest. */
function creditsOf(id: number, hops: readonly ResolvedName[]): readonly number[] {
  return hops.flatMap((hop) =>
    hop.articleId === id && isCredit(hop) && hop.state === 'found' && hop.foundId !== undefined
      ? [hop.foundId]
      : [],
  );
}

/** A medium cited for a part is not where the report comes from. */
function isCredit({ relation }: ResolvedName): boolean {
  return relation === 'via' || relation === 'original' || relation === 'interview_with';
}

/** The origin with most reports first; of equal ones the one that arrived first. */
function byWeightOfReports(byId: ReadonlyMap<number, PlacedReport>) {
  return (a: StoredOrigin, b: StoredOrigin): number =>
    b.reports.length - a.reports.length || mustHave(byId, a.first).arrival - mustHave(byId, b.first).arrival;
}

/** Reports that are no copies, and edits, that are not much older than the story's latest report. */
function countFresh(members: readonly SummaryMember[]): number {
  const lastMs = Math.max(...members.map(({ placed }) => Date.parse(placed.at)));
  const isFresh = (at: string): boolean => Date.parse(at) >= lastMs - IMPORTANCE.newHours * 3_600_000;
  const own = members.filter(({ placed }) => placed.copyOf === undefined && isFresh(placed.at));
  const edits = members.flatMap(({ editedAt }) => editedAt.filter(isFresh));
  return own.length + edits.length;
}

function outletKey({ outletId, outletName }: PlacedReport): string {
  return outletId ?? outletName;
}

/** The value that occurs most often, the first of equals. */
function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}

function mustHave(byId: ReadonlyMap<number, PlacedReport>, id: number): PlacedReport {
  const report = byId.get(id);
  if (!report) throw new Error(`Cannot summarise a story: report ${id} is not one of its own`);
  return report;
}
