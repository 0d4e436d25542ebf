/**
 * Groups what extraction has queued: exactly once, in order of arrival, by one process at a time. Whoever holds the
 * row of the mark works; a process that has fallen behind reads what others placed before it goes on. Killed at any
 * moment it leaves whole batches done and the rest in the queue.
 */
import { enqueueAnalysis } from '../store/analyse_queue.js';
import { saveChains } from '../store/attribution_hops.js';
import type { Database, Store } from '../store/database.js';
import {
  type GroupingMark,
  isQueueEmpty,
  lockGrouping,
  type QueuedVersion,
  saveGroupingMark,
  takeQueued,
} from '../store/grouping.js';
import { type PlacedReport, saveReportSources, saveReports } from '../store/reports.js';
import { ensureStories, findMembers, saveMembers } from '../store/stories.js';
import { loadActs } from '../store/story_acts.js';
import { ensureThreads, placeInThreads } from '../store/threads.js';
import { type GroupingMemory, type Knowledge, loadMemory } from './grouping_memory.js';
import { mergesOf, routeReport } from './membership.js';
import { placeReports } from './place_reports.js';
import { type BatchOutcome, type QueueWork, workOn } from './queue_work.js';
import { refreshStories } from './refresh_stories.js';
import { CHAIN_STAGE } from './stages.js';
import type { Workers } from './workers.js';

export interface GroupingDeps extends Knowledge {
  readonly store: Store;
  /** Threads that read chains; without them it is done here. */
  readonly workers?: Workers | undefined;
  /** Called after each batch: there may be work for the stage behind. */
  readonly onBatch?: () => void;
}

/** Versions of one transaction: one wait for the disk serves them all. */
const BATCH = 64;
export function openGrouping(deps: GroupingDeps): QueueWork {
  let memory: GroupingMemory | undefined;
  return workOn({
    async runBatch() {
      const kept = memory;
      // Void until the transaction is through: its work moves the memory on.
      memory = undefined;
      const { outcome, after } = await deps.store.transaction((tx) => groupBatch(tx, deps, kept));
      memory = after;
      if (outcome === 'done') deps.onBatch?.();
      return outcome;
    },
    isEmpty: () => isQueueEmpty(deps.store),
  });
}

interface BatchResult {
  readonly outcome: BatchOutcome;
  readonly after: GroupingMemory | undefined;
}

async function groupBatch(
  tx: Database,
  knowledge: GroupingDeps,
  kept: GroupingMemory | undefined,
): Promise<BatchResult> {
  const mark = await lockGrouping(tx);
  if (!mark) return { outcome: 'busy', after: kept };
  const versions = await takeQueued(tx, BATCH);
  if (versions.length === 0) return { outcome: 'empty', after: kept };
  const memory = kept && isCurrent(kept.mark, mark) ? kept : await loadMemory(tx, knowledge, mark);
  const lastArrival = await groupVersions(tx, versions, { ...knowledge, memory });
  memory.mark = { ...mark, lastArrival };
  await saveGroupingMark(tx, memory.mark);
  return { outcome: 'done', after: memory };
}

function isCurrent(own: GroupingMark, mark: GroupingMark): boolean {
  return own.generation === mark.generation && own.lastArrival === mark.lastArrival;
}

async function groupVersions(
  tx: Database,
  versions: readonly QueuedVersion[],
  { registry, workers, memory }: GroupingDeps & { readonly memory: GroupingMemory },
): Promise<number> {
  const articleIds = versions.map(({ articleId }) => articleId);
  const rows = await tx.rows<{ article_id: number }>(
    'select article_id from report where article_id = any($1)',
    [articleIds],
  );
  const known = new Set(rows.map((row) => row.article_id));
  const { chains, reports, sources, lastArrival } = await placeReports(tx, versions, {
    memory,
    registry,
    workers,
    known,
  });
  await saveChains(tx, chains, CHAIN_STAGE);
  await saveReports(tx, reports);
  await saveReportSources(tx, sources);
  const joined = await joinStories(tx, reports);
  await joinThreads(tx, reports);
  const edited = await findMembers(tx, [...known]);
  await refreshStories(tx, [...joined, ...edited.map(({ storyId }) => storyId)]);
  await enqueueAnalysis(tx, versions);
  return lastArrival;
}

/** Puts new reports into their stories; returns the stories that have changed. */
async function joinStories(tx: Database, reports: readonly PlacedReport[]): Promise<readonly number[]> {
  const joining = reports.flatMap((report) =>
    report.openerId === undefined ? [] : [{ ...report, openerId: report.openerId }],
  );
  const stories = await ensureStories(
    tx,
    joining.map(({ openerId }) => openerId),
  );
  const others = reports.flatMap(({ copyOf }) => copyOf?.otherId ?? []);
  const storyOf = new Map(
    (await findMembers(tx, others)).map(({ articleId, storyId }) => [articleId, storyId]),
  );
  const merges = mergesOf(await loadActs(tx));
  const members = joining.map(({ articleId, arrival, openerId, copyOf }) => {
    const place = { articleId, arrival, storyId: stories.get(openerId) ?? 0, otherId: copyOf?.otherId };
    const member = routeReport(place, { storyOf: (id) => storyOf.get(id), merges });
    storyOf.set(articleId, member.storyId);
    return { articleId, ...member };
  });
  await saveMembers(tx, members);
  return members.map(({ storyId }) => storyId);
}

/** Puts the stories that new reports open into their threads, with the ones that they go on with. */
async function joinThreads(tx: Database, reports: readonly PlacedReport[]): Promise<void> {
  const joining = reports.filter(({ threadOpenerId }) => threadOpenerId !== undefined);
  if (joining.length === 0) return;
  const openerIds = joining.flatMap(({ threadOpenerId }) => threadOpenerId ?? []);
  await ensureThreads(tx, openerIds);
  await placeInThreads(tx, [...openerIds, ...joining.map(({ articleId }) => articleId)]);
}
