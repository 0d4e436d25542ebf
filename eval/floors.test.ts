import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belowFloor, raiseFloors } from './floors.js';

test('belowFloor() catches a fall, a missing number, and nothing else', () => {
  assert.equal(belowFloor({ name: 'a', value: 0.89 }, 0.9), true);
  assert.equal(belowFloor({ name: 'a', value: Number.NaN }, 0.9), true);
  assert.equal(belowFloor({ name: 'a', value: 0.9 }, 0.9), false);
  assert.equal(belowFloor({ name: 'a', value: 0.1 }, undefined), false);
});

test('raiseFloors() never lowers a floor and keeps those that were not measured', () => {
  const raised = raiseFloors({ a: 0.9, b: 0.5 }, [
    { name: 'a', value: 0.8 },
    { name: 'c', value: 0.123456 },
  ]);
  assert.deepEqual(raised, { a: 0.9, b: 0.5, c: 0.1234 });
});
