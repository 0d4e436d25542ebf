import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSitemap, type Sitemap } from './sitemap.js';

const URL_OF_MAP = 'https://nuran.example/sitemap.xml';

function read(text: string): Sitemap {
  const { value, issues } = parseSitemap(new TextEncoder().encode(text), undefined, URL_OF_MAP);
  assert.ok(value, issues[0]?.message);
  return value;
}

const NEWS = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>https://nuran.example/news/1?a=1&amp;b=2</loc>
  <image:image><image:loc>https://nuran.example/1.jpg</image:loc><image:title>عکس</image:title></image:image>
  <news:news><news:publication><news:name>نوران</news:name></news:publication>
  <news:publication_date>2026-01-27T08:02:06+03:30</news:publication_date><news:title>گفت‌وگوی «وزیران»</news:title></news:news></url>
  <url><loc><![CDATA[ /news/2 ]]></loc><lastmod>۱۴۰۴-۱۱-۰۷</lastmod></url></urlset>`;

test('parseSitemap() reads pages with their news elements, not their pictures', () => {
  const [first, second] = read(NEWS).pages;
  assert.equal(first?.url, 'https://nuran.example/news/1?a=1&b=2');
  assert.equal(first?.title, 'گفت‌وگوی «وزیران»');
  assert.equal(Date.parse(first?.published?.iso ?? ''), Date.parse('2026-01-27T04:32:06Z'));
  assert.equal(second?.url, 'https://nuran.example/news/2');
  assert.equal(second?.modified?.iso, '2026-01-27');
});

test('parseSitemap() reads an index', () => {
  const map = read(
    '<sitemapindex><sitemap><loc>/a.xml</loc><lastmod>2026-01-27</lastmod></sitemap></sitemapindex>',
  );
  assert.deepEqual(map.pages, []);
  assert.equal(map.sitemaps[0]?.url, 'https://nuran.example/a.xml');
});

test('parseSitemap() gives the complete entries of a file that is cut off', () => {
  assert.equal(read(NEWS.slice(0, NEWS.indexOf('/news/2') + 3)).pages.length, 1);
});

test('parseSitemap() leaves out what is no web address', () => {
  const map = read(
    '<urlset><url><loc>javascript:alert(1)</loc></url><url><loc></loc></url><url></url></urlset>',
  );
  assert.deepEqual(map.pages, []);
});

test('parseSitemap() does not take a page or a feed for a sitemap', () => {
  for (const text of ['', '<html><body>404</body></html>', '<rss><channel/></rss>', 'x']) {
    const { value, issues } = parseSitemap(new TextEncoder().encode(text), undefined, URL_OF_MAP);
    assert.equal(value, undefined);
    assert.equal(issues[0]?.code, 'sitemap.not_a_sitemap');
  }
});
