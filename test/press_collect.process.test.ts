import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { addressKey } from '../src/collect/address_key.js';
import { startPressClock } from '../src/press/clock.js';
import { loadPressTruth, loadPressWorld, PRESS_FOLDER } from '../src/press/load_world.js';
import { loadPressSites } from '../src/press/site/load_sites.js';
import { type Press, startPress } from '../src/press/site/start_press.js';
import type { Store } from '../src/store/database.js';
import { openTestDatabase } from '../src/store/test_database.js';
import type { PressCollectorSettings } from './press_collector.js';

const CHILD = fileURLToPath(new URL('./press_collector.js', import.meta.url));

/** The ten days of the press pass in so many seconds. */
const PRESS_SECONDS = 40;
const PRESS_MINUTES = 10 * 24 * 60;
/** After the last publication: time for a slow host, back-off and the pages that are still waiting. */
const PATIENCE_MS = 120_000;
/** Fixed, so that a failure can be repeated as far as time allows. */
const SEED = 20_260_203;

test('a collector that is killed at three random moments has every item of the press exactly once', async (t) => {
  const world = loadPressWorld();
  const speed = PRESS_MINUTES / (PRESS_SECONDS / 60);
  const clock = startPressClock(world.setting, { now: () => Date.now(), startMinute: 0, speed });
  const press = await startPress({ world, sites: loadPressSites(), clock });
  const store = await openTestDatabase(t);
  t.after(() => press.close());
  const settings = settingsFor(press, store.databaseUrl);

  const dice = seededDice(SEED);
  for (let kill = 0; kill < 3; kill++) {
    const collector = startCollector(settings);
    await sleep(1500 + (dice() * (PRESS_SECONDS * 1000)) / 4);
    collector.kill('SIGKILL');
    await ended(collector);
  }
  const last = startCollector(settings);
  t.after(() => last.kill('SIGKILL'));
  const published = new Set(loadPressTruth().published.map(({ article }) => article));
  const expected = pagesOf(press).filter(({ article }) => published.has(article));
  assert.equal(new Set(expected.map(({ article }) => article)).size, published.size);

  const deadline = Date.now() + PRESS_SECONDS * 1000 + PATIENCE_MS;
  let missing = await missingOf(store, expected);
  while (missing.length > 0 && Date.now() < deadline) {
    await sleep(500);
    missing = await missingOf(store, expected);
  }
  last.kill('SIGTERM');
  await ended(last);

  assert.deepEqual(missing, [], 'not collected');
  assert.deepEqual(await twiceStored(store), [], 'stored twice');
  assert.deepEqual(await strangersIn(store, expected), [], 'no item of the press');
  assert.deepEqual(forbiddenAsked(press), [], 'asked although robots.txt closes it');
});

function settingsFor(press: Press, databaseUrl: string): PressCollectorSettings {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-press-'));
  copyFileSync(join(PRESS_FOLDER, 'outlets.json'), join(folder, 'outlets.json'));
  writeFileSync(join(folder, 'sources.json'), JSON.stringify({ sources: press.sources }));
  return {
    databaseUrl,
    dataFolder: folder,
    registryFolder: folder,
    addresses: [...press.addresses],
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

function startCollector(settings: PressCollectorSettings): ChildProcess {
  const child = spawn(process.execPath, ['--enable-source-maps', CHILD, JSON.stringify(settings)], {
    stdio: ['ignore', process.env.SANAD_TEST_LOUD ? 'inherit' : 'ignore', 'inherit'],
  });
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** First versions of everything that the press will ever publish. */
function pagesOf(press: Press): readonly { readonly article: string; readonly url: string }[] {
  return press.publishedUntil(PRESS_MINUTES * 2).filter(({ version }) => version === 1);
}

async function missingOf(
  store: Store,
  expected: readonly { readonly article: string; readonly url: string }[],
): Promise<readonly string[]> {
  const known = new Set((await storedUrls(store)).map(addressKey));
  return expected
    .filter(({ url }) => !known.has(addressKey(url)))
    .map(({ article, url }) => `${article} ${url}`);
}

async function storedUrls(store: Store): Promise<readonly string[]> {
  const rows = await store.rows<{ url: string }>('select url from article where url is not null');
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
