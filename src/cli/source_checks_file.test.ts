import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Source } from '../model/outlet.js';
import { patchOf } from './source_checks_file.js';

const SOURCES: readonly Source[] = [
  {
    id: 'nuran-front-page',
    outletId: 'nuran',
    kind: 'front_page',
    url: 'https://nuran.example/',
    unverified: true,
  },
  { id: 'avand-feed', outletId: 'avand', kind: 'feed', url: 'https://avand.example/rss', unverified: true },
  {
    id: 'karaneh-feed',
    outletId: 'karaneh',
    kind: 'feed',
    url: 'https://karaneh.example/rss',
    unverified: true,
  },
];

function check(id: string, more: object) {
  return { id, url: '', itemCount: 3, feeds: [], sitemaps: [], ...more };
}

test('patchOf() verifies what answered, follows moves, takes the feed that a page and the news sitemap that robots.txt name', () => {
  const checks = [
    check('nuran-front-page', { feeds: ['https://nuran.example/feed', 'https://nuran.example/feed2'] }),
    check('avand-feed', {
      movedTo: 'https://www.avand.example/rss',
      sitemaps: ['https://avand.example/sitemap.xml', 'https://avand.example/sitemap/news.xml'],
    }),
    check('karaneh-feed', { problem: 'unreachable: no such name' }),
  ];
  assert.deepEqual(
    patchOf(checks, SOURCES).map(({ id, url, unverified }) => [id, url, unverified]),
    [
      ['nuran-front-page', 'https://nuran.example/', false],
      ['nuran-feed', 'https://nuran.example/feed', true],
      ['avand-feed', 'https://www.avand.example/rss', false],
      ['avand-sitemap', 'https://avand.example/sitemap/news.xml', true],
    ],
  );
});
