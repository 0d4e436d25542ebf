import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { openStore } from '../open_store.js';
import { StoreError, type StoreErrorCode } from '../store_error.js';
import { startStoreProcess } from '../test_store_process.js';
import { isAlive } from './leftovers.js';
import { isServed, readPostmaster } from './postmaster.js';
import { socketFolder } from './server_folders.js';

const scratch = mkdtempSync(join(tmpdir(), 'sanad-launcher-'));
chmodSync(scratch, 0o755);
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Made once: a migrated, stopped installation, of which each test gets a copy. */
const original = join(scratch, 'original');
await (await openStore({ dataFolder: original, applicationName: 'sanad test' })).close();

function copyInstallation(name: string): string {
  const copy = join(scratch, name);
  mkdirSync(join(copy, '..'), { recursive: true });
  assert.equal(spawnSync('cp', ['-a', original, copy]).status, 0);
  return copy;
}

function clusterOf(dataFolder: string): string {
  return join(dataFolder, 'db');
}

function serverPid(dataFolder: string): number {
  const postmaster = readPostmaster(clusterOf(dataFolder));
  assert.ok(postmaster, 'a server runs');
  return postmaster.pid;
}

function open(dataFolder: string): ReturnType<typeof openStore> {
  return openStore({ dataFolder, applicationName: 'sanad test' });
}

/** Opened for one test: closed after it, also when it fails. */
async function openFor(t: TestContext, dataFolder: string): ReturnType<typeof openStore> {
  const store = await open(dataFolder);
  t.after(() => store.close());
  return store;
}

function refuses(dataFolder: string, code: StoreErrorCode, words: RegExp): Promise<void> {
  return assert.rejects(open(dataFolder), (error) => {
    assert.ok(error instanceof StoreError, String(error));
    assert.equal(error.code, code, error.message);
    assert.match(error.message, words);
    assert.doesNotMatch(error.message, /[.\n]$/);
    return true;
  });
}

/** Kills the server and whatever works for it, as a power cut would. */
function killServer(dataFolder: string): void {
  const postmaster = serverPid(dataFolder);
  process.kill(postmaster, 'SIGKILL');
  for (let tries = 0; isServed(clusterOf(dataFolder)) && tries < 1000; tries++) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  }
}

const INSERT = `insert into setting values ('kept', '1', now())`;
const KEPT = `select value from setting where key = 'kept'`;

test('a process that joins finds the data, and the last one out stops the server', async (t) => {
  const data = copyInstallation('join');
  const first = await startStoreProcess(data);
  t.after(() => first.kill());
  await first.query(INSERT);
  const pid = serverPid(data);
  const second = await openFor(t, data);
  assert.deepEqual(await second.rows(KEPT), [{ value: 1 }]);
  assert.equal(serverPid(data), pid);
  await first.close();
  assert.deepEqual(await second.rows(KEPT), [{ value: 1 }]);
  await second.close();
  assert.equal(readPostmaster(clusterOf(data)), undefined);
  assert.equal(isServed(clusterOf(data)), false);
});

test('processes that start at the same time on an empty folder share one server', async () => {
  const data = join(scratch, 'race');
  const processes = await Promise.all([1, 2, 3].map(() => startStoreProcess(data)));
  await processes[0]?.query(INSERT);
  const answers = await Promise.all(processes.map((one) => one.query(KEPT)));
  assert.deepEqual(
    answers,
    [1, 2, 3].map(() => [{ value: 1 }]),
  );
  await Promise.all(processes.map((one) => one.close()));
  assert.equal(isServed(clusterOf(data)), false);
  assert.deepEqual(listUnfinished(data), []);
});

test('two stores of one process that open at the same time on an empty folder share one server', async (t) => {
  const data = join(scratch, 'twice');
  const [one, two] = await Promise.all([openFor(t, data), openFor(t, data)]);
  await one.run(INSERT);
  assert.deepEqual(await two.rows(KEPT), [{ value: 1 }]);
});

