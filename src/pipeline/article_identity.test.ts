import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExtractedPage } from '../model/extracted_page.js';
import { span } from '../model/span.js';
import { articlePage } from '../model/test_article.js';
import { articleIdentity, contentKey } from './article_identity.js';

const TITLE = 'گفت‌وگوی دو وزیر';
const BODY = 'دو وزیر امروز گفت‌وگو کردند.';

function pageOf(
  rest: Partial<ExtractedPage> = {},
  words: { title?: string; body?: string } = {},
): ExtractedPage {
  const { title = TITLE, body = BODY } = words;
  return articlePage({ title, body: [body] }, rest);
}

const OUTLET = { outlet: { id: 'mehrava', name: 'مهرآوا' } };
const EVIDENCE = { span: span(0, 1), rule: 'test/any' };

function published(iso: string): Pick<ExtractedPage, 'published'> {
  return { published: { iso, surface: iso, precision: 'minute', basis: 'meta' } };
}

const SAME: readonly (readonly [string, ExtractedPage, ExtractedPage])[] = [
  [
    'two spellings of one address',
    pageOf({ url: 'http://www.a.example/news/1/?utm_source=x&b=2&a=1#top' }),
    pageOf({ url: 'https://a.example/news/1?a=1&b=2' }, { title: 'دیگر' }),
  ],
  [
    'an encoded and a plain Persian address',
    pageOf({ url: 'https://a.example/%D8%AE%D8%A8%D8%B1/1' }),
    pageOf({ url: 'https://a.example/خبر/1' }),
  ],
  [
    'one canonical address behind two addresses',
    pageOf({ url: 'https://m.a.example/n/1', canonicalUrl: 'https://a.example/news/1' }),
    pageOf({ canonicalUrl: 'https://a.example/news/1' }),
  ],
  [
    'one number of one outlet, edited',
    pageOf({ ...OUTLET, newsCode: '77' }),
    pageOf({ ...OUTLET, newsCode: '77' }, { title: 'دیگر', body: 'دیگر' }),
  ],
  [
    'one title and time in two spellings, edited',
    pageOf({ ...OUTLET, ...published('2026-03-01T12:00:00+03:30') }),
    pageOf({ ...OUTLET, ...published('2026-03-01T08:30:00Z') }, { title: 'گفتگوي دو وزير', body: 'دیگر' }),
  ],
  [
    'one undated text in two spellings',
    pageOf(OUTLET),
    pageOf(OUTLET, { body: 'دو وزیر امروز گفتگو کردند' }),
  ],
];
for (const [what, one, other] of SAME) {
  test(`articleIdentity() sees one article in ${what}`, () => {
    assert.equal(articleIdentity(one), articleIdentity(other));
  });
}

const DIFFERENT: readonly (readonly [string, ExtractedPage, ExtractedPage])[] = [
  ['two addresses', pageOf({ url: 'https://a.example/1' }), pageOf({ url: 'https://a.example/2' })],
  [
    'two numbers in a query',
    pageOf({ url: 'https://a.example/?p=1' }),
    pageOf({ url: 'https://a.example/?p=2' }),
  ],
  [
    'pages that all name the front page as canonical',
    pageOf({ url: 'https://a.example/1', canonicalUrl: 'https://a.example/' }),
    pageOf({ url: 'https://a.example/2', canonicalUrl: 'https://a.example/' }),
  ],
  [
    'an original and the copy that names it as canonical',
    pageOf({ url: 'https://a.example/1' }),
    pageOf({ url: 'https://copies.example/9', canonicalUrl: 'https://a.example/1' }),
  ],
  [
    'an original and the copy of an aggregator',
    pageOf({ ...OUTLET, newsCode: '77' }),
    pageOf({ ...OUTLET, newsCode: '77', republishedBy: { name: 'گردآور', evidence: EVIDENCE } }),
  ],
  ['one number of two outlets', pageOf({ ...OUTLET, newsCode: '77' }), pageOf({ newsCode: '77' })],
  [
    'one title at two times',
    pageOf({ ...OUTLET, ...published('2026-03-01T12:00:00Z') }),
    pageOf({ ...OUTLET, ...published('2026-03-02T12:00:00Z') }),
  ],
  ['two undated texts', pageOf(OUTLET), pageOf(OUTLET, { body: 'متنی دیگر' })],
];
for (const [what, one, other] of DIFFERENT) {
  test(`articleIdentity() keeps apart ${what}`, () => {
    assert.notEqual(articleIdentity(one), articleIdentity(other));
  });
}

test('contentKey() changes with the words and not with their spelling or with other facts', () => {
  const key = contentKey(pageOf());
  assert.equal(contentKey(pageOf({ ...OUTLET, newsCode: '5' }, { body: 'دو وزير امروز گفتگو کردند' })), key);
  assert.notEqual(contentKey(pageOf({}, { body: 'دو وزیر امروز گفت‌وگو نکردند.' })), key);
  assert.notEqual(contentKey(pageOf({}, { title: 'گفت‌وگوی سه وزیر' })), key);
});
