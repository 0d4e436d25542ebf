import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pressArticle, pressCopy } from './world.js';
import { articleAt, articleText, articleVersions, copiedArticle } from './world_text.js';

const original = pressArticle.parse({
  id: 'a-1',
  outlet: 'a',
  published: 10,
  kicker: 'روتیتر',
  headline: 'تیتر نخست',
  body: ['بند یک', { role: 'subhead', text: 'میان‌تیتر' }, { role: 'list', items: ['الف', 'ب'] }, 'بند آخر'],
  edits: [
    { at: 20, headline: 'تیتر دوم', replace: { 0: 'بند یکِ تازه' } },
    { at: 30, silent: false, drop: [1], append: ['افزوده'] },
  ],
});

test('articleVersions() applies each edit to the version before it', () => {
  assert.deepEqual(articleVersions(original).map(articleText), [
    'روتیتر\nتیتر نخست\nبند یک\nمیان‌تیتر\nالف\nب\nبند آخر',
    'روتیتر\nتیتر دوم\nبند یکِ تازه\nمیان‌تیتر\nالف\nب\nبند آخر',
    'روتیتر\nتیتر دوم\nبند یکِ تازه\nالف\nب\nبند آخر\nافزوده',
  ]);
});

test('articleAt() shows the version of the minute and moves the printed time only for open edits', () => {
  assert.equal(articleAt(original, 9), undefined);
  assert.equal(articleAt(original, 10)?.headline, 'تیتر نخست');
  assert.equal(articleAt(original, 29)?.headline, 'تیتر دوم');
  assert.equal(articleAt(original, 29)?.modified, undefined);
  assert.equal(articleAt(original, 30)?.modified, 30);
});

test('copiedArticle() keeps, replaces, opens, rewords and appends', () => {
  const copy = pressCopy.parse({
    id: 'b-1',
    outlet: 'b',
    of: 'a-1',
    version: 2,
    published: 40,
    kicker: null,
    keep: [0, 3],
    replace: { 3: 'پایان' },
    opening: 'به گزارش ب، ',
    append: ['منبع'],
    reword: [['تازه', 'نو']],
  });
  const written = copiedArticle(copy, original);
  assert.equal(articleText(written), 'تیتر دوم\nبه گزارش ب، بند یکِ نو\nپایان\nمنبع');
  assert.equal(written.outlet, 'b');
  assert.equal(written.published, 40);
});

test('copiedArticle() refuses a version that was never published', () => {
  const copy = pressCopy.parse({ id: 'b-1', outlet: 'b', of: 'a-1', version: 4, published: 40 });
  assert.throws(() => copiedArticle(copy, original), /has no version 4/);
});
