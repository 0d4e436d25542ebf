import type { Database } from '../../store/database.js';
import { countSearchEntries } from '../../store/search_entries.js';
import { isEmptyQuery, markedReadings, parseQuery } from '../../store/search_query.js';
import { loadLines } from '../../store/site_lines.js';
import { findBestArticles, findNewestArticles, loadBodies, RANKED_WINDOW } from '../../store/site_search.js';
import { HITS_PER_PAGE, type SearchView } from '../pages/search.js';
import { makeSnippet, markWords } from '../snippet.js';
import { headlineOf } from '../words.js';

export interface SearchAsked {
  readonly query: string;
  readonly order: 'best' | 'newest';
  /** 1-based. */
  readonly pageNumber: number;
}

/** The last page that can be asked for: ranking goes no deeper. */
export const MAX_SEARCH_PAGE = Math.ceil(RANKED_WINDOW / HITS_PER_PAGE);

/** What a query finds; nothing when it asks for nothing. */
export async function loadSearchView(
  database: Database,
  asked: SearchAsked,
): Promise<SearchView | undefined> {
  const query = parseQuery(asked.query);
  if (isEmptyQuery(query)) return undefined;
  const find = asked.order === 'best' ? findBestArticles : findNewestArticles;
  const offset = (asked.pageNumber - 1) * HITS_PER_PAGE;
  const [ids, count] = await Promise.all([
    find(database, query, { offset, limit: HITS_PER_PAGE + 1 }),
    countSearchEntries(database, { ...query, kind: 'article' }, RANKED_WINDOW + 1),
  ]);
  const pageIds = ids.slice(0, HITS_PER_PAGE);
  const [lines, bodies] = await Promise.all([loadLines(database, pageIds), loadBodies(database, pageIds)]);
  const bodyOf = new Map(bodies.map(({ id, body }) => [id, body]));
  const readings = markedReadings(query);
  return {
    query: asked.query,
    order: asked.order,
    count: Math.min(count, RANKED_WINDOW),
    isCapped: count > RANKED_WINDOW,
    pageNumber: asked.pageNumber,
    hasNext: ids.length > HITS_PER_PAGE && asked.pageNumber < MAX_SEARCH_PAGE,
    hits: lines.map((line) => {
      const body = bodyOf.get(line.id) ?? line.opening;
      return {
        line,
        headline:
          line.title === null ? [{ text: headlineOf(line), marked: false }] : markWords(line.title, readings),
        snippet: makeSnippet([line.lede, body].filter(Boolean).join(' '), readings),
      };
    }),
  };
}
