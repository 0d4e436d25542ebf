import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cut } from '../model/span.js';
import { parseRegistry } from '../sources/registry.js';
import { extractPage } from './extract_page.js';
import { isRepeated, type LineCounts, withPageLines } from './repeated_lines.js';

const REGISTRY = parseRegistry([{ name: 'none', json: {} }]).value;
const SLOGAN = 'همراه ما باشید در سفر به دیار کویر';
const TEXTS = ['برف راه کوهستان را بست.', 'بازار ماهی دوباره باز شد.', 'موزه نمک تا بهمن رایگان است.'];

function countsOf(pages: readonly string[]): LineCounts {
  return pages.reduce<LineCounts>((counts, page) => withPageLines(counts, page), new Map());
}

test('extractPage() drops a line that stands on other pages of the host, and only there', () => {
  assert.ok(REGISTRY);
  const text = `بودجه شهر تصویب شد\nشورای شهر بودجه سال آینده را پس از چهار ساعت گفت\u200cوگو تصویب کرد.\n${SLOGAN}\nاین بودجه به فرمانداری فرستاده می\u200cشود تا پس از بررسی به شهرداری برسد.`;
  const hostLines = countsOf(TEXTS.map((line) => `${line}\n${SLOGAN}`));
  const bodyWith = (counts: LineCounts | undefined) => {
    const { value } = extractPage({ text, ...(counts ? { hostLines: counts } : {}) }, REGISTRY);
    return value?.body.map((block) => cut(value.text, block.span)) ?? [];
  };
  assert.ok(bodyWith(undefined).includes(SLOGAN));
  assert.ok(!bodyWith(hostLines).includes(SLOGAN));
  assert.equal(bodyWith(hostLines).length, bodyWith(undefined).length - 1);
});

test('isRepeated() does not see counters and asks more of paragraphs', () => {
  const pages = [1, 2, 3].map((views) => `تعداد بازدید این خبر: ${views * 17}`);
  const counts = countsOf(pages);
  assert.ok(isRepeated(counts, { text: 'تعداد بازدید این خبر: ۹۹', isParagraph: false }));
  assert.ok(!isRepeated(counts, { text: 'تعداد بازدید این خبر: ۹۹', isParagraph: true }));
});

test('withPageLines() counts a line once for each page, however often it stands there', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5 }), (pages, times) => {
      const page = Array.from({ length: times }, () => SLOGAN).join('\n');
      const counts = countsOf(Array.from({ length: pages }, () => page));
      assert.deepEqual([...counts.values()], [pages]);
    }),
  );
});
