import type {
  CollectedSource,
  CollectionStore,
  CollectJob,
  KnownPage,
  ListedItem,
  PollJob,
  PollReport,
  Saved,
  VisitJob,
  VisitReport,
} from '../model/collection.js';
import type { FetchedPage } from '../model/fetched_page.js';
import type { Database, Store } from './database.js';
import { savePage } from './fetched_pages.js';
import { saveFront } from './front_items.js';
import { claimJobs, holdsLease, nextDueAt, releaseHost, renewLeases } from './frontier_hosts.js';
import { type EnqueuedItems, saveItems } from './frontier_items.js';
import { savePageResult } from './page_results.js';
import { savePrintedViews } from './printed_counts.js';
import { adoptSources, savePollState } from './source_state.js';
import { claimSubscriptions, dropPush, saveHub, saveHubFailure } from './subscriptions.js';
import { noteAbsence } from './version_changes.js';

/** The stage under which answers of sources are kept: there is no article in them to be read. */
const SOURCE_STAGE = { name: 'collect', version: '1' };

/** The collector's side of a store. Each function is one transaction: all of it is there afterwards or nothing. */
export function collectionStore(store: Store): CollectionStore {
  return {
    adoptSources: (sources: readonly CollectedSource[], at: string) =>
      store.transaction((tx) => adoptSources(tx, sources, at)),
    claimJobs: (claim) => claimJobs(store, claim),
    releaseJob: (job) => store.transaction((tx) => releaseJob(tx, job)),
    renewLeases: (leases, until) => renewLeases(store, leases, until),
    knownPages: (sourceId) => loadKnownPages(store, sourceId),
    savePoll: (job, report) => store.transaction((tx) => savePoll(tx, job, report)),
    saveVisit: (job, report) => store.transaction((tx) => saveVisit(tx, job, report)),
    claimSubscriptions: (claim) => claimSubscriptions(store, claim),
    saveHubFailure: (token, failure) => saveHubFailure(store, token, failure),
    nextDueAt: () => nextDueAt(store),
  };
}

/** Pages of a source that its shapes of addresses are learned from; more would bring back how a site once was. */
const KNOWN_PAGES = 400;

/** What could not be read, or is of no kind that we know, says nothing about its address: it may be an article after all. */
async function loadKnownPages(db: Database, sourceId: string): Promise<readonly KnownPage[]> {
  return await db.rows<KnownPage>(
    `select f.url, r.kind not in ('home', 'topic') as "isArticle"
     from (select url, page_id from frontier where source_id = $1 and target = 'page' order by id desc limit $2) f
     join page_result r on r.page_id = f.page_id and r.kind not in ('quarantined', 'other')`,
    [sourceId, KNOWN_PAGES],
  );
}

async function releaseJob(tx: Database, { lease }: CollectJob): Promise<void> {
  if (await holdsLease(tx, lease)) await releaseHost(tx, lease, {});
}

async function savePoll(tx: Database, job: PollJob, report: PollReport): Promise<Saved | undefined> {
  if (!(await holdsLease(tx, job.lease))) return undefined;
  await saveAnswer(tx, report.page, job.sourceId);
  const enqueued = await saveItems(tx, report.items, { sourceId: job.sourceId, at: report.at });
  const pending = await savePostedPages(tx, { items: report.items, enqueued, report, name: job.sourceId });
  if (report.front !== undefined)
    await saveFront(tx, { sourceId: job.sourceId, front: report.front, at: report.at });
  await savePrintedViews(tx, report.items, report.at);
  await savePollState(tx, job, { ...report, newItems: enqueued.newItems });
  const { sourceId, push } = job;
  if (report.hub !== undefined) await saveHub(tx, { sourceId, hub: report.hub, at: report.at });
  if (push !== undefined) await dropPush(tx, { id: push.id, sourceId, at: report.at });
  await releaseHost(tx, job.lease, paceOf(report));
  return { newItems: enqueued.newItems, changedItems: enqueued.changedItems, pending };
}

function paceOf({ hostNextAt, hostFailures }: PollReport) {
  return { failures: hostFailures, ...(hostNextAt === undefined ? {} : { nextAt: hostNextAt }) };
}

