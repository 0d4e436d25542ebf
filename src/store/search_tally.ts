/**
 * How common the words of the index are, counted over its newest entries. A count of every entry at every change
 * would be hundreds of rows for each article; a sample that is renewed now and then weighs words just as well.
 */
import type { Database, Store } from './database.js';

/** What ranking knows of the index as a whole. */
export interface SearchTally {
  /** Entries that were counted. */
  readonly entries: number;
  /** Different words of a mean entry; at least 1. */
  readonly meanWords: number;
  /** Number of the newest entry then: about how many entries there are. */
  readonly lastRefId: number;
}

/** Entries that are counted at most: 1 s of work, and enough for the weight of any word that a reader types. */
const SAMPLE = 10_000;
/** A tally is renewed when the index has grown by this share of it … */
const GROWTH = 0.1;
/** … or is so old: old articles that were read again change no number of growth. */
const KEPT = "interval '1 day'";
/** Only one process counts at a time. */
const TALLY_LOCK = 5_283_011;

/** The tally, counted now when there is none that still fits. */
export async function currentTally(store: Store): Promise<SearchTally> {
  const known = await loadTally(store);
  if (known?.isFresh) return known;
  await countWords(store);
  return (await loadTally(store)) ?? { entries: 0, meanWords: 1, lastRefId: 0 };
}

/** In how many of the counted entries each of these words stands; words that stand in none are left out. */
export async function loadWordCounts(
  database: Database,
  words: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await database.rows<{ word: string; entries: number }>(
    'select word, entries from search_word where word = any($1)',
    [words],
  );
  return new Map(rows.map(({ word, entries }) => [word, entries]));
}

function loadTally(database: Database): Promise<(SearchTally & { readonly isFresh: boolean }) | undefined> {
  return database.row(
    `select entries, greatest(mean_words, 1) as "meanWords", last_ref_id as "lastRefId",
       counted_at > now() - ${KEPT}
         and (select coalesce(max(ref_id), 0) from search_entry where kind = 'article')
           between last_ref_id and last_ref_id * (1 + $1::float8) as "isFresh"
     from search_tally`,
    [GROWTH],
  );
}

/** Counts aside first, so that readers wait only for the copying. */
async function countWords(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    const lock = await tx.row<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [TALLY_LOCK]);
    if (!lock?.got) return;
    const sample = `select words from search_entry where kind = 'article' order by ref_id desc limit ${SAMPLE}`;
    await tx.run(
      `create temporary table counted on commit drop as select word, ndoc from ts_stat('${sample.replaceAll("'", "''")}')`,
    );
    await tx.run('truncate search_word');
    await tx.run('insert into search_word (word, entries) select word, ndoc from counted');
    await tx.run(
      `insert into search_tally (entries, mean_words, last_ref_id, counted_at)
       select count(*), coalesce(avg(length(words)), 1),
         (select coalesce(max(ref_id), 0) from search_entry where kind = 'article'), now()
       from (${sample}) as sample
       on conflict (only_row) do update set entries = excluded.entries, mean_words = excluded.mean_words,
         last_ref_id = excluded.last_ref_id, counted_at = excluded.counted_at`,
    );
  });
}
