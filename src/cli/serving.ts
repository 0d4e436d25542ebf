import { ensureOperatorPassword } from '../serve/admin/password.js';
import type { DeskActs } from '../serve/desk_acts.js';
import { type RunningServer, startServer } from '../serve/server.js';
import { createSite } from '../serve/site.js';
import type { SiteConfig, SiteEvent } from '../serve/site_deps.js';
import type { Store } from '../store/database.js';

export interface ServingOptions {
  readonly store: Store;
  readonly config: SiteConfig & { readonly host: string; readonly port: number };
  readonly clock: () => string;
  /** What operators may do at the desk beyond the site's own commands. */
  readonly acts?: DeskActs;
}

/** Starts the site and says where it is; on the first run also with which password its operator enters. */
export async function startServing({ store, config, clock, acts }: ServingOptions): Promise<RunningServer> {
  const stopping = new AbortController();
  const site = createSite({
    ...{ store, config, clock, log: tellEvent, stopping: stopping.signal },
    ...(acts && { acts }),
  });
  const server = await startServer(site, config);
  const ensured = await ensureOperatorPassword(store, clock());
  console.log(`Sanad is at ${server.url} (Ctrl-C stops it)`);
  if (ensured.kind === 'made') {
    console.log(`The operator's password for ${server.url}/admin, shown this once: ${ensured.password}`);
  }
  return {
    ...server,
    stop: () => {
      stopping.abort();
      return server.stop();
    },
  };
}

/** One line for each error page that a reader was shown, with its cause. */
function tellEvent({ status, path, error }: SiteEvent): void {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`${status} ${path}: ${cause}`);
}
