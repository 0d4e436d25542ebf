import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchWords } from './search_words.js';

const same: readonly [string, string][] = [
  ['گفت‌وگوهای مخفیانه', 'گفتوگوهاي مخفيانه'],
  ['رئیس‌جمهور', 'رئیس جمهور'],
  ['کتاب‌ها، «دفتر»', 'کتاب ها دفتر'],
];
for (const [one, other] of same) {
  test(`searchWords() gives «${one}» and «${other}» the same words`, () => {
    assert.deepEqual(searchWords(one), searchWords(other));
    assert.ok(searchWords(one).length > 0);
  });
}

test('searchWords() lets singular and plural meet in the stem', () => {
  const readings = (text: string): readonly string[] => searchWords(text).flat();
  assert.ok(readings('کتاب‌هایشان').some((reading) => readings('کتاب').includes(reading)));
});

test('searchWords() leaves marks out', () => {
  assert.deepEqual(searchWords('«…»، - !'), []);
});

const meeting: readonly [string, string][] = [
  ['آمریکا', 'امریکا'],
  ['آذربایجان', 'اذربایجان'],
  ['مصاحبه‌ای', 'مصاحبه'],
  ['مصاحبهای', 'مصاحبه'],
];
for (const [one, other] of meeting) {
  test(`searchWords() lets «${one}» and «${other}» meet`, () => {
    const readings = searchWords(other).flat();
    assert.ok(
      searchWords(one)
        .flat()
        .some((reading) => readings.includes(reading)),
    );
  });
}
