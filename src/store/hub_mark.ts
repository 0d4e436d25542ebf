/** How far the hub of our own feeds was told what is new. */
import type { Database } from './database.js';
import { listDossiers } from './dossiers.js';
import { refsOfDossier, refsOfSearch } from './event_matching.js';
import type { EventKind } from './events.js';

export interface HubMark {
  readonly lastEvent: number;
  /** Items of topics and dossiers have no events: the last ones of which it knows. */
  readonly lastItem: number;
  readonly lastDossier: number;
  readonly failures: number;
}

const NEWEST_ITEM = '(select coalesce(max(id), 0) from topic_item)';
const NEWEST_DOSSIER = '(select coalesce(max(id), 0) from dossier)';

/** Takes the work until an instant; undefined while it is not due or another process has it. News begin at the first look. */
export async function claimHubMark(
  db: Database,
  { at, until }: { readonly at: string; readonly until: string },
): Promise<HubMark | undefined> {
  await db.run(
    `insert into hub_mark (last_event, last_item, last_dossier, next_at)
     select coalesce(max(id), 0), ${NEWEST_ITEM}, ${NEWEST_DOSSIER}, $1 from event on conflict do nothing`,
    [at],
  );
  return db.row<HubMark>(
    `update hub_mark set next_at = $2 where next_at <= $1
     returning last_event as "lastEvent", last_item as "lastItem", last_dossier as "lastDossier", failures`,
    [at, until],
  );
}

export async function saveHubMark(db: Database, mark: HubMark & { readonly nextAt: string }): Promise<void> {
  const { lastEvent, lastItem, lastDossier, failures, nextAt } = mark;
  await db.run(
    'update hub_mark set last_event = $1, last_item = $2, last_dossier = $3, failures = $4, next_at = $5',
    [lastEvent, lastItem, lastDossier, failures, nextAt],
  );
}

/** What changed without an event since a mark, and how far that goes. */
export interface Unheralded {
  readonly lastItem: number;
  readonly lastDossier: number;
  /** Topics that have new items. */
  readonly topics: readonly number[];
}

export async function loadUnheralded(
  db: Database,
  { lastItem, lastDossier }: Pick<HubMark, 'lastItem' | 'lastDossier'>,
): Promise<Unheralded> {
  const row = await db.row<Unheralded>(
    `select greatest($1::bigint, ${NEWEST_ITEM}) as "lastItem", greatest($2::bigint, ${NEWEST_DOSSIER}) as "lastDossier",
       array(select distinct topic_id from topic_item where id > $1 order by 1) as topics`,
    [lastItem, lastDossier],
  );
  return row ?? { lastItem, lastDossier, topics: [] };
}

/** A search whose feed somebody reads. */
export interface SearchFeed {
  readonly query: string;
  readonly scope: string;
}

/** Searches whose feeds were asked for within two weeks, the last asked first. */
const SEARCHES = 200;
const READ_WITHIN = "interval '14 days'";

/** Searches that find news, among those whose feeds are read. */
export async function loadTouchedSearches(
  db: Database,
  range: readonly [after: number, last: number],
  at: string,
): Promise<readonly SearchFeed[]> {
  const feeds = await db.rows<SearchFeed>(
    `select query, scope from search_feed where asked_at > $1::timestamptz - ${READ_WITHIN}
     order by asked_at desc limit ${SEARCHES}`,
    [at],
  );
  const touched: SearchFeed[] = [];
  for (const feed of feeds) {
    const refs = await refsOfSearch(db, `${feed.query}\n${feed.scope}`, range);
    if (refs.length > 0) touched.push(feed);
  }
  return touched;
}

/** Open dossiers in which news stand. */
export async function loadTouchedDossiers(
  db: Database,
  range: readonly [after: number, last: number],
): Promise<readonly number[]> {
  const touched: number[] = [];
  for (const { id } of await listDossiers(db)) {
    if ((await refsOfDossier(db, id, range)).length > 0) touched.push(id);
  }
  return touched;
}

/** What events touched, as far as lists are made of it. */
export interface Touched {
  readonly stories: readonly number[];
  readonly sections: readonly string[];
  readonly threads: readonly number[];
  readonly outlets: readonly string[];
  /** Who speaks in new statements, takes part in contacts. */
  readonly entities: readonly string[];
  /** Sides of contacts, in the order of their address. */
  readonly dyads: readonly (readonly [a: string, b: string])[];
  /** Days of Tehran on which the stories began, `2025-12-15`. */
  readonly days: readonly string[];
}

/** All that changed since the hub was told last. */
export interface TouchedSite extends Touched {
  readonly kinds: ReadonlySet<EventKind>;
  readonly topics: readonly number[];
  readonly dossiers: readonly number[];
  /** Whether a dossier was opened. */
  readonly hasNewDossier: boolean;
  readonly searches: readonly SearchFeed[];
}

/** A list that has feeds: its path, and what stands behind it. */
export interface TouchedList {
  readonly path: string;
  /** `?q=…` */
  readonly query?: string;
}

/** Whose lists changed by stories, articles that joined them, statements and contacts. */
export async function loadTouched(
  db: Database,
  news: {
    readonly stories: readonly number[];
    readonly articles: readonly number[];
    readonly statements: readonly string[];
    readonly contacts: readonly string[];
  },
): Promise<Touched> {
  const { stories, articles, statements, contacts } = news;
  const row = await db.row<Touched>(
    `select $1::bigint[] as stories,
       array(select distinct section from story where id = any($1) and section is not null order by 1) as sections,
       array(select distinct thread_id from story where id = any($1) and thread_id is not null order by 1) as threads,
       array(select distinct outlet_id from article where outlet_id is not null and (id = any($2)
         or id in (select opener_id from story where id = any($1))) order by 1) as outlets,
       array(select entity_id from statement_speaker where statement_id = any($3) and entity_id is not null
         union select entity_id from contact_actor where contact_id = any($4) and entity_id is not null
         union select side from contact_actor where contact_id = any($4) and side is not null
         union select entity_id from contact_role where contact_id = any($4) and entity_id is not null
         union select side from contact_role where contact_id = any($4) and side is not null order by 1) as entities,
       coalesce((select jsonb_agg(distinct jsonb_build_array(x.side, y.side)) from contact_actor x
         join contact_actor y on y.contact_id = x.contact_id and y.side > x.side
         where x.contact_id = any($4)), '[]') as dyads,
       array(select distinct to_char(first_at at time zone 'Asia/Tehran', 'YYYY-MM-DD') from story
         where id = any($1) order by 1) as days`,
    [stories, articles, statements, contacts],
  );
  return row ?? { stories: [], sections: [], threads: [], outlets: [], entities: [], dyads: [], days: [] };
}
