/** The search index over PostgreSQL full text. */
import type { Store } from './database.js';
import { formatTsquery, type SearchKind, type SearchWord } from './search_entries.js';
import {
  type FacetCount,
  RANKED_WINDOW,
  type SearchFacets,
  type SearchFound,
  type SearchFoundHit,
  type SearchIndex,
  type SearchRequest,
} from './search_index.js';
import { loadNewestMatches, type MatchRequest, matchConditions, type SearchMatch } from './search_matches.js';
import { mostCommon, type RankedTerm, rankTerms, scoreSql, shareOf } from './search_ranking.js';
import { slipsOf } from './search_slips.js';
import { currentTally, loadWordCounts, type SearchTally } from './search_tally.js';
import { countStoriesOf, findStoriesOf } from './site_story.js';

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
  if (tsquery === '' && request.filter.speakerIds === undefined) return { hits: [], count: 0 };
  if (request.kinds[0] === 'story') return findStories(store, request);
  const ranking = await loadRanking(store, request);
  const isRanked = request.order === 'best' && tsquery !== '' && request.limit > 0;
  const scored = isRanked ? scoring(ranking) : undefined;
  const matches = await loadNewestMatches(store, {
    ...{ ...request, ...expected(request, ranking), tsquery, scored, wanted: RANKED_WINDOW + 1 },
  });
  const count = matches.length;
  const facets = request.facets ? { facets: await loadFacets(store, matches.slice(0, RANKED_WINDOW)) } : {};
  if (!isRanked) return { hits: await newestOf(store, request, { matches, tsquery }), count, ...facets };
  const complete = bestOf(request, matches);
  if (count >= request.fillTo || ranking.terms.length < LEAST_WORDS)
    return { hits: complete, count, ...facets };
  const partial = await findPartial(store, request, { ...ranking, count });
  return { hits: [...complete, ...partial], count, ...facets };
}

/** How matches are scored while they are read: their words are unpacked once. */
function scoring({ terms, tally: { meanWords } }: Ranking): MatchRequest['scored'] {
  return (found, keep, bind) => scoreSql(found, terms, { keep, meanWords, bind });
}

interface Ranking {
  readonly terms: readonly RankedTerm[];
  readonly counts: ReadonlyMap<string, number>;
  readonly tally: SearchTally;
}

async function loadRanking(store: Store, request: SearchRequest): Promise<Ranking> {
  const wanted = [...request.all, ...request.phrases.flat()];
  const tally = await currentTally(store);
  const counts = await loadWordCounts(store, [...new Set(wanted.flat())]);
  return { terms: rankTerms(wanted, counts, tally), counts, tally };
}

/** How many entries there are, and a guess which share of them has all the words. */
function expected(request: SearchRequest, { counts, tally }: Ranking): { share: number; entries: number } {
  return {
    share: shareOf([...request.all, ...request.phrases.flat()], counts, tally),
    entries: Math.max(tally.entries, tally.lastRefId),
  };
}

/** A statement's values as they are bound. */
class Values {
  readonly list: unknown[] = [];
  readonly bind = (value: unknown): string => `$${this.list.push(value)}`;
}

/** A part of the newest; whoever goes deeper than matches were read has them read again. */
async function newestOf(
  store: Store,
  request: SearchRequest,
  { matches, tsquery }: { readonly matches: readonly SearchMatch[]; readonly tsquery: string },
): Promise<readonly SearchFoundHit[]> {
  const end = request.offset + request.limit;
  if (matches.length <= RANKED_WINDOW || end <= matches.length) {
    return matches.slice(request.offset, end).map(({ kind, refId }) => ({ kind, refId, isComplete: true }));
  }
  const { list, bind } = new Values();
  const rows = await store.rows<HitRow>(
    `select kind, ref_id as "refId" from search_entry
     where ${matchConditions({ ...request, tsquery }, bind).join(' and ')}
     order by shown_at desc, ref_id desc offset ${bind(request.offset)} limit ${bind(request.limit)}`,
    list,
  );
  return rows.map((row) => ({ ...row, isComplete: true }));
}

