import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Span } from '../model/span.js';
import { diffLines } from './history_lines.js';

/** A version whose lines are a headline and paragraphs. */
function version(...lines: readonly string[]) {
  let start = 0;
  const spans = lines.map((line): Span => {
    const span = { start, end: start + line.length };
    start += line.length + 1;
    return span;
  });
  const [title, ...body] = spans as [Span, ...Span[]];
  const blocks = body.map((span) => ({ role: 'paragraph' as const, span }));
  return { text: lines.join('\n'), extracted: { title, body: blocks } };
}

function find(text: string, words: string): Span {
  const start = text.indexOf(words);
  assert.ok(start >= 0);
  return { start, end: start + words.length };
}

const LONG = 'این گزارش را خبرنگار ما از کنار رود نوشته است و هنوز کامل نیست. '.repeat(6);

test('diffLines() strikes out and adds words where they stand, with a little of what is around', () => {
  const old = version('آب رسید', `${LONG}سه روستا زیر آب رفت. ${LONG}`);
  const now = version('آب رسید', `${LONG}چهار روستا زیر آب رفت. ${LONG}`);
  const [before, after] = [find(old.text, 'سه'), find(now.text, 'چهار')];
  const lines = diffLines(old, { ...now, changes: [{ kinds: ['number'], before, after, at: after.start }] });
  assert.equal(lines.length, 1);
  const pieces = lines[0]?.pieces ?? [];
  assert.deepEqual(
    pieces.map(({ kind }) => kind),
    ['gap', 'same', 'removed', 'added', 'same', 'gap'],
  );
  assert.deepEqual(
    pieces.filter(({ kind }) => kind === 'removed' || kind === 'added').map(({ text }) => text),
    ['سه', 'چهار'],
  );
  assert.ok(pieces.every(({ text }) => text.length <= 100));
});

test('diffLines() shows a paragraph that went, and one that came, as lines of their own', () => {
  const old = version('آب رسید', 'راه بسته شد.', 'مدرسه باز است.', 'برق هست.');
  const now = version('آب رفت', 'راه بسته شد.', 'برق هست.', 'پل شکست.');
  const [gone, came] = [find(old.text, 'مدرسه باز است'), find(now.text, 'پل شکست')];
  const head = { before: find(old.text, 'رسید'), after: find(now.text, 'رفت') };
  const lines = diffLines(old, {
    ...now,
    changes: [
      { kinds: ['headline'], ...head, at: head.after.start },
      { kinds: ['removed'], before: gone, at: find(now.text, 'برق').start },
      { kinds: ['added'], after: came, at: came.start },
    ],
  });
  assert.deepEqual(
    lines.map(({ isHeadline, pieces }) => [isHeadline, pieces.map(({ kind, text }) => `${kind} ${text}`)]),
    [
      [true, ['same آب', 'removed رسید', 'added رفت']],
      [false, ['removed مدرسه باز است']],
      [false, ['added پل شکست', 'same .']],
    ],
  );
});
