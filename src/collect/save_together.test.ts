import assert from 'node:assert/strict';
import { test } from 'node:test';
import { savingTogether } from './save_together.js';

test('savingTogether stores the first at once and what comes meanwhile in one call, each with its own outcome', async () => {
  const calls: number[][] = [];
  const save = savingTogether(async (things: readonly number[]) => {
    calls.push([...things]);
    await new Promise((resolve) => setImmediate(resolve));
    return things.map((thing) => thing * 10);
  });
  assert.deepEqual(await Promise.all([1, 2, 3].map(save)), [10, 20, 30]);
  assert.equal(await save(4), 40);
  assert.deepEqual(calls, [[1], [2, 3], [4]]);
});

test('savingTogether lets a bad thing fail alone and goes on', async () => {
  const save = savingTogether(async (things: readonly number[]) => {
    if (things.includes(3)) throw new Error('three');
    return things;
  });
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(save));
  assert.deepEqual(
    outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason.message)),
    [1, 2, 'three', 4],
  );
  assert.equal(await save(5), 5);
});
