/** Statements and contacts of the sample press in the search: every spelling, copies once, acts, hiding, all surfaces. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openLaterStages } from '../src/pipeline/later_stages.js';
import { loadWorldGazetteer } from '../src/pipeline/load_gazetteer.js';
import { renameEntity, undoEntityAct } from '../src/pipeline/operate_entities.js';
import { processPages } from '../src/pipeline/process_page.js';
import { syncRegistry } from '../src/pipeline/sync_registry.js';
import { PRESS_FOLDER } from '../src/press/load_world.js';
import { createSite } from '../src/serve/site.js';
import type { LedgerScope } from '../src/store/ledger_matches.js';
import { findInLedger, type LedgerFound } from '../src/store/ledger_search.js';
import { readLedgerWords } from '../src/store/ledger_words.js';
import { resolveFields } from '../src/store/search_fields.js';
import { parseQuery } from '../src/store/search_query.js';
import { openTestDatabase } from '../src/store/test_database.js';
import { readPress } from './press_arrivals.js';
import { startSanad, temporaryFolder } from './sanad_process.js';
import { testHonesty } from './search_honesty.js';

const store = await openTestDatabase({ after });
let settle: () => Promise<void>;
let site: ReturnType<typeof createSite>;
let lastAt: string;

before(async () => {
  const { registry, arrivals } = await readPress();
  await syncRegistry(store, registry);
  const { value: gazetteer } = loadWorldGazetteer(registry.outlets, PRESS_FOLDER);
  assert.ok(gazetteer);
  const pipeline = { store, registry, gazetteer };
  await processPages(pipeline, arrivals);
  settle = () => openLaterStages(pipeline).settle();
  await settle();
  lastAt = arrivals.at(-1)?.fetchedAt ?? '';
  site = createSite({ store, config: { keptMs: 0 }, clock: () => lastAt });
});

testHonesty(store, () => createSite({ store, config: { keptMs: 0 }, clock: () => lastAt }));

async function find(
  scope: LedgerScope,
  text: string,
  order: 'best' | 'newest' = 'best',
): Promise<LedgerFound> {
  const query = parseQuery(text);
  const { filter, problems } = await resolveFields(store, query.fields);
  assert.deepEqual(problems, []);
  return findInLedger(store, { scope, query, filter, order, offset: 0, limit: 2000 });
}

interface Said {
  readonly id: string;
  readonly content: string;
  readonly speaker: string;
  readonly entity: string | null;
  readonly stance: string;
  readonly copies: number;
}

function loadSaid(): Promise<readonly Said[]> {
  return store.rows<Said>(
    `select s.id, s.content, p.name as speaker, p.entity_id as entity, s.stance,
       (select count(*)::int from statement t where t.twin_of = s.id) as copies
     from statement s join statement_speaker p on p.statement_id = s.id and p.position = 0
     where s.twin_of is null order by s.seq`,
  );
}

function spellings(text: string): readonly string[] {
  return [text, text.replaceAll('ی', 'ي').replaceAll('ک', 'ك'), text.replaceAll('\u200c', '')];
}

test('every statement is found by its words in every spelling, and copies are found once', async () => {
  const said = await loadSaid();
  // Those of unnamed sources too, which the list above leaves out.
  const all = await store.rows<{ id: string }>('select id from statement where twin_of is null');
  const firsts = new Set(all.map(({ id }) => id));
  assert.ok(said.some(({ copies }) => copies > 0));
  for (const { id, content } of said.filter((_, at) => at % 9 === 0)) {
    const words = content
      .split(/\s+/)
      .slice(0, 6)
      .join(' ')
      .replaceAll(/["«»“”:\-−]/g, ' ');
    const found = await Promise.all(spellings(words).map((text) => find('statements', text)));
    for (const { ids } of found) {
      assert.ok(ids.includes(id), words);
      assert.deepEqual(ids, found[0]?.ids, words);
      assert.ok(ids.every((each) => firsts.has(each)));
    }
  }
});

test('fields narrow statements to a speaker and a stance, and facets count what is found', async () => {
  const said = await loadSaid();
  const denied = said.find(({ stance, entity }) => stance === 'deny' && entity !== null);
  assert.ok(denied?.entity);
  const { ids, facets } = await find('statements', `گوینده:${denied.entity} موضع:رد`);
  assert.deepEqual(
    [...ids].sort(),
    said
      .flatMap(({ id, entity, stance }) => (entity === denied.entity && stance === 'deny' ? [id] : []))
      .sort(),
  );
  assert.deepEqual(facets.stances, [{ value: 'deny', count: ids.length }]);
  assert.deepEqual(facets.speakers, [{ value: denied.entity, count: ids.length }]);
  assert.deepEqual((await find('statements', '')).ids, []);
});

test('contacts are found by who takes part; status and kind narrow them', async () => {
  const contacts = await store.rows<{ id: string; kind: string; status: string; name: string }>(
    `select c.id, c.kind, case when c.disputed then 'disputed' else c.status end as status, p.name from contact c
     join contact_actor p on p.contact_id = c.id order by c.seq, p.position`,
  );
  for (const { id, kind, status, name } of contacts) {
    for (const text of spellings(name)) assert.ok((await find('contacts', text)).ids.includes(id), text);
    const { ids, facets } = await find('contacts', `${name} وضعیت:${status} نوع:${kind}`);
    assert.ok(ids.includes(id));
    assert.deepEqual(facets.statuses, [{ value: status, count: ids.length }]);
    assert.deepEqual(facets.kinds, [{ value: kind, count: ids.length }]);
  }
});

test('what is hidden is not found; a copy that is left takes the place of its first', async () => {
  const said = (await loadSaid()).find(({ copies }) => copies > 0);
  assert.ok(said);
  const others = await store.rows<{ id: string; article_id: number }>(
    'select id, article_id from statement where twin_of = $1 or id = $1 order by seq',
    [said.id],
  );
  for (const { id, article_id: article } of others) {
    assert.ok((await find('statements', said.content)).ids.includes(id));
    await store.run('update article set hidden_at = now() where id = $1', [article]);
    assert.ok(!(await find('statements', said.content)).ids.includes(id));
  }
  await store.run('update article set hidden_at = null');
});

test('who is renamed is found by the new name, and by it no more when that is undone', async () => {
  const at = '2026-01-02T08:00:00Z';
  const said = (await loadSaid()).find(({ entity }) => entity !== null);
  assert.ok(said?.entity);
  const name = 'زرنگار نوپدید';
  const act = await renameEntity(store, { entityId: said.entity, name, at });
  assert.ok(act.kind === 'done');
  assert.ok((await find('statements', name)).ids.includes(said.id));
  await undoEntityAct(store, { id: act.actId, at });
  assert.deepEqual((await find('statements', name)).ids, []);
});

test('words that are yet to be read, as after an update, come out as those of new rows', async () => {
  const load = () =>
    store.rows(
      'select id, words::text from statement union all select id, words::text from contact order by id',
    );
  const whole = await load();
  await store.run('update statement set words = null');
  await store.run('update contact set words = null');
  await settle();
  assert.deepEqual(await load(), whole);
  assert.equal(await store.transaction((tx) => readLedgerWords(tx)), 0);
});

test('page, feed and interface show every scope', async () => {
  const [said] = await loadSaid();
  assert.ok(said);
  const q = encodeURIComponent(said.content.split(/\s+/).slice(0, 4).join(' ').replaceAll(/[«»"]/g, ''));
  const page = await (await site.request(`/search?q=${q}&scope=statements`)).text();
  assert.match(page, new RegExp(`data-statement="${said.id}"`));
  assert.match(page, /<mark>/);
  const feed = await (await site.request(`/search/feed.json?q=${q}&scope=statements`)).text();
  assert.match(feed, new RegExp(`/statement/${said.id}"`));
  const contact = await store.row<{ id: string; name: string }>(
    'select contact_id as id, name from contact_actor order by contact_id, position limit 1',
  );
  assert.ok(contact);
  const party = encodeURIComponent(contact.name);
  const contacts = await (await site.request(`/search?q=${party}&scope=contacts&lang=en`)).text();
  assert.match(contacts, new RegExp(`data-contact="${contact.id}"`));
  const { count } = await find('contacts', contact.name);
  assert.match(contacts, new RegExp(`Contacts <span class="n">${count}</span>`));
  assert.match(contacts, new RegExp(`<b>${count} contacts?</b>`));
  for (const scope of ['Reports', 'Stories', 'Statements'])
    assert.match(contacts, new RegExp(`${scope} <span class="n">[1-9]`));
  for (const scope of ['reports', 'stories', 'statements', 'contacts']) {
    const answer = (await (await site.request(`/api/v1/search?q=${party}&scope=${scope}`)).json()) as {
      readonly items: readonly { readonly kind: string; readonly page: string }[];
    };
    assert.ok(answer.items.length > 0, scope);
    for (const { page } of answer.items) assert.equal((await site.request(page)).status, 200, page);
  }
});

test('sanad search --json --from answers each line of a file with the ids that the interface ranks', async () => {
  const [said] = await loadSaid();
  const contact = await store.row<{ name: string }>(
    'select name from contact_actor order by contact_id limit 1',
  );
  const queries = [
    { id: 'speaker', query: said?.speaker ?? '' },
    { id: 7, query: contact?.name ?? '' },
    { id: 'none', query: 'قزقونچه' },
    { id: 'bad', query: 'سد از:دیروزهای‌دور' },
  ];
  const file = join(temporaryFolder('search'), 'queries.jsonl');
  writeFileSync(file, `${queries.map((query) => JSON.stringify(query)).join('\n')}\nno JSON\n`);
  for (const scope of ['reports', 'stories', 'statements', 'contacts']) {
    const program = startSanad(['search', '--json', '--from', file, '--scope', scope, '--limit', '5'], {
      DATABASE_URL: store.databaseUrl,
    });
    assert.equal(await program.ended(), 0, program.output());
    const lines = program.output().trim().split('\n');
    const answers = lines.map((line) => JSON.parse(line) as Answer);
    assert.deepEqual(
      answers.map(({ id }) => id),
      ['speaker', 7, 'none', 'bad', null],
    );
    for (const { query } of queries.slice(0, 3)) {
      const asked = `/api/v1/search?q=${encodeURIComponent(query)}&scope=${scope}`;
      const { items } = (await (await site.request(asked)).json()) as {
        readonly items: readonly { readonly page: string }[];
      };
      const own = answers.find((answer) => answer.query === query);
      const ids = (own?.ids ?? []).filter((id) => !id.startsWith('topic/'));
      assert.deepEqual(
        ids,
        items.slice(0, ids.length).map(({ page }) => page.slice(1)),
        `${scope} ${query}`,
      );
      assert.equal(ids.length, Math.min(5, items.length), `${scope} ${query}`);
    }
    assert.ok(answers[3]?.error !== undefined && answers[4]?.error !== undefined, lines.join('\n'));
  }
});

test('sanad search tells the days of contacts and the times that publishers print, and never the time of seeing as theirs', async () => {
  const [contacts, reports] = await Promise.all([
    store.rows<{ id: string; from: string | null; to: string | null }>(
      `select 'contact/' || id as id, day_from::text as "from", day_to::text as "to" from contact`,
    ),
    store.rows<{ id: string; printed: string | null }>(
      `select 'article/' || id as id, published_iso as printed from article`,
    ),
  ]);
  const days = contacts.map(({ id, from, to }) => [id, from === null ? to : from] as const);
  const stated = new Map([...days, ...reports.map(({ id, printed }) => [id, printed] as const)]);
  for (const [scope, query] of [
    ['contacts', 'وزیر'],
    ['reports', 'سد'],
  ] as const) {
    const program = startSanad(['search', '--json', '--scope', scope, query], {
      DATABASE_URL: store.databaseUrl,
    });
    assert.equal(await program.ended(), 0, program.output());
    const { results } = JSON.parse(program.output()) as { results: readonly Stated[] };
    const found = results.filter(({ id }) => !id.startsWith('topic/'));
    assert.ok(
      found.some((result) => result.stated !== null),
      scope,
    );
    for (const result of found) {
      const wanted = stated.get(result.id) ?? null;
      assert.ok(
        result.stated === wanted || (wanted !== null && result.stated?.split('/').includes(wanted)),
        `${result.id} ${result.stated} ${wanted}`,
      );
    }
  }
});

interface Stated {
  readonly id: string;
  readonly stated: string | null;
}

interface Answer {
  readonly id: string | number | null;
  readonly query?: string;
  readonly ids?: readonly string[];
  readonly error?: unknown;
}
