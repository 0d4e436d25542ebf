import type { ListedItem } from '../model/collection.js';
import type { Database } from './database.js';
import { aheadOfOthers, ensureHosts, refreshHosts } from './frontier_hosts.js';

export interface EnqueuedItems {
  readonly newItems: number;
  readonly changedItems: number;
  /** Frontier rows of the items, by item key. */
  readonly frontierIds: ReadonlyMap<string, number>;
  /** Keys of items that were never seen before or came with other words. */
  readonly fresh: ReadonlySet<string>;
}

interface Listing {
  readonly sourceId: string;
  readonly at: string;
  /** Whether a hub brought it: then its pages are fetched before others. */
  readonly isPushed?: boolean;
}

interface ItemRow {
  readonly item_key: string;
  readonly frontier_id: number;
  readonly known_content: string | null;
}

/**
 * Notes what a source lists. New addresses are put into the frontier; a known item with other words sends its
 * page into the frontier again. An item whose date alone was moved is nothing new.
 */
export async function saveItems(
  tx: Database,
  items: readonly ListedItem[],
  about: Listing,
): Promise<EnqueuedItems> {
  const once = [...new Map(items.map((item) => [item.itemKey, item])).values()];
  if (once.length === 0) return { newItems: 0, changedItems: 0, frontierIds: new Map(), fresh: new Set() };
  await ensureHosts(
    tx,
    once.map(({ host }) => host),
  );
  await enqueue(tx, once, about);
  const rows = await noteItems(tx, once, about);
  const contents = new Map(once.map(({ itemKey, contentKey }) => [itemKey, contentKey]));
  const fresh = rows.filter((row) => row.known_content !== contents.get(row.item_key));
  const changed = fresh.filter((row) => row.known_content !== null);
  await revisit(
    tx,
    changed.map((row) => row.frontier_id),
    about.at,
  );
  await refreshHosts(tx, [...new Set(once.map(({ host }) => host))]);
  return {
    newItems: fresh.length - changed.length,
    changedItems: changed.length,
    frontierIds: new Map(rows.map((row) => [row.item_key, row.frontier_id])),
    fresh: new Set(fresh.map((row) => row.item_key)),
  };
}

/** Puts unknown addresses into the frontier; known ones, aliases included, stay as they are. */
async function enqueue(
  tx: Database,
  items: readonly ListedItem[],
  { sourceId, at, isPushed = false }: Listing,
): Promise<void> {
  await tx.run(
    `insert into frontier (address_key, url, host, target, source_id, priority, next_at, found_at, changed_at)
     select distinct on (key) key, url, host, target, $2, priority, $4, $3, $3
     from jsonb_to_recordset($1::jsonb) as given ("addressKey" text, url text, host text, target text,
       priority smallint, position integer), decode("addressKey", 'hex') as key
     where not exists (select from frontier_alias where address_key = key)
     order by key, position
     on conflict (address_key) do nothing`,
    [itemsJson(items), sourceId, at, isPushed ? aheadOfOthers(at) : at],
  );
}

/** Writes the items down; returns what each was known by before. */
async function noteItems(
  tx: Database,
  items: readonly ListedItem[],
  { sourceId, at }: Listing,
): Promise<readonly ItemRow[]> {
  return tx.rows<ItemRow>(
    `with given as (
       select decode("itemKey", 'hex') as item_key, decode("contentKey", 'hex') as content_key,
         coalesce(frontier.id, alias.frontier_id) as frontier_id, "publishedAt" as published_at
       from jsonb_to_recordset($1::jsonb) as item ("itemKey" text, "contentKey" text, "addressKey" text,
         "publishedAt" timestamptz)
       left join frontier on frontier.address_key = decode("addressKey", 'hex')
       left join frontier_alias alias on alias.address_key = decode("addressKey", 'hex')),
     known as (
       select item_key, content_key from source_item
       where source_id = $2 and item_key in (select item_key from given)),
     noted as (
       insert into source_item (source_id, item_key, content_key, frontier_id, published_at, first_seen_at,
         last_seen_at)
       select $2, item_key, content_key, frontier_id, published_at, $3, $3 from given order by item_key
       on conflict (source_id, item_key) do update set content_key = excluded.content_key,
         frontier_id = excluded.frontier_id, last_seen_at = excluded.last_seen_at)
     select encode(given.item_key, 'hex') as item_key, frontier_id,
       encode(known.content_key, 'hex') as known_content
     from given left join known on known.item_key = given.item_key`,
    [itemsJson(items), sourceId, at],
  );
}

async function revisit(tx: Database, frontierIds: readonly number[], at: string): Promise<void> {
  if (frontierIds.length === 0) return;
  await tx.run(
    // A page that is still to be read stays so, and is fetched again after that.
    `update frontier set state = case state when 'pending' then state else 'waiting' end, next_at = $2,
       attempts = 0, etag = null, last_modified = null, changed_at = $2
     where id = any($1)`,
    [frontierIds, at],
  );
}

function itemsJson(items: readonly ListedItem[]): string {
  return JSON.stringify(
    items.map(({ itemKey, contentKey, addressKey, url, host, target, priority, publishedAt }, position) => ({
      ...{ itemKey, contentKey, addressKey, url, host, target, priority, publishedAt, position },
    })),
  );
}