interface HitRow {
  readonly kind: SearchKind;
  readonly refId: number;
}

/** A part of the best among the ranked; of equals the newest stand first, as they were read. */
function bestOf(
  { offset, limit }: SearchRequest,
  matches: readonly SearchMatch[],
): readonly SearchFoundHit[] {
  return bestFirst(matches.slice(0, RANKED_WINDOW))
    .slice(offset, offset + limit)
    .map(({ kind, refId }) => ({ kind, refId, isComplete: true }));
}

function bestFirst(matches: readonly SearchMatch[]): readonly SearchMatch[] {
  return matches.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
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
  const found = await loadNewestMatches(store, {
    ...{ ...request, tsquery: some.join(' & '), without: formatTsquery(request), wanted: PARTIAL_WINDOW },
    ...{ scored: scoring({ terms, counts, tally }), entries: Math.max(tally.entries, tally.lastRefId) },
    share: Math.min(
      1,
      wanted.reduce((sum, word) => sum + mostCommon(word, counts) / tally.entries, 0),
    ),
  });
  return bestFirst(found.filter(({ share }) => (share ?? 0) >= LEAST_SHARE))
    .slice(first, first + limit)
    .map(({ kind, refId }) => ({ kind, refId, isComplete: false }));
}

/** The words by which candidates are found: rare ones, or the rarest where all are common. */
function bringers(
  words: readonly SearchWord[],
  counts: ReadonlyMap<string, number>,
  tally: SearchTally,
): readonly SearchWord[] {
  const countOf = (word: SearchWord): number => mostCommon(word, counts);
  const rare = words.filter((word) => countOf(word) <= Math.max(COMMON_LEAST, tally.entries * COMMON_SHARE));
  return rare.length > 0 ? rare : [...words].sort((a, b) => countOf(a) - countOf(b)).slice(0, 2);
}

async function countFacets(store: Store, request: SearchRequest): Promise<SearchFacets> {
  const { facets } = await find(store, { ...request, order: 'newest', limit: 0, facets: true });
  return facets ?? NO_FACETS;
}

const NO_FACETS: SearchFacets = { outlets: [], sections: [], days: [], reportCount: 0, storyCount: 0 };

async function loadFacets(store: Store, matches: readonly SearchMatch[]): Promise<SearchFacets> {
  const articleIds = matches.flatMap(({ kind, refId }) => (kind === 'article' ? [refId] : []));
  return {
    ...facetsOf(matches),
    reportCount: articleIds.length,
    storyCount: articleIds.length === 0 ? 0 : await countStoriesOf(store, articleIds),
  };
}

/** Stories in the order of their first reports among the hits; counted among the newest reports. */
async function findStories(store: Store, request: SearchRequest): Promise<SearchFound> {
  const { offset, limit } = request;
  const reports = { ...request, kinds: ['article'] as const, offset: 0, limit: RANKED_WINDOW, fillTo: 0 };
  const found = await find(store, reports);
  const storyOf = await findStoriesOf(
    store,
    found.hits.map(({ refId }) => refId),
  );
  const stories = [...new Set(found.hits.flatMap(({ refId }) => storyOf.get(refId) ?? []))];
  return {
    hits: stories
      .slice(offset, offset + limit)
      .map((refId) => ({ kind: 'story' as const, refId, isComplete: true })),
    count: stories.length,
    ...(found.facets && { facets: found.facets }),
  };
}

function facetsOf(matches: readonly SearchMatch[]): Omit<SearchFacets, 'reportCount' | 'storyCount'> {
  const tally = (values: readonly (string | null)[]): readonly FacetCount[] => {
    const counts = new Map<string, number>();
    for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].map(([value, count]) => ({ value, count }));
  };
  const byCount = (values: readonly (string | null)[]): readonly FacetCount[] =>
    tally(values)
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, FACET_LINES);
  return {
    outlets: byCount(matches.map(({ outletId }) => outletId)),
    sections: byCount(matches.map(({ section }) => section)),
    days: tally(matches.map(({ day }) => day))
      .toSorted((a, b) => (a.value < b.value ? 1 : -1))
      .slice(0, FACET_LINES),
  };
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
