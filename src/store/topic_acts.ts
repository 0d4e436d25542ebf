/** Topics as operators see them: every spelling, the merged and hidden ones too. */
import type { Database } from './database.js';

export interface DeskTopic {
  readonly id: number;
  /** As the outlet prints it. */
  readonly printedName: string;
  readonly givenName: string | null;
  readonly outletName: string | null;
  readonly itemCount: number;
  readonly lastSeenAt: string;
  readonly mergedInto: number | null;
  readonly mergedIntoName: string | null;
  readonly hiddenAt: string | null;
  readonly hiddenNote: string | null;
}

const SQL = `select t.id, t.name as "printedName", t.given_name as "givenName",
    coalesce(o.name, t.outlet_name) as "outletName",
    (select count(*) from topic_item i where i.topic_id = t.id)::int as "itemCount",
    t.last_seen_at as "lastSeenAt", t.merged_into as "mergedInto",
    (select coalesce(m.given_name, m.name) from topic m where m.id = t.merged_into) as "mergedIntoName",
    t.hidden_at as "hiddenAt", t.hidden_note as "hiddenNote"
  from topic t left join outlet o on o.id = t.outlet_id`;

/** Topics whose printed or given name has these letters, the newest first. */
export function loadDeskTopics(
  db: Database,
  { words, limit }: { readonly words: string; readonly limit: number },
): Promise<readonly DeskTopic[]> {
  return db.rows<DeskTopic>(
    `${SQL} where $1 = '' or position($1 in t.name) > 0 or position($1 in coalesce(t.given_name, '')) > 0
       or t.id::text = $1
     order by t.last_seen_at desc, t.id desc limit $2`,
    [words, limit],
  );
}

export function loadDeskTopic(db: Database, id: number): Promise<DeskTopic | undefined> {
  return db.row<DeskTopic>(`${SQL} where t.id = $1`, [id]);
}

/** What readers call a topic. */
export async function topicName(db: Database, id: number): Promise<string | null> {
  const row = await db.row<{ name: string }>(
    'select coalesce(given_name, name) as name from topic where id = $1',
    [id],
  );
  return row?.name ?? null;
}
