import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageDate } from '../model/extracted_page.js';
import { parseRegistry } from '../sources/registry.js';
import { extractPage } from './extract_page.js';

const REGISTRY = parseRegistry([{ name: 'none', json: {} }]).value;
const JSON_LD =
  '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-12-03T10:00:00+03:30"}</script>';
const META = '<meta property="article:published_time" content="2023-12-04T10:00:00+03:30">';
const LABELLED = '<div>تاریخ انتشار: ۱۰:۰۰ - ۱۴ آذر ۱۴۰۲</div>';
const HEADER = '<div>۱۰:۰۰ - ۱۵ آذر ۱۴۰۲</div>';

/** A page with parts in its head and lines around its headline. */
function published(head: string, lines: string, url = 'https://site.example/a'): PageDate | undefined {
  return read(head, lines, url).published;
}

function read(head: string, lines: string, url: string) {
  assert.ok(REGISTRY);
  const text =
    'شورای شهر دیروز بودجه سال آینده را پس از چهار ساعت گفت\u200cوگو تصویب کرد و به فرمانداری فرستاد.';
  const html = `<html><head>${head}</head><body><header>امروز ۲۱ بهمن ۱۴۰۲</header><article><h1>بودجه شهر تصویب شد</h1>${lines}<p>${text}</p><p>${text}</p></article></body></html>`;
  const { value } = extractPage({ html, url }, REGISTRY);
  assert.ok(value);
  return value;
}

const ORDER: readonly [name: string, head: string, lines: string, basis: string, day: string][] = [
  ['JSON-LD before all', JSON_LD + META, LABELLED + HEADER, 'json_ld', '2023-12-03'],
  ['meta before lines', META, LABELLED + HEADER, 'meta', '2023-12-04'],
  ['a labelled line before one without', '', HEADER + LABELLED, 'labelled_line', '2023-12-05'],
  ['the line of the head', '', HEADER, 'header_line', '2023-12-06'],
];

for (const [name, head, lines, basis, day] of ORDER) {
  test(`extractPage() believes ${name}`, () => {
    const date = published(head, lines);
    assert.equal(date?.basis, basis);
    assert.equal(date?.iso.slice(0, 10), day);
  });
}

test('extractPage() knows no date where only the head of the site shows one', () => {
  assert.equal(published('', ''), undefined);
});

test('extractPage() reads a line of two calendars that agree', () => {
  const page = read('', '<div>۱۸:۰۰ - ۱۰ مرداد ۱۴۰۱ - 2022 August 01</div>', 'https://site.example/a');
  assert.equal(page.published?.iso, '2022-08-01T18:00:00+04:30');
  assert.deepEqual(page.issues, []);
});

test('extractPage() flags a line of two calendars that do not agree and does not believe it', () => {
  const page = read('', '<div>۱۸:۰۰ - ۱۰ مرداد ۱۴۰۱ - 2022 July 01</div>', 'https://site.example/a');
  assert.equal(page.published, undefined);
  assert.deepEqual(
    page.issues.map((issue) => issue.code),
    ['date.calendars'],
  );
});

test('extractPage() keeps a date of structured data beside a printed line that contradicts itself', () => {
  const page = read(JSON_LD, '<div>۱۸:۰۰ - ۱۰ مرداد ۱۴۰۱ - 2022 July 01</div>', 'https://site.example/a');
  assert.equal(page.published?.basis, 'json_ld');
  assert.equal(page.issues.length, 1);
});

test('extractPage() takes the day of the address before a far day without a label', () => {
  const date = published('', '<div>۱۰:۰۰ - ۱۵ آذر ۱۳۹۹</div>', 'https://site.example/2023/12/05/budget/');
  assert.equal(date?.basis, 'url');
  assert.equal(date?.iso, '2023-12-05');
});

test('extractPage() reads the day before the first sentence', () => {
  const lede =
    '<p>۱۴ آذر ۱۴۰۲ - شورای شهر بودجه سال آینده را پس از چهار ساعت گفت\u200cوگو تصویب کرد و فرستاد.</p>';
  assert.equal(published('', lede)?.iso, '2023-12-05');
});
