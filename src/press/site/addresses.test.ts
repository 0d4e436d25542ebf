import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pressArticle } from '../world.js';
import { articleAddresses, slugOf } from './addresses.js';

const article = (id: string, more: object = {}) =>
  pressArticle.parse({
    id,
    outlet: 'a',
    published: 10,
    headline: 'گفت\u200cوگو با «سیما»',
    body: [],
    ...more,
  });

const pathsOf = (path: string, articles: readonly ReturnType<typeof article>[]) =>
  [...articleAddresses(articles, { outlet: 'a', path }).values()].map((address) =>
    decodeURIComponent(address.path),
  );

test('slugOf() joins words by hyphens and drops marks', () => {
  assert.equal(decodeURIComponent(slugOf(' «گفت\u200cوگو»: ۱۲ + 3 ')), 'گفت-وگو-۱۲-3');
});

test('articleAddresses() fills the pattern of the house', () => {
  const one = [article('a-1', { newsCode: '84512' })];
  assert.deepEqual(pathsOf('/fa/news/{code}/{slug}', one), ['/fa/news/84512/گفت-وگو-با-سیما']);
  assert.deepEqual(pathsOf('/{id}/', one), ['/a-1/']);
  assert.deepEqual(pathsOf('/?p={code}', one), ['/?p=84512']);
});

test('articleAddresses() gives two articles of one headline and one minute different addresses', () => {
  const twins = [article('a-1'), article('a-2'), article('a-3')];
  for (const pattern of ['/{slug}/', '/news/{code}', '/{slug}']) {
    assert.equal(new Set(pathsOf(pattern, twins)).size, 3, pattern);
  }
});

test('articleAddresses() keeps the address of an article when others come after it', () => {
  const first = article('a-1');
  assert.deepEqual(
    pathsOf('/n/{code}', [first, article('a-2', { published: 11 })])[0],
    pathsOf('/n/{code}', [first])[0],
  );
});
