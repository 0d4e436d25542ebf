import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addressKey, fetchAddress, hashOf } from './address_key.js';

const SAME: readonly (readonly [string, string])[] = [
  ['http://isna.ir/news/1', 'https://www.isna.ir/news/1/'],
  ['https://isna.ir/news/1', 'https://isna.ir/news/1?utm_source=rss&utm_medium=x#comments'],
  ['https://isna.ir/?a=1&b=2', 'https://isna.ir/?b=2&a=1'],
  ['https://isna.ir/%d8%ae', 'https://isna.ir/%D8%AE'],
  ['https://isna.ir/خبر', `https://isna.ir/${encodeURIComponent('خبر')}`],
  ['https://isna.ir:443/x', 'https://ISNA.ir/x'],
];

for (const [one, other] of SAME) {
  test(`addressKey() is the same for ${one} and ${other}`, () => {
    assert.equal(addressKey(one), addressKey(other));
  });
}

test('addressKey() tells pages apart', () => {
  const pages = [
    'https://isna.ir/',
    'https://isna.ir/1',
    'https://isna.ir/1/2',
    'https://isna.ir/?p=1',
    'https://isna.ir/?p=2',
    'https://ilna.ir/1',
    'https://isna.ir/A',
    'https://isna.ir/a',
    'https://isna.ir:8080/1',
  ];
  assert.equal(new Set(pages.map(addressKey)).size, pages.length);
});

test('fetchAddress() keeps the address but for what is not the page', () => {
  assert.equal(
    fetchAddress('/news/1?id=5&utm_source=x&fbclid=y#top', 'https://www.isna.ir/rss'),
    'https://www.isna.ir/news/1?id=5',
  );
  for (const bad of ['javascript:alert(1)', 'mailto:a@b.ir', 'news/1', ''])
    assert.equal(fetchAddress(bad), undefined);
});

test('addressKey() does not change when the address that is asked is keyed again', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const asked = fetchAddress(url);
      return asked === undefined || (addressKey(asked) === addressKey(url) && fetchAddress(asked) === asked);
    }),
    { numRuns: 300 },
  );
});

test('hashOf() does not let parts run into each other', () => {
  assert.notEqual(hashOf(['ab', 'c']), hashOf(['a', 'bc']));
  assert.notEqual(hashOf([undefined]), hashOf(['']));
});
