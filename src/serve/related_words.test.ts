import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTellingWords } from './related_words.js';

const cases: readonly (readonly [text: string, words: readonly string[]])[] = [
  ['سخنگوی کرملین می‌گوید زلزله روی داد', ['سخنگوی', 'کرملین', 'زلزله']],
  ['گفته‌اند: نمی‌گوید، می گوید', []],
  ['وزیر تصریح کرد و تأکید داشت', ['وزیر']],
  ['۱۲ نفر در ۲۰۲۵', []],
  ['دریاب، دریاب و دریابی‌ها', ['دریاب']],
];

for (const [text, words] of cases) {
  test(`findTellingWords() of «${text}» are names and rare words`, () => {
    assert.deepEqual(
      findTellingWords(text).map(({ printed }) => printed),
      words,
    );
  });
}

test('findTellingWords() counts words that any news has half', () => {
  assert.deepEqual(
    findTellingWords('وزیر و زلزله').map(({ worth }) => worth),
    [0.5, 1],
  );
});
