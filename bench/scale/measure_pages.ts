/** The site as its own process over the full store: every kind of page as nobody has asked for it a moment ago. */
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import autocannon from 'autocannon';
import { makeApiKey, revokeApiKey } from '../../src/store/api_keys.js';
import type { Store } from '../../src/store/database.js';
import { openStore } from '../../src/store/open_store.js';
import { type SanadProcess, startSanad } from '../../test/sanad_process.js';
import { sampleRecords } from '../sample_records.js';
import type { BenchRow } from '../task.js';
import { serverProcesses } from './cpu_time.js';
import { latencyRow } from './latency.js';
import { listPages, type PageKind } from './list_pages.js';

const AIM = { share: 99, most: 40 };
const KEPT_AIM = 3000;
/** What may be left of the speed while articles come in. */
const INGEST_AIM = 0.7;
const LOAD_SECONDS = 8;
const CONNECTIONS = 10;
/** Pages of a kind that are read before the clock runs. */
const WARM = 10;
/** Longer than the rest between two pieces that are read ahead. */
const WARM_PAUSE_MS = 2000;
/** Pages of a kind among those that are asked for all at once. */
const MIXED_EACH = 20;
/** Articles that come in while readers read: a hundred times what 170 outlets publish. */
const INGEST_PER_SECOND = 10;

/** All kinds of pages, or those whose name contains one of the words of SANAD_BENCH_PAGES. */
export async function* measurePages(dataFolder: string): AsyncGenerator<BenchRow> {
  const store = await openStore({ dataFolder, applicationName: 'sanad bench' });
  const wanted = (process.env.SANAD_BENCH_PAGES ?? '').split(',');
  const at = new Date().toISOString();
  const { id, key } = await makeApiKey(store, {
    ...{ name: 'bench', scopes: ['read'], requestsPerMinute: 1_000_000, at },
  });
  const settings = { SANAD_DATA: dataFolder, SANAD_PORT: '0', SANAD_ROLES: 'serve' };
  const sanad = startSanad(['start'], settings);
  try {
    const all = await listPages(store);
    const pages = all.filter(({ name }) => wanted.some((word) => name.includes(word)));
    const base = (await sanad.printed(/Sanad is at (http:\S+)/))[1] ?? '';
    await untilWarm(store);
    const get = openReader(base, key);
    const processes = () => [sanad.child.pid ?? 0, ...serverProcesses(dataFolder)];
    for (const { name, paths } of pages) {
      // Each of its connections has planned what this kind of page asks.
      for (const path of paths.slice(0, WARM)) await get(path);
      yield await latencyRow({ name: `page ${name}`, things: paths, work: get, aim: AIM, processes });
    }
    if (pages.length === all.length) yield* measureLoad(base, settings, pages);
  } finally {
    await stop(sanad);
    await revokeApiKey(store, id, at);
    await store.close();
  }
}

/** A site that runs, not one that starts: it has read its index ahead, which takes half of a disk's time for a while. */
async function untilWarm(store: Store): Promise<void> {
  for (let reads = true; reads; ) {
    await setTimeout(WARM_PAUSE_MS);
    const row = await store.row<{ reads: boolean }>(
      `select exists (select from pg_stat_activity where pid <> pg_backend_pid() and query like '%read_pages(%'
         and query_start > clock_timestamp() - interval '${WARM_PAUSE_MS} ms') as reads`,
    );
    reads = row?.reads === true;
  }
}

/** Reads an address as nobody has read it before. */
function openReader(base: string, key: string): (path: string) => Promise<void> {
  let fresh = 0;
  return async (path) => {
    fresh += 1;
    const isApi = path.startsWith('/api/');
    const url = isApi ? base + path : `${base}${path}${path.includes('?') ? '&' : '?'}fresh=${fresh}`;
    const answer = await fetch(url, isApi ? { headers: { Authorization: `Bearer ${key}` } } : {});
    await answer.text();
    if (!answer.ok) throw new Error(`Cannot measure "${path}": it answered ${answer.status}`);
  };
}

/** Many readers at once, and how much slower they are served while articles come in. */
async function* measureLoad(
  base: string,
  settings: Readonly<Record<string, string>>,
  pages: readonly PageKind[],
): AsyncGenerator<BenchRow> {
  const mixed = pages
    .flatMap(({ paths }) => paths.slice(0, MIXED_EACH))
    .filter((path) => !path.startsWith('/api/'));
  // Longer than pages are kept, and another order each time.
  const requests = mixed.map((path) => ({ path: `${path}${path.includes('?') ? '&' : '?'}load=1` }));
  const alone = await loadPages(base, requests);
  const kept = await loadPages(base, [{ path: '/' }]);
  yield { name: 'kept pages, home', value: kept, unit: 'pages/s', aim: { least: KEPT_AIM } };
  yield { name: `mixed pages, not kept, ${CONNECTIONS} connections`, value: alone, unit: 'pages/s' };
  const ingest = startIngest(settings);
  const beside = await loadPages(base, requests);
  const keptBeside = await loadPages(base, [{ path: '/' }]);
  const added = await ingest.stop();
  const aim = { least: INGEST_AIM };
  const coming = `beside ${added} articles/s coming in`;
  yield { name: `kept pages ${coming}`, value: keptBeside / kept, unit: 'of it', aim };
  yield { name: `mixed pages ${coming}`, value: beside / alone, unit: 'of it', aim };
}

async function loadPages(base: string, requests: readonly { readonly path: string }[]): Promise<number> {
  const result = await autocannon({
    url: base,
    connections: CONNECTIONS,
    duration: LOAD_SECONDS,
    requests: [...requests],
  });
  if (result.non2xx > 0) throw new Error(`Cannot measure the load: ${result.non2xx} answers were no pages`);
  return result.requests.average;
}

/** Adds articles through the program at a steady pace until it is stopped; says how many came in each second. */
function startIngest(settings: Readonly<Record<string, string>>) {
  const adding = startSanad(['add', '--quiet', '-'], settings);
  const lines = sampleRecords(5000).split('\n');
  const started = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const due = ((performance.now() - started) / 1000) * INGEST_PER_SECOND;
    while (sent < due && sent < lines.length) {
      adding.child.stdin?.write(`${lines[sent]}\n`);
      sent += 1;
    }
  }, 100);
  return {
    async stop(): Promise<number> {
      clearInterval(timer);
      const seconds = (performance.now() - started) / 1000;
      adding.child.stdin?.end();
      const code = await adding.ended();
      if (code !== 0) throw new Error(`Cannot add beside reading: ${adding.output()}`);
      return Math.round(sent / seconds);
    },
  };
}

async function stop(sanad: SanadProcess): Promise<void> {
  sanad.child.kill('SIGINT');
  if (sanad.child.exitCode === null) await once(sanad.child, 'close');
}
