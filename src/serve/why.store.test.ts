/** «چرا؟»: every list of the site says by which rule it is ordered, without a script. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addFrontPage, addTopic, fillPress, openTestSite } from './test_site.js';

const site = await openTestSite({ after });
let topic = 0;

before(async () => {
  await fillPress(site.store);
  topic = await addTopic(site.store);
  await addFrontPage(site.store);
});

test('every ordered list opens its rule', async () => {
  const pages: readonly (readonly [path: string, rules: readonly string[]])[] = [
    ['/', ['importance', 'leads', 'newest', 'story']],
    ['/stories', ['newest']],
    ['/category/politics', ['importance', 'newest', 'story']],
    ['/outlets', ['outlets']],
    ['/outlet/nuran', ['front', 'newest', 'standing']],
    ['/topics', ['topics']],
    [`/topic/${topic}`, ['topic']],
    ['/search?q=کاسپیان', ['best']],
    ['/search?q=کاسپیان&order=newest', ['newest']],
    ['/archive/1404/09', ['archive']],
  ];
  for (const language of ['fa', 'en']) {
    for (const [path, rules] of pages) {
      const url = new URL(path, 'http://site.example');
      url.searchParams.set('lang', language);
      const html = await (await site.app.request(url)).text();
      const found = [
        ...html.matchAll(/<details [^>]*data-why="(\w+)"[^>]*><summary>(.*?)<\/summary>(.{12})/g),
      ];
      const told = new Set(found.map(([, rule]) => rule));
      for (const rule of rules) assert.ok(told.has(rule), `${url.pathname} does not say why: ${rule}`);
      for (const [, rule, summary = '', content] of found) {
        assert.match(summary, language === 'fa' ? /چرا/ : /[Ww]hy/, `${url.pathname} ${rule}`);
        assert.doesNotMatch(content ?? '', /^<\/details>/, `${url.pathname} ${rule}`);
      }
    }
  }
});
