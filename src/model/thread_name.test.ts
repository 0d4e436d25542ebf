import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SharedKey } from './story.js';
import { nameThread } from './thread_name.js';

const key = (word: string, weight: number, more: Partial<SharedKey> = {}): SharedKey => ({
  term: word,
  word,
  isName: false,
  weight,
  ...more,
});

test('nameThread() takes what most stories share, names first, three at most', () => {
  const name = nameThread([
    [key('سد', 5), key('آبگیری', 7), key('نوشهر', 4, { isName: true }), key('وزیر', 3)],
    [key('سد', 5), key('نوشهر', 4, { isName: true }), key('کشاورز', 8)],
    [key('سد', 5), key('نوشهر', 4, { isName: true }), key('آبگیری', 7)],
  ]);
  assert.deepEqual(name, ['نوشهر', 'سد', 'آبگیری']);
});

test('nameThread() prints the spelling that most reports use, of equals the shortest', () => {
  const spelt = (word: string) => key(word, 5, { term: 'پهپاد' });
  assert.deepEqual(nameThread([[spelt('پهپادهای')], [spelt('پهپاد')]]), ['پهپاد']);
  assert.deepEqual(nameThread([[spelt('پهپادهای')], [spelt('پهپاد')], [spelt('پهپادهای')]]), ['پهپادهای']);
});

test('nameThread() has no name for what shares nothing', () => {
  assert.deepEqual(nameThread([]), []);
});
