/**
 * The embedded server: real PostgreSQL, started by the first process that needs it and stopped by the last one
 * that leaves. Each process keeps one session open that holds a shared lock; who leaves asks for the lock alone
 * and stops the server only when it gets it. The lock lives in the server, so a killed process holds nothing.
 */
import { readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { isConnectionFailure } from '../database.js';
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
import {
  isServed,
  type Postmaster,
  readPostmaster,
  removeStaleLocks,
  type StartedServer,
  startPostmaster,
} from './postmaster.js';
import { diskFull, folderFailure, openServerFolders, type ServerFolders } from './server_folders.js';

export interface EmbeddedOptions {
  readonly dataFolder: string;
  readonly applicationName: string;
  /** Default true; false for tests: faster, and a lost machine may lose the data. */
  readonly durable?: boolean;
}

const DATABASE = 'sanad';
/** Held shared by every process that uses the server, in the database `postgres`. Any fixed number will do. */
const PRESENCE_LOCK = 5_283_002;

const POLL_MS = 20;
/** Recovery after a crash of the machine replays up to max_wal_size, well under a minute on a slow disk. */
const START_PATIENCE_MS = 300_000;
/** A server that runs and does not answer at all, or whose orphaned processes do not end. */
const SILENCE_PATIENCE_MS = 30_000;
const STOP_PATIENCE_MS = 120_000;
/** Doubled after each failure up to the longest: a full disk lasts. */
const REJOIN_PAUSE_MS = 250;
const LONGEST_REJOIN_PAUSE_MS = 8_000;

/** Joins the server of a data folder, starting it when it does not run. Throws StoreError. */
export async function joinEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const folders = await openServerFolders(options.dataFolder);
  try {
    const presence = await attachOrStart(folders, options);
    return new EmbeddedServer(presence, { folders, ...options });
  } catch (error) {
    throw folderFailure(error, folders.data);
  }
}

/** One process's part in a running server. */
export class EmbeddedServer {
  readonly #options: EmbeddedOptions & { readonly folders: ServerFolders };
  #presence: Presence;
  #left = false;
  #rejoining: Promise<void> | undefined;

  constructor(presence: Presence, options: EmbeddedOptions & { readonly folders: ServerFolders }) {
    this.#presence = presence;
    this.#options = options;
    this.#watch();
  }

  /** Where the database is, as pg takes it. */
  get connection(): pg.PoolConfig {
    const { socketFolder, port } = this.#presence.postmaster;
    return { host: socketFolder, port, user: DATABASE_USER, database: DATABASE };
  }

  /** The data folder's real path. */
  get dataFolder(): string {
    return this.#options.folders.data;
  }

  /** Leaves; when nobody else is there, stops the server and waits until it has ended. */
  async leave(): Promise<void> {
    if (this.#left) return;
    this.#left = true;
    await this.#rejoining;
    const { client } = this.#presence;
    try {
      await client.query('select pg_advisory_unlock_shared($1)', [PRESENCE_LOCK]);
      const asked = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
        PRESENCE_LOCK,
      ]);
      if (asked.rows[0]?.alone) await stopServer(this.#options.folders.cluster);
    } catch (error) {
      if (error instanceof StoreError) throw error;
      // The session broke: the server is gone already.
    } finally {
      await endQuietly(client);
    }
  }

  /** Turns an error of a query into a sentence when the cause lies with the server; others come back as they are. */
  explain(error: unknown): unknown {
    const { data, logFile } = this.#options.folders;
    if (errorCode(error) === '53100') return diskFull(data, error);
    if (!isConnectionFailure(error)) return error;
    if (DISK_FULL.test(readLogEnd(logFile))) return diskFull(data, error);
    return new StoreError(
      'unreachable',
      `Cannot reach the database server of "${data}": it has stopped and is being started again; try again in a moment, or see "${logFile}"`,
      { cause: error },
    );
  }

  /** When the session breaks (the server crashed or was killed), takes part again, starting it if need be. */
  #watch(): void {
    this.#presence.client.once('end', () => {
      if (this.#left) return;
      this.#rejoining = this.#rejoin().finally(() => {
        this.#rejoining = undefined;
      });
    });
  }

  async #rejoin(): Promise<void> {
    for (
      let pauseMs = REJOIN_PAUSE_MS;
      !this.#left;
      pauseMs = Math.min(2 * pauseMs, LONGEST_REJOIN_PAUSE_MS)
    ) {
      try {
        this.#presence = await attachOrStart(this.#options.folders, this.#options);
        this.#watch();
        return;
      } catch {
        // The cause stands in the server's log, and every query that fails meanwhile tells it.
        await pause(pauseMs);
      }
    }
  }
}

/** An open session that holds the shared lock. */
interface Presence {
  readonly client: pg.Client;
  readonly postmaster: Postmaster;
}

async function attachOrStart(folders: ServerFolders, options: EmbeddedOptions): Promise<Presence> {
  const clusterExists = statSync(folders.cluster, { throwIfNoEntry: false }) !== undefined;
  if (clusterExists) {
    checkCluster(folders);
    const running = await attachWhileServed(folders, options);
    if (running) return running;
  }
  const cluster: ClusterOptions = {
    folders,
    account: await findServerAccount(folders.cluster),
    binaries: await provideBinaries(folders.data),
    durable: options.durable ?? true,
  };
  await provideCluster(cluster);
  return startUntilAttached(cluster, options);
}

/** Attaches to a server that runs, waiting while it starts or stops; undefined when none runs. */
async function attachWhileServed(
  folders: ServerFolders,
  options: EmbeddedOptions,
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

async function startUntilAttached(cluster: ClusterOptions, options: EmbeddedOptions): Promise<Presence> {
  const deadline = performance.now() + SILENCE_PATIENCE_MS;
  for (;;) {
    removeStaleLocks(cluster.folders);
    const server = await startPostmaster(cluster);
    const presence = await attachToStarted(server, cluster.folders, options);
    if (presence) return presence;
    const log = server.log();
    // Another process was faster, or a killed server's last processes are still ending.
    const raced = /lock file ".*" already exists|shared memory block .* is still in use/.test(log);
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
  options: EmbeddedOptions,
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
  options: EmbeddedOptions,
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

async function stopServer(clusterFolder: string): Promise<void> {
  const postmaster = readPostmaster(clusterFolder);
  if (!postmaster) return;
  // Fast shutdown: ends the sessions, writes a checkpoint, leaves nothing to recover.
  process.kill(postmaster.pid, 'SIGINT');
  const deadline = performance.now() + STOP_PATIENCE_MS;
  while (isServed(clusterFolder) || readPostmaster(clusterFolder)?.pid === postmaster.pid) {
    if (performance.now() > deadline) {
      throw new StoreError(
        'stop_failed',
        `Cannot stop the database server (process ${postmaster.pid}): it is still writing; wait, or end it with "kill -INT ${postmaster.pid}"`,
      );
    }
    await pause(POLL_MS);
  }
}

async function endQuietly(client: pg.Client): Promise<void> {
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

/** The last lines of the log, enough to tell why a server has stopped. */
function readLogEnd(logFile: string): string {
  try {
    return readFileSync(logFile, 'utf8').slice(-4_000);
  } catch {
    return '';
  }
}

function silentServer(folders: ServerFolders): StoreError {
  const pid = readPostmaster(folders.cluster)?.pid;
  return new StoreError(
    'start_failed',
    `Cannot reach the running database server (process ${pid ?? 'unknown'}) of "${folders.cluster}": end it with "kill -INT ${pid ?? '<number>'}" and start again; see "${folders.logFile}"`,
  );
}
