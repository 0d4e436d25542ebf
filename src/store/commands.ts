/**
 * The single place through which the web writes: what readers and operators do. These rows are primary data:
 * a rebuild from the raw pages keeps them.
 */
import type { Database } from './database.js';
import { refreshHosts } from './frontier_hosts.js';

export interface NewComment {
  readonly articleId: number;
  readonly authorName: string | undefined;
  readonly text: string;
  readonly createdAt: string;
}

/** Puts a comment into the moderation queue. Returns its number; nothing when there is no such visible article. */
export async function addComment(database: Database, comment: NewComment): Promise<number | undefined> {
  const row = await database.row<{ id: number }>(
    `insert into comment (article_id, author_name, text, created_at)
     select a.id, $2, $3, $4 from article a left join outlet o on o.id = a.outlet_id
     where a.id = $1 and a.hidden_at is null and o.hidden_at is null returning id`,
    [comment.articleId, comment.authorName ?? null, comment.text, comment.createdAt],
  );
  return row?.id;
}

/** Removes a comment at the wish of the one who wrote it. */
export async function deleteComment(database: Database, id: number): Promise<boolean> {
  return (await database.run('delete from comment where id = $1', [id])) > 0;
}

/** Publishes or rejects a comment, or puts it back into the queue. */
export async function decideComment(
  database: Database,
  decision: {
    readonly id: number;
    readonly state: 'pending' | 'published' | 'rejected';
    readonly decidedAt: string;
  },
): Promise<boolean> {
  const decidedAt = decision.state === 'pending' ? null : decision.decidedAt;
  const touched = await database.run('update comment set state = $2, decided_at = $3 where id = $1', [
    decision.id,
    decision.state,
    decidedAt,
  ]);
  return touched > 0;
}

/** Adds one view to an article's day (`yyyy-mm-dd` of Tehran). Who viewed is never stored. */
export async function countView(
  database: Database,
  view: { readonly articleId: number; readonly day: string },
): Promise<void> {
  await database.run(
    `insert into article_view (article_id, day, count) values ($1, $2, 1)
     on conflict (article_id, day) do update set count = article_view.count + 1`,
    [view.articleId, view.day],
  );
}

/** Adds one view to a story's day. */
export async function countStoryView(
  database: Database,
  view: { readonly storyId: number; readonly day: string },
): Promise<void> {
  await database.run(
    `insert into story_view (story_id, day, count) values ($1, $2, 1)
     on conflict (story_id, day) do update set count = story_view.count + 1`,
    [view.storyId, view.day],
  );
}

/** Hides an article or an outlet; the note stays visible at its address. */
export async function hide(
  database: Database,
  what: {
    readonly kind: 'article' | 'outlet';
    readonly id: string;
    readonly note: string;
    readonly at: string;
  },
): Promise<boolean> {
  const touched = await database.run(
    `update ${what.kind} set hidden_at = $2, hidden_note = $3 where id = $1 and hidden_at is null`,
    [what.id, what.at, what.note],
  );
  return touched > 0;
}

/** Shows a hidden article or outlet again. */
export async function unhide(
  database: Database,
  what: { readonly kind: 'article' | 'outlet'; readonly id: string },
): Promise<boolean> {
  const touched = await database.run(
    `update ${what.kind} set hidden_at = null, hidden_note = null where id = $1 and hidden_at is not null`,
    [what.id],
  );
  return touched > 0;
}

/** Wishes that the pages of open issues be read again; returns how many issues that are. Issues without a page stay. */
export async function wishReplay(
  database: Database,
  { issueIds, at }: { readonly issueIds: readonly number[]; readonly at: string },
): Promise<number> {
  return database.run(
    `update issue set replay_wished_at = $2
     where id = any($1) and resolved_at is null and page_id is not null`,
    [issueIds, at],
  );
}

/** Adds a new wording of a fixed page; older ones stay. */
export async function savePageText(
  database: Database,
  page: { readonly slug: string; readonly text: string; readonly at: string },
): Promise<void> {
  await database.run(
    `insert into page_text (slug, number, text, edited_at)
     select $1, coalesce(max(number), 0) + 1, $2, $3 from page_text where slug = $1`,
    [page.slug, page.text, page.at],
  );
}

export interface SettingChange {
  readonly key: string;
  /** Anything that JSON can hold. */
  readonly value: unknown;
  readonly at: string;
}

export async function saveSetting(database: Database, setting: SettingChange): Promise<void> {
  await database.run(
    `insert into setting (key, value, changed_at) values ($1, $2, $3)
     on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`,
    [setting.key, JSON.stringify(setting.value), setting.at],
  );
}

/** Saves a setting unless it has a value; true when this call saved it. Two processes may race: one wins. */
export async function saveFirstSetting(database: Database, setting: SettingChange): Promise<boolean> {
  const touched = await database.run(
    `insert into setting (key, value, changed_at) values ($1, $2, $3) on conflict (key) do nothing`,
    [setting.key, JSON.stringify(setting.value), setting.at],
  );
  return touched > 0;
}

/** Notes that a hub has begun to push; false when we did not ask for it. It is asked again before the lease ends. */
export async function confirmSubscription(
  database: Database,
  { token, leaseS, at }: { readonly token: string; readonly leaseS: number; readonly at: string },
): Promise<boolean> {
  const touched = await database.run(
    `update subscription set state = 'held', detail = null, failures = 0,
       lease_until = $3::timestamptz + make_interval(secs => $2),
       next_at = $3::timestamptz + make_interval(secs => $2 * 0.8)
     where token = $1 and state in ('asked', 'held')`,
    [token, leaseS, at],
  );
  return touched > 0;
}

/** Notes that a hub refuses to push; it is asked again after a week. */
export async function refuseSubscription(
  database: Database,
  { token, reason, at }: { readonly token: string; readonly reason: string; readonly at: string },
): Promise<void> {
  await database.run(
    `update subscription set state = 'refused', detail = $2, lease_until = null,
       next_at = $3::timestamptz + interval '7 days' where token = $1`,
    [token, reason, at],
  );
}

export interface Push {
  readonly sourceId: string;
  readonly body: Uint8Array;
  readonly contentType: string | undefined;
  readonly at: string;
}

/** Pushes of one source that wait at most; the collector asks the source itself for what is beyond them. */
const MAX_PUSHES_WAITING = 20;

/** Keeps a verified push for the collector and makes its source due at once. */
export async function takePush(tx: Database, { sourceId, body, contentType, at }: Push): Promise<void> {
  await tx.run(
    `insert into pushed_answer (source_id, body, content_type, planned_at, received_at)
     select source_id, $2, $3, greatest(next_at, $4), $4 from source_state where source_id = $1
       and (select count(*) from pushed_answer where source_id = $1) < $5`,
    [sourceId, Buffer.from(body), contentType, at, MAX_PUSHES_WAITING],
  );
  const row = await tx.row<{ host: string }>(
    'update source_state set next_at = least(next_at, $2) where source_id = $1 returning host',
    [sourceId, at],
  );
  if (row) await refreshHosts(tx, [row.host]);
}
