/** The search index over PostgreSQL full text. */
import type { Store } from './database.js';
import { formatTsquery, type SearchKind, type SearchWord } from './search_entries.js';
import {
  RANKED_WINDOW,
  type SearchFacets,
  type SearchFound,
  type SearchFoundHit,
  type SearchIndex,
  type SearchRequest,
} from './search_index.js';
import { type RankedTerm, rankTerms, readingsOf, scoreSql } from './search_ranking.js';
import { slipsOf } from './search_slips.js';
import { currentTally, loadWordCounts, type SearchTally } from './search_tally.js';

/** Of two words both must be there: a hit with one of them is about something else. */
const LEAST_WORDS = 3;
/** Hits that lack words must hold at least so much of the weight of all of them. */
const LEAST_SHARE = 0.25;
/** A word in a larger share of entries brings no candidates that lack others; it still counts where it stands. */
const COMMON_SHARE = 0.2;
/** … unless it stands in so few entries that all of them can be weighed. */
const COMMON_LEAST = 1000;
/** Candidates that lack words, the newest of them. */
const PARTIAL_WINDOW = 2000;
/** Days and outlets that are worth a line. */
const FACET_LINES = 12;

export function openSearchIndex(store: Store): SearchIndex {
  return {
    find: (request) => find(store, request),
    countFacets: (request) => countFacets(store, request),
    correct: (words) => correct(store, words),
  };
}

async function find(store: Store, request: SearchRequest): Promise<SearchFound> {
  const tsquery = formatTsquery(request);
  if (tsquery === '') return { hits: [], count: 0 };
  const count = await countComplete(store, request, tsquery);
  if (request.order === 'newest') return { hits: await findNewest(store, request, tsquery), count };
  const wanted = [...request.all, ...request.phrases.flat()];
  const tally = await currentTally(store);
  const counts = await loadWordCounts(store, [...new Set(wanted.flat())]);
  const ranking = { terms: rankTerms(wanted, counts, tally), counts, tally };
  const complete = count === 0 ? [] : await findBest(store, request, { ...ranking, tsquery });
  if (count >= request.fillTo || ranking.terms.length < LEAST_WORDS) return { hits: complete, count };
  return { hits: [...complete, ...(await findPartial(store, request, { ...ranking, count }))], count };
}

interface Ranking {
  readonly terms: readonly RankedTerm[];
  readonly counts: ReadonlyMap<string, number>;
  readonly tally: SearchTally;
}

/** A statement's values as they are bound. */
class Values {
  readonly list: unknown[] = [];
  readonly bind = (value: unknown): string => `$${this.list.push(value)}`;
}

/** Entries that match and that everybody may see; what an operator hid is little, and read once for a query. */
function matchSql(request: SearchRequest, tsquery: string, { bind }: Values): string {
  const { kinds, filter } = request;
  const conditions = [
    `kind = ${kinds.length === 1 ? bind(kinds[0]) : `any(${bind(kinds)})`}`,
    `words @@ ${bind(tsquery)}::tsquery`,
    "(kind <> 'article' or ref_id not in (select id from article where hidden_at is not null))",
    '(outlet_id is null or outlet_id not in (select id from outlet where hidden_at is not null))',
  ];
  if (filter.outletIds) conditions.push(`outlet_id = any(${bind(filter.outletIds)}::text[])`);
  if (filter.section) conditions.push(`section = ${bind(filter.section)}`);
  if (filter.from) conditions.push(`shown_at >= ${bind(filter.from)}::timestamptz`);
  if (filter.before) conditions.push(`shown_at < ${bind(filter.before)}::timestamptz`);
  return `from search_entry where ${conditions.join(' and ')}`;
}

async function countComplete(store: Store, request: SearchRequest, tsquery: string): Promise<number> {
  const values = new Values();
  const matches = matchSql(request, tsquery, values);
  const row = await store.row<{ count: number }>(
    `select count(*) as count from (select ${matches} limit ${RANKED_WINDOW + 1}) as found`,
    values.list,
  );
  return row?.count ?? 0;
}

async function findNewest(
  store: Store,
  request: SearchRequest,
  tsquery: string,
): Promise<readonly SearchFoundHit[]> {
  const values = new Values();
  const matches = matchSql(request, tsquery, values);
  const rows = await store.rows<HitRow>(
    `select kind, ref_id as "refId" ${matches} order by shown_at desc, ref_id desc
     offset ${values.bind(request.offset)} limit ${values.bind(request.limit)}`,
    values.list,
  );
  return rows.map((row) => ({ ...row, isComplete: true }));
}

interface HitRow {
  readonly kind: SearchKind;
  readonly refId: number;
}

