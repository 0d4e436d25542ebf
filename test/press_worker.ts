// A process with some of the roles of `sanad start`, on the sample press, for tests that kill it. Settings come as
// JSON in the first argument; it runs until it is told to stop or killed.
import { startServing } from '../src/cli/serving.js';
import { startWorking } from '../src/cli/working.js';
import type { PaceSettings } from '../src/collect/schedule.js';
import type { Role } from '../src/config.js';
import { loadGazetteer } from '../src/pipeline/load_gazetteer.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import { syncRegistry } from '../src/pipeline/sync_registry.js';
import { openStore } from '../src/store/open_store.js';

/** What the test tells its workers. */
export interface PressWorkerSettings {
  readonly roles: readonly Role[];
  readonly dataFolder: string;
  readonly registryFolder: string;
  /** Host name → `127.0.0.1:<port>`. */
  readonly addresses: readonly (readonly [string, string])[];
  readonly pace: Partial<PaceSettings>;
  readonly leaseMs: number;
}

const settings = JSON.parse(process.argv[2] ?? '{}') as PressWorkerSettings;
const { roles, dataFolder, registryFolder, pace, leaseMs } = settings;
const allowedHosts = new Map(settings.addresses);
const clock = (): string => new Date().toISOString();
const stopped = new Promise((resolve) => process.once('SIGTERM', resolve));

const { value: known, issues } = loadRegistry(registryFolder);
if (known === undefined) throw new Error(issues[0]?.message);
// The real outlets are not asked in a test.
const sources = known.sources.filter(({ url }) => allowedHosts.has(new URL(url).host));
const registry = { ...known, sources };
const store = await openStore({ dataFolder, applicationName: `sanad start ${roles.join(',')}` });
await syncRegistry(store, registry);
const site = { host: '127.0.0.1', port: 0, baseUrl: undefined, lab: false };
const server = roles.includes('serve') ? await startServing({ store, config: site, clock }) : undefined;
const { value: gazetteer } = loadGazetteer(registry.outlets, registryFolder);
const pipeline = { store, registry, ...(gazetteer && { gazetteer }) };
const working = startWorking({ pipeline, roles, clock, allowedHosts, pace, leaseMs });
await stopped;
await server?.stop();
await working.stop();
await store.close();
