/** Articles that share rare words with another; the words are shown to the reader as the reason. */
import { tokenise } from '../../persian/keys.js';
import { stemOf } from '../../persian/stem.js';
import { isConjugated } from '../../persian/verb_forms.js';
import { wordWeight } from '../../persian/words.js';
import type { Database } from '../../store/database.js';
import type { ArticleDetail } from '../../store/site_article.js';
import { countWords, findSharing } from '../../store/site_search.js';
import { shown } from '../words.js';

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
const RELATED_LINES = 5;
/** log10 of a word's count in general Persian from which on it is common: اعلام 7.0, داده 7.1; روسیه has 6.1. */
const COMMON_WEIGHT = 7;
/** Two rare words in common may be chance; three, or two very rare ones, seldom are. Sum of 1/log2(1 + spread). */
const LEAST_WEIGHT = 0.55;

/** The articles most related to one, best first, `among` of them at most. */
export async function findRelated(
  database: Database,
  article: ArticleDetail,
  { among = RELATED_LINES }: { readonly among?: number } = {},
): Promise<readonly Related[]> {
  const printed = printedWords(
    [article.title, article.lede, ...article.tags].filter((text) => text !== null).join('\n'),
  );
  const stems = [...printed.keys()].slice(0, LOOKED_UP);
  if (stems.length < 2) return [];
  const spread = await countWords(database, stems, COMMON_COUNT);
  const rare = spread
    .filter(({ count }) => count >= 2 && count < COMMON_COUNT)
    .sort((a, b) => a.count - b.count)
    .slice(0, DECIDING);
  const weights = new Map(rare.map(({ word, count }) => [word, 1 / Math.log2(1 + count)]));
  const sharing = await findSharing(database, [...weights.keys()], { not: article.id, limit: WINDOW });
  return sharing
    .map(({ refId, shared }) => ({
      refId,
      shared,
      weight: sum(shared.map((word) => weights.get(word) ?? 0)),
    }))
    .filter(({ weight }) => weight >= LEAST_WEIGHT)
    .sort((a, b) => b.weight - a.weight || b.refId - a.refId)
    .slice(0, among)
    .map(({ refId, shared }) => ({
      refId,
      words: shared.slice(0, 4).map((word) => printed.get(word) ?? word),
    }));
}

/** Stems of a text with the first spelling of each, as readers see it. */
function printedWords(text: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const { start, end, key } of tokenise(text)) {
    const stem = stemOf(key);
    if (words.has(stem) || !saysSomething(key, stem)) continue;
    words.set(stem, shown(text.slice(start, end)));
  }
  return words;
}

/** Short words are particles, numbers dates and counts; verbs and the commonest nouns stand in any article. */
function saysSomething(key: string, stem: string): boolean {
  if (stem.length < 3 || /^\d/.test(stem) || isConjugated(key)) return false;
  return Math.max(wordWeight(key), wordWeight(stem)) < COMMON_WEIGHT;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
