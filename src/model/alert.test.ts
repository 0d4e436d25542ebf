import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSubject, subjectHref } from './alert.js';

test('parseSubject() reads the pages that can be followed, and subjectHref() leads back', () => {
  const cases = [
    [
      '/search?q=%D8%B3%D8%AF+%DA%A9%D8%B1%D8%AE%D9%87&order=newest',
      'search',
      'سد کرخه',
      '/search?q=%D8%B3%D8%AF%20%DA%A9%D8%B1%D8%AE%D9%87',
    ],
    ['https://sanad.example/entity/country.ru', 'entity', 'country.ru', '/entity/country.ru'],
    ['/dyad/country.us/country.ru?asOf=1', 'dyad', 'country.ru\ncountry.us', '/dyad/country.ru/country.us'],
    ['/dossier/3', 'dossier', '3', '/dossier/3'],
    ['/topic/12', 'topic', '12', '/topic/12'],
    ['/story/7', 'story', '7', '/story/7'],
    ['/outlet/nuran', 'outlet', 'nuran', '/outlet/nuran'],
    ['/thread/2', 'thread', '2', '/thread/2'],
  ] as const;
  for (const [address, kind, subject, href] of cases) {
    assert.deepEqual(parseSubject(address), { kind, subject });
    assert.equal(subjectHref({ kind, subject }), href);
  }
});

test('parseSubject() refuses what cannot be followed', () => {
  for (const address of [
    '/',
    '/search',
    '/search?q=%20',
    '/dossier/x',
    '/dossier/0',
    '/dyad/a',
    '/dyad/a%0Ab/c',
    '/entity/',
    '/entity/a/b',
    '/topic/1/feed.xml',
    '/admin',
    '/entity/%E0%A4',
    'http://',
  ])
    assert.equal(parseSubject(address), undefined, address);
});
