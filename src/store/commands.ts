/**
 * What readers and hubs write through the site; what operators write stands in `desk_commands.ts`. Nothing else writes
 * for the web. These rows are primary data: a rebuild from the raw pages keeps them.
 */
import type { Database } from './database.js';
import { refreshHosts } from './frontier_hosts.js';
import { putSetting } from './site_settings.js';

export interface NewComment {
  readonly articleId: number;
  readonly authorName: string | undefined;
  readonly text: string;
  readonly createdAt: string;
  /** Stands at once, where the operator wished that no decision be waited for. */
  readonly isPublished?: boolean;
}

/** Puts a comment into the moderation queue, or publishes it. Returns its number; nothing when there is no such visible article. */
export async function addComment(database: Database, comment: NewComment): Promise<number | undefined> {
  const row = await database.row<{ id: number }>(
    `insert into comment (article_id, author_name, text, created_at, state, decided_at)
     select a.id, $2, $3, $4, case when $5::boolean then 'published' else 'pending' end,
       case when $5::boolean then $4::timestamptz end from article a left join outlet o on o.id = a.outlet_id
     where a.id = $1 and a.hidden_at is null and o.hidden_at is null returning id`,
    [
      comment.articleId,
      comment.authorName ?? null,
      comment.text,
      comment.createdAt,
      comment.isPublished === true,
    ],
  );
  return row?.id;
}

/** Removes a comment at the wish of the one who wrote it. */
export async function deleteComment(database: Database, id: number): Promise<boolean> {
  return (await database.run('delete from comment where id = $1', [id])) > 0;
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

export interface SettingChange {
  readonly key: string;
  /** Anything that JSON can hold. */
  readonly value: unknown;
  readonly at: string;
}

export function saveSetting(database: Database, setting: SettingChange): Promise<void> {
  return putSetting(database, setting);
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

/** Notes the day (`yyyy-mm-dd` of Tehran) on which an API key was used last. */
export async function noteApiKeyUse(
  database: Database,
  use: { readonly id: number; readonly day: string },
): Promise<void> {
  await database.run(
    'update api_key set last_used_on = $2 where id = $1 and last_used_on is distinct from $2::date',
    [use.id, use.day],
  );
}
