import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorking, type Working } from '../../src/cli/working.js';
import type { PaceSettings } from '../../src/collect/schedule.js';
import { ROLES } from '../../src/config.js';
import { loadGazetteer } from '../../src/pipeline/load_gazetteer.js';
import { syncRegistry } from '../../src/pipeline/sync_registry.js';
import { startServer } from '../../src/serve/server.js';
import { createSite } from '../../src/serve/site.js';
import type { Store } from '../../src/store/database.js';
import { openStore } from '../../src/store/open_store.js';
import { databaseSeconds } from '../process_stats.js';
import type { NewsWeb } from './news_web.js';

const clock = (): string => new Date().toISOString();

/** The whole program at work on a web of its own: collector, readers and site in this process, with a database. */
export interface Collecting {
  readonly store: Store;
  /**
   * Returns when every source has been asked, nothing waits to be fetched or read and `hubs` hubs have promised to push, or
   * after `longestMs`.
   */
  settle(longestMs: number, hubs?: number): Promise<void>;
  /** Processor seconds since the start of this process and of the database's processes. */
  cpuSeconds(): { readonly program: number; readonly database: number };
  stop(): Promise<void>;
}

/** Starts everything in a folder that is thrown away; sources are asked at the given pace. */
export async function startCollecting(web: NewsWeb, pace: Partial<PaceSettings>): Promise<Collecting> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
  const { registry, addresses } = web;
  const store = await openStore({ dataFolder, applicationName: 'sanad bench' });
  await syncRegistry(store, registry);
  const { value: gazetteer } = loadGazetteer(registry.outlets);
  if (gazetteer === undefined) throw new Error('Cannot start: the gazetteer is not readable');
  const pipeline = { store, registry, gazetteer };
  const site = await startServer(createSite({ store, config: {}, clock }), { host: '127.0.0.1', port: 0 });
  const working: Working = startWorking({
    ...{ pipeline, roles: ROLES, clock, allowedHosts: addresses, pace, baseUrl: site.url },
  });
  return {
    store,
    settle: (longestMs, hubs = 0) => settle(store, longestMs, hubs),
    cpuSeconds: () => {
      const { user, system } = process.cpuUsage();
      return { program: (user + system) / 1e6, database: databaseSeconds(dataFolder) };
    },
    async stop() {
      await working.stop();
      await site.stop();
      await store.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function settle(store: Store, longestMs: number, hubs: number): Promise<void> {
  const until = Date.now() + longestMs;
  for (let open = 1; open > 0 && Date.now() < until; ) {
    await sleep(1000);
    const row = await store.row<{ open: number }>(
      `select (select count(*) from source_state where last_attempt_at is null)
         + (select count(*) from frontier where state in ('waiting', 'pending'))
         + greatest(0, $1 - (select count(*) from subscription where state = 'held')) as open`,
      [hubs],
    );
    open = row?.open ?? 0;
  }
}
