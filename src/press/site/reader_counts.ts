/** Printed numbers of views and comments: they grow from publication to their final value. */
import type { PressArticle } from '../world.js';
import { stableHash } from './stable_hash.js';

export interface ReaderCounts {
  readonly views: number;
  readonly comments: number;
}

/** Minutes until an article has all its readers. */
const READ_WITHIN = 24 * 60;

/** Counts at a minute; those written with the article are its final ones, others are invented from its id. */
export function countsAt(article: PressArticle, minute: number): ReaderCounts {
  const share = Math.min(1, Math.max(0, (minute - article.published) / READ_WITHIN));
  const grown = Math.sqrt(share);
  const hash = stableHash(article.id);
  const views = article.counts?.views ?? 180 + (hash % 9_400);
  const shown = article.comments.filter((comment) => comment.at <= minute).length;
  const comments =
    article.counts?.comments ?? (article.comments.length > 0 ? article.comments.length : hash % 7);
  return {
    views: Math.max(1, Math.floor(views * grown)),
    comments: Math.max(shown, Math.floor(comments * grown)),
  };
}
