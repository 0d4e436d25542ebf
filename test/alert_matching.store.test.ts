/** Who is told of what: each kind of follow against what its page shows; and what becomes of messages that nobody takes. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Subject } from '../src/model/alert.js';
import { matchNews } from '../src/notify/match_news.js';
import { type NotifierDeps, sendDue } from '../src/notify/notifier.js';
import { MAX_ATTEMPTS } from '../src/notify/pauses.js';
import { openLaterStages } from '../src/pipeline/later_stages.js';
import { loadWorldGazetteer } from '../src/pipeline/load_gazetteer.js';
import { processPages } from '../src/pipeline/process_page.js';
import { syncRegistry } from '../src/pipeline/sync_registry.js';
import { PRESS_FOLDER } from '../src/press/load_world.js';
import { describeNews } from '../src/serve/api/alert_news.js';
import { loadSearchView } from '../src/serve/views/search_view.js';
import { listDeadMessages, replayMessages } from '../src/store/alert_queue.js';
import { addWebhook, listTargets, openTarget } from '../src/store/alert_targets.js';
import { contactPart, dossierFilter, loadDossier, saveDossier } from '../src/store/dossiers.js';
import { loadDyads } from '../src/store/dyads.js';
import { loadContacts } from '../src/store/site_contacts.js';
import { loadStatements } from '../src/store/site_statements.js';
import { openTestDatabase } from '../src/store/test_database.js';
import { readPress } from './press_arrivals.js';

const store = await openTestDatabase({ after });
const { registry, arrivals } = await readPress();
await syncRegistry(store, registry);
const { value: gazetteer } = loadWorldGazetteer(registry.outlets, PRESS_FOLDER);
assert.ok(gazetteer);
const HALF = 90;
const pipeline = { store, registry, gazetteer };
let nowMs = Date.parse(arrivals[0]?.fetchedAt ?? '');
const clock = (): string => new Date(nowMs).toISOString();
let answer = 200;
const posted: string[] = [];
const deps: NotifierDeps = {
  ...{ store, clock, describe: describeNews, dailyHour: 8, random: () => 0, retryBaseMs: 1000 },
  post: async ({ headers }) => {
    posted.push(headers['webhook-id'] ?? '');
    return { kind: 'answered', status: answer, text: '' };
  },
};
const running = new AbortController().signal;

await processPages(pipeline, arrivals.slice(0, HALF));
await openLaterStages(pipeline).settle();
await matchNews(deps);
const [dyad] = await loadDyads(store, { limit: 1 });
assert.ok(dyad);
const dossierId = await saveDossier(store, { name: 'سد', actors: [dyad.a, dyad.b], at: clock() });
const WORDS = 'دیدار';
const SUBJECTS: readonly Subject[] = [
  { kind: 'search', subject: WORDS },
  { kind: 'entity', subject: dyad.a },
  { kind: 'dyad', subject: `${dyad.a}\n${dyad.b}` },
  { kind: 'dossier', subject: String(dossierId) },
  { kind: 'story', subject: '1' },
  { kind: 'topic', subject: '1' },
];
const { id: targetId } = await store.transaction(async (tx) => {
  const added = await addWebhook(tx, { address: 'https://hooks.example/', subjects: SUBJECTS, at: clock() });
  await openTarget(tx, added.id, clock());
  return added;
});
await store.run("delete from alert_message where kind = 'check'");
const before = (await store.row<{ id: number }>('select max(id) as id from event'))?.id ?? 0;
await store.run(
  `insert into topic (key, name, first_seen_at, last_seen_at) values ('t', 'آب', $1, $1) on conflict do nothing`,
  [clock()],
);
await store.run(
  `insert into topic_item (topic_id, key, position, title, first_seen_at, last_seen_at)
   values (1, 'new', 1, 'سد پر شد', $1, $1)`,
  [clock()],
);
await processPages(pipeline, arrivals.slice(HALF));
await openLaterStages(pipeline).settle();
await matchNews(deps);

async function refsTold(kind: string, news: readonly string[]): Promise<readonly string[]> {
  const rows = await store.rows<{ ref: string }>(
    `select m.ref from alert_match m join alert_follow f on f.id = m.follow_id
     where f.kind = $1 and m.kind = any($2) order by m.ref`,
    [kind, news],
  );
  return rows.map(({ ref }) => ref);
}

/** Events behind the beginning of the follow whose name is among these. */
async function refsNew(news: readonly string[], names: readonly string[]): Promise<readonly string[]> {
  const rows = await store.rows<{ ref: string }>(
    `select ref from event where id > $1 and kind = any($2) and split_part(ref, '#', 1) = any($3) order by ref`,
    [before, news, names],
  );
  return rows.map(({ ref }) => ref);
}

