import type { Config } from '../config.js';
import { ensureOperatorPassword } from '../serve/admin/password.js';
import { startServer } from '../serve/server.js';
import { createSite } from '../serve/site.js';
import type { SiteEvent } from '../serve/site_deps.js';
import { openStore } from '../store/open_store.js';
import { openPipeline } from './open_pipeline.js';
import type { Surroundings } from './surroundings.js';
import { untilStopped } from './until_stopped.js';

/** Starts database and site and stays until Ctrl-C (or SIGTERM) stops both. */
export async function start(config: Config, { clock }: Surroundings): Promise<void> {
  const stopped = untilStopped();
  const store = await openStore({ ...config, applicationName: 'sanad start' });
  try {
    await openPipeline(store, config.registryFolder);
    const ensured = await ensureOperatorPassword(store, clock());
    const site = createSite({ store, config, clock, log: tellEvent });
    const server = await startServer(site, config);
    try {
      console.log(`Sanad is at ${server.url} (Ctrl-C stops it)`);
      if (ensured.kind === 'made') {
        console.log(`The operator's password for ${server.url}/admin, shown this once: ${ensured.password}`);
      }
      await stopped;
      console.log('Stopping …');
    } finally {
      await server.stop();
    }
  } finally {
    await store.close();
  }
}

/** One line for each error page that a reader was shown, with its cause. */
function tellEvent({ status, path, error }: SiteEvent): void {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`${status} ${path}: ${cause}`);
}
