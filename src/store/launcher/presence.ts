/** Finding, starting and joining the server of a data folder: the way to an open session that counts as presence. */
import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { errorCode, StoreError } from '../store_error.js';
import { findServerAccount } from './account.js';
import { provideBinaries } from './binaries.js';
import {
  type ClusterOptions,
  checkCluster,
  DATABASE_USER,
  DISK_FULL,
  lastLines,
  provideCluster,
  readSystemIdentifier,
} from './cluster.js';
import { removeLeftovers } from './leftovers.js';
import {
  findServing,
  isServed,
  type Postmaster,
  readPostmaster,
  removeStaleLocks,
  type StartedServer,
  startPostmaster,
} from './postmaster.js';
import { diskFull, type ServerFolders } from './server_folders.js';

/** The database of the store; made at the first start. */
export const DATABASE = 'sanad';
/** Held shared by every process that uses the server, in the database `postgres`. Any fixed number will do. */
export const PRESENCE_LOCK = 5_283_002;

export const POLL_MS = 20;
/** Recovery after a crash of the machine replays up to max_wal_size, well under a minute on a slow disk. */
const START_PATIENCE_MS = 300_000;
/** A server that runs and does not answer at all, or whose orphaned processes do not end. */
const SILENCE_PATIENCE_MS = 30_000;

/** How this process wants to take part. */
export interface PresenceOptions {
  readonly applicationName: string;
  /** Default true; false for tests: faster, and a lost machine may lose the data. */
  readonly durable?: boolean;
  /** Memory for the server's pages, where this process starts it; absent: by the machine. */
  readonly cacheBytes?: number | undefined;
}

/** An open session that holds the shared lock. */
export interface Presence {
  readonly client: pg.Client;
  readonly postmaster: Postmaster;
}

/** Joins the server that runs or starts one; makes the cluster at the first start. Throws StoreError. */
export async function attachOrStart(folders: ServerFolders, options: PresenceOptions): Promise<Presence> {
  const clusterExists = statSync(folders.cluster, { throwIfNoEntry: false }) !== undefined;
  if (clusterExists) {
    checkCluster(folders);
    const running = await attachWhileServed(folders, options);
    if (running) return running;
  }
  const binaries = await provideBinaries(folders.data);
  await removeLeftovers(folders.data, binaries);
  const cluster: ClusterOptions = {
    folders,
    account: await findServerAccount(folders.cluster),
    binaries,
    durable: options.durable ?? true,
    cacheBytes: options.cacheBytes,
  };
  await provideCluster(cluster);
  return startUntilAttached(cluster, options);
}

/** Attaches to a server that runs, waiting while it starts or stops; undefined when none runs. */
async function attachWhileServed(
  folders: ServerFolders,
  options: PresenceOptions,
): Promise<Presence | undefined> {
  const deadline = performance.now() + START_PATIENCE_MS;
  let silentUntil = performance.now() + SILENCE_PATIENCE_MS;
  while (isServed(folders.cluster)) {
    const attempt = await tryAttach(folders, options);
    if (typeof attempt === 'object') return attempt;
    if (attempt === 'busy') silentUntil = performance.now() + SILENCE_PATIENCE_MS;
    if (performance.now() > Math.min(deadline, silentUntil)) throw silentServer(folders);
    await pause(POLL_MS);
  }
  return undefined;
}

const RACED = /lock file ".*" (already exists|is empty)|shared memory block .* is still in use/;

async function startUntilAttached(cluster: ClusterOptions, options: PresenceOptions): Promise<Presence> {
  const deadline = performance.now() + SILENCE_PATIENCE_MS;
  for (;;) {
    removeStaleLocks(cluster.folders);
    const server = await startPostmaster(cluster);
    const presence = await attachToStarted(server, cluster.folders, options);
    if (presence) return presence;
    const log = server.log();
    // Another process was faster, a killed server's last processes are still ending, or somebody joined the new
    // server, was the last to leave and stopped it (in order, hence code 0) before this process had joined.
    const raced = RACED.test(log) || server.exitCode() === 0;
    if (!raced || performance.now() > deadline) throw startFailure(log, cluster.folders);
    const other = await attachWhileServed(cluster.folders, options);
    if (other) return other;
    await pause(POLL_MS);
  }
}

/** Waits until the started server (or one that was faster) answers; undefined when it has ended instead. */
async function attachToStarted(
  server: StartedServer,
  folders: ServerFolders,
  options: PresenceOptions,
): Promise<Presence | undefined> {
  const deadline = performance.now() + START_PATIENCE_MS;
  while (server.exitCode() === undefined) {
    const attempt = await tryAttach(folders, options);
    if (typeof attempt === 'object') {
      server.letGo();
      return attempt;
    }
    if (performance.now() > deadline) throw silentServer(folders);
    await pause(POLL_MS);
  }
  return undefined;
}

/** `busy`: it answers that it is starting or stopping; `absent`: nobody answers, or somebody else's server. */
async function tryAttach(
  folders: ServerFolders,
  options: PresenceOptions,
): Promise<Presence | 'busy' | 'absent'> {
  const postmaster = readPostmaster(folders.cluster);
  if (!postmaster) return 'absent';
  const client = new pg.Client({
    host: postmaster.socketFolder,
    port: postmaster.port,
    user: DATABASE_USER,
    database: 'postgres',
    application_name: options.applicationName,
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    if (!(await servesCluster(client, folders.cluster))) {
      await endQuietly(client);
      return 'absent';
    }
    await client.query('select pg_advisory_lock_shared($1)', [PRESENCE_LOCK]);
    await createDatabase(client);
    return { client, postmaster };
  } catch (error) {
    await endQuietly(client);
    if (error instanceof pg.DatabaseError && error.code === '53100') throw diskFull(folders.data, error);
    return error instanceof pg.DatabaseError ? 'busy' : 'absent';
  }
}

/** Not so for a copied data folder, whose lock file still points to the server of the original. */
async function servesCluster(client: pg.Client, clusterFolder: string): Promise<boolean> {
  const answer = await client.query<{ identifier: string; folder: string }>(
    `select system_identifier::text as identifier, current_setting('data_directory') as folder
     from pg_control_system()`,
  );
  const server = answer.rows[0];
  if (!server || server.identifier !== (await readSystemIdentifier(clusterFolder))) return false;
  const [theirs, ours] = [statSync(server.folder, { throwIfNoEntry: false }), statSync(clusterFolder)];
  return theirs?.ino === ours.ino && theirs.dev === ours.dev;
}

async function createDatabase(client: pg.Client): Promise<void> {
  const found = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (found.rowCount) return;
  try {
    await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // Two processes at once: one of them has made it (duplicate_database, unique_violation).
    if (!['42P04', '23505'].includes(errorCode(error) ?? '')) throw error;
  }
}

/** Ends a session that may be broken already. */
export async function endQuietly(client: pg.Client): Promise<void> {
  try {
    await client.end();
  } catch {
    return;
  }
}

function startFailure(log: string, folders: ServerFolders): StoreError {
  if (DISK_FULL.test(log)) return diskFull(folders.data);
  return new StoreError(
    'start_failed',
    `Cannot start the database in "${folders.cluster}": ${lastLines(log)}; see "${folders.logFile}"`,
  );
}

function silentServer(folders: ServerFolders): StoreError {
  const pid = readPostmaster(folders.cluster)?.pid ?? findServing(folders.cluster)[0] ?? 'of its own';
  return new StoreError(
    'start_failed',
    `Cannot reach the running database server of "${folders.cluster}": end its process ${pid} with "kill -INT ${pid}" and start again; see "${folders.logFile}"`,
  );
}
