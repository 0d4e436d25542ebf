import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, chown, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../store_error.js';
import type { Account } from './account.js';
import { moveIntoPlace } from './binaries.js';
import { unfinishedName } from './leftovers.js';
import { commandAs } from './run_as.js';
import { diskFull, type ServerFolders } from './server_folders.js';

/** The database superuser; who may reach the socket is decided by the folder that it lies in. */
export const DATABASE_USER = 'sanad';

/** Written into a cluster by the major version that made it; another major version cannot read it. */
const MAJOR_VERSION = '18';

/** How the system words a full disk in PostgreSQL's own messages. */
export const DISK_FULL = /No space left on device|Disk quota exceeded/;

export interface ClusterOptions {
  readonly folders: ServerFolders;
  /** Folder with `bin/initdb`. */
  readonly binaries: string;
  readonly account: Account | undefined;
  /** False only for tests: nothing is forced to disk. */
  readonly durable: boolean;
  /** Memory for the server's pages; absent: by the machine. */
  readonly cacheBytes?: number | undefined;
}

/**
 * Makes the cluster unless there is one. It grows in a folder of its own and is renamed when complete: an
 * interrupted start leaves no half cluster, of two starting at once one wins, and a real one is never touched.
 */
export async function provideCluster(options: ClusterOptions): Promise<void> {
  const { folders, account } = options;
  if (existsSync(folders.cluster)) return checkCluster(folders);
  const unfinished = unfinishedName(folders.cluster);
  await mkdir(unfinished, { mode: 0o700 });
  if (account) await chown(unfinished, account.uid, account.gid);
  try {
    await runInitdb(unfinished, options);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  await chmod(unfinished, 0o700);
  await moveIntoPlace(unfinished, folders.cluster);
}

/** Throws StoreError when this program or this account cannot serve the cluster. */
export function checkCluster(folders: ServerFolders): void {
  const owner = statSync(folders.cluster).uid;
  const self = process.getuid?.();
  if (self !== undefined && self !== 0 && owner !== self) {
    throw new StoreError(
      'folder_foreign',
      `Cannot open the database in "${folders.cluster}": it belongs to the account number ${owner}; start Sanad as that account or set SANAD_DATA to another folder`,
    );
  }
  const versionFile = join(folders.cluster, 'PG_VERSION');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : 'unknown';
  if (version !== MAJOR_VERSION) {
    throw new StoreError(
      'other_major_version',
      `Cannot open the database in "${folders.cluster}": its PostgreSQL version is ${version} and this program brings ${MAJOR_VERSION}; use the Sanad that made it, or set SANAD_DATA to a new folder`,
    );
  }
}

/** Number that PostgreSQL drew when it made this cluster; its first eight bytes in `pg_control`. */
export async function readSystemIdentifier(clusterFolder: string): Promise<string> {
  const file = await open(join(clusterFolder, 'global', 'pg_control'));
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(8), length: 8, position: 0 });
    return buffer.readBigUInt64LE().toString();
  } finally {
    await file.close();
  }
}

async function runInitdb(folder: string, options: ClusterOptions): Promise<void> {
  const { account, binaries, folders } = options;
  const argv = [
    ...['-D', folder, '-U', DATABASE_USER, '--auth=trust', '--encoding=UTF8', '--data-checksums'],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
    ...(options.durable ? [] : ['--no-sync']),
  ];
  const command = commandAs(account, { file: join(binaries, 'bin', 'initdb'), argv, folder: folders.data });
  const { code, output } = await runToEnd(command);
  if (code === 0) return;
  if (DISK_FULL.test(output)) throw diskFull(folders.data);
  throw new StoreError(
    'start_failed',
    `Cannot make a database in "${folders.data}": ${lastLines(output)}; mend this, or set DATABASE_URL to a PostgreSQL 15 or newer`,
  );
}

/** The environment of the server and its tools: nothing of ours, messages in English, times in UTC. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

function runToEnd(command: ReturnType<typeof commandAs>): Promise<{ code: number; output: string }> {
  const { file, argv, ...identity } = command;
  return new Promise((resolve, reject) => {
    const child = spawn(file, argv, {
      ...identity,
      cwd: '/',
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The end of a log on one line, for an error message. */
export function lastLines(log: string): string {
  const lines = log.trim().split('\n').slice(-3);
  return lines.map((line) => line.trim()).join(' | ') || 'it gave no reason';
}
