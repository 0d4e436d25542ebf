import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SaveOne, savingTogether } from './save_together.js';

test('savingTogether stores in one call what comes while others are being stored, each with its own outcome', async () => {
  const calls: number[][] = [];
  const save: SaveOne<number, number> = savingTogether(async (things) => {
    calls.push([...things]);
    // Whoever comes now waits for the next call.
    if (calls.length === 1) later.push(save(4), save(5));
    return things.map((thing) => thing * 10);
  }, 0);
  const later: Promise<number>[] = [];
  assert.deepEqual(await Promise.all([1, 2, 3].map(save)), [10, 20, 30]);
  assert.deepEqual(await Promise.all(later), [40, 50]);
  assert.deepEqual(calls, [
    [1, 2, 3],
    [4, 5],
  ]);
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
