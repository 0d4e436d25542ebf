import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeThing } from './about_page.js';

test('writeThing() says what it was given and cannot end its element, whatever letters there are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const text = writeThing({ '@type': 'NewsArticle', name: `${name}</script><!--` });
      assert.ok(!/[<>&\u2028\u2029]/.test(text));
      assert.equal((JSON.parse(text) as { name: string }).name, `${name}</script><!--`);
    }),
  );
});
