/**
 * The embedded server: real PostgreSQL, started by the first process that needs it and stopped by the last one
 * that leaves. Each process keeps one session open that holds a shared lock; who leaves asks for the lock alone
 * and stops the server only when it gets it. The lock lives in the server, so a killed process holds nothing.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { isConnectionFailure } from '../database.js';
import { errorCode, StoreError } from '../store_error.js';
import { DATABASE_USER, DISK_FULL } from './cluster.js';
import { isServed, readPostmaster } from './postmaster.js';
import {
  attachOrStart,
  DATABASE,
  endQuietly,
  POLL_MS,
  PRESENCE_LOCK,
  type Presence,
  type PresenceOptions,
} from './presence.js';
import { diskFull, folderFailure, openServerFolders, type ServerFolders } from './server_folders.js';

export interface EmbeddedOptions extends PresenceOptions {
  readonly dataFolder: string;
}

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

/** The last lines of the log, enough to tell why a server has stopped. */
function readLogEnd(logFile: string): string {
  try {
    return readFileSync(logFile, 'utf8').slice(-4_000);
  } catch {
    return '';
  }
}
