import assert from 'node:assert/strict';
import { test } from 'node:test';
import { world } from '../analyse/test_contact_world.js';
import { listOpenIssues } from '../store/issues.js';
import { openTestDatabase } from '../store/test_database.js';
import { openLaterStages } from './later_stages.js';
import { loadRegistry } from './load_registry.js';
import { processPages, processStoredPages } from './process_page.js';
import { replayPage } from './replay.js';

const NOW = '2024-05-12T14:30:00.000Z';
const TEXTS = [
  'لاوروف دیروز در مسکو با فیدان دیدار کرد.',
  'پوتین دیروز در آنکارا با اردوغان دیدار کرد. پسکوف گفت که سد تازه آبگیری می‌شود.',
  'پوتین امروز با اردوغان تلفنی گفت‌وگو کرد.',
];

function arrivalOf(text: string, at: number) {
  const url = `https://isna.ir/news/${1000 + at}`;
  const record = { url, title: text.slice(0, 30), outlet: 'isna', published: NOW, fetchedAt: NOW, text };
  const body = Buffer.from(JSON.stringify(record));
  return { body, format: 'record', url, fetchedAt: NOW, via: 'add', inputName: 'test' } as const;
}

test('openLedger() parks an article that the database refuses, keeps the others, and takes it in when it is read again', async (t) => {
  const store = await openTestDatabase(t);
  const { value: registry } = loadRegistry();
  assert.ok(registry && world);
  const pipeline = { store, registry, gazetteer: world };
  const stages = openLaterStages(pipeline);
  const contacts = (): Promise<readonly { kind: string; place: string | null }[]> =>
    store.rows('select kind, place from contact order by seq');
  await store.run(`alter table contact add constraint no_ankara check (place is distinct from 'آنکارا')`);
  await processPages(pipeline, TEXTS.map(arrivalOf));
  await stages.settle();
  const others = [
    { kind: 'meeting', place: 'مسکو' },
    { kind: 'phone_call', place: null },
  ];
  assert.deepEqual(await contacts(), others);
  const statements = await store.row('select count(*)::int as count from statement');
  assert.deepEqual(statements, { count: 0 }, 'nothing of the parked article is kept by half');
  const issues = await listOpenIssues(store, { severity: 'fatal' });
  assert.deepEqual(
    issues.map(({ issue }) => issue.code),
    ['analyse.failed'],
  );
  assert.match(issues[0]?.issue.message ?? '', /^Cannot analyse version 1 of article \d+: .*no_ankara/);
  assert.deepEqual(await store.row('select count(*)::int as count from analyse_queue'), { count: 0 });

  const deps = {
    store,
    clock: () => NOW,
    process: (pages: Parameters<typeof processStoredPages>[1]) => processStoredPages(pipeline, pages),
  };
  const pageId = issues[0]?.pageId ?? 0;
  await replayPage(deps, pageId);
  await stages.settle();
  assert.deepEqual(await contacts(), others, 'what is refused still stays parked');
  assert.equal((await listOpenIssues(store, { severity: 'fatal' })).length, 1);
  await store.run('alter table contact drop constraint no_ankara');
  await replayPage(deps, pageId);
  await stages.settle();
  assert.deepEqual(await contacts(), [...others, { kind: 'meeting', place: 'آنکارا' }]);
  assert.deepEqual(await listOpenIssues(store, { severity: 'fatal' }), []);
});
