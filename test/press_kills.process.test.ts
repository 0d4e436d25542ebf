import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { addressKey } from '../src/collect/address_key.js';
import type { Role } from '../src/config.js';
import { startPressClock } from '../src/press/clock.js';
import { loadPressTruth, loadPressWorld, PRESS_FOLDER } from '../src/press/load_world.js';
import { loadPressSites } from '../src/press/site/load_sites.js';
import { type Press, startPress } from '../src/press/site/start_press.js';
import type { Store } from '../src/store/database.js';
import { openStore } from '../src/store/open_store.js';
import { verifyStore } from '../src/store/upkeep/verify.js';
import { openRelay, type Relay } from './press_relay.js';
import type { PressWorkerSettings } from './press_worker.js';

const WORKER = fileURLToPath(new URL('./press_worker.js', import.meta.url));

/** The ten days of the press pass in so many seconds. */
const PRESS_SECONDS = 45;
const PRESS_MINUTES = 10 * 24 * 60;
/** After the last publication: time for a slow host, back-off and the pages that are still waiting. */
const PATIENCE_MS = 120_000;
const KILLS = 24;
/** Every fifth kill hits the database. */
const DATABASE_EVERY = 5;
/** Beside every fourth kill the network to the press is cut, for at most so long. */
const CUT_EVERY = 4;
const CUT_MS = 800;
const ROLES: readonly (readonly Role[])[] = [
  ['collect'],
  ['process'],
  ['collect'],
  ['process'],
  ['serve'],
  ['serve'],
];
/** Random, so that other moments are tried each time; a failure prints it, and it may be set again. */
const SEED = Number(process.env.SANAD_TEST_SEED ?? Date.now() % 1_000_000);

test('two processes of each role and their database, killed at 24 random moments and cut off at six, have every item of the press exactly once', async (t) => {
  const world = loadPressWorld();
  const speed = PRESS_MINUTES / (PRESS_SECONDS / 60);
  const clock = startPressClock(world.setting, { now: () => Date.now(), startMinute: 0, speed });
  const press = await startPress({ world, sites: loadPressSites(), clock, calm: ['blank_page'] });
  const relay = await openRelay(press.addresses);
  const settings = settingsFor(press, relay.addresses);
  const store = await openStore({ dataFolder: settings.dataFolder, applicationName: 'sanad test' });
  const workers = ROLES.map((roles) => keepRunning({ ...settings, roles }));
  t.after(async () => {
    await Promise.all(workers.map((worker) => worker.stop('SIGKILL')));
    await store.close();
    relay.close();
    await press.close();
    for (const folder of [settings.dataFolder, settings.registryFolder]) rmSync(folder, { recursive: true });
  });

  t.diagnostic(
    `seed ${SEED}: ${await killAtRandom(workers, { store, relay, dataFolder: settings.dataFolder })}`,
  );
  const published = new Set(loadPressTruth().published.map(({ article }) => article));
  const expected = pagesOf(press).filter(({ article }) => published.has(article));
  assert.equal(new Set(expected.map(({ article }) => article)).size, published.size);
  const deadline = Date.now() + PRESS_SECONDS * 1000 + PATIENCE_MS;
  let missing = await missingOf(store, expected);
  while (missing.length > 0 && Date.now() < deadline) {
    await sleep(500);
    missing = await missingOf(store, expected);
  }
  await Promise.all(workers.map((worker) => worker.stop('SIGTERM')));

  assert.deepEqual(missing, [], `not collected with seed ${SEED}`);
  assert.equal(await parkedCount(store), 0, 'given up although only the database was away');
  assert.deepEqual(await twiceStored(store), [], 'stored twice');
  assert.deepEqual(await strangersIn(store, expected), [], 'no item of the press');
  assert.deepEqual((await verifyStore(store)).faults, [], 'broken in the store');
  assert.deepEqual(forbiddenAsked(press), [], 'asked although robots.txt closes it');
});

type CommonSettings = Omit<PressWorkerSettings, 'roles'>;

function settingsFor(press: Press, addresses: ReadonlyMap<string, string>): CommonSettings {
  const registryFolder = mkdtempSync(join(tmpdir(), 'sanad-press-'));
  copyFileSync(join(PRESS_FOLDER, 'outlets.json'), join(registryFolder, 'outlets.json'));
  writeFileSync(join(registryFolder, 'sources.json'), JSON.stringify({ sources: press.sources }));
  return {
    dataFolder: mkdtempSync(join(tmpdir(), 'sanad-kills-')),
    registryFolder,
    addresses: [...addresses],
    pace: {
      hostIntervalMs: 10,
      minPollMs: 1000,
      maxPollMs: 3000,
      backOffMs: 200,
      maxBackOffMs: 1000,
      revisitAfterMs: [],
    },
    leaseMs: 1500,
  };
}

