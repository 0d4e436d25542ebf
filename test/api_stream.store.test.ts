/** The stream of the machine interface: nothing twice, nothing lost, over two sites on one database. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openLaterStages } from '../src/pipeline/later_stages.js';
import { rebuildLedger } from '../src/pipeline/ledger.js';
import { loadWorldGazetteer } from '../src/pipeline/load_gazetteer.js';
import { processPages } from '../src/pipeline/process_page.js';
import { rebuildGroups } from '../src/pipeline/rebuild.js';
import { syncRegistry } from '../src/pipeline/sync_registry.js';
import { PRESS_FOLDER } from '../src/press/load_world.js';
import { createSite } from '../src/serve/site.js';
import { announceEvents, loadEvents } from '../src/store/events.js';
import { openTestDatabase } from '../src/store/test_database.js';
import { readPress } from './press_arrivals.js';

const store = await openTestDatabase({ after });
const { registry, arrivals } = await readPress();
await syncRegistry(store, registry);
const { value: gazetteer } = loadWorldGazetteer(registry.outlets, PRESS_FOLDER);
assert.ok(gazetteer);
const pipeline = { store, registry, gazetteer };
const HALF = 40;
const now = arrivals[HALF * 2]?.fetchedAt ?? '';
const stopping = new AbortController();
const sites = ['one', 'other'].map(() =>
  createSite({ store, config: { streamPollMs: 20 }, clock: () => now, stopping: stopping.signal }),
);

async function take(from: number): Promise<void> {
  await processPages(pipeline, arrivals.slice(from, from + HALF));
  await openLaterStages(pipeline).settle();
}

interface Told {
  readonly id: number;
  readonly kind: string;
  readonly story: { readonly id: number } | null;
  readonly statement: { readonly id: string } | null;
  readonly contact: { readonly id: string; readonly status: string } | null;
}

/** Opens a stream and reads it piece by piece. */
async function open(site: number, path = '/api/v1/stream', headers: Record<string, string> = {}) {
  const response = await sites[site]?.request(path, { headers });
  assert.equal(response?.status, 200);
  assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
  const reader = response.body?.getReader();
  assert.ok(reader);
  const decoder = new TextDecoder();
  let text = '';
  const told: Told[] = [];
  return {
    told,
    /** Reads until an event has this number; events that are left out have a higher one behind them. */
    async readTo(id: number): Promise<void> {
      while ((told.at(-1)?.id ?? 0) < id) {
        const { value, done } = await reader.read();
        assert.ok(!done, `the stream ended before event ${id}`);
        text += decoder.decode(value);
        const pieces = text.split('\n\n');
        text = pieces.pop() ?? '';
        for (const piece of pieces) {
          const data = /^data: (.*)$/m.exec(piece)?.[1];
          if (data === undefined || data === '{}') continue;
          const event = JSON.parse(data) as Told;
          assert.match(piece, new RegExp(`^id: ${event.id}\nevent: ${event.kind}\n`));
          told.push(event);
        }
      }
    },
    read: () => reader.read(),
    cancel: () => reader.cancel(),
  };
}

/** The last event when all that the stages did is numbered; a site that is just numbering is waited for. */
async function lastId(): Promise<number> {
  for (;;) {
    await announceEvents(store, now);
    const behind = await store.row(
      `select from event_mark where last_arrival < (select max(arrival) from report)
         or last_analysis < (select max(id) from analysis)`,
    );
    if (behind === undefined) return (await loadEvents(store, 0, 10_000)).at(-1)?.id ?? 0;
  }
}

test('the stream tells of every story, statement and contact once, on whichever site one listens', async () => {
  await take(0);
  const early = await open(0, '/api/v1/stream?after=0');
  const middle = await lastId();
  await early.readTo(middle);
  const late = await open(1);
  await late.read();
  await take(HALF);
  const end = await lastId();
  assert.ok(end > middle);
  await Promise.all([early.readTo(end), late.readTo(end)]);
  assert.deepEqual(
    late.told,
    early.told.filter(({ id }) => id > middle),
  );
  const ids = early.told.map(({ id }) => id);
  assert.deepEqual(
    ids,
    ids.toSorted((a, b) => a - b),
  );
  assert.equal(new Set(ids).size, ids.length);
  const count = async (sql: string): Promise<number> => (await store.row<{ count: number }>(sql))?.count ?? 0;
  const stories = new Set(early.told.filter(({ kind }) => kind === 'story').map(({ story }) => story?.id));
  assert.equal(stories.size, await count('select count(*) from story where report_count > 0'));
  const statements = early.told.filter(({ kind }) => kind === 'statement');
  assert.equal(statements.length, await count('select count(*) from statement where twin_of is null'));
  const contacts = new Set(
    early.told.filter(({ kind }) => kind === 'contact').map(({ contact }) => contact?.id),
  );
  assert.equal(contacts.size, await count('select count(*) from contact'));
  await Promise.all([early.cancel(), late.cancel()]);
});

test('a client that was cut off goes on behind its last event, and chooses what it hears of', async () => {
  const end = await lastId();
  const whole = await open(0, '/api/v1/stream?after=0');
  await whole.readTo(end);
  const [, , third] = whole.told;
  const rest = await open(1, '/api/v1/stream', { 'Last-Event-ID': String(third?.id) });
  await rest.readTo(end);
  assert.deepEqual(rest.told, whole.told.slice(3));
  const wanted = whole.told.filter(({ kind }) => kind === 'contact');
  const some = await open(0, '/api/v1/stream?after=0&kinds=contact');
  await some.readTo(wanted.at(-1)?.id ?? 0);
  assert.deepEqual(some.told, wanted);
  await Promise.all([whole.cancel(), rest.cancel(), some.cancel()]);
});

test('a rebuild is no news', async () => {
  const before = await loadEvents(store, 0, 10_000);
  const { signal } = new AbortController();
  await rebuildGroups(pipeline, { signal });
  await rebuildLedger(pipeline, { signal });
  await lastId();
  assert.deepEqual(await loadEvents(store, 0, 10_000), before);
});

test('what cannot be asked of the stream is named, and connections are bounded', async () => {
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await sites[0]?.request(`/api/v1/stream${path}`, { headers });
    const body = (await response?.json()) as { errors: readonly { field: string }[] };
    return [response?.status, body.errors[0]?.field];
  };
  assert.deepEqual(await ask('?kinds=gossip'), [400, 'kinds']);
  assert.deepEqual(await ask('?after=x'), [400, 'after']);
  assert.deepEqual(await ask('?since=1'), [400, 'since']);
  assert.deepEqual(await ask('', { 'Last-Event-ID': 'x' }), [400, 'Last-Event-ID']);
  const open8 = await Promise.all(Array.from({ length: 8 }, () => open(0)));
  assert.equal((await sites[0]?.request('/api/v1/stream'))?.status, 429);
  await open8[0]?.cancel();
  await (await open(0)).cancel();
  await Promise.all(open8.slice(1).map(({ cancel }) => cancel()));
});

test('streams end when the process stops', async () => {
  const stream = await open(0);
  await stream.read();
  stopping.abort();
  assert.equal((await stream.read()).done, true);
});
