import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findHub } from './websub.js';

const URL = 'https://nuran.example/rss';

const CASES: readonly (readonly [
  what: string,
  signs: Omit<Parameters<typeof findHub>[0], 'url'>,
  hub: readonly [hubUrl: string, topicUrl: string] | undefined,
])[] = [
  ['nothing', {}, undefined],
  ['a feed with a hub alone', { hubUrl: 'https://hub.example/' }, ['https://hub.example/', URL]],
  [
    'a feed with a hub and its own name',
    { hubUrl: 'https://hub.example/', selfUrl: 'https://nuran.example/feed' },
    ['https://hub.example/', 'https://nuran.example/feed'],
  ],
  [
    'headers, which come before the feed',
    {
      linkHeader: '</hub>; rel="hub", <https://nuran.example/a>; rel=self; type="application/rss+xml"',
      hubUrl: 'https://other.example/',
    },
    ['https://nuran.example/hub', 'https://nuran.example/a'],
  ],
  [
    'other relations',
    { linkHeader: '<https://nuran.example/wp-json/>; rel="https://api.w.org/"' },
    undefined,
  ],
  ['a hub that is no web address', { hubUrl: 'javascript:alert(1)' }, undefined],
];

for (const [what, signs, expected] of CASES) {
  test(`findHub() reads ${what}`, () => {
    const found = findHub({ url: URL, ...signs });
    assert.deepEqual(found && [found.hubUrl, found.topicUrl], expected);
  });
}
