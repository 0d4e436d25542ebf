import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedSpans } from './shared_spans.js';

test('sharedSpans() cuts the same passage out of both texts, each in its own letters', () => {
  const own = 'به گزارش نوران، سد سپیدبار از پنجشنبه بازسازی می‌شود و آب قطع است.';
  const other = 'تندباد: سد سپیدبار از پنجشنبه بازسازی می شود و آب قطع است؛ نوران';
  const [span, ...rest] = sharedSpans({ text: own }, { text: other });
  assert.deepEqual(rest, []);
  assert.ok(span);
  assert.equal(own.slice(span.own.start, span.own.end), 'سد سپیدبار از پنجشنبه بازسازی می‌شود و آب قطع است');
  assert.equal(
    other.slice(span.other.start, span.other.end),
    'سد سپیدبار از پنجشنبه بازسازی می شود و آب قطع است',
  );
});

test('sharedSpans() finds nothing in phrases of four words', () => {
  assert.deepEqual(
    sharedSpans({ text: 'به گزارش خبرنگار نوران آمد' }, { text: 'به گزارش خبرنگار نوران رفت' }),
    [],
  );
});
