import { join } from 'node:path';
import { type AllowedHosts, findUrlFault, WEB_PORTS } from '../collect/address_guard.js';
import { ensureOperatorPassword } from '../serve/admin/password.js';
import type { DeskActs } from '../serve/desk_acts.js';
import { openPictures } from '../serve/pictures/pictures.js';
import { collectEnglishNames } from '../serve/pieces/name.js';
import { type RunningServer, startServer } from '../serve/server.js';
import { createSite } from '../serve/site.js';
import type { SiteConfig, SiteEvent } from '../serve/site_deps.js';
import { warmPages } from '../serve/warm_pages.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import type { Store } from '../store/database.js';
import { warmSearch } from '../store/search_warming.js';
import { openPictureFetch, type PictureFetchOptions } from './picture_fetch.js';

export interface ServingOptions {
  readonly store: Store;
  readonly config: SiteConfig & {
    readonly host: string;
    readonly port: number;
    readonly alerts?: { readonly smtpUrl?: string | undefined; readonly hosts: AllowedHosts };
  };
  readonly clock: () => string;
  /** Thumbnails: where they are kept and how they are fetched; none without it. */
  readonly pictures?: PictureSettings | undefined;
  /** What operators may do at the desk beyond the site's own commands. */
  readonly acts?: DeskActs;
  /** Whom the program knows by name, outlets among them: English pages show their English names. */
  readonly gazetteer?: Pick<Gazetteer, 'entries'>;
}

export interface PictureSettings extends Omit<PictureFetchOptions, 'clock'> {
  /** Where the embedded database and the operator's files are. */
  readonly dataFolder: string;
  /** Room on disk; 0: no pictures. */
  readonly budgetBytes: number;
}

/** Starts the site and says where it is; on the first run also with which password its operator enters. */
export async function startServing(options: ServingOptions): Promise<RunningServer> {
  const { store, config, clock, acts, gazetteer } = options;
  const stopping = new AbortController();
  const source = openPictureSource(options, stopping.signal);
  const site = createSite({
    ...{ store, config, clock, log: tellEvent, stopping: stopping.signal },
    ...(acts && { acts }),
    ...(gazetteer && { englishNames: collectEnglishNames(gazetteer.entries) }),
    pictures: source?.pictures,
    findTargetFault: (address) =>
      findUrlFault(address, { allowedHosts: config.alerts?.hosts ?? new Map(), ports: WEB_PORTS }),
  });
  const server = await startServer(site, config);
  const warmed = Promise.all([
    warmSearch(store, stopping.signal).catch(tellCold('the search index')),
    warmPages(site, { store, signal: stopping.signal }).catch(tellCold('the first pages')),
  ]);
  const ensured = await ensureOperatorPassword(store, clock());
  console.log(`Sanad is at ${server.url} (Ctrl-C stops it)`);
  if (ensured.kind === 'made') {
    console.log(`The operator's password for ${server.url}/admin, shown this once: ${ensured.password}`);
  }
  return {
    ...server,
    stop: async () => {
      stopping.abort();
      await server.stop();
      await warmed;
      await source?.close();
    },
  };
}

function openPictureSource({ pictures: settings, clock }: ServingOptions, stopping: AbortSignal) {
  if (settings === undefined || settings.budgetBytes === 0) return undefined;
  const { fetch, close } = openPictureFetch({ ...settings, clock });
  const { budgetBytes } = settings;
  const folder = join(settings.dataFolder, 'pictures');
  const pictures = openPictures({ folder, budgetBytes, fetch, clock, stopping });
  return {
    pictures,
    close: async () => {
      await pictures.idle();
      await close();
    },
  };
}

/** Nothing is lost by it but the time of the first readers. */
function tellCold(what: string): (error: unknown) => void {
  return (error) => {
    console.error(`Cannot read ${what} ahead: ${error instanceof Error ? error.message : String(error)}`);
  };
}

/** One line for each error page that a reader was shown, with its cause. */
function tellEvent({ status, path, error }: SiteEvent): void {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`${status} ${path}: ${cause}`);
}
