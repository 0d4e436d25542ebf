/** Places reports one by one in order of arrival: chain, copies, origin, the machine's story. */
import { sharedSpans } from '../group/shared_spans.js';
import type { AttributionHop } from '../model/attribution.js';
import type { CopyLink, Placement } from '../model/story.js';
import { sourceWeight } from '../rank/source_weight.js';
import type { Registry } from '../sources/registry.js';
import type { VersionChain } from '../store/attribution_hops.js';
import type { Database } from '../store/database.js';
import type { QueuedVersion } from '../store/grouping.js';
import { loadReports, type PlacedReport, type ReportSource, type StoredCopy } from '../store/reports.js';
import { loadReadingTexts } from '../store/site_story.js';
import type { GroupingMemory, RecentReport } from './grouping_memory.js';
import { readReport } from './report_of.js';
import { GROUP_STAGE } from './stages.js';
import { type Workers, workHere } from './workers.js';

/** What came of a batch, not yet saved. */
export interface PlacedBatch {
  readonly chains: readonly VersionChain[];
  readonly reports: readonly PlacedReport[];
  readonly sources: readonly ReportSource[];
  readonly lastArrival: number;
}

export interface PlacingTools {
  readonly memory: GroupingMemory;
  readonly registry: Registry;
  /** Threads that read chains; without them it is done here. */
  readonly workers?: Workers | undefined;
  /** Articles that have their place already: of them only chains are read again. */
  readonly known: ReadonlySet<number>;
}

/** Advances the memory; when the result cannot be saved the memory is void. */
export async function placeReports(
  tx: Database,
  versions: readonly QueuedVersion[],
  tools: PlacingTools,
): Promise<PlacedBatch> {
  const chains: VersionChain[] = [];
  const reports: PlacedReport[] = [];
  const sources: ReportSource[] = [];
  const placedNow = new Set<number>();
  let lastArrival = tools.memory.mark.lastArrival;
  const found = await findChains(versions, tools);
  for (const [at, seen] of versions.entries()) {
    const { articleId, version } = seen;
    const hops = found[at] ?? [];
    chains.push({ articleId, version, hops });
    if (version !== 1 || tools.known.has(articleId) || placedNow.has(articleId)) continue;
    placedNow.add(articleId);
    const arrival = seen.arrival ?? lastArrival + 1;
    lastArrival = Math.max(lastArrival, arrival);
    const { placed, other } = await placeReport(tx, { seen, hops, arrival }, tools);
    reports.push(placed);
    sources.push(...(await countSources(tx, { placed, hops, other }, { ...tools, sources })));
  }
  return { chains, reports, sources, lastArrival };
}

async function findChains(
  versions: readonly QueuedVersion[],
  tools: PlacingTools,
): Promise<readonly (readonly AttributionHop[])[]> {
  const pages = versions.map(({ page }) => page);
  const outcomes = await (tools.workers ?? workHere(tools)).run('chain', pages);
  return outcomes.map((outcome) => {
    if ('value' in outcome) return outcome.value;
    throw new Error(`Cannot find the chain of a report: ${outcome.fault}`);
  });
}

interface Arriving {
  readonly seen: QueuedVersion;
  readonly hops: readonly AttributionHop[];
  readonly arrival: number;
}

async function placeReport(
  tx: Database,
  { seen, hops, arrival }: Arriving,
  { memory, registry }: PlacingTools,
): Promise<{ readonly placed: PlacedReport; readonly other: PlacedReport | undefined }> {
  const { report, publisher, section, at, isDated } = readReport(seen, registry, hops);
  const placement = memory.grouper.add(report);
  const link = placement.copyOf;
  const other = link && (await otherOf(tx, Number(link.other), memory));
  const copyOf = link && other && storedCopy(link, report.text, other.text);
  const placed: PlacedReport = {
    articleId: seen.articleId,
    arrival,
    at,
    isDated,
    outletName: publisher.name,
    weight: sourceWeight(memory.standings.of(publisher.id), memory.standings.all),
    ...placeOf(placement),
    reasons: placement.reasons,
    stage: GROUP_STAGE,
    ...(publisher.id === undefined ? {} : { outletId: publisher.id }),
    ...(publisher.family === undefined ? {} : { family: publisher.family }),
    ...(section === undefined ? {} : { section }),
    ...(copyOf && { copyOf }),
  };
  memory.recent.add({ placed, text: report.text });
  return { placed, other: other?.placed };
}

