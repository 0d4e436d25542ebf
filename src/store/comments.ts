/** Reads what readers wrote under reports and stories. */
import type { Database } from './database.js';
import { prepared } from './prepared.js';

/** What a comment stands under. */
export interface CommentPlace {
  readonly kind: 'article' | 'story';
  readonly id: number;
}

export interface PublishedComment {
  readonly id: number;
  /** The comment that it answers, whether or not that one can still be seen. */
  readonly parentId: number | null;
  readonly authorName: string | null;
  readonly text: string;
  readonly createdAt: string;
  readonly up: number;
  readonly down: number;
  /** When it was published; votes are taken for a week from then. Null while it waits. */
  readonly decidedAt: string | null;
}

export interface KnownComment extends PublishedComment {
  readonly place: CommentPlace;
  readonly state: 'pending' | 'published' | 'rejected';
}

const COLUMNS = `c.id, c.parent_id as "parentId", c.author_name as "authorName", c.text, c.created_at as "createdAt",
  c.up, c.down, c.decided_at as "decidedAt"`;

/** Comments shown of one place at most. */
const MAX_SHOWN = 500;

/**
 * The published comments of an article or story, oldest first; with `asOf` those that had been published by then. A
 * story also has those of stories whose reports went over to it.
 */
export function loadPublishedComments(
  database: Database,
  { kind, id }: CommentPlace,
  asOf?: string,
): Promise<readonly PublishedComment[]> {
  const place =
    kind === 'article'
      ? 'c.article_id = $1'
      : `c.story_id in (select $1::bigint union all select s.id from story_member m join story s on s.opener_id = m.article_id
           where m.story_id = $1 and s.report_count = 0)`;
  return database.rows<PublishedComment>(
    prepared(`select ${COLUMNS} from comment c where ${place} and c.state = 'published'
       and ($2::timestamptz is null or c.decided_at <= $2)
     order by c.created_at, c.id limit ${MAX_SHOWN}`),
    [id, asOf],
  );
}

/** A comment in any state. */
export async function loadComment(database: Database, id: number): Promise<KnownComment | undefined> {
  const row = await database.row<
    Omit<KnownComment, 'place'> & { readonly articleId: number | null; readonly storyId: number | null }
  >(
    `select ${COLUMNS}, c.article_id as "articleId", c.story_id as "storyId", c.state from comment c where c.id = $1`,
    [id],
  );
  if (row === undefined) return undefined;
  const { articleId, storyId, ...comment } = row;
  return { ...comment, place: placeOf(articleId, storyId) };
}

/** The place that two columns say, of which one is null. */
export function placeOf(articleId: number | null, storyId: number | null): CommentPlace {
  return articleId === null ? { kind: 'story', id: storyId ?? 0 } : { kind: 'article', id: articleId };
}
