import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pressArticle } from '../world.js';
import { countsAt } from './reader_counts.js';

const DAY = 24 * 60;
const article = pressArticle.parse({
  id: 'a-1',
  outlet: 'a',
  published: 100,
  headline: 'ت',
  body: [],
  counts: { views: 2760, comments: 14 },
});

test('countsAt() reaches the written counts after a day and stays there', () => {
  for (const minute of [100 + DAY, 100 + 9 * DAY]) {
    assert.deepEqual(countsAt(article, minute), { views: 2760, comments: 14 });
  }
});

test('countsAt() only grows', () => {
  fc.assert(
    fc.property(fc.nat(3 * DAY), fc.nat(3 * DAY), (minute, later) => {
      const [early, late] = [countsAt(article, minute), countsAt(article, minute + later)];
      assert.ok(early.views <= late.views && early.comments <= late.comments);
    }),
  );
});

test('countsAt() never prints fewer comments than the page shows', () => {
  const comments = [1, 2, 3].map((number) => ({ author: 'خ', text: 'ن', at: 100 + number }));
  const talked = { ...article, counts: undefined, comments };
  assert.deepEqual(
    [100, 101, 103].map((minute) => countsAt(talked, minute).comments),
    [0, 1, 3],
  );
});
