import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { clientDatabase, type Database, type Store } from '../database.js';
import { loadMigrations, migrate } from '../migrations.js';
import { StoreError } from '../store_error.js';
import { type BackupManifest, type BackupTable, REGISTRY_PART, readManifest } from './manifest.js';
import { quoted, quotedList } from './tables.js';

export interface RestoreOptions {
  /** Folder that `backUp` made. */
  readonly folder: string;
  /** Where the operator's own outlets go; files that are there already stay as they are. */
  readonly registryFolder?: string;
  readonly onTable?: (table: BackupTable) => void;
}

/**
 * Loads a backup into a database that holds nothing yet, then brings it up to this program's schema. All or
 * nothing: killed in the middle, the database is as empty as before. Throws StoreError `not_empty` or
 * `backup_unusable`, the latter before anything is touched.
 */
export async function restore(store: Store, options: RestoreOptions): Promise<BackupManifest> {
  const { folder } = options;
  const manifest = await readManifest(folder);
  const migrations = await loadMigrations();
  if (manifest.migration > migrations.length) {
    throw unusable(folder, 'it was made by a newer Sanad; install that version');
  }
  for (const table of manifest.tables) await checkFile(folder, table);
  await checkEmpty(store);
  await dropSchema(store);
  await migrate(store, migrations.slice(0, manifest.migration));
  await store.session((client) => loadAll(client, { ...options, manifest }));
  await migrate(store, migrations);
  await store.run('analyze');
  await restoreRegistry(options);
  return manifest;
}

async function restoreRegistry({ folder, registryFolder }: RestoreOptions): Promise<void> {
  const part = join(folder, REGISTRY_PART);
  if (registryFolder === undefined || !existsSync(part)) return;
  await cp(part, registryFolder, { recursive: true, force: false });
}

function unusable(folder: string, why: string): StoreError {
  return new StoreError('backup_unusable', `Cannot restore from "${folder}": ${why}`);
}

async function checkFile(folder: string, { file, sha256 }: BackupTable): Promise<void> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(join(folder, file)), hash);
  } catch {
    throw unusable(folder, `"${file}" cannot be read; take another backup`);
  }
  if (hash.digest('hex') !== sha256) {
    throw unusable(folder, `"${file}" is not as it was written; take another backup`);
  }
}

/** What people and publishers brought in; outlets and settings come with the program. */
const GROUND = ['fetched_page', 'article', 'comment', 'page_text'];

async function checkEmpty(database: Database): Promise<void> {
  for (const table of GROUND) {
    if ((await database.row(`select 1 from ${table} limit 1`)) === undefined) continue;
    throw new StoreError(
      'not_empty',
      'Cannot restore: the database holds articles already; choose a new SANAD_DATA or an empty DATABASE_URL',
    );
  }
  const [other] = await database.rows<{ name: string }>(`
    select application_name as name from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
      and application_name <> current_setting('application_name') limit 1`);
  if (other !== undefined) {
    throw new StoreError('not_empty', `Cannot restore: "${other.name}" is using the database; stop it first`);
  }
}

/** The schema itself may belong to somebody else on an outside server; its tables and our functions in it are ours. */
async function dropSchema(database: Database): Promise<void> {
  const tables = await database.rows<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  await database.run(`drop table ${quotedList(tables.map(({ name }) => name))} cascade`);
  const functions = await database.rows<{ name: string }>(
    `select oid::regprocedure::text as name from pg_proc p
     where pronamespace = 'public'::regnamespace and proowner = current_user::regrole
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  );
  for (const { name } of functions) await database.run(`drop function ${name}`);
}

async function loadAll(
  client: pg.ClientBase,
  options: RestoreOptions & { readonly manifest: BackupManifest },
): Promise<void> {
  await client.query('begin');
  try {
    for (const table of options.manifest.tables) {
      await loadTable(client, table, options.folder);
      options.onTable?.(table);
    }
    await advanceNumbers(clientDatabase(client));
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function loadTable(client: pg.ClientBase, table: BackupTable, folder: string): Promise<void> {
  // A migration may have put rows of its own there, which the backup holds too.
  await client.query(`delete from ${quoted(table.name)}`);
  const target = client.query(
    copyFrom(`copy ${quoted(table.name)} (${quotedList(table.columns)}) from stdin`),
  );
  await pipeline(createReadStream(join(folder, table.file)), createGunzip(), target);
  if (target.rowCount !== table.rows) {
    throw unusable(folder, `"${table.file}" has ${target.rowCount} rows where ${table.rows} should be`);
  }
}

/** Numbers given from now on follow the largest that is there. */
async function advanceNumbers(database: Database): Promise<void> {
  const columns = await database.rows<{ table: string; column: string }>(`
    select c.oid::regclass::text as table, a.attname as column from pg_class c
    join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attidentity <> ''`);
  for (const { table, column } of columns) {
    await database.run(
      `select setval(pg_get_serial_sequence($1, $2), max(${quoted(column)})) from ${table}`,
      [table, column],
    );
  }
}
