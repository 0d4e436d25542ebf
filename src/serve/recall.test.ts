import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openRecall } from './recall.js';

function openTimed(keptMs = 1000) {
  let nowMs = Date.parse('2026-01-01T00:00:00Z');
  let reads = 0;
  const memory = openRecall({ keptMs, clock: () => new Date(nowMs).toISOString() });
  async function read(): Promise<readonly number[]> {
    reads += 1;
    return [reads];
  }
  function pass(ms: number): void {
    nowMs += ms;
  }
  return { ...memory, ask: () => memory.recall('key', read), pass };
}

test('recall() reads once within the time, whoever asks meanwhile', async () => {
  const { ask, pass } = openTimed();
  assert.deepEqual(await Promise.all([ask(), ask()]), [[1], [1]]);
  pass(999);
  assert.deepEqual(await ask(), [1]);
});

test('recall() gives the old value while it reads anew, then the new one', async () => {
  const { ask, pass } = openTimed();
  await ask();
  pass(1500);
  assert.deepEqual(await ask(), [1]);
  assert.deepEqual(await ask(), [2]);
});

test('recall() gives nobody a value that is much too old', async () => {
  const { ask, pass } = openTimed();
  await ask();
  pass(10_001);
  assert.deepEqual(await ask(), [2]);
});

test('recall() reads each time where nothing is kept, and after all was forgotten', async () => {
  const none = openTimed(0);
  await none.ask();
  assert.deepEqual(await none.ask(), [2]);
  const { ask, forget } = openTimed();
  await ask();
  forget();
  assert.deepEqual(await ask(), [2]);
});

test('recall() keeps neither failures nor empty lists', async () => {
  const { recall } = openTimed();
  await assert.rejects(recall('other', () => Promise.reject(new Error('down'))));
  assert.deepEqual(await recall('other', async () => []), []);
  assert.deepEqual(await recall('other', async () => [1]), [1]);
});
