import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatTsquery, formatTsvector, type SearchQuery } from './search_entries.js';

test('formatTsvector() places words by field, readings of one word at one position', () => {
  const words = {
    title: ['سلام', ['کتابها', 'کتاب']],
    lede: ['سلام'],
    body: [],
    names: ["o'neil\\"],
  } as const;
  const expected = `'سلام':1A,19B 'کتابها':2A 'کتاب':2A 'o''neil\\\\':52D`;
  assert.equal(formatTsvector(words), expected);
});

test('formatTsvector() leaves out what is no word and stops counting where positions end', () => {
  assert.equal(formatTsvector({ title: ['', 'x'.repeat(501), 'y'] }), `'y':3A`);
  const many = Array.from({ length: 20_000 }, (_unused, index) => `w${index}`);
  assert.match(formatTsvector({ body: many }), /'w19999':16383C$/);
  assert.equal(formatTsvector({}), '');
});

test('formatTsquery() asks for all words by any reading, phrases, and none of the excluded', () => {
  const cases: readonly (readonly [Pick<SearchQuery, 'all' | 'phrases' | 'none'>, string])[] = [
    [{ all: ['صلح'] }, `('صلح')`],
    [{ all: [['کتابها', 'کتاب'], 'خرید'] }, `(('کتابها' | 'کتاب')) & ('خرید')`],
    [{ all: [], phrases: [['گفتگو', 'تلفنی']] }, `('گفتگو' <-> 'تلفنی')`],
    [{ all: ['صلح'], none: ['جنگ', ''] }, `('صلح') & !'جنگ'`],
    [{ all: [] }, ''],
    [{ all: [''], none: ['جنگ'] }, ''],
  ];
  for (const [query, expected] of cases) assert.equal(formatTsquery(query), expected);
});
