import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut, type Span } from '../model/span.js';
import { parseRegistry, type Registry } from '../sources/registry.js';
import { type ExtractInput, extractPage } from './extract_page.js';
import { toPipeRecord } from './pipe_record.js';

const REGISTRY = registryOf({
  outlets: [
    { id: 'sepehr', name: 'سپهر خبر', domains: ['sepehr.example'], kind: 'agency' },
    { id: 'kavir', name: 'کویرنیوز', aliases: ['کویر نیوز'] },
  ],
});

const CAPTURE = `باران در سه استان؛ رودخانه\u200cها زیر نظر
در نشست مدیریت بحران اعلام شد که سه استان جنوبی تا پایان هفته بارندگی خواهند داشت.
تاریخ انتشار: ۱۴:۲۰ - ۱۲ آذر ۱۴۰۲ - 2023 December 3
کد خبر: ۴۴۱۲۰
به گزارش سپهر خبر به نقل از کویرنیوز، مدیرکل هواشناسی گفت سامانه تازه از غرب وارد می\u200cشود و تا جمعه می\u200cماند.
بیشتر بخوانید:
هشدار سیلاب در دو شهر
جاده\u200cهای کوهستانی بسته شد
وی افزود که رودخانه\u200cها زیر نظر است و نیروهای امداد در آماده\u200cباش هستند. (جزئیات بیشتر)/ کویر نیوز
ارسال نظر
آخرین اخبار
قیمت نان تغییر کرد`;

test('extractPage() reads a capture: head, body, date, code, credits, and drops the rest', () => {
  const page = extracted({ text: CAPTURE });
  assert.equal(letters(page, page.title), 'باران در سه استان؛ رودخانه\u200cها زیر نظر');
  assert.match(letters(page, page.lede), /^در نشست مدیریت بحران/);
  assert.equal(page.published?.iso, '2023-12-03T14:20:00+03:30');
  assert.equal(page.published?.basis, 'labelled_line');
  assert.equal(page.newsCode, '44120');
  assert.equal(page.outlet?.id, 'sepehr');
  assert.deepEqual(
    page.credits.map(({ name }) => name),
    ['کویرنیوز', 'کویر نیوز'],
  );
  const [first, second] = page.body.map((block) => letters(page, block.span));
  assert.match(first ?? '', /تا جمعه می\u200cماند\.$/);
  assert.match(second ?? '', /^وی افزود .* آماده\u200cباش هستند\.$/);
  assert.equal(page.body.length, 2);
  const kinds = page.boilerplate.map(({ kind }) => kind);
  for (const kind of ['meta_line', 'related', 'source_credit', 'comments', 'latest'])
    assert.ok(kinds.includes(kind as never), kind);
});

test('extractPage() reads the same article from HTML', () => {
  const page = extracted({
    url: 'https://www.sepehr.example/news/44120',
    html: `<html lang="fa"><head><title>باران در سه استان - سپهر خبر</title>
      <meta property="article:published_time" content="2023-12-03T14:20:00+03:30"></head><body>
      <nav><a href="/">صفحه اصلی</a> <a href="/politics">سیاست</a></nav>
      <article><h1>باران در سه استان</h1>
      <p>به گزارش سپهر خبر، مدیرکل هواشناسی گفت سامانه تازه از غرب وارد می\u200cشود و تا جمعه می\u200cماند.</p>
      <div class="related-news"><a href="/1">هشدار سیلاب در دو شهر</a></div>
      <p>وی افزود که رودخانه\u200cها زیر نظر است و نیروهای امداد در آماده\u200cباش هستند.</p></article>
      <footer>کلیه حقوق محفوظ است</footer></body></html>`,
  });
  assert.equal(letters(page, page.title), 'باران در سه استان');
  assert.equal(page.body.length, 2);
  assert.equal(page.outlet?.id, 'sepehr');
  assert.equal(page.published?.basis, 'meta');
  assert.equal(page.language, 'fa');
});

test('extractPage() tells an input without letters apart and never throws', () => {
  for (const input of [
    { text: '' },
    { text: ' \u00a0\n\u200c' },
    { html: '<p></p>' },
    { bytes: new Uint8Array() },
    {},
  ]) {
    const { value, issues } = extractPage(input, REGISTRY);
    assert.equal(value, undefined);
    assert.equal(issues.at(-1)?.severity, 'fatal');
  }
});

test('toPipeRecord() gives every field of the contract, null for what is absent', () => {
  const record = toPipeRecord(
    extracted({ text: 'یک خط بی\u200cعنوان که متن است و چیزی جز متن ندارد و با نقطه تمام می\u200cشود.' }),
    'text',
  );
  for (const field of [
    'published',
    'modified',
    'newsCode',
    'kicker',
    'topic',
    'listing',
    'counts',
    'republishedBy',
  ]) {
    assert.equal(record[field], null, field);
  }
  for (const field of [
    'body',
    'category',
    'tags',
    'authors',
    'credits',
    'images',
    'comments',
    'boilerplate',
    'issues',
  ]) {
    assert.ok(Array.isArray(record[field]), field);
  }
});

function extracted(input: ExtractInput) {
  const { value } = extractPage(input, REGISTRY);
  assert.ok(value);
  return value;
}

function letters(page: { text: string }, range: Span | undefined): string {
  return range ? cut(page.text, range) : '';
}

function registryOf(json: unknown): Registry {
  const { value } = parseRegistry([{ name: 'test.json', json }]);
  assert.ok(value);
  return value;
}
