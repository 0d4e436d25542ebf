import { formatTsvector } from '../src/store/search_entries.js';
import type { SearchIndex, SearchRequest } from '../src/store/search_index.js';
import { openSearchIndex } from '../src/store/search_postgres.js';
import { openTestDatabase, type TestStore } from '../src/store/test_database.js';
import type { BenchRow, BenchTask } from './task.js';

/** Articles in the index; SANAD_BENCH_ARTICLES for fewer. */
const ARTICLES = Number(process.env.SANAD_BENCH_ARTICLES ?? 500_000);
const WORDS_EACH = 250;
const VOCABULARY = 120_000;
const BATCH = 1000;
const ASKED = 100;
/** One article in so many gives words that stand together. */
const SAMPLE_EVERY = Math.max(1, Math.floor(ARTICLES / (ASKED * 3)));

/** Latency of the index alone, over invented words as rare as words are: the n-th stands n times less often. */
export const bench: BenchTask = {
  name: 'search',
  async run() {
    const closing: (() => unknown)[] = [];
    const store = await openTestDatabase({ after: (close) => closing.push(close) });
    try {
      const samples = await load(store);
      return await measure(openSearchIndex(store), samples);
    } finally {
      for (const close of closing) await close();
    }
  },
};

async function load(store: TestStore): Promise<readonly (readonly string[])[]> {
  const samples: string[][] = [];
  const random = openRandom(7);
  await store.run('drop index search_entry_words');
  for (let from = 0; from < ARTICLES; from += BATCH) {
    const size = Math.min(BATCH, ARTICLES - from);
    const texts = Array.from({ length: size }, () =>
      Array.from({ length: WORDS_EACH }, () => drawWord(random)),
    );
    texts.forEach((words, at) => {
      if ((from + at) % SAMPLE_EVERY === 0) samples.push(words);
    });
    await store.run(
      `insert into search_entry (kind, ref_id, words, shown_at, outlet_id, section)
       select 'article', $1 + n, words::tsvector, timestamptz '2020-01-01' + ($1 + n) * interval '5 minutes',
         'outlet' || (($1 + n) * 7919 % 40), (array['politics', 'world', 'economy', 'sport'])[1 + ($1 + n) % 4]
       from unnest($2::text[]) with ordinality as given (words, n)`,
      [from, texts.map((words) => formatTsvector({ title: words.slice(0, 8), body: words.slice(8) }))],
    );
  }
  await store.run(
    'create index search_entry_words on search_entry using gin (words) with (fastupdate = off)',
  );
  await store.run('vacuum analyze search_entry');
  return samples;
}

async function measure(
  index: SearchIndex,
  samples: readonly (readonly string[])[],
): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  await index.find(requestOf(['آغاز'], 'best'));
  for (const count of [1, 2, 3]) {
    const asked = samples.slice(0, ASKED).map((words, at) => pick(words, count, at));
    for (const order of ['best', 'newest'] as const) {
      rows.push(
        ...(await timeAll(`${count} words, ${order}`, asked, (words) => index.find(requestOf(words, order)))),
      );
    }
    rows.push(
      ...(await timeAll(`${count} words, best with facets`, asked, (words) =>
        index.find({ ...requestOf(words, 'best'), facets: true }),
      )),
    );
  }
  return rows;
}

/** Words of one text from different places; where the rank is drawn log-evenly, common and rare ones come alike. */
function pick(words: readonly string[], count: number, at: number): readonly string[] {
  return Array.from({ length: count }, (_, nth) => words[(at * 31 + nth * 83) % words.length] ?? '');
}

async function timeAll(
  name: string,
  asked: readonly (readonly string[])[],
  ask: (words: readonly string[]) => Promise<unknown>,
): Promise<readonly BenchRow[]> {
  const times: number[] = [];
  for (const words of asked) {
    const started = performance.now();
    await ask(words);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return [
    { name: `${name}, ${ARTICLES} articles, p50`, value: at(0.5), unit: 'ms' },
    { name: `${name}, ${ARTICLES} articles, p95`, value: at(0.95), unit: 'ms' },
  ];
}

function requestOf(words: readonly string[], order: 'best' | 'newest'): SearchRequest {
  const all = words.map((word) => [word]);
  return {
    all,
    phrases: [],
    none: [],
    kinds: ['article'],
    filter: {},
    order,
    offset: 0,
    limit: 20,
    fillTo: 1,
  };
}

/** Zipf's law: the rank is log-even over the vocabulary. */
function drawWord(random: () => number): string {
  const rank = Math.floor(VOCABULARY ** random());
  return `واژه${rank.toString(36)}`;
}

/** A small generator of even numbers below 1, the same at every run. */
function openRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
