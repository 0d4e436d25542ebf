/** What webhooks are told: the events of the stream, and new items of topics. */
import type { Database } from '../../store/database.js';
import { EVENT_KINDS, type StoredEvent } from '../../store/events.js';
import { safeHref, topicHref } from '../addresses.js';
import { fillEvents } from './stream_events.js';
import { momentOf } from './times.js';

/** News by their name. */
interface AlertNews {
  readonly kind: string;
  readonly ref: string;
  readonly eventId: number | null;
  readonly knownAt: string;
}

/** The data of webhooks by `kind ref`, the shapes of the stream; what is hidden or gone meanwhile is left out. */
export async function describeNews(
  db: Database,
  news: readonly AlertNews[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const events = new Map<number, StoredEvent>();
  for (const { kind, ref, eventId, knownAt } of news) {
    const known = EVENT_KINDS.find((one) => one === kind);
    if (known !== undefined && eventId !== null)
      events.set(eventId, { id: eventId, kind: known, ref, knownAt });
  }
  const told = new Map<string, Readonly<Record<string, unknown>>>();
  for (const event of await fillEvents(db, [...events.values()])) {
    const ref = events.get(event.id)?.ref;
    if (ref !== undefined) told.set(`${event.kind} ${ref}`, { event });
  }
  const itemIds = news.flatMap(({ kind, ref }) => (kind === 'topic_item' ? [Number(ref)] : []));
  for (const item of await loadItems(db, itemIds)) told.set(`topic_item ${item.id}`, { item: itemOf(item) });
  return told;
}

interface ItemRow {
  readonly id: number;
  readonly topicId: number;
  readonly topic: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly firstSeenAt: string;
}

async function loadItems(db: Database, ids: readonly number[]): Promise<readonly ItemRow[]> {
  if (ids.length === 0) return [];
  return db.rows<ItemRow>(
    `select i.id, i.topic_id as "topicId", t.name as topic, coalesce(i.title, left(i.text, 200)) as title, i.url,
       i.first_seen_at as "firstSeenAt" from topic_item i join topic t on t.id = i.topic_id where i.id = any($1)`,
    [[...new Set(ids)]],
  );
}

function itemOf({ topicId, topic, title, url, firstSeenAt }: ItemRow) {
  return {
    topic: { id: topicId, name: topic, page: topicHref(topicId) },
    title,
    url: safeHref(url) ?? null,
    known: momentOf(firstSeenAt),
  };
}
