/** Reads for the search page and for related articles, on top of the search index. */
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { formatTsquery, type SearchWord } from './search_entries.js';

/** A word and in how many articles it stands, counted up to a cap. */
export interface WordSpread {
  readonly word: string;
  readonly count: number;
}

/**
 * In how many articles each word stands, up to `cap`. Of words that the tally has often enough that is told from it:
 * counting them would cost a look at all their places.
 */
export function countWords(
  database: Database,
  words: readonly string[],
  cap: number,
): Promise<readonly WordSpread[]> {
  return database.rows<WordSpread>(
    prepared(`select w.word, case when f.entries >= ${OFTEN_ENOUGH}
         then least($3, round(f.entries * greatest(1, t.last_ref_id::float8 / t.entries)))
         else (select count(*) from (select from search_entry e
           where e.kind = 'article' and e.words @@ w.query::tsquery limit $3) found)
       end::int as count
     from unnest($1::text[], $2::text[]) as w (word, query)
       left join search_tally t on t.entries > 0 left join search_word f on f.word = w.word`),
    [words, words.map((word) => formatTsquery({ all: [word] })), cap],
  );
}

/** The tally is a sample: so many places in it tell the spread of a word well enough for its logarithm. */
const OFTEN_ENOUGH = 4;

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
    prepared(`select e.ref_id as "refId", array(select w.word from unnest($1::text[], $2::text[]) as w (word, query)
         where e.words @@ w.query::tsquery) as shared
     from search_entry e where e.kind = 'article' and e.ref_id <> $4 and e.words @@ $3::tsquery
     order by e.shown_at desc limit $5`),
    [words, queries, anyTwo.join(' | '), options.not, options.limit],
  );
}

/** Beginning of an article's body, for snippets. */
export function loadBodies(
  database: Database,
  ids: readonly number[],
): Promise<readonly { readonly id: number; readonly body: string }[]> {
  return database.rows(
    prepared(`select a.id, left(v.body, 6000) as body from article a
     join article_version v on v.article_id = a.id and v.number = a.current_version where a.id = any($1)`),
    [ids],
  );
}

function pairs(words: readonly string[]): readonly SearchWord[][] {
  return words.flatMap((first, at) => words.slice(at + 1).map((second) => [first, second]));
}
