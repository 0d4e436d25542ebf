/**
 * For tests: a database of their own, on the real embedded server. All test processes of one checkout share a
 * server in the temporary folder; the last one out stops it. Databases are copies of a migrated template.
 */
import { createHash, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { PACKAGE_ROOT } from '../package_root.js';
import { ConnectionPool, clientDatabase, type Database, type Store } from './database.js';
import { type EmbeddedServer, joinEmbeddedServer } from './launcher/embedded_server.js';
import { isAlive } from './launcher/leftovers.js';
import { loadMigrations, type Migration, migrate } from './migrations.js';
import { storeOver } from './open_store.js';

export interface TestStore extends Store {
  /** For code or child processes that open it as an outside server. */
  readonly databaseUrl: string;
}

/** `t` of a test, or `{ after }` of node:test for all tests of a file. */
export interface TestHooks {
  after(end: () => Promise<void>): void;
}

/** Keeps two processes from making the template, or clearing up, at the same time. */
const TEMPLATE_LOCK = 5_283_003;

/** The data folder of the test server of this checkout. */
export const TEST_DATA_FOLDER = join(tmpdir(), `sanad-test-${shortHash(PACKAGE_ROOT)}`);

/** Opens a fresh, migrated, empty database; it is dropped after the test. */
export async function openTestDatabase(hooks: TestHooks): Promise<TestStore> {
  const migrations = await loadMigrations();
  const server = await joinTestServer();
  const name = `test_${process.pid}_${randomUUID().slice(0, 8)}`;
  await withMaintenance(server, async (database) => {
    const template = await provideTemplate(database, server, migrations);
    await database.run(`create database ${name} template ${template}`);
  });
  const pool = poolFor(server, name);
  const store = storeOver(pool, async () => {
    await pool.end();
  });
  hooks.after(async () => {
    await store.close();
    await withMaintenance(server, (database) => database.run(`drop database ${name} with (force)`));
    await server.leave();
  });
  return { ...store, databaseUrl: urlFor(server, name) };
}

/** Opens an empty database without any table, and its address; it is dropped after the test. */
export async function openEmptyDatabase(hooks: TestHooks): Promise<{ readonly databaseUrl: string }> {
  const server = await joinTestServer();
  const name = `test_${process.pid}_${randomUUID().slice(0, 8)}`;
  await withMaintenance(server, (database) => database.run(`create database ${name}`));
  hooks.after(async () => {
    await withMaintenance(server, (database) => database.run(`drop database ${name} with (force)`));
    await server.leave();
  });
  return { databaseUrl: urlFor(server, name) };
}

function joinTestServer(): Promise<EmbeddedServer> {
  return joinEmbeddedServer({ dataFolder: TEST_DATA_FOLDER, applicationName: 'sanad test', durable: false });
}

function poolFor(server: EmbeddedServer, database: string): ConnectionPool {
  return new ConnectionPool({
    connection: { ...server.connection, database },
    applicationName: 'sanad test',
    maxConnections: 5,
  });
}

function urlFor(server: EmbeddedServer, database: string): string {
  const { host, port, user } = server.connection;
  return `postgresql://${user}@/${database}?host=${encodeURIComponent(host ?? '')}&port=${port}`;
}

async function withMaintenance<Value>(
  server: EmbeddedServer,
  work: (database: Database) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ ...server.connection, database: 'postgres' });
  await client.connect();
  try {
    return await work(clientDatabase(client));
  } finally {
    await client.end();
  }
}

/** Makes the template for these migrations once; drops what older ones and killed tests left. */
async function provideTemplate(
  database: Database,
  server: EmbeddedServer,
  migrations: readonly Migration[],
): Promise<string> {
  const template = `template_${shortHash(migrations.map(({ checksum }) => checksum).join())}`;
  await database.run('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const names = await database.rows<{ name: string }>('select datname as name from pg_database');
    if (names.some(({ name }) => name === template)) return template;
    for (const { name } of names) {
      if (isLeftover(name)) await database.run(`drop database ${name} with (force)`);
    }
    await buildTemplate(database, server, migrations);
    await database.run(`alter database template_unfinished rename to ${template}`);
    return template;
  } finally {
    await database.run('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function buildTemplate(
  database: Database,
  server: EmbeddedServer,
  migrations: readonly Migration[],
): Promise<void> {
  await database.run('create database template_unfinished');
  const pool = poolFor(server, 'template_unfinished');
  try {
    await migrate(pool, migrations);
  } finally {
    await pool.end();
  }
}

function isLeftover(name: string): boolean {
  if (/^template_[0-9a-z]{6,}$/.test(name)) return name !== 'template_0' && name !== 'template_1';
  const pid = /^test_(\d+)_/.exec(name)?.[1];
  return pid !== undefined && !isAlive(Number(pid));
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
