/**
 * BM25 in the words of PostgreSQL. Its own ranks know nothing of rare words, but `ts_rank` of one word over even
 * weights is (1 + 1/4 + 1/9 + … 1/n²) / 1.645 for n places, from which n is read back.
 */
import { formatTsquery, type SearchWord } from './search_entries.js';
import type { SearchTally } from './search_tally.js';

/** A wanted word with what finding it is worth. */
export interface RankedTerm {
  readonly key: string;
  /** What its inflections share; the key itself where there is nothing else. */
  readonly stems: readonly string[];
  /** Inverse frequency of the most common stem, and of the key; above 0. */
  readonly stemWeight: number;
  readonly keyWeight: number;
  /** Part of `stemWeight` that lacking it costs: nobody can hold a word that is nowhere, so it costs half. */
  readonly lackWeight: number;
}

/** Saturation of repeated words and influence of length, the usual values of BM25. */
const K1 = 1.2;
const B = 0.75;
/** Share of a word's worth that only its exact form earns: inflections count, the asked form counts more. */
const EXACT_SHARE = 0.15;
/** What a place in the title (A) and in the lede (B) count beyond one in the body. */
const FIELD_BONUS = '{0, 0, 0.5, 1}';
const BONUS_SCALE = 3.3;
const EVEN = '{1, 1, 1, 1}';
/** Share of its weight that an unknown word keeps when hits that lack words are judged. */
const UNKNOWN_LACK = 0.5;
/** Share of the rarer of two neighbours' worth that finding them side by side adds: words of a name belong together. */
const PAIR_SHARE = 0.5;
/** `ts_rank` of a missing word is 1e-20; of one place 0.6. */
const FOUND = 0.001;

/** The terms of wanted words, each once, weighed by how rare they are. */
export function rankTerms(
  words: readonly SearchWord[],
  counts: ReadonlyMap<string, number>,
  tally: SearchTally,
): readonly RankedTerm[] {
  const weightOf = (word: string): number => {
    const count = Math.min(counts.get(word) ?? 0, tally.entries);
    return Math.log(1 + (tally.entries - count + 0.5) / (count + 0.5));
  };
  const terms = new Map<string, RankedTerm>();
  for (const word of words) {
    const { key, stems } = readingsOf(word);
    const stemWeight = Math.min(...stems.map(weightOf));
    const isKnown = stems.some((stem) => counts.has(stem));
    const lackWeight = isKnown ? stemWeight : stemWeight * UNKNOWN_LACK;
    terms.set(key, { key, stems, stemWeight, keyWeight: weightOf(key), lackWeight });
  }
  return [...terms.values()];
}

/**
 * A guess which share of the reports has all the words: that of the rarest, and of the others as if half of each came
 * together by chance, since words of one query belong together. 0 to 1.
 */
export function shareOf(
  words: readonly SearchWord[],
  counts: ReadonlyMap<string, number>,
  tally: SearchTally,
): number {
  const shares = words
    .map((word) => mostCommon(word, counts) / Math.max(1, tally.entries))
    .sort((a, b) => a - b);
  const [rarest = 0, ...others] = shares;
  return others.reduce((share, other) => share * Math.sqrt(other), rarest);
}

/** In how many counted entries a word stands, in its most common reading. */
export function mostCommon(word: SearchWord, counts: ReadonlyMap<string, number>): number {
  return Math.max(...readingsOf(word).stems.map((stem) => counts.get(stem) ?? 0));
}

/** Key and stems of a word of a query. */
function readingsOf(word: SearchWord): { readonly key: string; readonly stems: readonly string[] } {
  if (typeof word === 'string') return { key: word, stems: [word] };
  const [key = '', ...stems] = word;
  return { key, stems: stems.length > 0 ? stems : [key] };
}

