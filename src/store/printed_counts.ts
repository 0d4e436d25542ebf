/** Counts that publishers print: views beside a channel's posts, comments on an outlet's pages. */
import type { ListedItem } from '../model/collection.js';
import type { Database } from './database.js';

/** Notes the number of comments that a page printed when it was read last. */
export async function savePrintedComments(
  tx: Database,
  printed: { readonly articleId: number; readonly comments: number; readonly seenAt: string },
): Promise<void> {
  await tx.run(
    `insert into printed_count (article_id, comments, seen_at) values ($1, $2, $3)
     on conflict (article_id) do update set comments = excluded.comments, seen_at = excluded.seen_at
     where excluded.seen_at >= printed_count.seen_at`,
    [printed.articleId, printed.comments, printed.seenAt],
  );
}

/** Notes the views that a channel prints beside its posts, as far as these have become articles. */
export async function savePrintedViews(
  tx: Database,
  items: readonly ListedItem[],
  at: string,
): Promise<void> {
  const counted = items.filter(({ views }) => views !== undefined);
  if (counted.length === 0) return;
  await tx.run(
    `insert into printed_count (article_id, views, seen_at)
     select distinct on (result.article_id) result.article_id, given.views, $3
     from unnest($1::text[], $2::bigint[]) as given (key, views)
     join frontier on frontier.address_key = decode(given.key, 'hex')
     join page_result result on result.page_id = frontier.page_id and result.article_id is not null
     order by result.article_id
     on conflict (article_id) do update set views = excluded.views, seen_at = excluded.seen_at`,
    [counted.map(({ addressKey }) => addressKey), counted.map(({ views }) => views), at],
  );
}
