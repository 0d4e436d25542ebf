import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openPipeline } from '../src/cli/open_pipeline.js';
import { type Input, readInputFile } from '../src/collect/inputs.js';
import { addInputs } from '../src/pipeline/add_inputs.js';
import { type SearchWord, saveSearchEntry } from '../src/store/search_entries.js';
import type { SearchFoundHit } from '../src/store/search_index.js';
import { openSearchIndex } from '../src/store/search_postgres.js';
import { parseQuery } from '../src/store/search_query.js';
import { loadResultLines } from '../src/store/search_results.js';
import { searchWords } from '../src/store/search_words.js';
import { openTestDatabase, type TestStore } from '../src/store/test_database.js';
import { openBm25 } from './bm25.js';
import type { EvalScore, EvalTask } from './task.js';

// The index beside a plain BM25 over the same words (questions and the paragraphs that answer them), and the
// queries over the five pages that the project was created from, in three spellings each.

export const task: EvalTask = { name: 'search', run };

async function run(dataFolder: string): Promise<readonly EvalScore[]> {
  return [
    ...(await withStore((store) => measureSeeds(store, dataFolder))),
    ...(await withStore((store) => measurePquad(store, dataFolder))),
  ];
}

async function withStore<Value>(work: (store: TestStore) => Promise<Value>): Promise<Value> {
  const closing: (() => unknown)[] = [];
  const store = await openTestDatabase({ after: (close) => closing.push(close) });
  try {
    return await work(store);
  } finally {
    for (const close of closing) await close();
  }
}

const TOP = 10;

async function find(store: TestStore, query: string): Promise<readonly SearchFoundHit[]> {
  const { hits } = await openSearchIndex(store).find({
    ...parseQuery(query),
    kinds: ['article', 'topic'],
    filter: {},
    order: 'best',
    offset: 0,
    limit: TOP,
    fillTo: TOP,
  });
  return hits;
}

/** The same query as other keyboards write it. */
function spellingsOf(query: string): readonly string[] {
  return [query.replaceAll('ی', 'ي').replaceAll('ک', 'ك'), query.replaceAll('\u200c', '')];
}

async function isInvariant(store: TestStore, query: string): Promise<boolean> {
  const wanted = JSON.stringify(await find(store, query));
  for (const spelling of spellingsOf(query)) {
    if (JSON.stringify(await find(store, spelling)) !== wanted) return false;
  }
  return true;
}

interface SeedQuery {
  readonly q: string;
  readonly best: readonly string[];
}
interface Gold {
  readonly pages: readonly { readonly id: string; readonly file: string }[];
  readonly crossPage: { readonly search: readonly SeedQuery[] };
}

async function measureSeeds(store: TestStore, dataFolder: string): Promise<readonly EvalScore[]> {
  const gold = JSON.parse(readFileSync(join(dataFolder, 'gold', 'seeds.json'), 'utf8')) as Gold;
  const pipeline = await openPipeline(store, '');
  const context = { pipeline, clock: () => '2026-01-01T00:00:00.000Z', signal: new AbortController().signal };
  for await (const report of addInputs(context, seedInputs(join(dataFolder, 'seeds'), gold))) void report;
  const idOf = (name: string): string => gold.pages.find(({ file }) => name.includes(file))?.id ?? name;
  const wrong: string[] = [];
  let invariant = 0;
  for (const { q, best } of gold.crossPage.search) {
    const lines = await loadResultLines(store, await find(store, q));
    const ids = lines.map(({ inputName }) => idOf(inputName ?? ''));
    if (!isRight(ids, best)) wrong.push(`${q}: ${ids.join(' ')} for ${best.join(' ')}`);
    if (await isInvariant(store, q)) invariant += 1;
  }
  const all = gold.crossPage.search.length;
  return [
    { name: 'search.seeds.right', value: 1 - wrong.length / all, note: wrong.join('; ') || `${all} queries` },
    { name: 'search.seeds.spelling', value: invariant / all, note: `${all} queries in 3 spellings` },
  ];
}

