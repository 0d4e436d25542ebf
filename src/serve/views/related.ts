/** Articles that share rare words with another; the words are shown to the reader as the reason. */
import type { Database } from '../../store/database.js';
import type { ArticleDetail } from '../../store/site_article.js';
import { countWords, findSharing } from '../../store/site_search.js';
import { findTellingWords } from '../related_words.js';

export interface Related {
  readonly refId: number;
  /** Shared words as this article prints them, rarest first. */
  readonly words: readonly string[];
}

/** Words of headline, lede and tags that are looked up; each is one look into the index. */
const LOOKED_UP = 20;
/** Of the looked up ones the rarest decide. */
const DECIDING = 7;
/** A word in more articles than this says nothing about what an article is about; counting stops there. */
const COMMON_COUNT = 400;
/** Newest sharing articles among which the best are chosen. */
const WINDOW = 80;
/** Related articles of a page at most. */
export const RELATED_LINES = 5;
/** Two rare words in common may be chance; three, or two very rare ones, seldom are. Sum of 1/log2(1 + spread). */
const LEAST_WEIGHT = 0.55;
/** In a small store every word is rare: one alone, be it rare, says nothing yet. */
const LEAST_WORDS = 2;

/** The articles most related to one, best first, `among` of them at most. */
export async function findRelated(
  database: Database,
  article: Pick<ArticleDetail, 'id' | 'title' | 'lede' | 'tags'>,
  { among = RELATED_LINES }: { readonly among?: number } = {},
): Promise<readonly Related[]> {
  const words = findTellingWords(
    [article.title, article.lede, ...article.tags].filter((text) => text !== null).join('\n'),
  );
  const known = new Map(words.map((word) => [word.stem, word]));
  const stems = [...known.keys()].slice(0, LOOKED_UP);
  if (stems.length < 2) return [];
  const spread = await countWords(database, stems, COMMON_COUNT);
  const rare = spread
    .filter(({ count }) => count >= 2 && count < COMMON_COUNT)
    .sort((a, b) => a.count - b.count)
    .slice(0, DECIDING);
  const weights = new Map(
    rare.map(({ word, count }) => [word, (known.get(word)?.worth ?? 1) / Math.log2(1 + count)]),
  );
  const sharing = await findSharing(database, [...weights.keys()], { not: article.id, limit: WINDOW });
  return sharing
    .map(({ refId, shared }) => ({
      refId,
      shared,
      weight: sum(shared.map((word) => weights.get(word) ?? 0)),
    }))
    .filter(
      ({ weight, shared }) =>
        weight >= LEAST_WEIGHT &&
        shared.length >= LEAST_WORDS &&
        shared.some((word) => known.get(word)?.worth === 1),
    )
    .sort((a, b) => b.weight - a.weight || b.refId - a.refId)
    .slice(0, among)
    .map(({ refId, shared }) => ({
      refId,
      words: shared.slice(0, 4).map((word) => known.get(word)?.printed ?? word),
    }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