function placeOf(
  placement: Placement,
): Pick<PlacedReport, 'openerId' | 'originId' | 'commonSourceId' | 'threadOpenerId' | 'threadShared'> {
  const { thread } = placement;
  return {
    ...(thread && { threadOpenerId: Number(thread.opener), threadShared: thread.shared }),
    originId: Number(placement.origin),
    ...(placement.story === undefined ? {} : { openerId: Number(placement.story) }),
    ...(placement.commonSource === undefined ? {} : { commonSourceId: Number(placement.commonSource) }),
  };
}

/** The report that is copied: mostly one of the newest, else from the store. */
async function otherOf(
  tx: Database,
  articleId: number,
  { recent }: GroupingMemory,
): Promise<RecentReport | undefined> {
  const known = recent.get(articleId);
  if (known) return known;
  const [placed] = await loadReports(tx, [articleId]);
  const text = (await loadReadingTexts(tx, [articleId])).get(articleId);
  return placed && { placed, text: text ?? '' };
}

function storedCopy(link: CopyLink, text: string, otherText: string): StoredCopy {
  return {
    otherId: Number(link.other),
    degree: link.degree,
    containment: link.containment,
    direction: link.direction,
    spans: sharedSpans({ text }, { text: otherText }),
    ...(link.directionBy === undefined ? {} : { directionBy: link.directionBy }),
  };
}

interface Resting {
  readonly placed: PlacedReport;
  readonly hops: readonly AttributionHop[];
  readonly other: PlacedReport | undefined;
}

interface Counting {
  readonly memory: GroupingMemory;
  readonly registry: Registry;
  /** What this batch has found so far. */
  readonly sources: readonly ReportSource[];
}

/** On whom a report rests by its words or credits; whoever is rested on stands higher for what comes after. */
async function countSources(tx: Database, resting: Resting, counting: Counting): Promise<ReportSource[]> {
  const { placed } = resting;
  const found = [...ownSources(resting, counting.registry), ...(await otherSources(tx, resting, counting))];
  for (const { outletId } of found) counting.memory.standings.add(outletId, { uses: 1 });
  if (placed.outletId !== undefined) counting.memory.standings.add(placed.outletId, { reports: 1 });
  return found;
}

function ownSources({ placed, hops, other }: Resting, registry: Registry): ReportSource[] {
  const byOutlet = new Map<string, ReportSource>();
  const { articleId } = placed;
  for (const { outlet, relation } of hops) {
    if (outlet === undefined || (relation !== 'via' && relation !== 'original')) continue;
    if (isOneHouse(placed, { outletId: outlet, family: registry.outletById(outlet)?.family })) continue;
    byOutlet.set(outlet, { articleId, outletId: outlet, byCopy: false });
  }
  const outletId = other?.outletId;
  const takesIt = placed.copyOf?.direction === 'from_other';
  if (takesIt && outletId !== undefined && !isOneHouse(placed, other ?? {})) {
    byOutlet.set(outletId, { articleId, outletId, byCopy: true });
  }
  return [...byOutlet.values()];
}

/** A late original: the earlier report turns out to have taken its words from this one. */
async function otherSources(
  tx: Database,
  { placed, other }: Resting,
  { sources }: Counting,
): Promise<ReportSource[]> {
  const { outletId } = placed;
  if (!other || outletId === undefined || placed.copyOf?.direction !== 'to_other') return [];
  if (isOneHouse(placed, other)) return [];
  const { articleId } = other;
  const isKnown = sources.some((known) => known.articleId === articleId && known.outletId === outletId);
  const stored = await tx.row('select from report_source where article_id = $1 and outlet_id = $2', [
    articleId,
    outletId,
  ]);
  return isKnown || stored ? [] : [{ articleId, outletId, byCopy: true }];
}

interface House {
  readonly outletId?: string | undefined;
  readonly family?: string | undefined;
}

function isOneHouse(one: House, other: House): boolean {
  if (one.outletId !== undefined && one.outletId === other.outletId) return true;
  return one.family !== undefined && one.family === other.family;
}
