import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut } from '../model/span.js';
import { readDocument } from './document.js';

test('readDocument reads only the parts that may be read', () => {
  const text = 'مهرتاش: نشست برگزار شد\nآگهی: فرش بخرید\nوزیر گفت: «می‌رویم. زود می‌رویم» سپس رفت.';
  const headline = text.indexOf('\n');
  const body = text.indexOf('وزیر');
  const document = readDocument({
    text,
    parts: [
      { role: 'headline', start: 0, end: headline },
      { role: 'body', start: body, end: text.length },
    ],
  });
  const sentences = document.blocks.map(({ role, part, sentences: found }) => [
    role,
    part,
    ...found.map((each) => cut(text, each)),
  ]);
  assert.deepEqual(sentences, [
    ['headline', 0, 'مهرتاش: نشست برگزار شد'],
    ['body', 1, 'وزیر گفت: «می‌رویم. زود می‌رویم» سپس رفت.'],
  ]);
  for (const block of document.blocks) {
    for (const sentence of block.sentences) {
      for (const token of sentence.tokens) {
        assert.ok(token.start >= sentence.start && token.end <= sentence.end);
        assert.notEqual(cut(text, token).trim(), '');
      }
    }
  }
});

test('readDocument makes a block of each line of a text without parts', () => {
  const { blocks } = readDocument({ text: '  نخست گفت.\n\n دوم رفت. ' });
  assert.deepEqual(
    blocks.map(({ start, end, role }) => [start, end, role]),
    [
      [2, 11, 'body'],
      [14, 22, 'body'],
    ],
  );
});

test('readDocument bounds what it reads of a page and of a sentence', () => {
  const long = readDocument({ text: 'وزیر گفت: می‌رویم.\n'.repeat(20_000) });
  assert.equal(long.blocks.at(-1)?.end, 120_000);
  const [sentence] = readDocument({ text: 'گفت که '.repeat(5000) }).blocks[0]?.sentences ?? [];
  assert.equal(sentence?.tokens.length, 2000);
});
