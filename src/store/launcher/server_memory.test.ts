import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatMemory, machineBytes, planServerMemory } from './server_memory.js';

const GB = 1024 ** 3;
const cases: readonly (readonly [machine: number, wished: number | undefined, cache: string, all: string])[] =
  [
    [GB / 2, undefined, '128MB', '256MB'],
    [2 * GB, undefined, '256MB', '1024MB'],
    [24 * GB, undefined, '3072MB', '12288MB'],
    [512 * GB, undefined, '4096MB', '262144MB'],
    [2 * GB, 1.5 * GB, '1536MB', '3072MB'],
  ];
for (const [machine, wished, cache, all] of cases) {
  test(`planServerMemory() gives ${cache} on ${machine / GB} GB, wished ${wished ?? 'nothing'}`, () => {
    const { cacheBytes, expectedBytes } = planServerMemory(machine, wished);
    assert.deepEqual([formatMemory(cacheBytes), formatMemory(expectedBytes)], [cache, all]);
  });
}

test('machineBytes() is a size that a machine can have', () => {
  assert.ok(machineBytes() > 64 * 1024 ** 2 && machineBytes() < 1024 * 1024 ** 3);
});
