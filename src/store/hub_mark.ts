/** How far the hub of our own feeds was told what is new. */
import type { Database } from './database.js';

export interface HubMark {
  readonly lastEvent: number;
  readonly failures: number;
}

/** Takes the work until an instant; undefined while it is not due or another process has it. News begin at the first look. */
export async function claimHubMark(
  db: Database,
  { at, until }: { readonly at: string; readonly until: string },
): Promise<HubMark | undefined> {
  await db.run(
    `insert into hub_mark (last_event, next_at) select coalesce(max(id), 0), $1 from event on conflict do nothing`,
    [at],
  );
  return db.row<HubMark>(
    `update hub_mark set next_at = $2 where next_at <= $1 returning last_event as "lastEvent", failures`,
    [at, until],
  );
}

export async function saveHubMark(
  db: Database,
  { lastEvent, failures, nextAt }: HubMark & { readonly nextAt: string },
): Promise<void> {
  await db.run('update hub_mark set last_event = $1, failures = $2, next_at = $3', [
    lastEvent,
    failures,
    nextAt,
  ]);
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
         where x.contact_id = any($4)), '[]') as dyads`,
    [stories, articles, statements, contacts],
  );
  return row ?? { stories: [], sections: [], threads: [], outlets: [], entities: [], dyads: [] };
}