test('processes that come and go all the time never lose their server', async (t) => {
  const data = copyInstallation('churn');
  async function comeAndGo(): Promise<void> {
    for (let round = 0; round < 4; round++) {
      const store = await openFor(t, data);
      assert.deepEqual(await store.rows('select 1 as one'), [{ one: 1 }]);
      await store.close();
    }
  }
  await Promise.all([comeAndGo(), comeAndGo(), comeAndGo()]);
  assert.equal(isServed(clusterOf(data)), false);
});

test('after a killed process the next one joins the server that is still there', async (t) => {
  const data = copyInstallation('orphan');
  const killed = await startStoreProcess(data);
  await killed.query(INSERT);
  const pid = serverPid(data);
  await killed.kill();
  assert.ok(isAlive(pid));
  const store = await openFor(t, data);
  assert.equal(serverPid(data), pid);
  assert.deepEqual(await store.rows(KEPT), [{ value: 1 }]);
  await store.close();
  assert.equal(isServed(clusterOf(data)), false);
});

test('after everything was killed the next start recovers what was committed', async (t) => {
  const data = copyInstallation('power-cut');
  const killed = await startStoreProcess(data);
  await killed.query(INSERT);
  process.kill(killed.pid, 'SIGSTOP');
  killServer(data);
  await killed.kill();
  assert.ok(existsSync(join(clusterOf(data), 'postmaster.pid')));
  const store = await openFor(t, data);
  assert.deepEqual(await store.rows(KEPT), [{ value: 1 }]);
  await store.close();
});

test('a running process starts its server again when that was killed', async (t) => {
  const data = copyInstallation('heal');
  const store = await openFor(t, data);
  await store.run(INSERT);
  const pid = serverPid(data);
  killServer(data);
  assert.deepEqual(await untilAnswered(() => store.rows(KEPT)), [{ value: 1 }]);
  assert.notEqual(serverPid(data), pid);
  await store.close();
  assert.equal(isServed(clusterOf(data)), false);
});

test('a lock file whose number belongs to another process by now does not keep the server from starting', async (t) => {
  const data = copyInstallation('reused-pid');
  const lock = [process.pid, clusterOf(data), 1, 5432, socketFolder(data), '', '', 'ready'].join('\n');
  writeFileSync(join(clusterOf(data), 'postmaster.pid'), `${lock}\n`);
  const store = await openFor(t, data);
  await store.close();
});

test('a copy of a running installation gets a server of its own', async (t) => {
  const data = copyInstallation('copied');
  const store = await openFor(t, data);
  await store.run(`checkpoint`);
  const copy = join(scratch, 'copy');
  assert.equal(spawnSync('cp', ['-a', data, copy]).status, 0);
  const other = await openFor(t, copy);
  assert.notEqual(serverPid(copy), serverPid(data));
  await other.run(INSERT);
  assert.deepEqual(await store.rows(KEPT), []);
  await other.close();
  assert.deepEqual(await store.rows('select 1 as one'), [{ one: 1 }]);
  await store.close();
});

test('what interrupted starts and older versions left is cleared away, not what a living process makes', async () => {
  const data = join(scratch, 'interrupted');
  const dead = spawnSync('true').pid;
  mkdirSync(join(data, `db.part-${dead}-1-a`), { recursive: true });
  writeFileSync(join(data, `db.part-${dead}-1-a`, 'PG_VERSION'), '18\n');
  mkdirSync(join(data, `postgres-18.4.part-${dead}-1-a`));
  mkdirSync(join(data, `db.part-${process.pid}-1-a`));
  mkdirSync(join(data, 'postgres-18.3'));
  mkdirSync(join(data, 'db.part-1-1-a'));
  await (await open(data)).close();
  assert.deepEqual(listUnfinished(data), [join(data, 'db.part-1-1-a')]);
  assert.equal(existsSync(join(data, 'postgres-18.3')), false);
});

