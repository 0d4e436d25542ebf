/** Counts that pages print of themselves: views of a channel's posts, views and comments of a site's articles. */
import type { ListedItem } from '../model/collection.js';
import type { Database } from './database.js';

/** Notes what a page printed when it was read last. */
export async function savePrintedCount(
  tx: Database,
  printed: {
    readonly articleId: number;
    readonly counts: { readonly views?: number; readonly comments?: number };
    readonly seenAt: string;
  },
): Promise<void> {
  const { articleId, counts, seenAt } = printed;
  await tx.run(
    `insert into printed_count (article_id, views, comments, seen_at) values ($1, $2, $3, $4)
     on conflict (article_id) do update set views = coalesce(excluded.views, printed_count.views),
       comments = coalesce(excluded.comments, printed_count.comments), seen_at = excluded.seen_at
     where excluded.seen_at >= printed_count.seen_at`,
    [articleId, counts.views, counts.comments, seenAt],
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
