import type { Database } from './database.js';
import { ensureOutlets } from './outlets.js';
import { toJson } from './storable.js';

/** One reading of a topic page. */
export interface TopicReading {
  /** Says which topic this is; the same at every reading. */
  readonly key: string;
  readonly pageId: number;
  readonly seenAt: string;
  readonly name: string;
  readonly outlet?: { readonly id?: string; readonly name: string };
  readonly url?: string;
  /** As the page prints it: «۱۴۸ مطلب». */
  readonly shownCount?: number;
  /** In the order of the page. */
  readonly items: readonly TopicItemReading[];
}

export interface TopicItemReading {
  /** Says which item this is within its topic. */
  readonly key: string;
  readonly title?: string;
  readonly text?: string;
  readonly url?: string;
}

export interface SavedTopic {
  /** Permanent number, in the address `/topic/<number>`. */
  readonly topicId: number;
  readonly isNew: boolean;
  /** Items that no earlier reading had. */
  readonly addedCount: number;
}

export interface StoredTopic {
  readonly topicId: number;
  readonly key: string;
  readonly name: string;
  readonly outlet?: { readonly id?: string; readonly name: string };
  readonly url?: string;
  readonly shownCount?: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

export interface StoredTopicItem extends TopicItemReading {
  /** 1-based rank on the page that showed it last. */
  readonly position: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

interface TopicRow {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly outlet_id: string | null;
  readonly outlet_name: string | null;
  readonly url: string | null;
  readonly shown_count: number | null;
  readonly first_seen_at: string;
  readonly last_seen_at: string;
}

interface ItemRow {
  readonly key: string;
  readonly position: number;
  readonly title: string | null;
  readonly text: string | null;
  readonly url: string | null;
  readonly first_seen_at: string;
  readonly last_seen_at: string;
}

/** Saves a reading: known items stay one, new ones are added, gone ones are kept. */
export async function saveTopicPage(tx: Database, reading: TopicReading): Promise<SavedTopic> {
  if (reading.outlet?.id) await ensureOutlets(tx, [{ id: reading.outlet.id, name: reading.outlet.name }]);
  const known = await lockTopic(tx, reading.key);
  const topicId = known ?? (await createTopic(tx, reading));
  await tx.run(
    `insert into topic_page (topic_id, page_id, seen_at, shown_count) values ($1, $2, $3, $4)
     on conflict (topic_id, page_id) do update set shown_count = excluded.shown_count`,
    [topicId, reading.pageId, reading.seenAt, reading.shownCount],
  );
  const addedCount = await saveItems(tx, topicId, reading);
  await saveTopicFacts(tx, topicId, reading);
  return { topicId, isNew: known === undefined, addedCount };
}

export async function loadTopic(db: Database, topicId: number): Promise<StoredTopic | undefined> {
  const row = await db.row<TopicRow>('select * from topic where id = $1', [topicId]);
  return row && toTopic(row);
}

/** Items, the latest reading's first and in its order. */
export async function loadTopicItems(db: Database, topicId: number): Promise<readonly StoredTopicItem[]> {
  const rows = await db.rows<ItemRow>(
    'select * from topic_item where topic_id = $1 order by last_seen_at desc, position, id',
    [topicId],
  );
  return rows.map((row) => ({
    key: row.key,
    position: row.position,
    title: row.title ?? undefined,
    text: row.text ?? undefined,
    url: row.url ?? undefined,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
  }));
}

async function lockTopic(tx: Database, key: string): Promise<number | undefined> {
  return (await tx.row<{ id: number }>('select id from topic where key = $1 for update', [key]))?.id;
}

async function createTopic(tx: Database, reading: TopicReading): Promise<number> {
  const row = await tx.row<{ id: number }>(
    `insert into topic (key, name, first_seen_at, last_seen_at) values ($1, $2, $3, $3)
     on conflict do nothing returning id`,
    [reading.key, reading.name, reading.seenAt],
  );
  const topicId = row?.id ?? (await lockTopic(tx, reading.key));
  if (topicId === undefined)
    throw new Error(`Cannot save the topic "${reading.key}": it was deleted meanwhile`);
  return topicId;
}

/** The latest reading's words win; what it does not say stays. */
async function saveTopicFacts(tx: Database, topicId: number, reading: TopicReading): Promise<void> {
  await tx.run(
    `update topic set
       name = case when $2 >= last_seen_at then $3 else name end,
       shown_count = case when $2 >= last_seen_at then coalesce($4, shown_count) else coalesce(shown_count, $4) end,
       outlet_id = coalesce(outlet_id, $5), outlet_name = coalesce(outlet_name, $6), url = coalesce(url, $7),
       first_seen_at = least(first_seen_at, $2), last_seen_at = greatest(last_seen_at, $2)
     where id = $1`,
    [
      topicId,
      reading.seenAt,
      reading.name,
      reading.shownCount,
      reading.outlet?.id,
      reading.outlet?.name,
      reading.url,
    ],
  );
}

/** Returns how many items were new: `xmax` is 0 in a row that was inserted, not updated. */
async function saveItems(tx: Database, topicId: number, reading: TopicReading): Promise<number> {
  const unique = new Map(reading.items.map((item, index) => [item.key, { ...item, position: index + 1 }]));
  const rows = await tx.rows<{ added: boolean }>(
    `insert into topic_item as known (topic_id, key, position, title, text, url, first_seen_at, last_seen_at)
     select $1, key, position, title, text, url, $2, $2 from jsonb_to_recordset($3::jsonb)
       as item (key text, position integer, title text, text text, url text)
     order by position
     on conflict (topic_id, key) do update set
       position = case when $2 >= known.last_seen_at then excluded.position else known.position end,
       title = coalesce(excluded.title, known.title), text = coalesce(excluded.text, known.text),
       url = coalesce(excluded.url, known.url),
       first_seen_at = least(known.first_seen_at, $2), last_seen_at = greatest(known.last_seen_at, $2)
     returning known.xmax = 0 as added`,
    [topicId, reading.seenAt, toJson([...unique.values()])],
  );
  return rows.filter((row) => row.added).length;
}

function toTopic(row: TopicRow): StoredTopic {
  return {
    topicId: row.id,
    key: row.key,
    name: row.name,
    outlet: row.outlet_name ? { id: row.outlet_id ?? undefined, name: row.outlet_name } : undefined,
    url: row.url ?? undefined,
    shownCount: row.shown_count ?? undefined,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
  };
}

/** Key of the topic that has at least `minCount` of these items, the one with most of them; undefined if none. */
export async function findTopicWithItems(
  db: Database,
  wanted: { readonly itemKeys: readonly string[]; readonly minCount: number },
): Promise<string | undefined> {
  const row = await db.row<{ key: string }>(
    `select topic.key from topic_item item join topic on topic.id = item.topic_id
     where item.key = any($1::text[]) group by topic.id having count(*) >= greatest($2::integer, 1)
     order by count(*) desc, topic.id limit 1`,
    [wanted.itemKeys, wanted.minCount],
  );
  return row?.key;
}
