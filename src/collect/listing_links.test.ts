import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractPage } from '../extract/extract_page.js';
import { parseRegistry } from '../sources/registry.js';
import { learnLinkShapes } from './link_shapes.js';
import { findArticleLinks, type LinkRules } from './listing_links.js';

const HOME = 'https://www.nuran.example/';

function linksOf(anchors: string, rules: LinkRules = {}): string[] {
  const registry = parseRegistry([]).value;
  assert.ok(registry);
  const html = `<html><body><nav><a href="/service/1">سیاست و دیپلماسی منطقه‌ای</a></nav>${anchors}</body></html>`;
  const { value } = extractPage({ html, url: HOME }, registry);
  assert.ok(value);
  return findArticleLinks(value, HOME, rules).map(({ url }) => url);
}

const LINKS: readonly (readonly [string, string, boolean])[] = [
  ['a number in the path', '<a href="/fa/news/123456/slug">گفت‌وگوی وزیران دو کشور دربارهٔ گذرگاه</a>', true],
  ['a long slug', '<a href="/گفت-وگوی-وزیران-دو-کشور/">گفت‌وگوی وزیران دو کشور دربارهٔ گذرگاه</a>', true],
  ['a number in the query', '<a href="/?p=812">گفت‌وگوی وزیران دو کشور دربارهٔ گذرگاه</a>', true],
  [
    'the other name of the host',
    '<a href="http://nuran.example/news/123">گفت‌وگوی وزیران دو کشور دربارهٔ گذرگاه</a>',
    true,
  ],
  ['a short text', '<a href="/fa/news/123456">ادامه</a>', false],
  ['a tag', '<a href="/fa/tag/1/123456">گفت‌وگوی وزیران دو کشور دربارهٔ گذرگاه</a>', false],
  [
    'another site',
    '<a href="https://avand.example/news/1234">گفت‌وگوی وزیران دو کشور دربارهٔ گذرگاه</a>',
    false,
  ],
  ['a picture', '<a href="/files/123456.jpg">گفت‌وگوی وزیران دو کشور دربارهٔ گذرگاه</a>', false],
  ['a section', '<a href="/politics">گفت‌وگوی وزیران دو کشور دربارهٔ گذرگاه</a>', false],
];

for (const [what, anchor, isArticle] of LINKS) {
  test(`findArticleLinks() ${isArticle ? 'takes' : 'leaves'} ${what}`, () => {
    assert.equal(linksOf(anchor).length, isArticle ? 1 : 0);
  });
}

const GIVEN: readonly (readonly [pattern: string, path: string, isArticle: boolean])[] = [
  ['/notes/*', '/notes/sib', true],
  ['/notes/*', '/notes/', true],
  ['/notes/*', '/fa/notes/sib', false],
  ['/*/n-*.html', '/fa/politics/n-sib.html', true],
  ['/*/n-*.html', '/fa/politics/n-sib.htm', false],
  ['/show?id=*', '/show?id=سیب', true],
  ['/نوشته/*', '/نوشته/سیب', true],
  ['/a*a', '/a', false],
  ['/exact', '/exact', true],
];

for (const [pattern, path, isArticle] of GIVEN) {
  test(`findArticleLinks() ${isArticle ? 'takes' : 'leaves'} "${path}" where "${pattern}" is given`, () => {
    assert.equal(linksOf(`<a href="${path}">سیب</a>`, { patterns: [pattern] }).length, isArticle ? 1 : 0);
  });
}

const HEADLINE = 'گفت‌وگوی وزیران دو کشور دربارهٔ گذرگاه';
const KNOWN = [1, 2, 3].flatMap((number) => [
  { url: `${HOME}note${number}`, isArticle: true },
  { url: `${HOME}archive/1404/${number}/all`, isArticle: false },
]);

const LEARNED: readonly (readonly [what: string, anchor: string, isArticle: boolean])[] = [
  [
    'an address like those of articles, whatever it looks like',
    '<a href="/note8">باران در راه است</a>',
    true,
  ],
  ['words that are no headline', '<a href="/note8">ادامه</a>', false],
  [
    'an address like those of lists, though it has a number',
    `<a href="/archive/1403/7/all">${HEADLINE}</a>`,
    false,
  ],
  ['an address of no known shape that looks like an article', `<a href="/fa/news/812">${HEADLINE}</a>`, true],
];

for (const [what, anchor, isArticle] of LEARNED) {
  test(`findArticleLinks() with known pages ${isArticle ? 'takes' : 'leaves'} ${what}`, () => {
    assert.equal(linksOf(anchor, { judge: learnLinkShapes(KNOWN) }).length, isArticle ? 1 : 0);
  });
}
