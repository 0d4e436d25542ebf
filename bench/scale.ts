import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../src/store/database.js';
import { openStore } from '../src/store/open_store.js';
import { warmSearch } from '../src/store/search_warming.js';
import { loadInvented } from './scale/load.js';
import { measurePages } from './scale/measure_pages.js';
import { measureSearch } from './scale/measure_search.js';
import type { BenchRow, BenchTask } from './task.js';

/** Articles in the store; SANAD_BENCH_ARTICLES for fewer. */
const ARTICLES = Number(process.env.SANAD_BENCH_ARTICLES ?? 500_000);
/** Where the store is kept from one run to the next; else it is made anew and deleted. Some 8 GB. */
const KEPT = process.env.SANAD_BENCH_DATA;

/**
 * Search and pages of a site that has grown for years, on the embedded server as everybody gets it: with a good
 * connection between two processes, sequentially, nothing kept in memory.
 */
export const bench: BenchTask = {
  name: 'scale',
  onDemand: true,
  async *run() {
    const dataFolder = KEPT ?? mkdtempSync(join(tmpdir(), 'sanad-bench-scale-'));
    try {
      yield* withStore(dataFolder);
      yield* measurePages(dataFolder);
    } finally {
      if (KEPT === undefined && existsSync(dataFolder)) rmSync(dataFolder, { recursive: true, force: true });
    }
  },
};

async function* withStore(dataFolder: string): AsyncGenerator<BenchRow> {
  const store = await openStore({ dataFolder, applicationName: 'sanad bench' });
  try {
    const held = await store.row<{ count: number }>('select count(*) from article');
    if ((held?.count ?? 0) === 0) yield await load(store);
    const size = await store.row<{ bytes: number }>('select pg_database_size(current_database()) as bytes');
    yield { name: 'database', value: (size?.bytes ?? 0) / 1e9, unit: 'GB' };
    yield await warm(store);
    yield* measureSearch(store, dataFolder);
  } finally {
    await store.close();
  }
}

/** As every site does at its start. */
async function warm(store: Store): Promise<BenchRow> {
  const started = performance.now();
  const bytes = await warmSearch(store, new AbortController().signal);
  const seconds = (performance.now() - started) / 1000;
  return {
    name: 'read the search index ahead',
    value: seconds,
    unit: 's',
    beside: `${(bytes / 1e9).toFixed(2)} GB`,
  };
}

async function load(store: Store): Promise<BenchRow> {
  const started = performance.now();
  // The hour, so that what is read within it is the same.
  const now = `${new Date().toISOString().slice(0, 13)}:00:00.000Z`;
  await loadInvented(store, { articles: ARTICLES, now });
  return { name: `load ${ARTICLES} articles`, value: (performance.now() - started) / 1000, unit: 's' };
}
