import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { parseRegistry } from '../sources/registry.js';
import { openWorkers, type Workers, workHere } from './workers.js';

const { value: registry } = parseRegistry([]);
assert.ok(registry);
const FETCHED = '2026-03-01T08:00:00.000Z';
const threads = openWorkers({ registry }, { count: 2 });
after(() => threads.close());

/** Different pages, more than go to a thread together. */
const REQUESTS = Array.from({ length: 19 }, (_, at) => ({
  page: {
    body: Buffer.from(
      `باران به شهر شمارهٔ ${at} رسید\nباران از بامداد امروز در شهر شمارهٔ ${at} می‌بارد و راه‌ها باز است.`,
    ),
    format: 'text' as const,
    fetchedAt: FETCHED,
  },
}));

test('run() gives the outcomes of threads in the order of inputs, the same as without threads', async () => {
  const there = await threads.run('read', REQUESTS);
  assert.deepEqual(there, await workHere({ registry }).run('read', REQUESTS));
  assert.ok(there.every((outcome) => 'value' in outcome && outcome.value.article));
});

test('run() tells the fault of one input and does the others', async () => {
  const [request] = REQUESTS;
  assert.ok(request);
  // Not a page: reading it is a bug, which the reader turns into a fatal issue.
  const broken = { page: { ...request.page, body: undefined as unknown as Uint8Array } };
  const [first, second] = await threads.run('read', [broken, request]);
  assert.ok(first && 'value' in first && first.value.issues.some(({ code }) => code === 'extract.crashed'));
  assert.ok(second && 'value' in second && second.value.article);
});

test('run() makes a thread anew that broke its limits, and tells only what broke it', async (t) => {
  const narrow: Workers = openWorkers({ registry: registry ?? assert.fail() }, { count: 1, timeMs: 1 });
  t.after(() => narrow.close());
  const outcomes = await narrow.run('read', REQUESTS.slice(0, 2));
  assert.equal(outcomes.length, 2);
  for (const outcome of outcomes) assert.match('fault' in outcome ? outcome.fault : '', /longer than 1 ms/);
});
