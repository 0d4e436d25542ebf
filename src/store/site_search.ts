/** Reads for the search page and for related articles, on top of the search index. */
import type { Database } from './database.js';
import { formatTsquery, type SearchQuery, type SearchWord } from './search_entries.js';

/** Of how many newest matches the best are chosen: ranking all matches of a common word reads the whole index. */
export const RANKED_WINDOW = 1000;

/** Numbers of matching articles, best first, among the newest 1000 matches. */
export async function findBestArticles(
  database: Database,
  query: Pick<SearchQuery, 'all' | 'phrases' | 'none'>,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly number[]> {
  const tsquery = formatTsquery(query);
  if (tsquery === '') return [];
  const rows = await database.rows<{ refId: number }>(
    `with newest as (
       select ref_id, words, shown_at from search_entry where kind = 'article' and words @@ $1::tsquery
       order by shown_at desc, ref_id desc limit ${RANKED_WINDOW})
     select n.ref_id as "refId" from newest n join article a on a.id = n.ref_id
       left join outlet o on o.id = a.outlet_id
     where a.hidden_at is null and o.hidden_at is null
     order by ts_rank_cd('{0.1, 0.3, 0.6, 1.0}', n.words, $1::tsquery, 1) desc, n.shown_at desc, n.ref_id desc
     offset $2 limit $3`,
    [tsquery, page.offset, page.limit],
  );
  return rows.map(({ refId }) => refId);
}

/** Matching articles, newest first. */
export async function findNewestArticles(
  database: Database,
  query: Pick<SearchQuery, 'all' | 'phrases' | 'none'>,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly number[]> {
  const tsquery = formatTsquery(query);
  if (tsquery === '') return [];
  const rows = await database.rows<{ refId: number }>(
    `select e.ref_id as "refId" from search_entry e join article a on a.id = e.ref_id
       left join outlet o on o.id = a.outlet_id
     where e.kind = 'article' and e.words @@ $1::tsquery and a.hidden_at is null and o.hidden_at is null
     order by e.shown_at desc, e.ref_id desc offset $2 limit $3`,
    [tsquery, page.offset, page.limit],
  );
  return rows.map(({ refId }) => refId);
}

/** A word and in how many articles it stands, counted up to a cap. */
export interface WordSpread {
  readonly word: string;
  readonly count: number;
}

/** In how many articles each word stands, counted up to `cap`. */
export function countWords(
  database: Database,
  words: readonly string[],
  cap: number,
): Promise<readonly WordSpread[]> {
  return database.rows<WordSpread>(
    `select w.word, (select count(*) from (select from search_entry e
         where e.kind = 'article' and e.words @@ w.query::tsquery limit $3) found)::int as count
     from unnest($1::text[], $2::text[]) as w (word, query)`,
    [words, words.map((word) => formatTsquery({ all: [word] })), cap],
  );
}

/** An article that shares words with another. */
export interface SharingArticle {
  readonly refId: number;
  readonly shared: readonly string[];
}

/** The newest articles that have at least two of these words, with the words that they have. */
export async function findSharing(
  database: Database,
  words: readonly string[],
  options: { readonly not: number; readonly limit: number },
): Promise<readonly SharingArticle[]> {
  const queries = words.map((word) => formatTsquery({ all: [word] }));
  const anyTwo = pairs(words).map((pair) => `(${formatTsquery({ all: pair })})`);
  if (anyTwo.length === 0) return [];
  return database.rows<SharingArticle>(
    `select e.ref_id as "refId", array(select w.word from unnest($1::text[], $2::text[]) as w (word, query)
         where e.words @@ w.query::tsquery) as shared
     from search_entry e where e.kind = 'article' and e.ref_id <> $4 and e.words @@ $3::tsquery
     order by e.shown_at desc limit $5`,
    [words, queries, anyTwo.join(' | '), options.not, options.limit],
  );
}

/** Beginning of an article's body, for snippets. */
export function loadBodies(
  database: Database,
  ids: readonly number[],
): Promise<readonly { readonly id: number; readonly body: string }[]> {
  return database.rows(
    `select a.id, left(v.body, 6000) as body from article a
     join article_version v on v.article_id = a.id and v.number = a.current_version where a.id = any($1)`,
    [ids],
  );
}

function pairs(words: readonly string[]): readonly SearchWord[][] {
  return words.flatMap((first, at) => words.slice(at + 1).map((second) => [first, second]));
}
