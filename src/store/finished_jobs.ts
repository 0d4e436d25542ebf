/** Storing what jobs of the collector brought: a handful of them in one transaction, their like in one statement. */
import type {
  CollectJob,
  FinishedJob,
  FinishedPoll,
  FinishedVisit,
  ListedItem,
  PollReport,
  Saved,
} from '../model/collection.js';
import type { FetchedPage } from '../model/fetched_page.js';
import type { Database } from './database.js';
import { type IncomingPage, type SavedPage, savePages } from './fetched_pages.js';
import { saveFront } from './front_items.js';
import { keepLeases, releaseHosts } from './frontier_hosts.js';
import { type EnqueuedItems, saveItems } from './frontier_items.js';
import { savePageResults } from './page_results.js';
import { savePrintedViews } from './printed_counts.js';
import { type CountedPoll, savePollStates } from './source_state.js';
import { toJson } from './storable.js';
import { dropPush, saveHub } from './subscriptions.js';
import { noteAbsence } from './version_changes.js';

/** The stage under which answers of sources are kept: there is no article in them to be read. */
const SOURCE_STAGE = { name: 'collect', version: '1' };

/** Outcomes in the order of jobs; undefined for those whose lease was lost, of which nothing is stored. */
export async function saveFinished(
  tx: Database,
  finished: readonly FinishedJob[],
): Promise<readonly (Saved | undefined)[]> {
  const kept = await keepLeases(
    tx,
    finished.map(({ job }) => job.lease),
    finished.flatMap(({ report }) => report.items.map(({ host }) => host)),
  );
  const held = finished.filter(({ job }) => kept.has(job.lease));
  if (held.length === 0) return finished.map(() => undefined);
  const pages = await saveAnswers(tx, held);
  const visits = await saveVisits(tx, held.filter(isVisit), pages);
  const polls = await savePolls(tx, held.filter(isPoll));
  await releaseHosts(
    tx,
    held.map(({ job, report }) => ({
      ...{ lease: job.lease, nextAt: report.hostNextAt, failures: report.hostFailures },
    })),
  );
  return finished.map((each) => visits.get(each) ?? polls.get(each));
}

function isVisit(finished: FinishedJob): finished is FinishedVisit {
  return finished.kind === 'visit';
}

function isPoll(finished: FinishedJob): finished is FinishedPoll {
  return finished.kind === 'poll';
}

/** Keeps all raw answers. From those of sources the pipeline is to derive nothing, which is noted at once. */
async function saveAnswers(
  tx: Database,
  finished: readonly FinishedJob[],
): Promise<ReadonlyMap<FinishedJob, SavedPage>> {
  const answers = finished.flatMap((each) =>
    each.report.page === undefined ? [] : [{ each, page: incoming(each.report.page, each.job.sourceId) }],
  );
  const saved = await savePages(
    tx,
    answers.map(({ page }) => page),
  );
  const lists = answers.flatMap(({ each: { job }, page }, at) => {
    const { pageId, isNew } = saved[at] ?? {};
    const isList = !isPageVisit(job) && isNew === true && page.format === 'feed';
    return isList && pageId !== undefined ? [pageId] : [];
  });
  await savePageResults(
    tx,
    lists.map((pageId) => ({ pageId, kind: 'other', stage: SOURCE_STAGE })),
  );
  return new Map(answers.flatMap(({ each }, at) => (saved[at] ? [[each, saved[at]] as const] : [])));
}

function isPageVisit(job: CollectJob): boolean {
  return job.kind === 'visit' && job.target === 'page';
}

function incoming(page: FetchedPage, name: string | undefined): IncomingPage {
  return { ...page, via: 'collect', inputName: name || undefined };
}

async function saveVisits(
  tx: Database,
  visits: readonly FinishedVisit[],
  pages: ReadonlyMap<FinishedJob, SavedPage>,
): Promise<ReadonlyMap<FinishedJob, Saved>> {
  const saved = new Map<FinishedJob, Saved>();
  const seen = visits.map((visit) => {
    const pageId = isPageVisit(visit.job) ? pages.get(visit)?.pageId : undefined;
    return { visit, pageId };
  });
  for (const visit of visits) await noteSightOf(tx, visit);
  await saveVisitStates(tx, seen);
  for (const { visit, pageId } of seen) {
    const { job, report } = visit;
    if (report.aliasKey !== undefined) await saveAlias(tx, job.frontierId, report.aliasKey);
    const items = job.sourceId === undefined ? [] : report.items;
    const found = await saveItems(tx, items, { sourceId: job.sourceId ?? '', at: report.at });
    const { newItems, changedItems } = found;
    saved.set(visit, { newItems, changedItems, pending: pageId === undefined ? 0 : 1 });
  }
  return saved;
}

