import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyseArticle } from '../src/analyse/analyse_article.js';
import { cut, type Span } from '../src/model/span.js';
import { loadWorldGazetteer } from '../src/pipeline/load_gazetteer.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import { loadPressWorld, PRESS_FOLDER } from '../src/press/load_world.js';
import { articleVersions, blockText } from '../src/press/world_text.js';

// Whatever the press prints, in whatever order its paragraphs come: what a statement says stands in its evidence.

const registry = loadRegistry().value;
const gazetteer = loadWorldGazetteer([], PRESS_FOLDER).value;
const paragraphs = loadPressWorld()
  .articles.flatMap(articleVersions)
  .map(({ body }) => body.map(blockText));

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

test('the evidence of a statement holds its content, its predicate and whoever is named for it', () => {
  assert.ok(registry && gazetteer);
  const context = { registry, gazetteer };
  const lines = fc.array(fc.constantFrom(...paragraphs.flat()), { minLength: 1, maxLength: 6 });
  const bodies = fc.oneof(fc.constantFrom(...paragraphs), lines).map((body) => body.join('\n'));
  let count = 0;
  fc.assert(
    fc.property(bodies, (text) => {
      for (const { evidence, content, verb, speaker, quotes } of analyseArticle({ text }, context)
        .statements) {
        count += 1;
        for (const inner of [content, verb, speaker?.span])
          if (inner !== undefined)
            assert.ok(
              isWithin(inner, evidence.span),
              `«${cut(text, inner)}» in «${cut(text, evidence.span)}»`,
            );
        for (const quote of quotes) assert.ok(isWithin(quote, content), cut(text, quote));
      }
    }),
    { numRuns: 120 },
  );
  assert.ok(count > 150, `${count} statements`);
});
