/** Latency of the search index over words that stand in articles, common ones as often as they are written. */
import type { Store } from '../../src/store/database.js';
import type { SearchRequest } from '../../src/store/search_index.js';
import { openSearchIndex } from '../../src/store/search_postgres.js';
import { parseQuery } from '../../src/store/search_query.js';
import type { BenchRow } from '../task.js';
import { latencyRows, timeAll } from './latency.js';
import { below, openRandom } from './random.js';

const ASKED = 150;

export async function measureSearch(store: Store): Promise<readonly BenchRow[]> {
  const index = openSearchIndex(store);
  const texts = await loadTexts(store);
  await index.find(requestOf('خبر', 'best'));
  const rows: BenchRow[] = [];
  for (const words of [1, 2, 3]) {
    const queries = queriesOf(texts, words);
    for (const order of ['best', 'newest'] as const) {
      const times = await timeAll(queries, (query) => index.find(requestOf(query, order)));
      rows.push(...latencyRows(`search, ${words} words, ${order}`, times));
    }
    const times = await timeAll(queries, (query) =>
      index.find({ ...requestOf(query, 'best'), facets: true }),
    );
    rows.push(...latencyRows(`search, ${words} words, best, facets`, times));
  }
  return rows;
}

/** Queries of words that stand near each other in an article, as a reader remembers them. */
export function queriesOf(texts: readonly string[], words: number): readonly string[] {
  const random = openRandom(53 + words);
  return texts.map((text) => {
    const all = text.split(/[ .\n]+/);
    const from = below(random, Math.max(1, all.length - 12));
    return Array.from({ length: words }, (_, nth) => all[from + nth * 4] ?? '').join(' ');
  });
}

export async function loadTexts(store: Store): Promise<readonly string[]> {
  const last = await store.row<{ id: number }>('select max(id) as id from article');
  const random = openRandom(59);
  const ids = Array.from({ length: ASKED }, () => 1 + below(random, last?.id ?? 1));
  const rows = await store.rows<{ text: string }>(
    'select text from article_version where article_id = any($1) and number = 1 order by article_id',
    [ids],
  );
  return rows.map(({ text }) => text);
}

function requestOf(query: string, order: 'best' | 'newest'): SearchRequest {
  return { ...parseQuery(query), kinds: ['article'], filter: {}, order, offset: 0, limit: 21, fillTo: 1 };
}
