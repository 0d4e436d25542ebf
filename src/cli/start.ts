import type { Config } from '../config.js';
import { openStore } from '../store/open_store.js';
import { startCollecting } from './collecting.js';
import { openPipeline } from './open_pipeline.js';
import { startServing } from './serving.js';
import type { Surroundings } from './surroundings.js';
import { untilStopped } from './until_stopped.js';

/** Starts database, site and collector, and stays until Ctrl-C (or SIGTERM) stops them all. */
export async function start(config: Config, { clock }: Surroundings): Promise<void> {
  const stopped = untilStopped();
  const store = await openStore({ ...config, applicationName: 'sanad start' });
  try {
    const pipeline = await openPipeline(store, config.registryFolder);
    const server = await startServing({ store, config, clock });
    const collecting = startCollecting({ pipeline, clock, contact: config.contact });
    await stopped;
    console.log('Stopping …');
    await Promise.all([server.stop(), collecting.stop()]);
  } finally {
    await store.close();
  }
}