/** A worker that is started again whenever it ends, as a service manager does. */
interface KeptWorker {
  readonly name: string;
  kill(): void;
  stop(signal: NodeJS.Signals): Promise<void>;
}

function keepRunning(settings: PressWorkerSettings): KeptWorker {
  const loudness = process.env.SANAD_TEST_LOUD ? 'inherit' : 'ignore';
  let isStopping = false;
  let child = start();
  function start(): ChildProcess {
    const argv = ['--enable-source-maps', WORKER, JSON.stringify(settings)];
    const started = spawn(process.execPath, argv, { stdio: ['ignore', loudness, loudness] });
    started.once('exit', () => {
      if (!isStopping) child = start();
    });
    return started;
  }
  return {
    name: settings.roles.join(),
    kill: () => void child.kill('SIGKILL'),
    async stop(signal) {
      isStopping = true;
      child.kill(signal);
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

interface Victim {
  readonly store: Store;
  readonly relay: Relay;
  readonly dataFolder: string;
}

/** Kills workers and the database and cuts the network in a seeded order; says what was killed. */
async function killAtRandom(
  workers: readonly KeptWorker[],
  { store, relay, dataFolder }: Victim,
): Promise<string> {
  const dice = seededDice(SEED);
  const killed: string[] = [];
  for (let kill = 1; kill <= KILLS; kill++) {
    await sleep(400 + dice() * 1600);
    if (kill % CUT_EVERY === 0) {
      relay.cut();
      killed.push('network');
      await sleep(dice() * CUT_MS);
    }
    if (kill % DATABASE_EVERY === 0) {
      process.kill(await postmasterOf(dataFolder), 'SIGKILL');
      killed.push('database');
      await askPatiently(() => store.rows('select 1'));
    } else {
      const worker = workers[Math.floor(dice() * workers.length)];
      worker?.kill();
      killed.push(worker?.name ?? '');
    }
    relay.mend();
  }
  return killed.join(', ');
}

/** The number of the server's first process, which its lock file begins with. */
async function postmasterOf(dataFolder: string): Promise<number> {
  const read = async (): Promise<number> => {
    const pid = Number(readFileSync(join(dataFolder, 'db', 'postmaster.pid'), 'utf8').split('\n')[0]);
    assert.ok(pid > 1);
    return pid;
  };
  return askPatiently(read);
}

/** Asks again while the database is being started, at most a minute. */
async function askPatiently<Value>(ask: () => Promise<Value>): Promise<Value> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      return await ask();
    } catch (cause) {
      if (Date.now() > deadline) throw cause;
      await sleep(100);
    }
  }
}

async function parkedCount(store: Store): Promise<number> {
  const row = await store.row<{ count: number }>(
    "select count(*) as count from frontier where state = 'pending' and read_failures > 0",
  );
  return row?.count ?? 0;
}

/** First versions of everything that the press will ever publish. */
function pagesOf(press: Press): readonly { readonly article: string; readonly url: string }[] {
  return press.publishedUntil(PRESS_MINUTES * 2).filter(({ version }) => version === 1);
}

async function missingOf(
  store: Store,
  expected: readonly { readonly article: string; readonly url: string }[],
): Promise<readonly string[]> {
  const known = new Set((await askPatiently(() => storedUrls(store))).map(addressKey));
  return expected
    .filter(({ url }) => !known.has(addressKey(url)))
    .map(({ article, url }) => `${article} ${url}`);
}

/** Addresses of the articles that have gone through all stages. */
async function storedUrls(store: Store): Promise<readonly string[]> {
  const rows = await store.rows<{ url: string }>(
    'select url from article join report on article_id = article.id where url is not null',
  );
  return rows.map(({ url }) => url);
}

/** Articles that the press never published: a box, a list or a challenge taken for one. */
async function strangersIn(
  store: Store,
  expected: readonly { readonly url: string }[],
): Promise<readonly string[]> {
  const published = new Set(expected.map(({ url }) => addressKey(url)));
  return (await storedUrls(store)).filter((url) => !published.has(addressKey(url)));
}

async function twiceStored(store: Store): Promise<readonly string[]> {
  const urls = await storedUrls(store);
  const keys = urls.map(addressKey);
  return urls.filter((url, index) => keys.indexOf(addressKey(url)) !== index);
}

function forbiddenAsked(press: Press): readonly string[] {
  return press.ledger
    .entries()
    .filter(({ path }) => /^\/(?:(?:doc\/)?print|wp-admin|search|fa\/archive-internal)\//.test(path))
    .map(({ host, path }) => `${host}${path}`);
}

/** mulberry32: a small generator of numbers from 0 to 1 that is the same everywhere. */
function seededDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
