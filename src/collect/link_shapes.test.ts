import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { learnLinkShapes } from './link_shapes.js';

const HOST = 'https://nuran.example';

const ARTICLES = ['/notes/sib', '/notes/anar', '/notes/gol', '/fa/news/812/گفت-وگوی-وزیران-دو-کشور'];
const MORE_ARTICLES = [
  '/fa/news/813/بازگشایی-گذرگاه-مرزی-شمال',
  '/fa/news/90/باران-در-راه-است',
  '/show?id=7&v=1',
];
const LISTS = [
  '/notes/page/2',
  '/notes/page/3',
  '/notes/page/41',
  '/writers/12',
  '/writers/13',
  '/writers/977',
];
const MIXED = ['/w/1', '/w/2', '/w/3', '/w/4'];

const judge = learnLinkShapes([
  ...[...ARTICLES, ...MORE_ARTICLES].map((path) => ({ url: HOST + path, isArticle: true })),
  ...LISTS.map((path) => ({ url: HOST + path, isArticle: false })),
  ...MIXED.map((path, at) => ({ url: HOST + path, isArticle: at % 2 === 0 })),
  { url: 'no address', isArticle: true },
]);

const CASES: readonly (readonly [what: string, path: string, verdict: 'article' | 'list' | undefined])[] = [
  ['a number and a slug as articles have them', '/fa/news/99812/نشست-خبری-وزیر-راه', 'article'],
  ['the same below another word', '/en/news/99812/نشست-خبری-وزیر-راه', undefined],
  ['one more page of a list', '/notes/page/112', 'list'],
  ['one more writer', '/writers/5', 'list'],
  ['a shape that was articles and lists', '/w/9', undefined],
  ['a shape seen once', '/show?v=3&id=81', undefined],
  ['a shape never seen', '/photo/81', undefined],
];

for (const [what, path, verdict] of CASES) {
  test(`learnLinkShapes() takes ${what} for ${verdict ?? 'nothing known'}`, () => {
    assert.equal(judge(new URL(path, HOST)), verdict);
  });
}

test('learnLinkShapes() judges by the number of pages, whatever their order', () => {
  const page = fc.record({
    url: fc.constantFrom(...ARTICLES, ...LISTS, ...MIXED).map((path) => HOST + path),
    isArticle: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(page, { maxLength: 40 }), (pages) => {
      const forwards = learnLinkShapes(pages);
      const backwards = learnLinkShapes([...pages].reverse());
      for (const { url } of pages) assert.equal(forwards(new URL(url)), backwards(new URL(url)));
    }),
  );
});