test('a data folder of any length and any letters works', async (t) => {
  const data = copyInstallation(join('long'.repeat(30), "پوشهٔ داده's"));
  assert.ok(!socketFolder(data).startsWith(data));
  const store = await openFor(t, data);
  assert.equal(readPostmaster(clusterOf(data))?.socketFolder, socketFolder(data));
  await store.close();
  rmSync(socketFolder(data), { recursive: true });
});

test('as root the server runs below folders that its account may not pass', async (t) => {
  if (!isRoot(t)) return;
  const closed = join(scratch, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  const fresh = join(closed, 'fresh');
  for (const data of [fresh, fresh, copyInstallation('closed/copied')]) {
    const store = await open(data);
    assert.deepEqual(await store.rows('select 1 as one'), [{ one: 1 }]);
    const status = readFileSync(`/proc/${serverPid(data)}/status`, 'utf8');
    assert.doesNotMatch(status, /^Uid:\s+0/m);
    await store.close();
  }
});

test('the data folder is refused in one sentence when it cannot be written', async () => {
  const file = join(scratch, 'a-file');
  writeFileSync(file, '');
  await refuses(file, 'folder_unwritable', /Cannot write to the data folder ".*a-file".*SANAD_DATA/);
  await refuses(join(file, 'below'), 'folder_unwritable', /ENOTDIR.*SANAD_DATA/);
  if (existsSync('/proc')) await refuses('/proc/sanad/data', 'folder_unwritable', /SANAD_DATA/);
});

test('the cluster of another PostgreSQL is refused and left as it is', async () => {
  const data = copyInstallation('other-version');
  writeFileSync(join(clusterOf(data), 'PG_VERSION'), '17\n');
  await refuses(data, 'other_major_version', /version is 17 and this program brings 18/);
  assert.ok(existsSync(join(clusterOf(data), 'global', 'pg_control')));
});

test('a full disk is told as such, at the first start, at a later one and at work; what was stored stays', async (t) => {
  if (!isRoot(t)) return;
  const mount = join(scratch, 'small-disk');
  mkdirSync(mount);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', mount]).status !== 0) {
    t.skip('this machine allows no mounts');
    return;
  }
  t.after(() => spawnSync('umount', ['-l', mount]));
  const data = join(mount, 'data');
  await refuses(data, 'disk_full', /the disk is full; free some space/);
  resize(mount, 90);
  await refuses(data, 'disk_full', /the disk is full; free some space/);
  resize(mount, 200);
  const store = await openFor(t, data);
  await store.run(INSERT);
  const flood = store.run(
    `insert into page_text select n::text, 1, (select string_agg(md5(n::text || m), '') from generate_series(1, 200) m), now()
     from generate_series(1, 100000) n`,
  );
  await assert.rejects(flood, (error) => error instanceof StoreError && error.code === 'disk_full');
  resize(mount, 400);
  assert.deepEqual(await untilAnswered(() => store.rows(KEPT)), [{ value: 1 }]);
  await store.close();
  const later = await openFor(t, data);
  assert.deepEqual(await later.rows(KEPT), [{ value: 1 }]);
  await later.close();
});

function resize(mount: string, megabytes: number): void {
  assert.equal(spawnSync('mount', ['-o', `remount,size=${megabytes}m`, mount]).status, 0);
}

function isRoot(t: TestContext): boolean {
  if (process.getuid?.() === 0) return true;
  t.skip('needs root');
  return false;
}

function listUnfinished(data: string): readonly string[] {
  const found = spawnSync('find', [data, '-maxdepth', '1', '-name', '*.part-*'], { encoding: 'utf8' });
  return found.stdout.split('\n').filter((line) => line !== '');
}

/** Asks again while the server restarts, at most a minute. */
async function untilAnswered<Value>(ask: () => Promise<Value>): Promise<Value> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}
