import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { generateSites, generateWorld } from './generator.js';
import { pressArticle, pressSetting } from './world.js';

const OPTIONS = { sources: 12, articlesPerSource: 30, seed: 7 };

test('generateWorld() makes the same world from the same seed and another from another', () => {
  assert.deepEqual(generateWorld(OPTIONS), generateWorld(OPTIONS));
  assert.notDeepEqual(generateWorld(OPTIONS).articles, generateWorld({ ...OPTIONS, seed: 8 }).articles);
});

test('generateWorld() fits the schema of the written world', () => {
  const world = generateWorld(OPTIONS);
  pressSetting.parse(world.setting);
  for (const article of world.articles) pressArticle.parse(article);
});

test('generateWorld() gives every source its articles, in order of time and within its days', () => {
  const counts = fc.record({
    sources: fc.integer({ min: 1, max: 9 }),
    articlesPerSource: fc.integer({ min: 0, max: 20 }),
    seed: fc.integer(),
    days: fc.integer({ min: 1, max: 30 }),
  });
  fc.assert(
    fc.property(counts, (options) => {
      const { articles, outlets } = generateWorld(options);
      assert.equal(articles.length, options.sources * options.articlesPerSource);
      assert.equal(new Set(articles.map(({ id }) => id)).size, articles.length);
      for (const outlet of outlets) {
        const own = articles.filter((article) => article.outlet === outlet.id);
        assert.equal(own.length, options.articlesPerSource);
      }
      const times = articles.map(({ published }) => published);
      assert.deepEqual(
        times,
        times.toSorted((a, b) => a - b),
      );
      assert.ok(times.every((time) => time >= 0 && time < options.days * 24 * 60));
    }),
    { numRuns: 40 },
  );
});

test('generateWorld() makes copies that name their source and come after it', () => {
  const { articles, madeFrom, outlets } = generateWorld(OPTIONS);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const names = new Map(outlets.map((outlet) => [outlet.id, outlet.name]));
  assert.ok(madeFrom.size > articles.length / 8 && madeFrom.size < articles.length / 2);
  for (const [copy, original] of madeFrom) {
    const source = byId.get(original);
    const first = byId.get(copy)?.body[0];
    assert.ok(source && typeof first === 'string');
    assert.ok(first.includes(`به نقل از ${names.get(source.outlet)}، `));
    assert.ok(source.published <= (byId.get(copy)?.published ?? 0));
    assert.notEqual(source.outlet, byId.get(copy)?.outlet);
  }
});

test('generateWorld() makes own articles that differ in their headlines', () => {
  const { articles, madeFrom } = generateWorld({ sources: 40, articlesPerSource: 50, seed: 3 });
  const own = articles.filter((article) => !madeFrom.has(article.id));
  assert.ok(new Set(own.map(({ headline }) => headline)).size > own.length * 0.999);
});

test('generateWorld() refuses sizes that would not end', () => {
  for (const bad of [
    { sources: 0 },
    { sources: 10_001 },
    { sources: 1.5 },
    { articlesPerSource: -1 },
    { sources: 10_000, articlesPerSource: 201 },
  ]) {
    assert.throws(() => generateWorld({ ...OPTIONS, ...bad }), /Cannot generate/);
  }
});

test('generateSites() gives the sources every feed format in turn', () => {
  const formats = generateSites(OPTIONS).map((site) => site.feeds[0]?.format);
  assert.deepEqual(formats.slice(0, 5), ['rss', 'atom', 'rdf', 'json', 'rss']);
});