async function findBest(
  store: Store,
  request: SearchRequest,
  { terms, tally, tsquery }: Ranking & { readonly tsquery: string },
): Promise<readonly SearchFoundHit[]> {
  const values = new Values();
  const { bind } = values;
  const found = newestSql(matchSql(request, tsquery, values), RANKED_WINDOW);
  const rows = await store.rows<HitRow>(
    `select kind, ref_id as "refId" from (${scoreSql(found, terms, { tally, bind })}) as scored
     order by score desc, shown_at desc, ref_id desc offset ${bind(request.offset)} limit ${bind(request.limit)}`,
    values.list,
  );
  return rows.map((row) => ({ ...row, isComplete: true }));
}

/** Entries that hold some of the words, and enough of their weight. */
async function findPartial(
  store: Store,
  request: SearchRequest,
  { terms, counts, tally, count }: Ranking & { readonly count: number },
): Promise<readonly SearchFoundHit[]> {
  const wanted = bringers(request.all, counts, tally);
  const first = Math.max(0, request.offset - count);
  const limit = Math.min(request.limit, request.offset + request.limit - count);
  if (wanted.length === 0 || limit <= 0) return [];
  const rest = formatTsquery({ all: [], phrases: request.phrases, none: [] });
  const some = [`(${wanted.map((word) => formatTsquery({ all: [word] })).join(' | ')})`];
  if (rest !== '') some.push(rest);
  for (const word of request.none) some.push(`!${formatTsquery({ all: [word] })}`);
  const values = new Values();
  const { bind } = values;
  const matches = `${matchSql(request, some.join(' & '), values)} and not words @@ ${bind(formatTsquery(request))}::tsquery`;
  const scored = scoreSql(newestSql(matches, PARTIAL_WINDOW), terms, { tally, bind });
  const rows = await store.rows<HitRow>(
    `select kind, ref_id as "refId" from (${scored}) as scored where share >= ${LEAST_SHARE}
     order by score desc, shown_at desc, ref_id desc offset ${bind(first)} limit ${bind(limit)}`,
    values.list,
  );
  return rows.map((row) => ({ ...row, isComplete: false }));
}

/** The words by which candidates are found: rare ones, or the rarest where all are common. */
function bringers(
  words: readonly SearchWord[],
  counts: ReadonlyMap<string, number>,
  tally: SearchTally,
): readonly SearchWord[] {
  const countOf = (word: SearchWord): number =>
    Math.max(...readingsOf(word).stems.map((stem) => counts.get(stem) ?? 0));
  const rare = words.filter((word) => countOf(word) <= Math.max(COMMON_LEAST, tally.entries * COMMON_SHARE));
  return rare.length > 0 ? rare : [...words].sort((a, b) => countOf(a) - countOf(b)).slice(0, 2);
}

function newestSql(matches: string, window: number): string {
  return `select kind, ref_id, shown_at, words ${matches} order by shown_at desc, ref_id desc limit ${window}`;
}

async function countFacets(store: Store, request: SearchRequest): Promise<SearchFacets> {
  const tsquery = formatTsquery(request);
  if (tsquery === '') return { outlets: [], sections: [], days: [] };
  const values = new Values();
  const matches = matchSql(request, tsquery, values);
  const rows = await store.rows<{ facet: 1 | 2 | 4; value: string | null; count: number }>(
    `select case when grouping(outlet_id) = 0 then 1 when grouping(section) = 0 then 2 else 4 end as facet,
       coalesce(outlet_id, section, day) as value, count(*) as count
     from (select outlet_id, section, (shown_at at time zone 'Asia/Tehran')::date::text as day ${matches}
       order by shown_at desc, ref_id desc limit ${RANKED_WINDOW}) as found
     group by grouping sets (outlet_id, section, day)`,
    values.list,
  );
  const linesOf = (facet: number) =>
    rows.flatMap((row) =>
      row.facet === facet && row.value !== null ? [{ value: row.value, count: row.count }] : [],
    );
  const byCount = (facet: number) =>
    [...linesOf(facet)]
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, FACET_LINES);
  const days = [...linesOf(4)].sort((a, b) => (a.value < b.value ? 1 : -1)).slice(0, FACET_LINES);
  return { outlets: byCount(1), sections: byCount(2), days };
}

async function correct(store: Store, words: readonly string[]): Promise<ReadonlyMap<string, string>> {
  await currentTally(store);
  const known = await loadWordCounts(store, words);
  const corrections = new Map<string, string>();
  for (const word of new Set(words)) {
    if (known.has(word)) continue;
    const counts = await loadWordCounts(store, slipsOf(word));
    const [best] = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    if (best) corrections.set(word, best[0]);
  }
  return corrections;
}
