import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cut } from '../model/span.js';
import { parseRegistry } from '../sources/registry.js';
import { extractPage } from './extract_page.js';
import { findRepeated, type LineCounts, lineKey, type OpenLine } from './repeated_lines.js';

const REGISTRY = parseRegistry([{ name: 'none', json: {} }]).value;
const SLOGAN = 'همراه ما باشید در سفر به دیار کویر';
const HEADLINE = 'بودجه شهر تصویب شد';
const FIRST = 'شورای شهر بودجه سال آینده را پس از چهار ساعت گفت\u200cوگو تصویب کرد.';
const SECOND = 'این بودجه به فرمانداری فرستاده می\u200cشود تا پس از بررسی به شهرداری برسد.';

function countsOf(...lines: readonly (readonly [string, number])[]): LineCounts {
  return new Map(lines.map(([line, pages]) => [lineKey(line) ?? 0, pages]));
}

function bodyWith(hostLines: LineCounts | undefined): readonly string[] {
  assert.ok(REGISTRY);
  const text = `${HEADLINE}\n${FIRST}\n${SLOGAN}\n${SECOND}`;
  const { value } = extractPage({ text, hostLines }, REGISTRY);
  return value?.body.map((block) => cut(value.text, block.span)) ?? [];
}

test('extractPage() drops a line that stands on other pages of the host, and only there', () => {
  assert.deepEqual(bodyWith(undefined), [FIRST, SLOGAN, SECOND]);
  assert.deepEqual(bodyWith(countsOf([SLOGAN, 2])), [FIRST, SLOGAN, SECOND]);
  assert.deepEqual(bodyWith(countsOf([SLOGAN, 3])), [FIRST, SECOND]);
});

test('extractPage() asks more of paragraphs: other articles repeat one of background', () => {
  assert.deepEqual(bodyWith(countsOf([SECOND, 7])), [FIRST, SLOGAN, SECOND]);
  assert.deepEqual(bodyWith(countsOf([SECOND, 8])), [FIRST, SLOGAN]);
});

test('extractPage() keeps all lines of an article that its host prints again', () => {
  const again = countsOf([FIRST, 9], [SLOGAN, 9], [SECOND, 9]);
  assert.deepEqual(bodyWith(again), [FIRST, SLOGAN, SECOND]);
});

test('extractPage() tells which lines were left to other pages, whatever those say', () => {
  assert.ok(REGISTRY);
  const text = `${HEADLINE}\n${FIRST}\n${SLOGAN}\n${SECOND}`;
  const alone = extractPage({ text }, REGISTRY);
  const among = extractPage({ text, hostLines: countsOf([SLOGAN, 5]) }, REGISTRY);
  assert.deepEqual(among.openLines, alone.openLines);
  assert.ok(alone.openLines.some(({ key }) => key === lineKey(SLOGAN)));
  assert.ok(among.trace.some(({ rule }) => rule === 'line/repeated-on-host'));
});

test('lineKey() sees numbers, which are what is new in a list of prices, and not spaces or marks', () => {
  assert.notEqual(lineKey('سکه تمام بهار: ۸۱ میلیون تومان'), lineKey('سکه تمام بهار: ۸۲ میلیون تومان'));
  assert.equal(lineKey('ما را دنبال کنید!'), lineKey('ما را  دنبال\u200cکنید'));
  assert.equal(lineKey('گام ۱۴۰۴/۰۸/۱۲'), undefined);
});

test('findRepeated() finds no more lines when all of them are counted less often', () => {
  const line = fc.record({ key: fc.nat({ max: 20 }), isParagraph: fc.constant(false) });
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 20 }),
      fc.dictionary(fc.nat({ max: 20 }).map(String), fc.nat({ max: 12 })),
      (lines: readonly OpenLine[], pages) => {
        const counts = new Map(Object.entries(pages).map(([key, count]) => [Number(key), count]));
        const fewer = new Map([...counts].map(([key, count]) => [key, count - 1]));
        const all = findRepeated(lines, counts);
        for (const key of findRepeated(lines, fewer)) assert.ok(all.has(key));
      },
    ),
  );
});
