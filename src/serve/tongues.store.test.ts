/** The two languages of the site: how a reader chooses, and what is remembered of it. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openTestSite } from './test_site.js';

const site = await openTestSite({ after }, { keptMs: 3000 });

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await site.app.request(path, { headers });
  const body = await response.text();
  return { response, language: /<html lang="(\w+)" dir="(\w+)">/.exec(body)?.slice(1).join(' '), body };
}

test('pages speak Persian whatever the browser likes, until their reader chooses', async () => {
  assert.equal((await get('/')).language, 'fa rtl');
  assert.equal((await get('/', { 'Accept-Language': 'en' })).language, 'fa rtl');
  assert.equal((await get('/?lang=en')).language, 'en ltr');
  assert.equal((await get('/?lang=de')).language, 'fa rtl');
  assert.equal((await get('/', { Cookie: 'sanad-lang=en' })).language, 'en ltr');
  assert.equal((await get('/?lang=fa', { Cookie: 'sanad-lang=en' })).language, 'fa rtl');
  assert.equal((await get('/nowhere', { Cookie: 'sanad-lang=en' })).language, 'en ltr');
});

test('a choice is remembered in a cookie of one word; without a choice there is no cookie', async () => {
  const cookie = (await get('/about?lang=en&digits=latin')).response.headers.getSetCookie();
  assert.deepEqual(cookie, [
    'sanad-lang=en; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly',
    'sanad-digits=latin; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly',
  ]);
  assert.deepEqual((await get('/about?lang=x')).response.headers.getSetCookie(), []);
  assert.deepEqual((await get('/about')).response.headers.getSetCookie(), []);
});

test('a kept page is shown to readers of its language alone, and caches are told why', async () => {
  const persian = await get('/about');
  const english = await get('/about', { Cookie: 'sanad-lang=en' });
  const latin = await get('/outlets', { Cookie: 'sanad-digits=latin' });
  assert.equal(persian.language, 'fa rtl');
  assert.equal(english.language, 'en ltr');
  assert.notEqual(persian.response.headers.get('ETag'), english.response.headers.get('ETag'));
  assert.equal((await get('/about')).body, persian.body);
  assert.equal((await get('/about', { Cookie: 'sanad-lang=en' })).body, english.body);
  assert.notEqual((await get('/outlets')).body, latin.body);
  assert.match(english.response.headers.get('Vary') ?? '', /Cookie/);
  // Keeping a page keeps nobody's cookie.
  assert.equal((await get('/ads?lang=en')).response.headers.getSetCookie().length, 1);
  const again = await get('/ads?lang=en');
  assert.equal(again.response.headers.getSetCookie().length, 1);
});

test('the masthead leads to the same page in the other language', async () => {
  assert.match((await get('/search?q=a')).body, /href="\/search\?q=a&amp;lang=en" hreflang="en" lang="en"/);
  assert.match((await get('/about?lang=en')).body, /href="\/about\?lang=fa" hreflang="fa" lang="fa"/);
});
