import { type Config, ROLES, type Role } from '../config.js';
import { openStore } from '../store/open_store.js';
import { openDeskActs } from './desk_acts.js';
import { startHubPinging } from './hub_pinging.js';
import { startNotifying } from './notifying.js';
import { openPipeline } from './open_pipeline.js';
import { startRetaining } from './retaining.js';
import { startServing } from './serving.js';
import type { Surroundings } from './surroundings.js';
import { untilStopped } from './until_stopped.js';
import { startWorking } from './working.js';

/** Starts database and what the roles of this process are, and stays until Ctrl-C (or SIGTERM) stops them all. */
export async function start(config: Config, { clock }: Surroundings): Promise<void> {
  const stopped = untilStopped();
  const { roles, contact, baseUrl, hostIntervalMs, proxies } = config;
  const store = await openStore({ ...config, applicationName: programName(roles) });
  try {
    const pipeline = await openPipeline(store, config.registryFolder);
    const acts = openDeskActs(store, { config, clock });
    const pictures = {
      dataFolder: config.dataFolder,
      budgetBytes: config.pictureBytes,
      ...{ contact, hostIntervalMs },
    };
    const server = roles.includes('serve')
      ? await startServing({ store, config, clock, acts, pictures, gazetteer: pipeline.gazetteer })
      : undefined;
    const working = startWorking({
      pipeline,
      roles,
      clock,
      contact,
      baseUrl,
      proxies,
      pace: { hostIntervalMs },
    });
    const notifying = roles.includes('process') ? startNotifying({ store, config, clock }) : undefined;
    const pinging = roles.includes('process') ? startHubPinging({ store, config, clock }) : undefined;
    const isWorking = roles.includes('collect') || roles.includes('process');
    const retaining = isWorking ? startRetaining({ store, limits: config.rawLimits, clock }) : undefined;
    if (server === undefined) console.log(`Sanad is at work: ${roles.join(', ')} (Ctrl-C stops it)`);
    await stopped;
    console.log('Stopping …');
    await Promise.all([
      server?.stop(),
      working.stop(),
      retaining?.stop(),
      notifying?.stop(),
      pinging?.stop(),
    ]);
  } finally {
    await store.close();
  }
}

/** How the database sees this process; `sanad doctor` reads the roles from it. */
function programName(roles: readonly Role[]): string {
  return roles.length === ROLES.length ? 'sanad start' : `sanad start ${roles.join(',')}`;
}
