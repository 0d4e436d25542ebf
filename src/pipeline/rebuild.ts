/** Derives again what stages made, from the raw pages or from the articles. What people did stays. */
import { saveChains } from '../store/attribution_hops.js';
import type { Transaction } from '../store/database.js';
import { listPageIds, loadPage } from '../store/fetched_pages.js';
import {
  forgetGrouping,
  listArrivals,
  loadArrived,
  lockGrouping,
  saveGroupingMark,
} from '../store/grouping.js';
import { saveReportSources, saveReports } from '../store/reports.js';
import { ensureMeantThreads, placeInThreads } from '../store/threads.js';
import { restoreMembership } from './all_membership.js';
import { openGrouping } from './grouping.js';
import { emptyMemory } from './grouping_memory.js';
import { placeReports } from './place_reports.js';
import { type Pipeline, processStoredPage } from './process_page.js';
import { refreshStories } from './refresh_stories.js';
import { CHAIN_STAGE } from './stages.js';

export interface RebuildOptions {
  readonly signal: AbortSignal;
  /** Called now and then with how many pages or reports are done. */
  readonly onProgress?: (done: number) => void;
}

const PAGES_TOGETHER = 200;
const REPORTS_TOGETHER = 200;

/** Reads all kept pages again with the rules of today; gives how many. What an interrupted run has done is done. */
export async function rebuildArticles(pipeline: Pipeline, options: RebuildOptions): Promise<number> {
  let done = 0;
  let after: Parameters<typeof listPageIds>[1];
  for (;;) {
    const pages = await listPageIds(pipeline.store, after, PAGES_TOGETHER);
    for (const { pageId } of pages) {
      if (options.signal.aborted) return done;
      const page = await loadPage(pipeline.store, pageId);
      // Bytes may have been dropped to save room; the answers of sources hold no article.
      if (page === undefined || page.format === 'feed') continue;
      await processStoredPage(pipeline, page);
      done += 1;
      options.onProgress?.(done);
    }
    after = pages.at(-1);
    if (after === undefined) return done;
  }
}

/**
 * Places all reports again in the order in which they once arrived, in one transaction: the site shows the old
 * stories until the new ones are there, and an interrupted run changes nothing. Numbers of stories stay.
 */
export async function rebuildGroups(pipeline: Pipeline, options: RebuildOptions): Promise<number> {
  const done = await pipeline.store.transaction((tx) => placeAll(tx, pipeline, options));
  if (!options.signal.aborted) await openGrouping(pipeline).settle();
  return done;
}

async function placeAll(tx: Transaction, pipeline: Pipeline, options: RebuildOptions): Promise<number> {
  const { registry } = pipeline;
  const mark = await lockGrouping(tx, { wait: true });
  if (!mark) throw new Error('Cannot rebuild: the mark of grouping is missing');
  const arrivals = await listArrivals(tx, { after: 0 });
  const storyIds = await tx.rows<{ id: number }>('select id from story where report_count > 0 order by id');
  await forgetGrouping(tx);
  const memory = emptyMemory(pipeline, { ...mark, lastArrival: 0 });
  for (let from = 0; from < arrivals.length; from += REPORTS_TOGETHER) {
    options.signal.throwIfAborted();
    const versions = await loadArrived(tx, arrivals.slice(from, from + REPORTS_TOGETHER));
    const batch = await placeReports(tx, versions, { memory, registry, known: new Set() });
    memory.mark = { ...memory.mark, lastArrival: batch.lastArrival };
    await saveChains(tx, batch.chains, CHAIN_STAGE);
    await saveReports(tx, batch.reports);
    await saveReportSources(tx, batch.sources);
    options.onProgress?.(Math.min(from + REPORTS_TOGETHER, arrivals.length));
  }
  const touched = await restoreMembership(tx);
  await ensureMeantThreads(tx);
  await placeInThreads(tx);
  await refreshStories(tx, [...touched, ...storyIds.map(({ id }) => id)]);
  await saveGroupingMark(tx, { lastArrival: mark.lastArrival, generation: mark.generation + 1 });
  return arrivals.length;
}
