import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sampleRecords } from '../bench/sample_records.js';
import { openStore } from '../src/store/open_store.js';
import { runSanad, startSanad, temporaryFolder } from './sanad_process.js';

const RECORDS = 300;
/** How many lines of the report to let pass before each kill; the last run goes to the end. */
const KILL_AFTER = [1, 40, 130];

test('add keeps all that it reported when killed, and goes on without doing anything twice', async () => {
  const data = temporaryFolder('add-kill');
  const settings = { SANAD_DATA: data };
  const file = join(data, 'records.jsonl');
  writeFileSync(file, sampleRecords(RECORDS));

  const reported = new Map<string, string>();
  for (const lines of KILL_AFTER) {
    const sanad = startSanad(['add', file], settings);
    await sanad.printedLines(/: article \d+ new/, lines);
    sanad.child.kill('SIGKILL');
    await sanad.ended();
    for (const [line, number] of reportedArticles(sanad.output())) {
      assert.equal(reported.has(line), false, `${line} was stored twice`);
      reported.set(line, number);
    }
  }
  const last = await runSanad(['add', file], settings);
  assert.equal(last.code, 0, last.output);
  const known = await runSanad(['add', file], settings);
  assert.doesNotMatch(known.output, /article \d+ new/);

  const store = await openStore({ dataFolder: data, applicationName: 'sanad test' });
  try {
    const articles = await store.rows<{ id: number; title: string }>(
      'select a.id, v.title from article a join article_version v on v.article_id = a.id order by a.id',
    );
    assert.equal(articles.length, RECORDS);
    assert.equal(new Set(articles.map((article) => article.title)).size, RECORDS);
    const stored = new Set(articles.map((article) => String(article.id)));
    for (const [line, number] of reported) assert.ok(stored.has(number), `${line} was reported as ${number}`);
    assert.ok(reported.size >= KILL_AFTER.length);
    const placed = await store.row(
      `select count(*)::int as reports, max(arrival)::int as arrivals,
         (select count(*)::int from story_member) as members, (select count(*)::int from group_queue) as waiting
       from report`,
    );
    assert.deepEqual(placed, { reports: RECORDS, arrivals: RECORDS, members: RECORDS, waiting: 0 });
    const analysed = await store.row(
      `select count(*)::int as versions, (select count(*)::int from analyse_queue) as waiting from analysis`,
    );
    assert.deepEqual(analysed, { versions: RECORDS, waiting: 0 });
  } finally {
    await store.close();
  }
});

/** Input name → article number, for each line of the report that says so. */
function reportedArticles(output: string): Map<string, string> {
  const found = [...output.matchAll(/^(\S+\.jsonl:\d+): article (\d+) new/gm)];
  return new Map(found.map((match) => [match[1] ?? '', match[2] ?? '']));
}
