import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { prepared } from './prepared.js';
import { openTestDatabase } from './test_database.js';

const store = await openTestDatabase({ after });

await store.run('create table note (id int primary key, words text)');

test('rows() gives int8 as number, timestamptz as ISO text in UTC, date as text and null as null', async () => {
  const rows =
    await store.rows(`select 9007199254740991::int8 as big, timestamptz '2022-11-14 21:14:05.1239+03:30' as at,
    date '2022-11-14' as day, null as nothing, '{"a": 1}'::jsonb as json, '\\x00ff'::bytea as bytes`);
  assert.deepEqual(rows, [
    {
      big: Number.MAX_SAFE_INTEGER,
      at: '2022-11-14T17:44:05.123Z',
      day: '2022-11-14',
      nothing: null,
      json: { a: 1 },
      bytes: Buffer.from([0, 255]),
    },
  ]);
});

test('rows() refuses an int8 that a number cannot hold', async () => {
  await assert.rejects(store.rows('select 9007199254740992::int8'), RangeError);
  assert.deepEqual(await store.row('select 1 as one'), { one: 1 });
});

test('transaction() keeps all of its work or nothing', async () => {
  const attempt = store.transaction(async (tx) => {
    await tx.run(`insert into note values (1, 'سلام')`);
    throw new Error('stop');
  });
  await assert.rejects(attempt, /stop/);
  assert.equal(await store.row('select from note where id = 1'), undefined);
  await store.transaction((tx) => tx.run(`insert into note values (1, 'سلام')`));
  assert.deepEqual(await store.row('select words from note where id = 1'), { words: 'سلام' });
});

test('transaction() undoes only the part that failed', async () => {
  await store.transaction(async (tx) => {
    await tx.run(`insert into note values (10, 'kept')`);
    await assert.rejects(tx.part(() => tx.run(`insert into note values (10, 'twice')`)));
    await tx.part(() => tx.run(`insert into note values (11, 'kept too')`));
  });
  assert.deepEqual(await store.rows('select id from note where id in (10, 11) order by id'), [
    { id: 10 },
    { id: 11 },
  ]);
});

test('transaction() does the work again after a deadlock', async () => {
  await store.run(`insert into note values (20, ''), (21, '')`);
  const meeting = [gate(), gate()] as const;
  let runs = 0;
  async function update(first: number, second: number, me: 0 | 1): Promise<void> {
    await store.transaction(async (tx) => {
      runs += 1;
      await tx.run('update note set words = words || $2 where id = $1', [first, 'x']);
      meeting[me].open();
      await meeting[me === 0 ? 1 : 0].opened;
      await tx.run('update note set words = words || $2 where id = $1', [second, 'x']);
    });
  }
  await Promise.all([update(20, 21, 0), update(21, 20, 1)]);
  assert.equal(runs, 3);
  assert.deepEqual(await store.rows('select words from note where id in (20, 21)'), [
    { words: 'xx' },
    { words: 'xx' },
  ]);
});

test('rows() works again after the server has ended the idle connections', async () => {
  const kept = prepared('select 2 as two');
  await Promise.all([1, 2, 3].map(() => store.rows('select pg_sleep(0.01)')));
  await store.rows(kept);
  await store.rows(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  const answers = await Promise.all([1, 2, 3].map(() => store.row('select 1 as one')));
  assert.deepEqual(answers, [{ one: 1 }, { one: 1 }, { one: 1 }]);
  assert.deepEqual(await store.rows(kept), [{ two: 2 }]);
});

test('rows() has a prepared statement planned once, whatever its values', async () => {
  const asked = prepared('select words from note where id = $1');
  await Promise.all([1, 2, 3, 4, 5, 6].map((id) => store.rows(asked, [id])));
  const plans = await store.row<{ most: number; planned_anew: number }>(
    prepared(`select max(generic_plans)::int as most, sum(custom_plans)::int as planned_anew
              from pg_prepared_statements where statement like 'select words from note%'`),
  );
  assert.ok((plans?.most ?? 0) > 0);
  assert.equal(plans?.planned_anew, 0);
});

test('transaction() is done again when its session is ended in the middle', async () => {
  let runs = 0;
  await store.transaction(async (tx) => {
    runs += 1;
    await tx.run(`insert into note values (30, 'once')`);
    if (runs === 1) await tx.run('select pg_terminate_backend(pg_backend_pid())');
  });
  assert.equal(runs, 2);
  assert.deepEqual(await store.rows('select words from note where id = 30'), [{ words: 'once' }]);
});

/** A promise that opens from outside. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = () => {
    // Replaced before anybody can call it.
  };
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
