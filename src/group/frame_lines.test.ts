import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFrameLines } from './frame_lines.js';
import { type ReportWord, readWords } from './report_words.js';

const keysOf = (words: readonly ReportWord[]) => words.map(({ key }) => key).join(' ');

test('strip() leaves out a short line from its seventh report on', () => {
  const lines = createFrameLines();
  const stripped = ['یک', 'دو', 'سه', 'چهار', 'پنج', 'شش', 'هفت'].map((news) =>
    keysOf(lines.strip('bamdad', readWords({ text: `خبر ${news}\nبامداد را دنبال کنید` }))),
  );
  assert.equal(stripped[5], 'خبر شش بامداد را دنبال کنید');
  assert.equal(stripped[6], 'خبر هفت');
});

test('strip() keeps a page that prints 200,000 words in one line', () => {
  const words = readWords({ text: 'آب '.repeat(200_000) });
  assert.equal(createFrameLines().strip('bamdad', words).length, words.length);
});