test('an entity is told of the statements and contacts of its page, a dyad of its contacts', async () => {
  const statements = await loadStatements(store, { by: dyad.a, limit: 5000 });
  const about = await loadStatements(store, { about: dyad.a, limit: 5000 });
  const ids = [...statements, ...about].map((line) => line.id);
  const said = await refsNew(['statement'], ids);
  assert.ok(said.length > 0);
  assert.deepEqual(await refsTold('entity', ['statement']), said);
  for (const [kind, filter] of [
    ['entity', { entity: dyad.a }],
    ['dyad', { dyad: [dyad.a, dyad.b] as const }],
  ] as const) {
    const contacts = await loadContacts(store, { ...filter, limit: 5000 });
    const told = await refsNew(
      ['contact'],
      contacts.map(({ id }) => id),
    );
    assert.ok(told.length > 0, kind);
    assert.deepEqual(await refsTold(kind, ['contact']), told);
  }
});

test('a dossier is told of what stands in it', async () => {
  const dossier = await loadDossier(store, dossierId);
  assert.ok(dossier);
  const filter = dossierFilter(dossier);
  const statements = await loadStatements(store, { ...filter, limit: 5000 });
  const contacts = await loadContacts(store, { ...contactPart(filter), limit: 5000 });
  const [said, met] = await Promise.all([
    refsNew(
      ['statement'],
      statements.map(({ id }) => id),
    ),
    refsNew(
      ['contact'],
      contacts.map(({ id }) => id),
    ),
  ]);
  assert.ok(said.length > 0 && met.length > 0);
  assert.deepEqual(await refsTold('dossier', ['statement']), said);
  assert.deepEqual(await refsTold('dossier', ['contact']), met);
});

test('the first statements of a dossier are the newest of all its actors, however few are asked for', async () => {
  const actors = await store.rows<{ id: string }>(
    `select entity_id as id from statement_speaker where entity_id is not null group by 1 order by count(*) desc, 1 limit 12`,
  );
  const anyOf = actors.map(({ id }) => id);
  const all = await loadStatements(store, { anyOf, limit: 5000 });
  const each = [];
  for (const actor of anyOf) each.push(...(await loadStatements(store, { anyOf: [actor], limit: 5000 })));
  assert.deepEqual([...new Set(each.map(({ id }) => id))].sort(), all.map(({ id }) => id).sort());
  assert.ok(all.length > 30, String(all.length));
  for (const limit of [1, 2, 7, 30]) {
    const some = await loadStatements(store, { anyOf, limit });
    assert.deepEqual(
      some.map(({ id }) => id),
      all.slice(0, limit).map(({ id }) => id),
    );
  }
});

test('a search is told of the new reports that its page finds', async () => {
  const found = new Set<number>();
  for (let pageNumber = 1; ; pageNumber++) {
    const view = await loadSearchView(store, { query: WORDS, order: 'newest', pageNumber });
    for (const { line } of view?.hits ?? []) found.add(line.id);
    if (view?.hasNext !== true) break;
  }
  const rows = await store.rows<{ ref: string }>(
    `select e.ref from event e where e.id > $1 and (
       (e.kind = 'story' and (select opener_id from story where id = e.ref::bigint) = any($2))
       or (e.kind = 'story_update' and split_part(e.ref, '#', 2)::bigint = any($2))) order by e.ref`,
    [before, [...found]],
  );
  assert.ok(rows.length > 0);
  assert.deepEqual(
    await refsTold('search', ['story', 'story_update']),
    rows.map(({ ref }) => ref),
  );
});

test('a topic is told of new items, and looking again tells nothing twice', async () => {
  assert.equal((await refsTold('topic', ['topic_item'])).length, 1);
  const count = async () => (await store.row<{ count: number }>('select count(*) from alert_message'))?.count;
  const known = await count();
  await store.run('update alert_mark set last_event = 0');
  await matchNews(deps);
  assert.equal(await count(), known);
});

test('a message that nobody takes dies after its attempts, and is replayed under the same key', async () => {
  answer = 500;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    await sendDue(deps, running);
    nowMs += 7 * 3_600_000;
  }
  const dead = await listDeadMessages(store, { limit: 10_000 });
  const [target] = await listTargets(store, { limit: 1 });
  assert.ok(dead.length > 0);
  assert.deepEqual([target?.waiting, target?.sent, target?.dead], [0, 0, dead.length]);
  assert.equal(posted.length, dead.length * MAX_ATTEMPTS);
  assert.match(dead[0]?.error ?? '', /status 500/);
  const keys = new Set(posted);
  answer = 204;
  posted.length = 0;
  assert.equal(await replayMessages(store, { at: clock() }), dead.length);
  await sendDue(deps, running);
  assert.deepEqual(new Set(posted), keys);
  assert.equal((await listTargets(store, { limit: 1 }))[0]?.sent, dead.length);
});

test('a receiver that is gone gets nothing more', async () => {
  answer = 410;
  await store.run("update alert_message set state = 'waiting', next_at = $1", [clock()]);
  await sendDue(deps, running);
  const [target] = await listTargets(store, { limit: 1 });
  assert.equal(target?.id, targetId);
  assert.equal(target?.state, 'closed');
  assert.equal(target?.waiting, 0);
  assert.equal(await replayMessages(store, { at: clock() }), 0);
});