/** A page that is gone for good, or shows itself again, is part of its article's history. */
async function noteSightOf(tx: Database, { job, report }: FinishedVisit): Promise<void> {
  const isGone = report.condition.code === 'gone' && report.nextAt === undefined;
  const isBack = report.condition.code === 'well' && job.visits > 0;
  if (job.target === 'page' && (isGone || isBack))
    await noteAbsence(tx, { frontierId: job.frontierId, at: report.at, isGone });
}

interface SeenPage {
  readonly visit: FinishedVisit;
  /** Absent where there is nothing new to be read. */
  readonly pageId: number | undefined;
}

async function saveVisitStates(tx: Database, seen: readonly SeenPage[]): Promise<void> {
  if (seen.length === 0) return;
  const rows = seen.map(({ visit: { job, report }, pageId }) => {
    const waits = report.nextAt !== undefined;
    return {
      ...{ id: job.frontierId, pageId, nextAt: report.nextAt, attempts: report.attempts, at: report.at },
      state: pageId !== undefined ? 'pending' : report.dropped ? 'dropped' : waits ? 'waiting' : 'settled',
      fetched: report.page === undefined ? 0 : 1,
      ...report.validators,
      condition: report.condition.code,
      detail: report.condition.detail,
    };
  });
  await tx.run(
    `update frontier set state = given.state, next_at = coalesce("nextAt", 'infinity'), attempts = given.attempts,
       visits = visits + fetched, etag = given.etag, last_modified = "lastModified", condition = given.condition,
       condition_detail = detail, page_id = coalesce("pageId", page_id),
       read_until = case when "pageId" is null then null else at end, changed_at = at
     from jsonb_to_recordset($1::jsonb) as given (id bigint, "pageId" bigint, "nextAt" timestamptz, attempts integer,
       at timestamptz, state text, fetched integer, etag text, "lastModified" text, condition text, detail text)
     where frontier.id = given.id`,
    [toJson(rows)],
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

async function savePolls(
  tx: Database,
  polls: readonly FinishedPoll[],
): Promise<ReadonlyMap<FinishedJob, Saved>> {
  const saved = new Map<FinishedJob, Saved>();
  const counted: CountedPoll[] = [];
  for (const poll of polls) {
    const { newItems, ...rest } = await saveList(tx, poll);
    saved.set(poll, { newItems, ...rest });
    counted.push({ ...poll, newItems });
  }
  await savePollStates(tx, counted);
  for (const { job, report } of polls) {
    const { sourceId, push } = job;
    if (report.hub !== undefined) await saveHub(tx, { sourceId, hub: report.hub, at: report.at });
    if (push !== undefined) await dropPush(tx, { id: push.id, sourceId, at: report.at });
  }
  return saved;
}

async function saveList(tx: Database, { job: { sourceId, push }, report }: FinishedPoll): Promise<Saved> {
  const { items, front, at } = report;
  const enqueued = await saveItems(tx, items, { sourceId, at, isPushed: push !== undefined });
  const pending = await savePostedPages(tx, { items, enqueued, report, name: sourceId });
  if (front !== undefined) await saveFront(tx, { sourceId, front, at });
  await savePrintedViews(tx, items, at);
  return { newItems: enqueued.newItems, changedItems: enqueued.changedItems, pending };
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
  const posts = items.flatMap(({ itemKey, page }) => {
    const frontierId = enqueued.frontierIds.get(itemKey);
    const isPosted = page !== undefined && frontierId !== undefined && enqueued.fresh.has(itemKey);
    return isPosted ? [{ frontierId, page: incoming(page, name) }] : [];
  });
  if (posts.length === 0) return 0;
  const saved = await savePages(
    tx,
    posts.map(({ page }) => page),
  );
  await tx.run(
    `update frontier set state = 'pending', page_id = given.page_id, read_until = $3, visits = visits + 1,
       next_at = 'infinity', condition = 'well', changed_at = $3
     from unnest($1::bigint[], $2::bigint[]) as given (id, page_id) where frontier.id = given.id`,
    [posts.map(({ frontierId }) => frontierId), saved.map(({ pageId }) => pageId), report.at],
  );
  return posts.length;
}
