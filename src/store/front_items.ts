/** What front pages show: each headline with its first and last time and its best place. */
import type { FrontItem } from '../model/collection.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { toJson } from './storable.js';

export interface FrontReading {
  readonly sourceId: string;
  /** What the page shows now, or that it has not changed. */
  readonly front: readonly FrontItem[] | 'unchanged';
  readonly at: string;
}

/** Writes one reading of a front page down. An empty one is taken for a page that failed, not for a page without news. */
export async function saveFront(tx: Database, { sourceId, front, at }: FrontReading): Promise<void> {
  if (front === 'unchanged') {
    await tx.run('update front_item set last_seen_at = $2 where source_id = $1 and shown', [sourceId, at]);
    return;
  }
  if (front.length === 0) return;
  const once = [...new Map(front.map((item) => [item.addressKey, item])).values()];
  await tx.run(
    `update front_item set shown = false, lead_since = null
     where source_id = $1 and shown and encode(address_key, 'hex') <> all($2)`,
    [sourceId, once.map(({ addressKey }) => addressKey)],
  );
  await tx.run(
    `insert into front_item (source_id, address_key, url, title, first_seen_at, last_seen_at, position,
       best_position, lead_since)
     select $1, decode("addressKey", 'hex'), url, title, $3::timestamptz, $3, position, position,
       case when position = 1 then $3::timestamptz end
     from jsonb_to_recordset($2::jsonb) as given ("addressKey" text, url text, title text, position integer)
     order by 2
     on conflict (source_id, address_key) do update set url = excluded.url, title = excluded.title,
       last_seen_at = excluded.last_seen_at, position = excluded.position, shown = true,
       best_position = least(front_item.best_position, excluded.position),
       lead_since = case when excluded.position = 1 then coalesce(front_item.lead_since, excluded.lead_since) end`,
    [sourceId, toJson(once), at],
  );
}

/** A headline of an outlet's front page, with our article where it was collected. */
export interface ShownHeadline {
  readonly outletId: string;
  readonly outletName: string;
  readonly url: string;
  readonly title: string;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly position: number;
  readonly bestPosition: number;
  readonly leadSince: string | null;
  readonly articleId: number | null;
  readonly storyId: number | null;
}

/** Front items as `f` with their outlet, where readers may see it. */
export const FRONT_ITEMS = `(select f.*, source.outlet_id, o.name as outlet_name
    from front_item f join source on source.id = f.source_id
    join outlet o on o.id = source.outlet_id and o.hidden_at is null) f`;

/**
 * Selects `ShownHeadline`s of some rows of `FRONT_ITEMS` in an order, with our article and story where the address was
 * fetched and read as an article that may be shown: looked up only of the few that are shown.
 */
export function selectHeadlines(items: string, order: string): string {
  return prepared(`select f.outlet_id as "outletId", f.outlet_name as "outletName", f.url, f.title,
      f.first_seen_at as "firstSeenAt", f.last_seen_at as "lastSeenAt", f.position,
      f.best_position as "bestPosition", f.lead_since as "leadSince", found.article_id as "articleId",
      m.story_id as "storyId"
    from (${items}) f
      left join lateral (
        select result.article_id from frontier join page_result result on result.page_id = frontier.page_id
        join article a on a.id = result.article_id and a.hidden_at is null
        where frontier.address_key = f.address_key) found on true
      left join story_member m on m.article_id = found.article_id
    order by ${order}`);
}

const LEADS = selectHeadlines(
  `select * from (select distinct on (f.outlet_id) f.* from ${FRONT_ITEMS}
     where f.shown and f.position = 1 order by f.outlet_id, f.last_seen_at desc) leads
   order by lead_since desc nulls last, outlet_id limit $1`,
  'f.lead_since desc nulls last, f.outlet_id',
);

/** What each outlet leads with now, the latest change first. */
export function loadLeads(db: Database, limit: number): Promise<readonly ShownHeadline[]> {
  return db.rows<ShownHeadline>(LEADS, [limit]);
}

const FRONT = selectHeadlines(
  `select f.* from ${FRONT_ITEMS} where f.outlet_id = $1 and f.shown order by f.position, f.url limit $2`,
  'f.position, f.url',
);

/** What an outlet's front page shows now, the first first. */
export function loadFront(
  db: Database,
  options: { readonly outletId: string; readonly limit: number },
): Promise<readonly ShownHeadline[]> {
  return db.rows<ShownHeadline>(FRONT, [options.outletId, options.limit]);
}

const FORMER_LEADS = selectHeadlines(
  `select f.* from ${FRONT_ITEMS}
   where f.outlet_id = $1 and f.best_position = 1 and not (f.shown and f.position = 1)
   order by f.last_seen_at desc, f.url limit $2`,
  'f.last_seen_at desc, f.url',
);

/** What led an outlet's front page before, the latest first. */
export function loadFormerLeads(
  db: Database,
  options: { readonly outletId: string; readonly limit: number },
): Promise<readonly ShownHeadline[]> {
  return db.rows<ShownHeadline>(FORMER_LEADS, [options.outletId, options.limit]);
}
