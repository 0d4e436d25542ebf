import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ExtractedPage } from '../model/extracted_page.js';
import { cut } from '../model/span.js';
import { articlePage } from '../model/test_article.js';
import type { ChangeKind } from '../model/version_change.js';
import { keyOf } from '../persian/keys.js';
import { diffVersions } from './version_diff.js';

/** A version with a headline and paragraphs. */
function version(title: string, ...paragraphs: readonly string[]): ExtractedPage {
  return articlePage({ title, body: paragraphs });
}

const TITLE = 'سپیدبار از بستر گذشت';

/** Kinds and letters of the changes of one paragraph: «از» → «به». */
function changesOf(before: string, after: string): string[] {
  const [old, now] = [version(TITLE, before), version(TITLE, after)];
  return diffVersions(old, now).changes.map(
    (change) =>
      `${change.kinds.join('+')}: ${change.before ? cut(old.text, change.before) : ''} → ${change.after ? cut(now.text, change.after) : ''}`,
  );
}

const cases: readonly [string, string, string, readonly string[]][] = [
  ['a number in words', 'سه روستا زیر آب رفت.', 'چهار روستا زیر آب رفت.', ['number: سه → چهار']],
  ['a number in digits', 'شمار کشته‌ها به ۱۲ نفر رسید.', 'شمار کشته‌ها به ۱۵ نفر رسید.', ['number: ۱۲ → ۱۵']],
  ['a day', 'این نشست دوشنبه برگزار می‌شود.', 'این نشست سه‌شنبه برگزار می‌شود.', ['number: دوشنبه → سه‌شنبه']],
  [
    'a slip of the pen',
    'استاد بین‌الملی شطرنج آمد.',
    'استاد بین‌المللی شطرنج آمد.',
    ['typo: بین‌الملی → بین‌المللی'],
  ],
  ['a name', 'آقای محمودی به شهر آمد.', 'آقای محمدی به شهر آمد.', ['name: محمودی → محمدی']],
  [
    'a source',
    'یک منبع آگاه از توافق خبر داد.',
    'یک مقام دولتی از توافق خبر داد.',
    ['attribution: منبع آگاه → مقام دولتی'],
  ],
  [
    'a source that was not there',
    'دو نفر در این حادثه زخمی شدند.',
    'به گفتهٔ فرماندار، دو نفر در این حادثه زخمی شدند.',
    ['attribution:  → به گفتهٔ فرماندار'],
  ],
  [
    'an added sentence',
    'راه روستا بسته شد.',
    'راه روستا بسته شد. مدرسه‌ها فردا باز است.',
    ['added:  → مدرسه‌ها فردا باز است'],
  ],
  [
    'a removed sentence',
    'راه روستا بسته شد. مدرسه‌ها فردا باز است.',
    'راه روستا بسته شد.',
    ['removed: مدرسه‌ها فردا باز است → '],
  ],
  ['another word', 'بارش تند باران راه را بست.', 'بارش شدید باران راه را بست.', ['wording: تند → شدید']],
  ['only half-spaces, marks and quotes', 'او می گوید: "كتاب ها"', 'او می‌گوید «کتاب‌ها».', []],
];
for (const [name, before, after, expected] of cases) {
  test(`diffVersions() tells ${name}`, () => {
    assert.deepEqual(changesOf(before, after), expected);
  });
}

test('diffVersions() tells a headline, and whole paragraphs one by one', () => {
  const old = version(TITLE, 'راه روستا بسته شد.', 'مدرسه‌ها فردا باز است.');
  const now = version(
    'سپیدبار آرام گرفت',
    'راه روستا بسته شد.',
    'برق آمد.',
    'آب آمد.',
    'مدرسه‌ها فردا باز است.',
  );
  const { kinds, changes } = diffVersions(old, now);
  assert.deepEqual(kinds, ['headline', 'added']);
  assert.deepEqual(
    changes.slice(1).map(({ after }) => after && cut(now.text, after)),
    ['برق آمد', 'آب آمد'],
  );
});

test('diffVersions() tells a text that is gone', () => {
  const old = version(TITLE, 'راه روستا بسته شد.');
  assert.deepEqual(diffVersions(old, version(TITLE)).kinds, ['deleted']);
});

test('diffVersions() replaces what has nothing in common', () => {
  const words = (seed: string): string => Array.from({ length: 4000 }, (_, at) => `${seed}${at}`).join(' ');
  const { kinds } = diffVersions(version(TITLE, words('a')), version(TITLE, words('b')));
  assert.deepEqual(kinds, ['removed', 'added'] satisfies ChangeKind[]);
});

test('diffVersions() leaves the newer words when its changes are made in the older ones', () => {
  const word = fc.constantFrom(
    'سه',
    'روستا',
    'زیر',
    'آب',
    'رفت',
    '۱۲',
    'گفت',
    'و',
    'می‌شود',
    'وزیر',
    'کتاب ها',
    'F-35',
    '«',
    '؛',
  );
  const paragraph = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
  const page = fc.tuple(paragraph, fc.array(paragraph, { maxLength: 4 }));
  fc.assert(
    fc.property(page, page, ([oldTitle, oldBody], [title, body]) => {
      const [old, now] = [version(oldTitle, ...oldBody), version(title, ...body)];
      const { changes } = diffVersions(old, now);
      const bag = (page: ExtractedPage): string[] => keyOf(page.text).split(' ').filter(Boolean);
      const removed = changes.flatMap(({ before }) =>
        before ? keyOf(cut(old.text, before)).split(' ') : [],
      );
      const added = changes.flatMap(({ after }) => (after ? keyOf(cut(now.text, after)).split(' ') : []));
      assert.deepEqual([...bag(old), ...added].sort(), [...bag(now), ...removed].sort());
    }),
  );
});
