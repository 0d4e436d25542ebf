import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHALLENGE_SIGNS, findChallenge } from './challenge.js';

for (const { by, example } of CHALLENGE_SIGNS) {
  test(`findChallenge() recognises ${by}`, () => {
    assert.equal(findChallenge(Buffer.from(`<!doctype html><html>${example}</html>`), {}), by);
  });
}

test('findChallenge() believes the header', () => {
  assert.equal(findChallenge(Buffer.from(''), { 'cf-mitigated': 'challenge' }), 'Cloudflare');
});

const PAGES: readonly [string, string][] = [
  ['a feed', `<?xml version="1.0"?><rss><item>${CHALLENGE_SIGNS[0]?.example}</item></rss>`],
  ['an empty page', ''],
  ['a short page', '<html><body><p>سلام</p></body></html>'],
  ['an article about challenges', `<html>${CHALLENGE_SIGNS[1]?.example}<p>${'خبر '.repeat(300)}</p></html>`],
  ['a large page', `<html>${CHALLENGE_SIGNS[1]?.example}${' '.repeat(30_000)}</html>`],
];

for (const [what, page] of PAGES) {
  test(`findChallenge() leaves ${what} alone`, () => {
    assert.equal(findChallenge(Buffer.from(page), {}), undefined);
  });
}
