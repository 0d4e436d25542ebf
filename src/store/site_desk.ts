/** Reads for the operator's desk: comments to decide on, quarantine, what is hidden, counts. */
import { type CommentPlace, placeOf } from './comments.js';
import type { Database } from './database.js';

export interface QueuedComment {
  readonly id: number;
  readonly place: CommentPlace;
  /** Headline of the report or story. */
  readonly title: string | null;
  /** The beginning of what it answers. */
  readonly answers: string | null;
  readonly authorName: string | null;
  readonly text: string;
  readonly state: 'pending' | 'published' | 'rejected';
  readonly createdAt: string;
  readonly decidedAt: string | null;
  /** Why it was rejected, for operators alone. */
  readonly reason: string | null;
}

export interface OpenIssue {
  readonly id: number;
  readonly inputName: string | null;
  readonly stage: string;
  readonly code: string;
  readonly message: string;
  readonly severity: 'warning' | 'fatal';
  readonly seenAt: string;
  /** Whether its bytes are stored, so that they can be read again. */
  readonly hasPage: boolean;
  /** When an operator wished that. */
  readonly replayWishedAt: string | null;
  /** Its address, where it has one. */
  readonly url: string | null;
  /** When its publisher is asked for it next. */
  readonly asksAgainAt: string | null;
}

export interface HiddenNoun {
  readonly kind: 'article' | 'outlet';
  readonly id: string;
  readonly name: string | null;
  readonly hiddenAt: string;
  readonly note: string | null;
}

/** What waits for the operator, by place of the desk. */
export interface Waiting {
  /** Comments without a decision. */
  readonly comments: number;
  /** Inputs in quarantine. */
  readonly quarantine: number;
  /** Sources that are on and do not fare well. */
  readonly sources: number;
  /** Messages of alerts that nobody took. */
  readonly alerts: number;
}

export async function loadWaiting(database: Database): Promise<Waiting> {
  const row = await database.row<Waiting>(
    `select (select count(*) from comment where state = 'pending')::int as comments,
       (select count(*) from issue where resolved_at is null and severity = 'fatal')::int as quarantine,
       (select count(*) from source_state state join source on source.id = state.source_id
        where listed and enabled and condition not in ('well', 'new'))::int as sources,
       (select count(*) from alert_message where state = 'dead')::int as alerts`,
  );
  if (row === undefined) throw new Error('Cannot count the desk: a select without a table always has a row');
  return row;
}

export interface DeskCounts {
  readonly articles: number;
  readonly outlets: number;
  readonly topics: number;
  readonly pendingComments: number;
  readonly quarantined: number;
  readonly warnings: number;
}

export async function loadDeskCounts(database: Database): Promise<DeskCounts> {
  const row = await database.row<DeskCounts>(
    `select (select count(*) from article) as articles, (select count(*) from outlet) as outlets,
       (select count(*) from topic) as topics,
       (select count(*) from comment where state = 'pending') as "pendingComments",
       (select count(*) from issue where resolved_at is null and severity = 'fatal') as quarantined,
       (select count(*) from issue where resolved_at is null and severity = 'warning') as warnings`,
  );
  if (row === undefined) throw new Error('Cannot count the desk: a select without a table always has a row');
  return row;
}

/** Pending comments oldest first; decided ones newest decision first. */
export async function loadQueue(
  database: Database,
  options: { readonly state: QueuedComment['state']; readonly limit: number },
): Promise<readonly QueuedComment[]> {
  const order = options.state === 'pending' ? 'c.created_at, c.id' : 'c.decided_at desc, c.id desc';
  const rows = await database.rows<
    Omit<QueuedComment, 'place'> & { readonly articleId: number | null; readonly storyId: number | null }
  >(
    `select c.id, c.article_id as "articleId", c.story_id as "storyId", v.title, c.author_name as "authorName", c.text,
       left(p.text, 80) as answers,
       c.state, c.created_at as "createdAt", c.decided_at as "decidedAt", c.reason
     from comment c left join story s on s.id = c.story_id left join comment p on p.id = c.parent_id
     left join article a on a.id = coalesce(c.article_id, s.headline_id, s.opener_id)
     left join article_version v on v.article_id = a.id and v.number = a.current_version
     where c.state = $1 order by ${order} limit $2`,
    [options.state, options.limit],
  );
  return rows.map(({ articleId, storyId, ...comment }) => ({
    ...comment,
    place: placeOf(articleId, storyId),
  }));
}

/** Open issues, those that kept an input out first; of one cause where a code is given. */
export function loadOpenIssues(
  database: Database,
  options: { readonly limit: number; readonly code?: string | undefined; readonly id?: number },
): Promise<readonly OpenIssue[]> {
  return database.rows(
    `select i.id, coalesce(i.input_name, p.url, p.input_name) as "inputName", i.stage, i.code, i.message,
       i.severity, i.seen_at as "seenAt", i.page_id is not null as "hasPage",
       i.replay_wished_at as "replayWishedAt", p.url,
       (select min(next_at) from frontier where frontier.page_id = i.page_id and state = 'waiting') as "asksAgainAt"
     from issue i left join fetched_page p on p.id = i.page_id
     where i.resolved_at is null and ($2::text is null or i.code = $2) and ($3::bigint is null or i.id = $3)
     order by i.severity, i.seen_at desc, i.id desc limit $1`,
    [options.limit, options.code, options.id],
  );
}

/** A cause and how many open issues have it. */
export interface IssueCause {
  readonly code: string;
  readonly count: number;
  /** Those that could be read again and do not wait for it yet. */
  readonly replayable: number;
}

export function loadIssueCauses(database: Database): Promise<readonly IssueCause[]> {
  return database.rows(
    `select code, count(*)::int as count,
       count(*) filter (where page_id is not null and replay_wished_at is null)::int as replayable
     from issue where resolved_at is null group by code order by min(severity), count desc, code`,
  );
}

export function loadHidden(database: Database): Promise<readonly HiddenNoun[]> {
  return database.rows(
    `select 'article' as kind, a.id::text as id, v.title as name, a.hidden_at as "hiddenAt", a.hidden_note as note
     from article a join article_version v on v.article_id = a.id and v.number = a.current_version
     where a.hidden_at is not null
     union all
     select 'outlet', id, name, hidden_at, hidden_note from outlet where hidden_at is not null
     order by "hiddenAt" desc limit 200`,
  );
}