/** The wanted pages are the first ones; where nothing is wanted, nothing comes. */
function isRight(ids: readonly string[], best: readonly string[]): boolean {
  if (best.length === 0) return ids.length === 0;
  const first = new Set(ids.slice(0, best.length));
  return best.every((id) => first.has(id));
}

async function* seedInputs(folder: string, gold: Gold): AsyncGenerator<Input> {
  for (const { file } of gold.pages) yield* readInputFile(join(folder, file));
}

interface Pquad {
  readonly data: readonly {
    readonly paragraphs: readonly {
      readonly context: string;
      readonly qas: readonly { readonly question: string; readonly is_impossible: boolean }[];
    }[];
  }[];
}

/** Every so manieth question is asked: the whole set takes minutes and says the same. */
const EVERY = 5;
/** Of these every so manieth in all spellings. */
const SPELT_EVERY = 10;

async function measurePquad(store: TestStore, dataFolder: string): Promise<readonly EvalScore[]> {
  const file = join(dataFolder, 'data', 'search', 'pquad-validation.json.gz');
  const { data } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Pquad;
  const paragraphs = data.flatMap((article) => article.paragraphs);
  const texts = paragraphs.map(({ context }) => searchWords(context));
  await store.transaction(async (tx) => {
    for (const [at, body] of texts.entries()) {
      const shownAt = new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString();
      await saveSearchEntry(tx, { kind: 'article', refId: at + 1, shownAt, words: { body } });
    }
  });
  const questions = paragraphs
    .flatMap(({ qas }, at) =>
      qas.filter((each) => !each.is_impossible).map(({ question }) => ({ question, at })),
    )
    .filter((_, at) => at % EVERY === 0);
  const ours = new Ranks();
  const byKey = new Ranks();
  const byStem = new Ranks();
  const keys = openBm25(texts.map((words) => words.map(keyOf)));
  const stems = openBm25(texts.map((words) => words.map(stemOf)));
  let invariant = 0;
  let spelt = 0;
  for (const [place, { question, at }] of questions.entries()) {
    const words = searchWords(question);
    ours.add((await find(store, question)).findIndex(({ refId }) => refId === at + 1));
    byKey.add(keys.rank(words.map(keyOf), TOP).indexOf(at));
    byStem.add(stems.rank(words.map(stemOf), TOP).indexOf(at));
    if (place % SPELT_EVERY !== 0) continue;
    spelt += 1;
    if (await isInvariant(store, question)) invariant += 1;
  }
  const beside = `${questions.length} questions; plain BM25 by key ${byKey}, by stem ${byStem}`;
  const better = (measure: (ranks: Ranks) => number): number =>
    measure(ours) / Math.max(measure(byKey), measure(byStem));
  return [
    { name: 'search.pquad.r1', value: ours.first, note: beside },
    { name: 'search.pquad.mrr10', value: ours.reciprocal, note: beside },
    { name: 'search.pquad.r1_over_bm25', value: better(({ first }) => first) },
    { name: 'search.pquad.mrr10_over_bm25', value: better(({ reciprocal }) => reciprocal) },
    { name: 'search.pquad.spelling', value: invariant / spelt, note: `${spelt} questions in 3 spellings` },
  ];
}

function keyOf(word: SearchWord): string {
  return typeof word === 'string' ? word : (word[0] ?? '');
}

function stemOf(word: SearchWord): string {
  return typeof word === 'string' ? word : (word.at(-1) ?? '');
}

/** Places of the right paragraph, 0-based, -1 when it is not among the first ten. */
class Ranks {
  #count = 0;
  #first = 0;
  #reciprocal = 0;

  add(place: number): void {
    this.#count += 1;
    if (place === 0) this.#first += 1;
    if (place >= 0) this.#reciprocal += 1 / (place + 1);
  }

  get first(): number {
    return this.#first / this.#count;
  }

  get reciprocal(): number {
    return this.#reciprocal / this.#count;
  }

  toString(): string {
    return `R@1 ${this.first.toFixed(4)} MRR@10 ${this.reciprocal.toFixed(4)}`;
  }
}
