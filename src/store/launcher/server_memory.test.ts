import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatMemory, machineBytes, planServerMemory } from './server_memory.js';

const GB = 1024 ** 3;
type Case = readonly [machine: number, data: number, wished: number | undefined, cache: string, all: string];
const cases: readonly Case[] = [
  [24 * GB, 0, undefined, '128MB', '12288MB'],
  [GB / 2, 10 * GB, undefined, '128MB', '256MB'],
  [2 * GB, 10 * GB, undefined, '512MB', '1024MB'],
  [24 * GB, 2 * GB, undefined, '1024MB', '12288MB'],
  [24 * GB, 100 * GB, undefined, '6144MB', '12288MB'],
  [512 * GB, 100 * GB, undefined, '8192MB', '262144MB'],
  [2 * GB, 0, 1.5 * GB, '1536MB', '3072MB'],
];
for (const [machineBytes, dataBytes, wishedBytes, cache, all] of cases) {
  test(`planServerMemory() gives ${cache} to ${dataBytes / GB} GB on ${machineBytes / GB} GB, wished ${wishedBytes ?? 'nothing'}`, () => {
    const { cacheBytes, expectedBytes } = planServerMemory({ machineBytes, dataBytes, wishedBytes });
    assert.deepEqual([formatMemory(cacheBytes), formatMemory(expectedBytes)], [cache, all]);
  });
}

test('machineBytes() is a size that a machine can have', () => {
  assert.ok(machineBytes() > 64 * 1024 ** 2 && machineBytes() < 1024 * 1024 ** 3);
});
