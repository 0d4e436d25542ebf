import assert from 'node:assert/strict';
import { after, type TestContext, test } from 'node:test';
import { openStore } from './open_store.js';
import { hidePassword } from './outside_server.js';
import { StoreError, type StoreErrorCode } from './store_error.js';
import { openEmptyDatabase } from './test_database.js';

const { databaseUrl } = await openEmptyDatabase({ after });

function openOutside(t: TestContext, url: string): ReturnType<typeof openStore> {
  const opening = openStore({ dataFolder: '/nonexistent', databaseUrl: url, applicationName: 'sanad test' });
  t.after(async () => {
    await opening.then(
      (store) => store.close(),
      () => undefined,
    );
  });
  return opening;
}

test('openStore() brings an outside database up to date, for many processes at once', async (t) => {
  const stores = await Promise.all([1, 2, 3].map(() => openOutside(t, databaseUrl)));
  await stores[0]?.run(`insert into setting values ('kept', '1', now())`);
  for (const store of stores) {
    assert.deepEqual(await store.rows('select key from setting'), [{ key: 'kept' }]);
  }
  const sessions = `select application_name as name from pg_stat_activity where pid = pg_backend_pid()`;
  assert.deepEqual(await stores[0]?.row(sessions), { name: 'sanad test' });
});

const SOCKET = new URL(databaseUrl.replace('@/', '@x/')).searchParams.get('host') ?? '';
const PLAIN = `postgresql://sanad:secret@/absent?host=${encodeURIComponent(SOCKET)}`;
const REFUSED: readonly (readonly [string, string, StoreErrorCode])[] = [
  ['no address at all', 'sqlite.db', 'bad_url'],
  ['another scheme', 'mysql://user:secret@127.0.0.1/sanad', 'bad_url'],
  ['a port that is none', 'postgresql://user:secret@127.0.0.1:99999/sanad', 'bad_url'],
  ['a port where nobody listens', 'postgresql://user:secret@127.0.0.1:1/sanad', 'unreachable'],
  ['a socket where nobody listens', 'postgresql://user:secret@/sanad?host=%2Fnonexistent', 'unreachable'],
  ['a database that does not exist', PLAIN, 'no_database'],
  ['a user that does not exist', PLAIN.replace('//sanad:', '//nobody-knows:'), 'access_denied'],
];
for (const [what, url, code] of REFUSED) {
  test(`openStore() refuses ${what} in one sentence without the password`, async (t) => {
    await assert.rejects(openOutside(t, url), (error) => {
      assert.ok(error instanceof StoreError, String(error));
      assert.equal(error.code, code, error.message);
      assert.match(error.message, /^Cannot .*DATABASE_URL/);
      assert.doesNotMatch(error.message, /secret|\n|\.$/);
      return true;
    });
  });
}

test('hidePassword() hides nothing but the password', () => {
  const cases = [
    ['postgresql://u:p%40ss@h:5432/d?x=1', 'postgresql://u:***@h:5432/d?x=1'],
    ['postgresql://u@h/d', 'postgresql://u@h/d'],
    ['postgresql://h/d?user=u&password=p&x=1', 'postgresql://h/d?user=u&password=***&x=1'],
    ['postgres://u:a@b@h/d', 'postgres://u:***@h/d'],
  ] as const;
  for (const [url, expected] of cases) assert.equal(hidePassword(url), expected);
});
