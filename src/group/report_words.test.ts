import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWords } from './report_words.js';

const keysOf = (text: string, title?: string) =>
  readWords({ text, ...(title !== undefined && { title }) })
    .map(({ key }) => key)
    .join(' ');

const cleaned: readonly [string, string, string][] = [
  ['a handle and the motto behind it', 'سد ترک برداشت\n✅\n@Nemune\nخبر روز', 'سد ترک برداشت'],
  ['an address', 'سد ترک برداشت\nhttps://nemune.example/1?a=2', 'سد ترک برداشت'],
  ['a line of hashtags', 'سد ترک برداشت\n#آب #سد_سپیدبار', 'سد ترک برداشت'],
];
for (const [what, text, expected] of cleaned) {
  test(`readWords() leaves out ${what}`, () => assert.equal(keysOf(text), expected));
}

test('readWords() keeps a hashtag that is a word of its sentence', () => {
  assert.equal(keysOf('زلزله در #سپیدبار خسارت داشت'), 'زلزله در سپیدبار خسارت داشت');
});

test('readWords() keeps a post that begins with a handle', () => {
  assert.equal(keysOf('@Nemune\nسد ترک برداشت'), 'سد ترک برداشت');
});

test('readWords() reads a title once that the text repeats', () => {
  assert.equal(keysOf('سد ترک برداشت. آب رفت', 'سد ترک برداشت'), 'سد ترک برداشت آب رفت');
  assert.equal(keysOf('آب رفت', 'سد ترک برداشت'), 'سد ترک برداشت آب رفت');
});

const quoted: readonly [string, string, string][] = [
  ['a long quotation', 'او گفت «ما هرگز از این سد نخواهیم گذشت» و رفت', 'ما هرگز از این سد نخواهیم گذشت'],
  ['a name in brackets', 'فیلم «هفت و نیم» اکران شد', ''],
  ['an announced document', 'متن پیام به شرح زیر است: به نام خدا\nسلام بر شما', 'به نام خدا سلام بر شما'],
];
for (const [what, text, expected] of quoted) {
  test(`readWords() marks as quoted in ${what}`, () => {
    const found = readWords({ text }).filter((word) => word.quoted);
    assert.equal(found.map((word) => text.slice(word.start, word.end)).join(' '), expected);
  });
}

const roles: readonly [string, string, string][] = [
  ['a speaker', 'وزیر نیروی آرانیا: سد بازسازی می‌شود', 'speaker'],
  ['a medium', 'خبرگزاری نوران: سد بازسازی می‌شود', 'medium'],
  ['an hour', 'ساعت ۲۱:۳۰ سد بازسازی می‌شود', 'text'],
];
for (const [what, text, expected] of roles) {
  test(`readWords() sees ${what} before the colon`, () =>
    assert.equal(readWords({ text })[0]?.role, expected));
}
