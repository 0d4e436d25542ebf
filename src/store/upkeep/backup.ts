import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { cp, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { clientDatabase, type Store } from '../database.js';
import { StoreError } from '../store_error.js';
import {
  BACKUP_FORMAT,
  type BackupManifest,
  type BackupTable,
  MANIFEST_FILE,
  REGISTRY_PART,
} from './manifest.js';
import { loadTables, quoted, quotedList, type TableShape } from './tables.js';

export interface BackupOptions {
  /** New folder for the backup. */
  readonly folder: string;
  /** ISO instant. */
  readonly now: string;
  /** The operator's own outlets and rules, kept in the backup's folder `registry`; need not exist. */
  readonly registryFolder?: string;
  readonly onTable?: (table: BackupTable) => void;
}

/** Gzip's own fast level: the large columns are packed already. */
const GZIP_LEVEL = 4;

/**
 * Writes everything that the database holds, as it stands at one instant, while others go on working. The folder
 * appears under its name only when it is complete. Throws StoreError `not_empty` for a folder with something in it.
 */
export async function backUp(store: Store, options: BackupOptions): Promise<BackupManifest> {
  await checkUnused(options.folder);
  const partial = `${options.folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const manifest = await store.session((client) => copyAll(client, { ...options, folder: partial }));
  const { registryFolder } = options;
  if (registryFolder !== undefined && existsSync(registryFolder)) {
    await cp(registryFolder, join(partial, REGISTRY_PART), { recursive: true });
  }
  await writeSynced(join(partial, MANIFEST_FILE), `${JSON.stringify(manifest, undefined, 2)}\n`);
  await rm(options.folder, { recursive: true, force: true });
  await rename(partial, options.folder);
  return manifest;
}

async function checkUnused(folder: string): Promise<void> {
  const there = await readdir(folder).catch(() => []);
  if (there.length === 0) return;
  throw new StoreError(
    'not_empty',
    `Cannot write a backup to "${folder}": something is in it; name a new folder`,
  );
}

async function copyAll(client: pg.ClientBase, options: BackupOptions): Promise<BackupManifest> {
  const database = clientDatabase(client);
  await client.query('begin isolation level repeatable read read only');
  try {
    const step = await database.row<{ number: number }>('select max(number) as number from migration');
    const tables: BackupTable[] = [];
    for (const shape of await loadTables(database)) {
      const table = await copyTable(client, shape, options.folder);
      options.onTable?.(table);
      tables.push(table);
    }
    return { format: BACKUP_FORMAT, madeAt: options.now, migration: step?.number ?? 0, tables };
  } finally {
    await client.query('rollback');
  }
}

async function copyTable(client: pg.ClientBase, shape: TableShape, folder: string): Promise<BackupTable> {
  const source = client.query(copyTo(`copy ${quoted(shape.name)} (${quotedList(shape.columns)}) to stdout`));
  const file = `${shape.name}.copy.gz`;
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const target = createWriteStream(join(folder, file), { flush: true });
  await pipeline(source, createGzip({ level: GZIP_LEVEL }), hashing, target);
  return { ...shape, file, rows: source.rowCount ?? 0, sha256: hash.digest('hex') };
}

async function writeSynced(path: string, text: string): Promise<void> {
  await writeFile(path, text);
  const file = await open(path);
  await file.sync();
  await file.close();
}
