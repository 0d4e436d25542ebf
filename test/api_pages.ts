/** What pages and sitemaps tell search engines. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { API_ROOT } from '../src/serve/api/document.js';
import type { ApiPress } from './api_press.js';

export function testPages(press: ApiPress): void {
  const get = async (path: string) => {
    const response = await press.app.request(`${API_ROOT}${path}`);
    return { body: JSON.parse(await response.text()) };
  };
  const page = async (path: string) => {
    const response = await press.app.request(path);
    return { status: response.status, text: await response.text() };
  };

  test('sitemaps list every story, and news of two days with its name, date and title', async () => {
    const index = await page('/sitemap.xml');
    const names = [...index.text.matchAll(/<loc>http:\/\/localhost([^<]+)<\/loc>/g)].map(
      (match) => match[1] ?? '',
    );
    assert.deepEqual(names, ['/sitemap-news.xml', '/sitemap-stories-1.xml']);
    const all = await page('/sitemap-stories-1.xml');
    const row = await press.store.row<{ count: number }>('select count(*) from story where report_count > 0');
    assert.equal(
      [...all.text.matchAll(/<url><loc>http:\/\/localhost\/story\/\d+<\/loc><lastmod>[^<]+Z<\/lastmod>/g)]
        .length,
      row?.count,
    );
    const news = await page('/sitemap-news.xml');
    const since = new Date(Date.parse(press.lastAt) - 48 * 3_600_000).toISOString();
    const dates = [...news.text.matchAll(/<news:publication_date>([^<]+)</g)].map((match) => match[1] ?? '');
    assert.ok(dates.length > 0 && dates.length <= 1000);
    assert.ok(dates.every((date) => date >= since));
    assert.equal([...news.text.matchAll(/<news:title>[^<]+<\/news:title>/g)].length, dates.length);
    assert.equal((await page('/sitemap-stories-99.xml')).status, 404);
    assert.match((await page('/robots.txt')).text, /^Sitemap: http:\/\/localhost\/sitemap\.xml$/m);
  });

  test('pages tell programs what they are: a report rests on its publisher, a story on its origins', async () => {
    const thingsOf = async (path: string): Promise<readonly Record<string, never>[]> => {
      const { text } = await page(path);
      assert.match(text, /<meta property="og:title" content="[^"]+"/, path);
      return [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map((match) =>
        JSON.parse(match[1] ?? ''),
      );
    };
    const [article] = (await get('/articles?limit=1')).body.items;
    const [report, way] = await thingsOf(article.page);
    assert.equal(report?.['@type'], 'NewsArticle');
    assert.equal(urlsIn(report, 'isBasedOn')[0], article.url);
    assert.equal(way?.['@type'], 'BreadcrumbList');
    const [story] = (await get('/stories?limit=1')).body.items;
    const [told] = await thingsOf(story.page);
    assert.deepEqual(
      urlsIn(told, 'citation'),
      story.origins
        .filter(({ first }: { first: number | null }) => first !== null)
        .map(({ first }: { first: number }) => `http://localhost/article/${first}`),
    );
    assert.equal((await thingsOf('/'))[0]?.['@type'], 'ItemList');
  });
}

function urlsIn(thing: Readonly<Record<string, unknown>> | undefined, name: string): readonly string[] {
  const parts = (thing?.[name] ?? []) as readonly { readonly url: string }[];
  return parts.map(({ url }) => url);
}
