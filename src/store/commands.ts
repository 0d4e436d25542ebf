/**
 * What readers and hubs write through the site; what operators write stands in `desk_commands.ts`. Nothing else writes
 * for the web. These rows are primary data: a rebuild from the raw pages keeps them.
 */
import type { CommentPlace } from './comments.js';
import type { Database, Store } from './database.js';
import { aheadOfOthers, refreshHosts } from './frontier_hosts.js';
import { putSetting } from './site_settings.js';

export interface NewComment {
  readonly place: CommentPlace;
  /** The comment that it answers; it has to stand under the same place and be published. */
  readonly parentId?: number | undefined;
  readonly authorName: string | undefined;
  readonly text: string;
  /** Hash of the letters of the text: the same words again are recognised by it. */
  readonly textKey: Uint8Array;
  /** Words so short that many people send the same ones; refused again only under the same place. */
  readonly isShort: boolean;
  readonly createdAt: string;
  /** Stands at once, where the operator wished that no decision be waited for. */
  readonly isPublished?: boolean;
}

export type CommentAdded =
  | { readonly kind: 'added'; readonly id: number }
  /** The same words came within a day. */
  | { readonly kind: 'repeated' }
  /** There is no such place that can be seen, or nothing there to answer. */
  | { readonly kind: 'nowhere' };

/** Puts a comment into the moderation queue, or publishes it. */
export async function addComment(database: Database, comment: NewComment): Promise<CommentAdded> {
  const { place, parentId = null, textKey, isShort, createdAt } = comment;
  const key = Buffer.from(textKey);
  const own = place.kind === 'article' ? 'article_id' : 'story_id';
  const repeated = await database.row(
    `select 1 from comment where text_key = $1 and created_at > $2::timestamptz - interval '1 day'
       and (not $3::boolean or ${own} = $4) limit 1`,
    [key, createdAt, isShort, place.id],
  );
  if (repeated !== undefined) return { kind: 'repeated' };
  const row = await database.row<{ id: number }>(
    `insert into comment (${own}, author_name, text, created_at, state, decided_at, parent_id, text_key)
     select p.id, $2, $3, $4, case when $5::boolean then 'published' else 'pending' end,
       case when $5::boolean then $4::timestamptz end, $6, $7 from (${VISIBLE_PLACE[place.kind]}) p
     where $6::bigint is null
       or exists (select from comment c where c.id = $6 and c.${own} = p.id and c.state = 'published')
     returning id`,
    [
      place.id,
      comment.authorName ?? null,
      comment.text,
      createdAt,
      comment.isPublished === true,
      parentId,
      key,
    ],
  );
  return row === undefined ? { kind: 'nowhere' } : { kind: 'added', id: row.id };
}

const VISIBLE_PLACE: Readonly<Record<CommentPlace['kind'], string>> = {
  article: `select a.id from article a left join outlet o on o.id = a.outlet_id
    where a.id = $1 and a.hidden_at is null and o.hidden_at is null`,
  story: 'select s.id from story s where s.id = $1 and s.report_count > 0',
};

/** Removes a comment at the wish of the one who wrote it. Answers to it stay. */
export async function deleteComment(database: Database, id: number): Promise<boolean> {
  return (await database.run('delete from comment where id = $1', [id])) > 0;
}

export interface Vote {
  readonly commentId: number;
  readonly value: 1 | -1;
  /** Makes the mark of the visitor with the salt of the comment; eight bytes. */
  readonly markWith: (salt: Uint8Array) => Uint8Array;
  /** Taken where the comment has no salt yet. */
  readonly freshSalt: Uint8Array;
  readonly at: string;
}

/** For so long votes on a comment are taken; then marks and salts go, the counts stay. */
const VOTING = `interval '7 days'`;

/** Takes a visitor's one vote on a comment; the last one counts. False where nothing can be voted on (any more). */
export function castVote(store: Store, vote: Vote): Promise<boolean> {
  const { commentId, value, at } = vote;
  return store.transaction(async (tx) => {
    await forgetVoters(tx, at);
    const row = await tx.row<{ salt: Buffer }>(
      `update comment set vote_salt = coalesce(vote_salt, $2)
       where id = $1 and state = 'published' and coalesce(decided_at, created_at) > $3::timestamptz - ${VOTING}
       returning vote_salt as salt`,
      [commentId, Buffer.from(vote.freshSalt), at],
    );
    if (row === undefined) return false;
    await tx.run(
      `insert into comment_vote (comment_id, mark, value) values ($1, $2, $3)
       on conflict (comment_id, mark) do update set value = excluded.value`,
      [commentId, Buffer.from(vote.markWith(row.salt)), value],
    );
    await tx.run(
      `update comment set up = v.up, down = v.down from (
         select count(*) filter (where value = 1) as up, count(*) filter (where value = -1) as down
         from comment_vote where comment_id = $1) v where id = $1`,
      [commentId],
    );
    return true;
  });
}

/** Throws marks and salts away where voting has ended. */
export async function forgetVoters(database: Database, now: string): Promise<void> {
  const ended = `vote_salt is not null and coalesce(decided_at, created_at) <= $1::timestamptz - ${VOTING}`;
  await database.run(`delete from comment_vote where comment_id in (select id from comment where ${ended})`, [
    now,
  ]);
  await database.run(`update comment set vote_salt = null where ${ended}`, [now]);
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

/** Keeps a verified push for the collector and makes its source due at once, before others. */
export async function takePush(tx: Database, { sourceId, body, contentType, at }: Push): Promise<void> {
  await tx.run(
    `insert into pushed_answer (source_id, body, content_type, planned_at, received_at)
     select source_id, $2, $3, greatest(next_at, $4), $4 from source_state where source_id = $1
       and (select count(*) from pushed_answer where source_id = $1) < $5`,
    [sourceId, Buffer.from(body), contentType, at, MAX_PUSHES_WAITING],
  );
  const row = await tx.row<{ host: string }>(
    'update source_state set next_at = least(next_at, $2) where source_id = $1 returning host',
    [sourceId, aheadOfOthers(at)],
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

/** So many searches are remembered whose feeds are read; the longest unread are forgotten first. */
const SEARCH_FEEDS = 1000;

/** Notes that somebody reads the feed of a search, once an hour. */
export async function noteSearchFeed(
  database: Database,
  { query, scope, at }: { readonly query: string; readonly scope: string; readonly at: string },
): Promise<void> {
  const touched = await database.run(
    `insert into search_feed as f (query, scope, asked_at) values ($1, $2, $3)
     on conflict (query, scope) do update set asked_at = excluded.asked_at
       where f.asked_at < excluded.asked_at - interval '1 hour'`,
    [query, scope, at],
  );
  if (touched === 0) return;
  await database.run(
    `delete from search_feed where (query, scope) in
       (select query, scope from search_feed order by asked_at desc offset ${SEARCH_FEEDS})`,
  );
}
