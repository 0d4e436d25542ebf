import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffVersions } from '../src/extract/version_diff.js';
import type { ExtractedPage } from '../src/model/extracted_page.js';
import { cut, type Span } from '../src/model/span.js';
import { articlePage } from '../src/model/test_article.js';
import { keyOf } from '../src/persian/keys.js';
import { loadPressTruth, loadPressWorld } from '../src/press/load_world.js';
import type { PressArticle } from '../src/press/world.js';
import { articleVersions, blockText } from '../src/press/world_text.js';

// What the press changed after publication, as its truth file tells it.

/** A version as the extract stage would leave it. */
function pageOf({ kicker, headline, lede, body }: PressArticle): ExtractedPage {
  return articlePage({ kicker, title: headline, lede, body: body.map(blockText) });
}

const world = loadPressWorld();

for (const { article: id, version, kinds, changes } of loadPressTruth().edits) {
  test(`diffVersions() tells what version ${version} of ${id} changed`, () => {
    const article = world.articles.find((one) => one.id === id);
    assert.ok(article);
    const [before, after] = articleVersions(article)
      .slice(version - 2, version)
      .map(pageOf);
    assert.ok(before && after);
    const found = diffVersions(before, after);
    assert.deepEqual(
      found.kinds.filter((kind) => kind !== 'wording').sort(),
      [...kinds].sort(),
      found.changes
        .map((change) => `${change.kinds.join('+')}: ${lettersOf(change, before, after)}`)
        .join('\n'),
    );
    for (const { from, to } of changes) {
      const touched = found.changes.some((change) => {
        const [old, now] = [change.before, change.after];
        return (
          (old !== undefined && sharesWord(cut(before.text, old), from, to)) ||
          (now !== undefined && sharesWord(cut(after.text, now), to, from))
        );
      });
      assert.ok(touched, `«${from}» → «${to}»`);
    }
  });
}

function lettersOf(
  { before: old, after: now }: { before?: Span; after?: Span },
  before: ExtractedPage,
  after: ExtractedPage,
): string {
  return `«${old ? cut(before.text, old) : ''}» → «${now ? cut(after.text, now) : ''}»`;
}

/** Whether a change names a word that the one wording has and the other has not. */
function sharesWord(letters: string, inThis: string, notInThat: string): boolean {
  const others = new Set(keyOf(notInThat).split(' '));
  const changed = keyOf(letters).split(' ');
  return keyOf(inThis)
    .split(' ')
    .some((key) => !others.has(key) && changed.includes(key));
}
