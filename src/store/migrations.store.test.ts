import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ConnectionPool } from './database.js';
import { loadMigrations, type Migration, migrate } from './migrations.js';
import { StoreError } from './store_error.js';
import { openEmptyDatabase } from './test_database.js';

const [first, second]: readonly Migration[] = [
  {
    number: 1,
    name: '0001_one.sql',
    sql: 'create table one (id int); insert into one values (1)',
    checksum: 'a',
  },
  { number: 2, name: '0002_two.sql', sql: 'create table two (id int)', checksum: 'b' },
];
assert.ok(first && second);

async function openPool(): Promise<ConnectionPool> {
  const { databaseUrl } = await openEmptyDatabase({ after });
  const pool = new ConnectionPool({
    connection: { connectionString: databaseUrl },
    applicationName: 'sanad test',
  });
  after(() => pool.end());
  return pool;
}

function hasCode(code: string): (error: unknown) => boolean {
  return (error) => error instanceof StoreError && error.code === code;
}

test('migrate() applies the program\u2019s own migrations to an empty database, twice without effect', async () => {
  const pool = await openPool();
  const migrations = await loadMigrations();
  await migrate(pool, migrations);
  await migrate(pool, migrations);
  const applied = await pool.rows('select number, checksum from migration order by number');
  assert.deepEqual(
    applied,
    migrations.map(({ number, checksum }) => ({ number, checksum })),
  );
});

test('migrate() applies each step once when many processes start at the same time', async () => {
  const pool = await openPool();
  await Promise.all([1, 2, 3, 4, 5].map(() => migrate(pool, [first, second])));
  assert.deepEqual(await pool.rows('select id from one'), [{ id: 1 }]);
  assert.deepEqual(await pool.row('select count(*) from migration'), { count: 2 });
});

test('migrate() goes on where it stopped and undoes a step that fails', async () => {
  const pool = await openPool();
  await migrate(pool, [first]);
  const broken = { ...second, sql: 'create table two (id int); select 1 / 0' };
  await assert.rejects(migrate(pool, [first, broken]), /division by zero/);
  assert.deepEqual(await pool.row(`select to_regclass('two') as two`), { two: null });
  await migrate(pool, [first, second]);
  assert.deepEqual(await pool.row('select count(*) from migration'), { count: 2 });
});

test('migrate() does what follows a step outside of its transaction, once', async () => {
  const pool = await openPool();
  // VACUUM refuses to run in a transaction.
  const followed = { ...first, afterwards: 'vacuum (analyze) one' };
  await migrate(pool, [followed]);
  await migrate(pool, [{ ...followed, afterwards: 'select 1 / 0' }]);
  const counted = await pool.row<{ rows: number }>(
    `select reltuples::int as rows from pg_class where relname = 'one'`,
  );
  assert.equal(counted?.rows, 1);
});

test('migrate() refuses a database whose steps are others or newer than the program\u2019s', async () => {
  const pool = await openPool();
  await migrate(pool, [first, second]);
  await assert.rejects(migrate(pool, [first]), hasCode('database_newer'));
  await assert.rejects(migrate(pool, [first, { ...second, checksum: 'c' }]), hasCode('migration_changed'));
  await migrate(pool, [first, second]);
});