/**
 * SQL that gives the columns `keep`, `score` and `share` (of the terms' weight that was found, 0 to 1) for every row of
 * `found`, a query with these columns and `words`. `bind` takes a value and returns its `$n`.
 */
export function scoreSql(
  found: string,
  terms: readonly RankedTerm[],
  options: {
    readonly keep: string;
    readonly meanWords: number;
    readonly bind: (value: unknown) => string;
  },
): string {
  const { keep, meanWords, bind } = options;
  const norm = `${K1} * (${1 - B} + ${B} * length(w) / ${bind(meanWords)}::float8)`;
  const bound = (words: readonly string[]): string => `${bind(formatTsquery({ all: [words] }))}::tsquery`;
  const columns = terms.flatMap(({ key, stems }, at) => {
    const query = bound(stems);
    return [
      rankColumn(EVEN, query, `s${at}`, stems.length),
      rankColumn(FIELD_BONUS, query, `f${at}`, stems.length),
      ...(isExact(key, stems) ? [] : [rankColumn(EVEN, bound([key]), `k${at}`)]),
    ];
  });
  columns.push(...pairColumns(terms, bind));
  const score = terms.map(({ key, stems, stemWeight, keyWeight }, at) => {
    const inflected = saturated(`s${at}`, `${BONUS_SCALE} * f${at}`);
    const exact = isExact(key, stems) ? inflected : saturated(`k${at}`, '0');
    return `${bind((1 - EXACT_SHARE) * stemWeight)}::float8 * ${inflected}
      + ${bind(EXACT_SHARE * keyWeight)}::float8 * ${exact}`;
  });
  score.push(...pairScores(terms, bind));
  const total = terms.reduce((sum, { lackWeight }) => sum + lackWeight, 0);
  const share = terms.map(
    ({ lackWeight }, at) => `case when s${at} > ${FOUND} then ${bind(lackWeight / total)}::float8 else 0 end`,
  );
  // `offset 0` keeps the planner from merging the levels, which would unpack the words once for each term.
  return `select ${keep}, ${score.join(' + ')} as score, ${share.join(' + ')} as share
    from (select ${keep}, ${norm} as norm, ${columns.join(', ')}
      from (select ${keep}, ts_filter(words, '{a,b,c,d}') as w from (${found}) as found offset 0)
        as unpacked offset 0) as measured`;
}

type Bind = (value: unknown) => string;

/** Whether each two neighbours of the query stand side by side in the entry, in any inflection. */
function pairColumns(terms: readonly RankedTerm[], bind: Bind): readonly string[] {
  return terms.slice(1).map(({ stems }, at) => {
    const phrase = [terms[at]?.stems ?? [], stems];
    return `w @@ ${bind(formatTsquery({ all: [], phrases: [phrase] }))}::tsquery as p${at}`;
  });
}

function pairScores(terms: readonly RankedTerm[], bind: Bind): readonly string[] {
  return terms.slice(1).map(({ stemWeight }, at) => {
    const worth = PAIR_SHARE * Math.min(stemWeight, terms[at]?.stemWeight ?? 0);
    return `case when p${at} then ${bind(worth)}::float8 else 0 end`;
  });
}

function isExact(key: string, stems: readonly string[]): boolean {
  return stems.length === 1 && stems[0] === key;
}

/** `ts_rank` of several readings is the mean of theirs; the sum is wanted, as far as it can be read back. */
function rankColumn(weights: string, query: string, name: string, readings = 1): string {
  return `least(ts_rank('${weights}', w, ${query})::float8 * ${readings}, 0.999) as ${name}`;
}

/** The part of BM25 that grows with the places of a word, from 0 to `K1` + 1. */
function saturated(rank: string, bonus: string): string {
  const places = `(1 / greatest(1.645 - 1.64493 * ${rank}, 0.004) - 0.5 + ${bonus})`;
  return `(case when ${rank} > ${FOUND} then ${places} * ${K1 + 1} / (${places} + norm) else 0 end)`;
}