async function saveVisit(tx: Database, job: VisitJob, report: VisitReport): Promise<Saved | undefined> {
  if (!(await holdsLease(tx, job.lease))) return undefined;
  const sourceId = job.sourceId ?? '';
  let pageId: number | undefined;
  if (job.target === 'sitemap') await saveAnswer(tx, report.page, sourceId);
  else if (report.page) pageId = (await savePage(tx, incoming(report.page, sourceId))).pageId;
  await noteSightOf(tx, job, report);
  await saveVisitState(tx, job, { report, pageId });
  if (report.aliasKey !== undefined) await saveAlias(tx, job.frontierId, report.aliasKey);
  const items = job.sourceId === undefined ? [] : report.items;
  const { newItems, changedItems } = await saveItems(tx, items, { sourceId, at: report.at });
  await releaseHost(tx, job.lease, { nextAt: report.hostNextAt, failures: report.hostFailures });
  return { newItems, changedItems, pending: pageId === undefined ? 0 : 1 };
}

/** A page that is gone for good, or shows itself again, is part of its article's history. */
async function noteSightOf(tx: Database, job: VisitJob, report: VisitReport): Promise<void> {
  const isGone = report.condition.code === 'gone' && report.nextAt === undefined;
  const isBack = report.condition.code === 'well' && job.visits > 0;
  if (job.target === 'page' && (isGone || isBack))
    await noteAbsence(tx, { frontierId: job.frontierId, at: report.at, isGone });
}

function incoming(page: FetchedPage, name: string) {
  return { ...page, via: 'collect', inputName: name || undefined } as const;
}

/** Keeps the raw answer of a source. Nothing is to be derived from it by the pipeline, which is noted at once. */
async function saveAnswer(tx: Database, page: FetchedPage | undefined, sourceId: string): Promise<void> {
  if (page === undefined) return;
  const { pageId, isNew } = await savePage(tx, incoming(page, sourceId));
  if (isNew && page.format === 'feed')
    await savePageResult(tx, { pageId, kind: 'other', stage: SOURCE_STAGE });
}

interface PostedPages {
  readonly items: readonly ListedItem[];
  readonly enqueued: EnqueuedItems;
  readonly report: PollReport;
  readonly name: string;
}

/** Stores pages that the source itself carries (posts of a channel): there is nothing left to fetch for them. */
async function savePostedPages(tx: Database, posted: PostedPages): Promise<number> {
  const { items, enqueued, report, name } = posted;
  let count = 0;
  for (const { itemKey, page } of items) {
    const frontierId = enqueued.frontierIds.get(itemKey);
    if (page === undefined || frontierId === undefined || !enqueued.fresh.has(itemKey)) continue;
    const { pageId } = await savePage(tx, incoming(page, name));
    await tx.run(
      `update frontier set state = 'pending', page_id = $2, read_until = $3, visits = visits + 1,
         next_at = 'infinity', condition = 'well', changed_at = $3 where id = $1`,
      [frontierId, pageId, report.at],
    );
    count += 1;
  }
  return count;
}

async function saveVisitState(
  tx: Database,
  job: VisitJob,
  { report, pageId }: { readonly report: VisitReport; readonly pageId: number | undefined },
): Promise<void> {
  const waits = report.nextAt !== undefined;
  const state = pageId !== undefined ? 'pending' : report.dropped ? 'dropped' : waits ? 'waiting' : 'settled';
  await tx.run(
    `update frontier set state = $2, next_at = coalesce($3::timestamptz, 'infinity'), attempts = $4,
       visits = visits + $5, etag = $6, last_modified = $7, condition = $8, condition_detail = $9,
       page_id = coalesce($10, page_id), read_until = $11, changed_at = $12
     where id = $1`,
    [
      job.frontierId,
      state,
      report.nextAt,
      report.attempts,
      report.page === undefined ? 0 : 1,
      report.validators.etag,
      report.validators.lastModified,
      report.condition.code,
      report.condition.detail,
      pageId,
      pageId === undefined ? undefined : report.at,
      report.at,
    ],
  );
}

/** Notes where a redirect led; an address that waits there need not be fetched any more. */
async function saveAlias(tx: Database, frontierId: number, aliasKey: string): Promise<void> {
  await tx.run(
    `insert into frontier_alias (address_key, frontier_id) select decode($2, 'hex'), $1
     where not exists (select from frontier where address_key = decode($2, 'hex')) on conflict do nothing`,
    [frontierId, aliasKey],
  );
  await tx.run(
    `update frontier set state = 'settled', next_at = 'infinity'
     where address_key = decode($2, 'hex') and id <> $1 and state = 'waiting' and visits = 0`,
    [frontierId, aliasKey],
  );
}
