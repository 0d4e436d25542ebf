/** What the desk tells of one source beyond its state and health: its host, its hub, its pages, what it showed last. */
import type { ConditionCode } from '../model/collection.js';
import type { Database } from './database.js';

export interface SourceDetail {
  /** The address in the registry; another one than is asked when the source moved for good. */
  readonly registryUrl: string;
  readonly host: SourceHost;
  readonly hub: SourceHub | undefined;
  readonly pages: SourcePages;
  /** Why pages that it listed could not be fetched, the commonest first. */
  readonly pageFaults: readonly PageFault[];
  /** What it listed last, the newest first. */
  readonly items: readonly SourceItem[];
}

export interface SourceHost {
  readonly name: string;
  /** No request to it before this time; absent when it may be asked. */
  readonly restsUntil: string | undefined;
  /** Requests in a row that failed because of the host itself. */
  readonly failures: number;
}

/** The subscription at the hub that a feed names (WebSub). */
export interface SourceHub {
  readonly url: string;
  readonly state: 'wanted' | 'asked' | 'held' | 'refused';
  /** In English, from the hub or the collector. */
  readonly detail: string | null;
  readonly leaseUntil: string | null;
}

/** How many pages that the source listed are where. */
export interface SourcePages {
  /** To be fetched. */
  readonly waiting: number;
  /** Stored, to be read. */
  readonly pending: number;
  readonly read: number;
  readonly givenUp: number;
}

export interface PageFault {
  readonly code: ConditionCode;
  readonly count: number;
  /** Of the newest one, in English. */
  readonly detail: string | null;
}

export interface SourceItem {
  /** Absent for what has no page of its own, as the posts of a channel. */
  readonly url: string | null;
  readonly seenAt: string;
  /** As the list stated it. */
  readonly publishedAt: string | null;
  /** The article that was read from its page. */
  readonly articleId: number | null;
  readonly title: string | null;
}

interface StateRow {
  readonly registryUrl: string;
  readonly host: string;
  readonly restsUntil: string | null;
  readonly hostFailures: number;
  readonly hubUrl: string | null;
  readonly hubState: SourceHub['state'] | null;
  readonly hubDetail: string | null;
  readonly leaseUntil: string | null;
}

const FAULTS_SHOWN = 5;

/** Undefined when the collector knows no source of that id. `items`: how many of the last ones. */
export async function loadSourceDetail(
  db: Database,
  sourceId: string,
  { now, items }: { readonly now: string; readonly items: number },
): Promise<SourceDetail | undefined> {
  const row = await db.row<StateRow>(
    `select registry_url as "registryUrl", state.host,
       nullif(greatest(host.next_at, $2::timestamptz), $2) as "restsUntil", host.failures as "hostFailures",
       hub_url as "hubUrl", hub.state as "hubState", hub.detail as "hubDetail", hub.lease_until as "leaseUntil"
     from source_state state join collect_host host on host.host = state.host
       left join subscription hub on hub.source_id = state.source_id
     where state.source_id = $1 and listed`,
    [sourceId, now],
  );
  if (row === undefined) return undefined;
  const { registryUrl, host, restsUntil, hostFailures } = row;
  return {
    registryUrl,
    host: { name: host, restsUntil: restsUntil ?? undefined, failures: hostFailures },
    hub: hubOf(row),
    pages: await countPages(db, sourceId),
    pageFaults: await loadPageFaults(db, sourceId),
    items: await loadItems(db, sourceId, items),
  };
}

function hubOf({ hubUrl, hubState, hubDetail, leaseUntil }: StateRow): SourceHub | undefined {
  if (hubUrl === null || hubState === null) return undefined;
  return { url: hubUrl, state: hubState, detail: hubDetail, leaseUntil };
}

async function countPages(db: Database, sourceId: string): Promise<SourcePages> {
  const row = await db.row<SourcePages>(
    `select count(*) filter (where state = 'waiting' and visits = 0)::int as waiting,
       count(*) filter (where state = 'pending')::int as pending,
       count(*) filter (where visits > 0 and state <> 'pending')::int as read,
       count(*) filter (where state = 'dropped' and visits = 0)::int as "givenUp"
     from frontier where source_id = $1 and target = 'page'`,
    [sourceId],
  );
  return row ?? { waiting: 0, pending: 0, read: 0, givenUp: 0 };
}

function loadPageFaults(db: Database, sourceId: string): Promise<readonly PageFault[]> {
  return db.rows(
    `select condition as code, count(*)::int as count,
       (array_agg(condition_detail order by changed_at desc))[1] as detail
     from frontier where source_id = $1 and condition not in ('well', 'new')
     group by condition order by 2 desc, 1 limit $2`,
    [sourceId, FAULTS_SHOWN],
  );
}

function loadItems(db: Database, sourceId: string, limit: number): Promise<readonly SourceItem[]> {
  return db.rows(
    `select frontier.url, first_seen_at as "seenAt", published_at as "publishedAt",
       article_id as "articleId", title
     from source_item item left join frontier on frontier.id = frontier_id
       left join lateral (select v.article_id, v.title from page_result r join article a on a.id = r.article_id
         join article_version v on v.article_id = a.id and v.number = a.current_version
         where r.page_id = frontier.page_id limit 1) read on true
     where item.source_id = $1 order by first_seen_at desc, published_at desc nulls last limit $2`,
    [sourceId, limit],
  );
}
