import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Gazetteer } from '../sources/gazetteer.js';
import { otherNames } from './name_variants.js';

function person(id: string, name: string, variants: readonly string[]): Gazetteer['entries'][number] {
  const none = { wordLike: [], sourceOnly: [], adjectives: [], roles: [] };
  return { id, type: 'person', name, variants: [...variants], ...none };
}

const GAZETTEER: Gazetteer = {
  entries: [
    person('a', 'رستم ورزاوند', ['ورزاوند', 'ورزابند']),
    person('b', 'مهراب شاهوی', ['شاهوی', 'شاهووی']),
    person('c', 'نیرم شاهوی', ['شاهوی']),
  ],
  offices: [],
  institutions: [],
  metonyms: new Map(),
};

test('otherNames() gives the other spellings of people, unless two bear the name', () => {
  const cases: readonly (readonly [readonly string[], readonly string[]])[] = [
    [
      ['گفت', 'ورزابند'],
      ['رستم', 'ورزاوند'],
    ],
    [['رستم', 'ورزاوند'], ['ورزابند']],
    [['شاهوی'], []],
    [['مهراب', 'شاهوی'], ['شاهووی']],
    [['رستم'], []],
  ];
  for (const [keys, expected] of cases) assert.deepEqual(otherNames(keys, GAZETTEER), expected);
});
