import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRegistry } from '../sources/registry.js';
import { extractPage } from './extract_page.js';

function readingOf(body: string, fullTextAllowed = true): string | undefined {
  const outlets = [{ id: 'nemune', name: 'نمونه‌نیوز', domains: ['nemune.example'], fullTextAllowed }];
  const { value: registry } = parseRegistry([{ name: 'outlets.json', json: { outlets } }]);
  assert.ok(registry);
  const html = `<html><head><title>سپیدبار از بستر گذشت</title></head><body><article><h1>سپیدبار از بستر گذشت</h1>
    <div class="post-content">${body}</div></article></body></html>`;
  return extractPage({ url: 'https://nemune.example/news/1', html }, registry).value?.readingHtml;
}

const FIRST = 'آب سپیدبار بامداد امروز به سه روستای پایین‌دست رسید و راه روستایی را بست و مدرسه‌ها تعطیل شد.';
const LAST = 'فرماندار گفت که هیچ‌کس آسیب ندیده است و دو دهیاری تا شب به جای بلندتری می‌روند.';

test('readingView() keeps lists, quotes, tables, emphasis and links of the kept paragraphs', () => {
  const view =
    readingOf(`<p>${FIRST}</p><ul><li>راه روستای بالا تا فردا صبح بسته است.</li><li>پل <b>سپیدبار</b> باز است و بازرسی شد.</li></ul>
    <blockquote><p>ما شب را در مسجد روستا می‌مانیم و فردا بازمی‌گردیم.</p></blockquote>
    <table><tr><th>روستا</th><th>شمار</th></tr><tr><td>بالاده</td><td>۱۲</td></tr></table>
    <p>${LAST.replace('فرماندار', '<a href="/tags/7" onclick="x()">فرماندار</a>')}</p>`);
  assert.ok(view);
  assert.match(
    view,
    /<ul><li>راه روستای بالا.*<\/li><li>پل <b>سپیدبار<\/b> باز است و بازرسی شد\.<\/li><\/ul>/,
  );
  assert.match(view, /<blockquote><p>ما شب را.*<\/p><\/blockquote>/);
  assert.match(view, /<tr><th>روستا<\/th><th>شمار<\/th><\/tr><tr><td>بالاده<\/td><td>۱۲<\/td><\/tr>/);
  assert.match(
    view,
    /<a href="https:\/\/nemune\.example\/tags\/7" rel="noopener noreferrer nofollow">فرماندار<\/a>/,
  );
  assert.doesNotMatch(view, /onclick/);
});

test('readingView() brings back nothing that was dropped or hidden', () => {
  const view =
    readingOf(`<p>${FIRST}</p><div class="related"><a href="/news/2">خبری دیگر از همین شهر که مرتبط است</a></div>
    <p>${LAST}<span style="display:none">پنهان است</span></p><script>alert(1)</script>`);
  assert.ok(view);
  assert.doesNotMatch(view, /خبری دیگر|پنهان|alert/);
  assert.match(view, /<p>فرماندار گفت که/);
});

test('readingView() is kept only where the outlet allows the full text', () => {
  assert.equal(readingOf(`<p>${FIRST}</p><p>${LAST}</p>`, false), undefined);
});
