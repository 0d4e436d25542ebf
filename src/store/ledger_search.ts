/**
 * Finds statements and contacts by their words: the newest that match, and among these the best by the same measure as
 * reports. Of copies only one is found: the first that everybody may see.
 */
import type { Database, Store } from './database.js';
import { countMatches, type LedgerScope, loadMatches, type Match } from './ledger_matches.js';
import { formatTsquery } from './search_entries.js';
import { type FacetCount, RANKED_WINDOW, type SearchFilter } from './search_index.js';
import { isEmptyQuery, type ParsedQuery } from './search_query.js';
import { rankTerms, scoreSql, shareOf } from './search_ranking.js';
import { type Bind, type ReachAsked, readNewest } from './search_reach.js';
import { currentTally, loadWordCounts } from './search_tally.js';

export interface LedgerRequest {
  readonly scope: LedgerScope;
  readonly query: ParsedQuery;
  readonly filter: SearchFilter;
  readonly order: 'best' | 'newest';
  readonly offset: number;
  /** 0: only the count is wanted. */
  readonly limit: number;
}

export interface LedgerFound {
  /** In the asked order. */
  readonly ids: readonly string[];
  /** Counted up to `RANKED_WINDOW` + 1. */
  readonly count: number;
  /** How the newest `RANKED_WINDOW` of them spread, most first. */
  readonly facets: LedgerFacets;
}

/** Values of the model by property; speakers by id, outlets by id. */
export interface LedgerFacets {
  readonly stances: readonly FacetCount[];
  readonly speakers: readonly FacetCount[];
  readonly outlets: readonly FacetCount[];
  readonly statuses: readonly FacetCount[];
  readonly kinds: readonly FacetCount[];
}

/** What a query finds among statements or contacts; one without a word and a speaker finds nothing. */
export async function findInLedger(store: Store, request: LedgerRequest): Promise<LedgerFound> {
  const { query, filter, order, offset, limit } = request;
  const tsquery = formatTsquery(query);
  if (isEmptyQuery(query) && filter.speakerIds === undefined) return { ids: [], count: 0, facets: NO_FACETS };
  if (limit === 0) return { ids: [], count: await countThem(store, request, tsquery), facets: NO_FACETS };
  const matches = await readMatches(store, request, tsquery);
  const window = matches.slice(0, RANKED_WINDOW);
  const ids = window.map(({ id }) => id);
  const ranked = order === 'newest' || tsquery === '' ? ids : await rank(store, request, ids);
  const shown = new Map(window.map(({ id, shownId }) => [id, shownId]));
  return {
    ids: ranked.slice(offset, offset + limit).map((id) => shown.get(id) ?? id),
    count: matches.length,
    facets: facetsOf(window),
  };
}

/** Which of these statements or contacts a query finds; of copies the first, as it is stored. */
export async function findAmong(
  db: Database,
  asked: Pick<LedgerRequest, 'scope' | 'query' | 'filter'> & { readonly ids: readonly string[] },
): Promise<readonly string[]> {
  const { scope, query, filter, ids } = asked;
  if (ids.length === 0 || (isEmptyQuery(query) && filter.speakerIds === undefined)) return [];
  const tsquery = formatTsquery(query);
  const found = await loadMatches(db, { scope, filter, tsquery, among: ids });
  return found.map(({ id }) => id);
}

/** The newest that match, one more than are ranked where there are more. */
async function readMatches(store: Store, request: LedgerRequest, tsquery: string): Promise<readonly Match[]> {
  const { scope, filter } = request;
  if (scope === 'contacts') return loadMatches(store, { scope, filter, tsquery });
  return readNewest(store, await reachOf(store, request), (stretch, limit) =>
    loadMatches(store, { scope, filter, tsquery, part: { ...stretch, limit } }),
  );
}

/** How many there are, up to one more than are ranked. */
async function countThem(store: Store, request: LedgerRequest, tsquery: string): Promise<number> {
  const { scope, filter } = request;
  if (scope === 'contacts') return countMatches(store, { scope, filter, tsquery });
  const counted = await readNewest(store, await reachOf(store, request), async (stretch, limit) =>
    Array.from({
      length: await countMatches(store, { scope, filter, tsquery, part: { ...stretch, limit } }),
    }),
  );
  return counted.length;
}

async function reachOf(store: Store, { query, filter }: LedgerRequest): Promise<ReachAsked> {
  const { from, before, ...others } = filter;
  return {
    ...{ line: 'statement', from, before, wanted: RANKED_WINDOW + 1 },
    ...{ isNarrowed: Object.keys(others).length > 0, ...(await expected(store, query)) },
  };
}

/** How many statements there are, and a guess which share of them has all the words. */
async function expected(store: Store, query: ParsedQuery): Promise<{ share: number; entries: number }> {
  const words = [...query.all, ...query.phrases.flat()];
  const tally = await currentTally(store);
  const counts = await loadWordCounts(store, [...new Set(words.flat())]);
  const last = await store.row<{ seq: number | null }>(
    'select max(seq) as seq from statement where twin_of is null',
  );
  // A statement has so many times fewer words than a report.
  const shorter = Math.min(1, MEAN_WORDS.statements / tally.meanWords);
  const share = words.length === 0 ? 0 : shareOf(words, counts, tally) * shorter ** words.length;
  return { share, entries: last?.seq ?? 0 };
}

/** Words of a statement or of what is read of a contact; lengths are weighed against it. */
const MEAN_WORDS: Readonly<Record<LedgerScope, number>> = { statements: 40, contacts: 60 };

/** Ids in the order of their scores. */
async function rank(
  store: Store,
  { scope, query }: LedgerRequest,
  ids: readonly string[],
): Promise<readonly string[]> {
  const wanted = [...query.all, ...query.phrases.flat()];
  const tally = await currentTally(store);
  const terms = rankTerms(wanted, await loadWordCounts(store, [...new Set(wanted.flat())]), tally);
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const [table, at] = scope === 'statements' ? ['statement', 'at'] : ['contact', 'changed_at'];
  const found = `select '${table}' as kind, id as ref_id, ${at} as shown_at, words from ${table}
    where id = any(${bind(ids)}::text[])`;
  const scored = scoreSql(found, terms, {
    keep: 'kind, ref_id, shown_at',
    meanWords: MEAN_WORDS[scope],
    bind,
  });
  const rows = await store.rows<{ id: string }>(
    `select ref_id as id from (${scored}) as scored order by score desc, shown_at desc, ref_id desc`,
    values,
  );
  return rows.map(({ id }) => id);
}

/** Values that are worth a line. */
const FACET_LINES = 12;

const NO_FACETS: LedgerFacets = { stances: [], speakers: [], outlets: [], statuses: [], kinds: [] };

function facetsOf(matches: readonly Match[]): LedgerFacets {
  const count = (values: readonly (string | null)[]): readonly FacetCount[] => {
    const counts = new Map<string, number>();
    for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, FACET_LINES);
  };
  return {
    stances: count(matches.map(({ stance }) => stance)),
    speakers: count(matches.map(({ speakerId }) => speakerId)),
    outlets: count(matches.map(({ outletId }) => outletId)),
    statuses: count(matches.map(({ status }) => status)),
    kinds: count(matches.map(({ kind }) => kind)),
  };
}
