import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { openGrouping } from '../pipeline/grouping.js';
import { rebuildLedger } from '../pipeline/ledger.js';
import { type Arrival, processPages } from '../pipeline/process_page.js';
import { readConfig } from '../read_config.js';
import { openTestDatabase } from '../store/test_database.js';
import { dropRawBodies } from '../store/upkeep/retention.js';
import { openPipeline } from './open_pipeline.js';
import { rebuild } from './rebuild.js';

const store = await openTestDatabase({ after });
const folder = mkdtempSync(join(tmpdir(), 'sanad-rebuild-'));
const config = {
  ...readConfig({ SANAD_DATA: folder, DATABASE_URL: store.databaseUrl }),
  registryFolder: folder,
};
after(() => rmSync(folder, { recursive: true, force: true }));

const DAYS = ['2026-03-01T08:00:00.000Z', '2026-03-02T08:00:00.000Z', '2026-03-20T08:00:00.000Z'];

before(async () => {
  const pipeline = await openPipeline(store, folder);
  await processPages(pipeline, DAYS.map(arrivalOf));
  await openGrouping(pipeline).settle();
  await rebuildLedger(pipeline, { signal: new AbortController().signal });
});

function arrivalOf(fetchedAt: string, at: number): Arrival {
  const url = `https://nuran.example/news/${at}`;
  const text = `آب پشت سد شمارهٔ ${at} بالا آمد.\nوزیر نیرو گفت آبگیری سد تا پایان ماه دنبال می‌شود.`;
  const record = { url, title: `سد شمارهٔ ${at} پر شد`, published: fetchedAt, fetchedAt, text };
  return {
    body: Buffer.from(JSON.stringify(record)),
    format: 'record',
    url,
    fetchedAt,
    via: 'add',
    inputName: 'test',
  };
}

/** What `sanad rebuild --from …` prints. */
async function told({ mock }: TestContext, from: string): Promise<readonly string[]> {
  const lines: string[] = [];
  const log = mock.method(console, 'log', (line: string) => lines.push(line));
  await rebuild(from, config);
  log.mock.restore();
  return lines;
}

test('rebuild() says what was done again, and nothing of stages before the one that was named', async (t) => {
  const cases = [
    ['extract', /^3 pages read, 3 reports placed, 3 versions analysed in \S/],
    ['group', /^3 reports placed, 3 versions analysed in \S/],
    ['analyse', /^3 versions analysed in \S/],
  ] as const;
  for (const [from, line] of cases) {
    const [first, ...others] = await told(t, from);
    assert.match(first ?? '', line, from);
    assert.deepEqual(others, [], from);
  }
});

test('rebuild() says how many pages could not be read again because their bytes were dropped, and keeps what was read', async (t) => {
  const limits = { maxAgeMs: 14 * 86_400_000 };
  await dropRawBodies(store, { limits, now: '2026-03-21T08:00:00.000Z' });
  const [first, second] = await told(t, 'extract');
  assert.match(first ?? '', /^1 page read, 3 reports placed, 3 versions analysed in \S/);
  assert.match(second ?? '', /^2 pages could not be read again: .*SANAD_RAW_DAYS.* stands as it was$/);
  assert.deepEqual(await store.rows('select title from article_version order by article_id'), [
    { title: 'سد شمارهٔ 0 پر شد' },
    { title: 'سد شمارهٔ 1 پر شد' },
    { title: 'سد شمارهٔ 2 پر شد' },
  ]);
  assert.equal((await told(t, 'group')).length, 1);
});
