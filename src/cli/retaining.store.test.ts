import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, type TestContext, test } from 'node:test';
import type { Store } from '../store/database.js';
import { savePage } from '../store/fetched_pages.js';
import { savePageResult } from '../store/page_results.js';
import { openTestDatabase } from '../store/test_database.js';
import { incomingPage } from '../store/test_pages.js';
import { loadRawState, type RawLimits } from '../store/upkeep/retention.js';
import { startRetaining } from './retaining.js';

const MIB = 1024 ** 2;
const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;
const clock = (): string => '2026-03-31T08:00:00.000Z';

/** A stored answer of one MiB from the first of the month. */
async function keep(store: Store, name: string, isRead: boolean): Promise<void> {
  const page = incomingPage('', {
    body: randomBytes(MIB),
    url: `https://nuran.example/${name}`,
    fetchedAt: '2026-03-01T08:00:00.000Z',
  });
  await store.transaction(async (tx) => {
    const { pageId } = await savePage(tx, page);
    if (!isRead) return;
    await savePageResult(tx, { pageId, kind: 'other', stage: { name: 'extract', version: '1' } });
  });
}

/** The keeper with its timer in the hands of the test, and what it tells. */
function startHeld({ mock }: TestContext, store: Store, limits: RawLimits) {
  const told: string[] = [];
  mock.method(console, 'log', (line: string) => told.push(line));
  mock.method(console, 'error', (line: string) => told.push(line));
  const waits: number[] = [];
  let due: (() => void) | undefined;
  let planned = (): void => undefined;
  const retaining = startRetaining({
    ...{ store, limits, clock },
    later: (run, ms) => {
      waits.push(ms);
      due = run;
      planned();
      return () => {
        due = undefined;
      };
    },
  });
  /** Lets the time that was planned come, and what is done then be done; false when nothing is planned. */
  async function pass(): Promise<boolean> {
    if (due === undefined) return false;
    const next = new Promise<void>((resolve) => {
      planned = resolve;
    });
    due();
    await next;
    return true;
  }
  return { retaining, told, waits, pass };
}

test('startRetaining() drops old bytes a minute after the start and every hour from then on, until it is stopped', async (t) => {
  const store = await openTestDatabase({ after });
  const { retaining, told, waits, pass } = startHeld(t, store, { maxAgeMs: WEEK_MS });
  await keep(store, 'a', true);
  assert.deepEqual(waits, [MINUTE_MS]);
  await pass();
  assert.deepEqual(told, ['Dropped the bytes of 1 stored answers (1.0 MiB)']);
  await keep(store, 'b', true);
  await keep(store, 'c', true);
  await pass();
  assert.equal(told.at(-1), 'Dropped the bytes of 2 stored answers (2.0 MiB)');
  await pass();
  assert.equal(told.length, 2, 'says nothing where nothing is dropped');
  assert.deepEqual(waits, [MINUTE_MS, 60 * MINUTE_MS, 60 * MINUTE_MS, 60 * MINUTE_MS]);
  await keep(store, 'd', true);
  await retaining.stop();
  assert.equal(await pass(), false);
  assert.equal((await loadRawState(store)).dropped, 3);
});

test('startRetaining() says how much more than the budget is kept because it waits to be read', async (t) => {
  const store = await openTestDatabase({ after });
  const { retaining, told, pass } = startHeld(t, store, { maxBytes: MIB / 2 });
  await keep(store, 'read', true);
  await keep(store, 'waits', false);
  await pass();
  await retaining.stop();
  assert.deepEqual(told, [
    'Dropped the bytes of 1 stored answers (1.0 MiB)',
    'retention: 0.5 MiB more than SANAD_RAW_BUDGET is kept: all of it waits to be read',
  ]);
});

test('startRetaining() tells a database that is away and tries again an hour later; without limits it never looks', async (t) => {
  const store = await openTestDatabase({ after });
  const unlimited = startHeld(t, store, {});
  assert.deepEqual(unlimited.waits, []);
  await unlimited.retaining.stop();
  const { retaining, told, waits, pass } = startHeld(t, store, { maxAgeMs: WEEK_MS });
  await store.close();
  await pass();
  assert.match(told.join('\n'), /^retention: \S/);
  assert.deepEqual(waits, [MINUTE_MS, 60 * MINUTE_MS]);
  await retaining.stop();
});
