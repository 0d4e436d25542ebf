import { createHash } from 'node:crypto';
import { constants, existsSync, lstatSync, realpathSync, renameSync, statSync } from 'node:fs';
import { access, chown, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { errorCode, StoreError } from '../store_error.js';
import type { Account } from './account.js';

/** Where everything of one embedded server lies. All paths are real paths: no symlinks in them. */
export interface ServerFolders {
  readonly data: string;
  /** PostgreSQL's own data directory; there is one only when it is complete. */
  readonly cluster: string;
  readonly logFile: string;
}

/** A socket's whole path may have 107 bytes on Linux, 103 on macOS; its name takes 14 of them. */
const MAX_SOCKET_FOLDER_BYTES = 88;
/** Rotated at the start of the server: with errors only in it, the log grows by kilobytes a day. */
const MAX_LOG_BYTES = 4_000_000;

/** Makes the data folder and its log folder. Throws StoreError `folder_unwritable` or `disk_full`. */
export async function openServerFolders(dataFolder: string): Promise<ServerFolders> {
  const wanted = resolve(dataFolder);
  try {
    await makeFolder(join(wanted, 'log'));
    await access(wanted, constants.W_OK);
    const data = realpathSync(wanted);
    return { data, cluster: join(data, 'db'), logFile: join(data, 'log', 'postgres.log') };
  } catch (error) {
    throw folderFailure(error, wanted);
  }
}

/** Makes a folder and those above it. Node's own way never ends below `/proc`, where a known parent takes no child. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  if (!existsSync(dirname(folder))) await makeFolder(dirname(folder));
  try {
    await mkdir(folder);
  } catch (error) {
    // Another process was faster, or a file stands there, which the next step tells.
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

/** Turns a failed write below the data folder into a sentence with the remedy; other errors come back as they are. */
export function folderFailure(error: unknown, dataFolder: string): unknown {
  const code = errorCode(error) ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(dataFolder, error);
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST'].includes(code)) {
    return new StoreError(
      'folder_unwritable',
      `Cannot write to the data folder "${dataFolder}" (${code}): make it writable for this account or set SANAD_DATA to another folder`,
      { cause: error },
    );
  }
  return error;
}

/** The sentence for a full disk under the data folder. */
export function diskFull(dataFolder: string, cause?: unknown): StoreError {
  return new StoreError(
    'disk_full',
    `Cannot write to the data folder "${dataFolder}": the disk is full; free some space or set SANAD_DATA to a folder on another disk, then start again (what was stored is kept)`,
    { cause },
  );
}

/** Keeps one older log beside a fresh one. */
export function rotateLog(logFile: string): void {
  const log = statSync(logFile, { throwIfNoEntry: false });
  if (log && log.size > MAX_LOG_BYTES) renameSync(logFile, `${logFile}.1`);
}

/**
 * A folder for the server's socket that only its account may enter: inside the data folder, or below the
 * system's temporary folder where that path would be too long for a socket.
 */
export async function makeSocketFolder(dataFolder: string, account: Account | undefined): Promise<string> {
  const folder = socketFolder(dataFolder);
  await mkdir(folder, { mode: 0o700, recursive: true });
  const stats = lstatSync(folder);
  const owner = account?.uid ?? process.getuid?.() ?? stats.uid;
  // Root's fresh folder is handed over; a folder that somebody else laid there is not touched.
  const ours = stats.isDirectory() && (stats.uid === owner || stats.uid === process.getuid?.());
  if (!ours || (stats.mode & 0o077) !== 0) {
    throw new StoreError(
      'folder_foreign',
      `Cannot use the socket folder "${folder}": it must be a folder of this account with mode 0700; remove it and start again`,
    );
  }
  if (account && stats.uid !== account.uid) await chown(folder, account.uid, account.gid);
  return folder;
}

/** Always the same for one data folder, so that a cleared temporary folder is simply made again. */
export function socketFolder(dataFolder: string): string {
  const inside = join(dataFolder, 'run');
  if (Buffer.byteLength(inside) <= MAX_SOCKET_FOLDER_BYTES) return inside;
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  const below = [tmpdir(), '/tmp'].find((folder) => folder.length <= 50 && existsSync(folder)) ?? '/tmp';
  return join(below, `sanad-${hash}`);
}
