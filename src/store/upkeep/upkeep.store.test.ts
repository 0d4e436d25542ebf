import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { span } from '../../model/span.js';
import { articlePage } from '../../model/test_article.js';
import { saveArticleVersion } from '../article_versions.js';
import type { Store } from '../database.js';
import { savePage } from '../fetched_pages.js';
import { openTestDatabase } from '../test_database.js';
import { incomingPage } from '../test_pages.js';
import { backUp } from './backup.js';
import { restore } from './restore.js';
import { loadTables, quotedList } from './tables.js';
import { verifyStore } from './verify.js';

const NOW = '2026-03-01T08:00:00.000Z';

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sanad-upkeep-'));
  after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const WORDS = ['نخست', 'دوم', 'a\\tb\n\\.'];

/** Three articles, each with a credit in its last paragraph. */
async function addArticles(store: Store): Promise<void> {
  for (const word of WORDS) {
    await store.transaction(async (tx) => {
      const { pageId } = await savePage(tx, incomingPage(word.repeat(400), { fetchedAt: NOW }));
      const page = articlePage({ title: 'خبر', body: [word, 'منبع: نوران'] });
      const last = page.body.at(-1)?.span ?? span(0, 0);
      const evidence = { span: last, rule: 'credit/source-line' };
      await saveArticleVersion(tx, {
        identity: word,
        contentKey: word,
        page: { ...page, credits: [{ name: 'نوران', surface: 'منبع: نوران', evidence }] },
        pageId,
        seenAt: NOW,
        stage: { name: 'extract', version: '1' },
      });
    });
  }
}

async function dump(store: Store): Promise<unknown> {
  const tables = await loadTables(store);
  return Promise.all(
    tables.map(async ({ name, columns }) => [
      name,
      await store.rows(`select ${quotedList(columns)} from ${name} t order by t::text`),
    ]),
  );
}

test('restore() gives back every row of a backup, and numbers go on behind the last', async () => {
  const [from, into] = [await openTestDatabase({ after }), await openTestDatabase({ after })];
  await addArticles(from);
  const folder = join(await makeFolder(), 'backup');
  const made = await backUp(from, { folder, now: NOW });
  const restored = await restore(into, { folder });
  assert.deepEqual(restored, made);
  assert.deepEqual(await dump(into), await dump(from));
  assert.equal(made.tables.find(({ name }) => name === 'fetched_page')?.rows, 3);
  await addArticles(into);
  assert.equal((await verifyStore(into)).faults.length, 0);
});

test('backUp() leaves a folder with something in it alone', async () => {
  const store = await openTestDatabase({ after });
  const folder = await makeFolder();
  await backUp(store, { folder: join(folder, 'one'), now: NOW });
  await assert.rejects(backUp(store, { folder, now: NOW }), { code: 'not_empty' });
  assert.deepEqual(await readdir(folder), ['one']);
});

test('restore() refuses a database with articles and a backup that was changed, and touches nothing', async () => {
  const store = await openTestDatabase({ after });
  await addArticles(store);
  const folder = join(await makeFolder(), 'backup');
  await backUp(store, { folder, now: NOW });
  const before = await dump(store);
  await assert.rejects(restore(store, { folder }), { code: 'not_empty' });
  assert.deepEqual(await dump(store), before);
  const empty = await openTestDatabase({ after });
  await appendFile(join(folder, 'fetched_page.copy.gz'), 'x');
  await assert.rejects(restore(empty, { folder }), { code: 'backup_unusable' });
  await assert.rejects(restore(empty, { folder: join(folder, 'none') }), { code: 'backup_unusable' });
  await addArticles(empty);
});

test('verifyStore() finds changed bytes, spans out of place and rows that name nothing', async () => {
  const store = await openTestDatabase({ after });
  await addArticles(store);
  const sound = await verifyStore(store);
  assert.deepEqual(
    { ...sound, references: 0 },
    { bodies: 3, dropped: 0, spans: 15, references: 0, faults: [] },
  );
  assert.ok(sound.references > 20);
  await store.run(
    `update fetched_body set codec = 'plain' where sha256 = (select min(sha256) from fetched_body)`,
  );
  await store.run(`update article_version set text = 'خ' where article_id = (select min(id) from article)`);
  await store.run(`update article_credit set surface = 'منبع: دیگر'
    where article_id = (select max(id) from article)`);
  await store.session(async (client) => {
    // The only way past a foreign key, as a torn disk would go.
    await client.query(`set session_replication_role = replica; update article set outlet_id = 'nobody'`);
    await client.query('reset session_replication_role');
  });
  const { faults } = await verifyStore(store);
  const found = faults.map(({ check, message }) => [check, message.replace(/\d+\.\.\d+/, 'S')]);
  assert.deepEqual(
    found.filter(([check]) => check !== 'bytes'),
    [
      ...Array(4).fill(['spans', 'the span S leaves its text of 1 letters']),
      ['spans', 'the span S no longer cuts "منبع: نوران"'],
      ['spans', 'the span S no longer cuts "منبع: دیگر"'],
      ['references', '3 rows name a row of "outlet" that is not there'],
    ],
  );
  assert.equal(faults.filter(({ check }) => check === 'bytes').length, 1);
});
