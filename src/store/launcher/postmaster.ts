import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { type ClusterOptions, SERVER_ENVIRONMENT } from './cluster.js';
import { isAlive } from './leftovers.js';
import { commandAs } from './run_as.js';
import { makeSocketFolder, rotateLog, type ServerFolders, socketFolder } from './server_folders.js';
import { dataBytesOf, formatMemory, machineBytes, planServerMemory } from './server_memory.js';

/** The running server of a cluster, as its lock file `postmaster.pid` tells. */
export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
  readonly port: number;
}

/** Names the socket file only: the server listens on no network. */
const PORT = 5432;

/** A lock file is empty for the moment between its making and its writing; after this it is a broken one. */
const MAKING_LOCK_MS = 10_000;

/**
 * Settings for a small machine that runs other things too. Given at the start, so that a new version of the
 * program needs no edit of a cluster's files; how much memory it holds hangs on the machine (`server_memory.ts`).
 * Figures: docs/decisions/postgresql-everywhere.md.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  work_mem: '16MB',
  maintenance_work_mem: '64MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  wal_compression: 'on',
  min_wal_size: '64MB',
  max_wal_size: '1GB',
  checkpoint_completion_target: '0.9',
  random_page_cost: '1.1',
  // A parallel query needs /dev/shm, which containers keep at 64 MB, and two cores gain little by it.
  max_parallel_workers_per_gather: '0',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  // Statements hold whole articles; the error is logged without them.
  log_min_error_statement: 'fatal',
};

/** For tests: nothing is forced to disk, and a lost machine may lose the data. */
const VOLATILE_SETTINGS: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  deadlock_timeout: '50ms',
  shared_buffers: '128MB',
};

/** Reads the lock file; undefined when there is none or it is being written. */
export function readPostmaster(clusterFolder: string): Postmaster | undefined {
  const [pid, , , port, folder] = readLines(join(clusterFolder, 'postmaster.pid'));
  if (!pid || !port || !folder) return undefined;
  return { pid: Number(pid), port: Number(port), socketFolder: folder };
}

function readLines(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    // The server has removed it meanwhile.
    return [];
  }
}

/**
 * Numbers of the processes of a server that works in this cluster: every process of PostgreSQL has the cluster
 * as its working folder. Containers forbid root to see that of another account; there the server's command line
 * tells. Where the system shows neither (no /proc), the living process of the lock file counts.
 */
export function findServing(clusterFolder: string): readonly number[] {
  if (!existsSync('/proc/self/cwd')) {
    const postmaster = readPostmaster(clusterFolder);
    return postmaster && isAlive(postmaster.pid) ? [postmaster.pid] : [];
  }
  const argument = `\0-D\0${clusterFolder}\0`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => workingFolder(pid) === clusterFolder || commandLine(pid).includes(argument))
    .map(Number);
}

/** Whether a server works in this cluster, or what is left of one. */
export function isServed(clusterFolder: string): boolean {
  return findServing(clusterFolder).length > 0;
}

function workingFolder(pid: string): string | undefined {
  try {
    return readlinkSync(join('/proc', pid, 'cwd'));
  } catch {
    // Gone, a zombie, or another account's.
    return undefined;
  }
}

function commandLine(pid: string): string {
  try {
    return readFileSync(join('/proc', pid, 'cmdline'), 'utf8');
  } catch {
    return '';
  }
}

/**
 * Removes the lock files of a server that is gone. PostgreSQL does that itself unless the number in them belongs
 * to a new process by now, which is the rule after a restart of a container, and in a copied data folder.
 */
export function removeStaleLocks(folders: ServerFolders): void {
  const socket = join(socketFolder(folders.data), `.s.PGSQL.${PORT}`);
  const locks = [join(folders.cluster, 'postmaster.pid'), `${socket}.lock`];
  const before = locks.map(readSettledLock);
  if (isServed(folders.cluster)) return;
  locks.forEach((lock, index) => {
    // A lock that a server has written meanwhile stays.
    const known = before[index];
    if (known !== undefined && readSettledLock(lock) === known) rmSync(lock, { force: true });
  });
}

/** What a lock file says; undefined without one, and while it may be in the making. */
function readSettledLock(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return undefined;
  const text = readLines(file).join();
  return text === '' && Date.now() - stats.mtimeMs < MAKING_LOCK_MS ? undefined : text;
}

/** A server that was just started; it may still fail. */
export interface StartedServer {
  /** Undefined while it runs. */
  exitCode(): number | undefined;
  /** What it has written to the log since its start. */
  log(): string;
  /** Lets it outlive this process. */
  letGo(): void;
}

/** Starts the server of a cluster in a session of its own, so that Ctrl-C does not reach it. */
export async function startPostmaster(options: ClusterOptions): Promise<StartedServer> {
  const { folders, account, binaries, durable } = options;
  const sockets = await makeSocketFolder(folders.data, account);
  const settings = {
    ...SETTINGS,
    ...memorySettings(options),
    ...(durable ? {} : VOLATILE_SETTINGS),
    unix_socket_directories: sockets,
    port: String(PORT),
  };
  const argv = [
    '-D',
    folders.cluster,
    ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ];
  const {
    file,
    argv: fullArgv,
    ...identity
  } = commandAs(account, {
    file: join(binaries, 'bin', 'postgres'),
    argv,
    folder: folders.data,
  });
  rotateLog(folders.logFile);
  const log = openSync(folders.logFile, 'a', 0o644);
  const logStart = statSync(folders.logFile).size;
  try {
    const child = spawn(file, fullArgv, {
      ...identity,
      cwd: '/',
      detached: true,
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', log, log],
    });
    await spawned(child);
    return watch(child, () => readFileSync(folders.logFile).subarray(logStart).toString('utf8'));
  } finally {
    closeSync(log);
  }
}

function memorySettings({
  folders,
  cacheBytes: wishedBytes,
}: ClusterOptions): Readonly<Record<string, string>> {
  const asked = { machineBytes: machineBytes(), dataBytes: dataBytesOf(folders.cluster), wishedBytes };
  const { cacheBytes, expectedBytes } = planServerMemory(asked);
  return { shared_buffers: formatMemory(cacheBytes), effective_cache_size: formatMemory(expectedBytes) };
}

function spawned(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
}

function watch(child: ChildProcess, log: () => string): StartedServer {
  return {
    exitCode: () => child.exitCode ?? (child.signalCode ? 1 : undefined),
    log,
    letGo: () => child.unref(),
  };
}
