import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../package_root.js';
import type { Database, Store } from './database.js';
import { StoreError } from './store_error.js';

/** One step of the schema, `0001_ground.sql`. Once released a step is never edited; a new one follows. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** What follows when the step is done, outside of its transaction: `-- Afterwards: vacuum …`. Lost by a kill, it costs only speed. */
  readonly afterwards?: string | undefined;
  /** SHA-256 of the text with LF line ends, hexadecimal. */
  readonly checksum: string;
}

/** Any fixed number will do: it keeps two starting processes from migrating at the same time. */
const MIGRATION_LOCK = 5_283_001;

const FOLDER = join(PACKAGE_ROOT, 'src', 'store', 'migrations');

/** Reads the program's migrations in order. Throws when numbers are missing or given twice. */
export async function loadMigrations(): Promise<readonly Migration[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.sql')).sort();
  const migrations = await Promise.all(files.map(loadMigration));
  migrations.forEach((migration, index) => {
    if (migration.number !== index + 1) {
      throw new Error(`Cannot read the migration "${migration.name}": number ${index + 1} should stand here`);
    }
  });
  return migrations;
}

/**
 * Brings the database to the program's schema, each step in its own transaction. Any number of processes may
 * call it at once. Throws StoreError `database_newer` or `migration_changed` before it touches anything.
 */
export async function migrate(
  store: Pick<Store, 'transaction' | 'run'>,
  migrations: readonly Migration[],
): Promise<void> {
  // One step for each transaction, until none is left.
  for (;;) {
    const applied = await store.transaction((tx) => applyNext(tx, migrations));
    if (applied === undefined) return;
    if (applied.afterwards !== undefined) await store.run(applied.afterwards);
  }
}

const AFTERWARDS = /^-- Afterwards: (.+);$/m;

async function loadMigration(file: string): Promise<Migration> {
  const sql = (await readFile(join(FOLDER, file), 'utf8')).replaceAll('\r\n', '\n');
  const checksum = createHash('sha256').update(sql).digest('hex');
  return {
    number: Number(file.slice(0, 4)),
    name: file,
    sql,
    checksum,
    afterwards: AFTERWARDS.exec(sql)?.[1],
  };
}

/** Applies the next missing step under the lock; undefined when there is none. */
async function applyNext(tx: Database, migrations: readonly Migration[]): Promise<Migration | undefined> {
  await tx.run('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  await tx.run(`create table if not exists migration (
    number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null)`);
  const applied = await tx.rows<AppliedMigration>('select number, name, checksum from migration order by 1');
  checkApplied(applied, migrations);
  const next = migrations[applied.length];
  if (!next) return undefined;
  await tx.run(next.sql);
  await tx.run('insert into migration values ($1, $2, $3, now())', [next.number, next.name, next.checksum]);
  return next;
}

interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

function checkApplied(applied: readonly AppliedMigration[], known: readonly Migration[]): void {
  const last = applied.at(-1);
  if (last && last.number > known.length) {
    throw new StoreError(
      'database_newer',
      `Cannot use the database: it was made by a newer Sanad (step "${last.name}"); install that version or choose another SANAD_DATA or DATABASE_URL`,
    );
  }
  const changed = applied.find((step, index) => known[index]?.checksum !== step.checksum);
  if (changed) {
    throw new StoreError(
      'migration_changed',
      `Cannot use the database: its step "${changed.name}" is not the one of this program; use the Sanad that made the database or choose another SANAD_DATA or DATABASE_URL`,
    );
  }
}
