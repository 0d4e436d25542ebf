// A collector as a process of its own, for tests that kill it. Settings come as JSON in the first argument; it
// prints one line for each job that it has stored and runs until it is told to stop or killed.
import { runCollector } from '../src/collect/collector.js';
import { openGuardedFetch } from '../src/collect/guarded_fetch.js';
import type { PaceSettings } from '../src/collect/schedule.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import { processStoredPages } from '../src/pipeline/process_page.js';
import { startReader } from '../src/pipeline/read_pending.js';
import { syncRegistry } from '../src/pipeline/sync_registry.js';
import { collectionStore } from '../src/store/frontier.js';
import { openStore } from '../src/store/open_store.js';

/** What the test tells its collector. */
export interface PressCollectorSettings {
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly registryFolder: string;
  /** Host name → `127.0.0.1:<port>`. */
  readonly addresses: readonly (readonly [string, string])[];
  readonly pace: Partial<PaceSettings>;
  readonly leaseMs: number;
}

const settings = JSON.parse(process.argv[2] ?? '{}') as PressCollectorSettings;
const hosts = new Map(settings.addresses);
const clock = (): string => new Date().toISOString();
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());

const { value: known, issues } = loadRegistry(settings.registryFolder);
if (known === undefined) throw new Error(issues[0]?.message);
// The real outlets are not asked in a test.
const registry = { ...known, sources: known.sources.filter(({ url }) => hosts.has(new URL(url).host)) };
const store = await openStore({ ...settings, applicationName: 'sanad test' });
await syncRegistry(store, registry);
const network = openGuardedFetch({
  userAgent: 'Sanad/0.1.0 (test)',
  clock,
  allowedHosts: hosts,
});
const reader = startReader({
  store,
  clock,
  process: (pages) => processStoredPages({ store, registry }, pages),
  leaseMs: settings.leaseMs,
  log: (event) => {
    if (event.kind !== 'read') process.stdout.write(`${event.kind} ${event.cause}\n`);
  },
});
await runCollector(
  {
    store: collectionStore(store),
    registry,
    fetch: network.fetch,
    clock,
    random: Math.random,
    onStored: reader.wake,
    pace: settings.pace,
    leaseMs: settings.leaseMs,
    parallel: 16,
    log: (event) => {
      if (event.kind === 'job')
        process.stdout.write(`${event.job.kind} ${event.job.url} ${event.condition.code}\n`);
      else process.stdout.write(`${event.kind} ${event.cause}\n`);
    },
  },
  stop.signal,
);
await reader.stop();
await network.close();
await store.close();
