import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, ROLES } from '../config.js';
import type { Source } from '../model/outlet.js';
import { loadWorldGazetteer } from '../pipeline/load_gazetteer.js';
import { loadWorldRegistry } from '../pipeline/load_registry.js';
import { syncRegistry } from '../pipeline/sync_registry.js';
import { startPressClock } from '../press/clock.js';
import { loadPressWorld, PRESS_FOLDER } from '../press/load_world.js';
import { loadPressSites } from '../press/site/load_sites.js';
import { type Press, startPress } from '../press/site/start_press.js';
import { type RunningServer, ServerError } from '../serve/server.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import type { Registry } from '../sources/registry.js';
import type { Store } from '../store/database.js';
import { openStore } from '../store/open_store.js';
import { makeDemoFolder, removeDemoFolder } from './demo_folder.js';
import { openDeskActs } from './desk_acts.js';
import { startNotifying } from './notifying.js';
import { type ServingOptions, startServing } from './serving.js';
import { CliError, type Surroundings } from './surroundings.js';
import { untilStopped } from './until_stopped.js';
import { startWorking } from './working.js';

/**
 * Most of the ten days are out at the start, so that every page has something to show; the rest keeps coming. Right
 * after it an outlet takes back its headline, so that an edit can be seen within minutes.
 */
const START_MINUTE = 8.3 * 24 * 60;
/** Minutes of the press in one minute of ours. */
const SPEED = 60;
/** The press is on this machine and invites it; where one of its hosts asks for patience, it still gets it. */
const PACE = {
  hostIntervalMs: 20,
  minPollMs: 5_000,
  maxPollMs: 30_000,
  frontPageMs: 15_000,
  backOffMs: 2_000,
  maxBackOffMs: 30_000,
} as const;

/**
 * Shows everything on the invented sample press: its sites on loopback, collected over real HTTP into a database
 * that is thrown away at the end. Host, port and data folder are those of the settings; the database lies in a
 * folder of its own, and where the default port is taken (by `npm start`, say) any free one is used.
 */
export async function demo(config: Config, surroundings: Surroundings): Promise<void> {
  const stopped = untilStopped();
  const named = surroundings.environment.SANAD_DATA;
  const dataFolder = await makeDemoFolder(named === undefined || named === '' ? tmpdir() : config.dataFolder);
  try {
    const press = await openPress();
    try {
      const store = await openStore({ dataFolder, applicationName: 'sanad demo' });
      try {
        await show({ press, store, stopped, dataFolder }, config, surroundings);
      } finally {
        await store.close();
      }
    } finally {
      await press.close();
    }
  } finally {
    removeDemoFolder(dataFolder);
  }
}

function openPress(): Promise<Press> {
  const world = loadPressWorld();
  const clock = startPressClock(world.setting, { now: Date.now, startMinute: START_MINUTE, speed: SPEED });
  return startPress({ world, sites: loadPressSites(), clock });
}

interface Show {
  readonly press: Press;
  readonly store: Store;
  readonly stopped: Promise<void>;
  readonly dataFolder: string;
}

async function show(
  { press, store, stopped, dataFolder }: Show,
  config: Config,
  surroundings: Surroundings,
): Promise<void> {
  const { clock } = surroundings;
  const registry = pressRegistry(press.sources);
  await syncRegistry(store, registry);
  const { host, port, baseUrl, lab, alerts } = config;
  const pictures = {
    dataFolder,
    budgetBytes: config.pictureBytes,
    allowedHosts: press.addresses,
    hostIntervalMs: PACE.hostIntervalMs,
  };
  const shown = { host, port, baseUrl, lab, alerts, sample: true };
  const gazetteer = pressGazetteer(registry);
  const server = await serveSomewhere(
    { store, clock, acts: openDeskActs(store), pictures, gazetteer, config: shown },
    surroundings,
  );
  console.log(`The sample press itself is at ${press.origin}; every name in it is invented`);
  const pipeline = { store, registry, gazetteer };
  const working = startWorking({ pipeline, roles: ROLES, clock, allowedHosts: press.addresses, pace: PACE });
  const notifying = startNotifying({ store, config, clock });
  await stopped;
  console.log('Stopping …');
  await Promise.all([server.stop(), working.stop(), notifying.stop()]);
}

/** The wished port, or any free one where nobody wished for this one. */
async function serveSomewhere(
  options: ServingOptions,
  { environment }: Surroundings,
): Promise<RunningServer> {
  try {
    return await startServing(options);
  } catch (cause) {
    const wished = (environment.SANAD_PORT ?? environment.SANAD_PORT_FILE ?? '') !== '';
    if (wished || !(cause instanceof ServerError) || cause.code !== 'EADDRINUSE') throw cause;
    console.log(`Port ${options.config.port} is taken; the demonstration takes a free one`);
    return startServing({ ...options, config: { ...options.config, port: 0 } });
  }
}

function pressGazetteer({ outlets }: Registry): Gazetteer {
  const { value, issues } = loadWorldGazetteer(outlets, PRESS_FOLDER);
  if (value === undefined) throw new CliError(issues.map((issue) => issue.message).join('\n'));
  return value;
}

function pressRegistry(sources: readonly Source[]): Registry {
  const { value, issues } = loadWorldRegistry(join(PRESS_FOLDER, 'outlets.json'));
  if (value === undefined) throw new CliError(issues.map((issue) => issue.message).join('\n'));
  return { ...value, sources };
}
