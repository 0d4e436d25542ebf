import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenId } from './given_id.js';

test('givenId() finds the id in an address, and takes anything else as an id', () => {
  const cases = [
    ['per.lavrov', 'per.lavrov'],
    ['/entity/per.lavrov', 'per.lavrov'],
    ['https://x.example/entity/per.lavrov?lang=en#said', 'per.lavrov'],
    ['/entity/person.%D8%B3%D9%BE%DB%8C%D8%AF', 'person.سپید'],
    ['/entity/50%', '50%'],
    ['50%', '50%'],
    ['/outlet/nuran', '/outlet/nuran'],
    ['', ''],
  ] as const;
  for (const [given, id] of cases) assert.equal(givenId(given, 'entity'), id);
});
