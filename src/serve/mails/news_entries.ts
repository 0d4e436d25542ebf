/** News of alerts as lines of a mail, as they stand when the mail goes; what is hidden meanwhile is left out. */
import type { MatchedNews } from '../../store/alert_queue.js';
import type { Database } from '../../store/database.js';
import { loadContacts } from '../../store/site_contacts.js';
import { loadStatements } from '../../store/site_statements.js';
import { loadStoryLines } from '../../store/site_stories.js';
import { safeHref, topicHref } from '../addresses.js';
import type { FeedEntry } from '../feeds/feed.js';
import { entryOfStory } from '../feeds/feed_entries.js';
import { entryOfContact, entryOfStatement } from '../feeds/ledger_entries.js';
import { cutAtWord, shown } from '../words.js';

export interface EntryOptions {
  readonly baseUrl: string;
  /** Puts words in the language of the mail. */
  readonly speak: <Value>(work: () => Value) => Value;
}

type News = Pick<MatchedNews, 'kind' | 'ref'>;

/** Lines by `kind ref`. */
export async function loadNewsEntries(
  db: Database,
  news: readonly News[],
  { baseUrl, speak }: EntryOptions,
): Promise<ReadonlyMap<string, FeedEntry>> {
  const namesOf = (...kinds: readonly string[]): string[] => [
    ...new Set(news.flatMap(({ kind, ref }) => (kinds.includes(kind) ? [nameIn(ref)] : []))),
  ];
  const stories = await loadStoryLines(db, namesOf('story', 'story_update').map(Number));
  const [ids, contactIds] = [namesOf('statement'), namesOf('contact')];
  const statements = await loadStatements(db, { ids, withTwins: true, limit: ids.length });
  const contacts = await loadContacts(db, { ids: contactIds, limit: contactIds.length });
  const items = await loadItems(db, namesOf('topic_item').map(Number));
  const lines = speak(() => ({
    story: new Map(stories.map((line) => [String(line.storyId), entryOfStory(line, baseUrl)])),
    statement: new Map(statements.map((line) => [line.id, entryOfStatement(line, baseUrl)])),
    contact: new Map(contacts.map((line) => [line.id, entryOfContact(line, baseUrl)])),
    topic_item: new Map(items.map((item) => [String(item.id), entryOfItem(item, baseUrl)])),
  }));
  const found = new Map<string, FeedEntry>();
  for (const { kind, ref } of news) {
    const of = kind === 'story_update' ? 'story' : kind;
    const entry = lines[of as keyof typeof lines]?.get(nameIn(ref));
    if (entry !== undefined) found.set(`${kind} ${ref}`, entry);
  }
  return found;
}

/** `12` of `12#34`. */
function nameIn(ref: string): string {
  return ref.split('#')[0] ?? '';
}

interface Item {
  readonly id: number;
  readonly topicId: number;
  readonly title: string;
  readonly url: string | null;
  readonly outletName: string | null;
  readonly firstSeenAt: string;
}

async function loadItems(db: Database, ids: readonly number[]): Promise<readonly Item[]> {
  if (ids.length === 0) return [];
  return db.rows<Item>(
    `select i.id, i.topic_id as "topicId", coalesce(i.title, i.text, '') as title, i.url, t.outlet_name as "outletName",
       i.first_seen_at as "firstSeenAt"
     from topic_item i join topic t on t.id = i.topic_id where i.id = any($1) and t.hidden_at is null`,
    [ids],
  );
}

function entryOfItem({ id, topicId, title, url, outletName, firstSeenAt }: Item, baseUrl: string): FeedEntry {
  return {
    url: safeHref(url) ?? `${baseUrl}${topicHref(topicId)}#i${id}`,
    title: cutAtWord(shown(title), 200),
    summary: undefined,
    outlet: outletName === null ? undefined : shown(outletName),
    category: undefined,
    publishedAt: firstSeenAt,
  };
}
