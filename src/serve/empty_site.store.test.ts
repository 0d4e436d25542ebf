import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createSite } from './site.js';
import { openTestSite } from './test_site.js';

const { app, store } = await openTestSite({ after });

test('an empty site says what will appear and how to make it appear', async () => {
  for (const path of ['/', '/category/world', '/topics', '/outlets']) {
    const response = await app.request(path);
    assert.equal(response.status, 200, path);
    assert.match(await response.text(), /class="empty".*npx sanad add/s, path);
  }
  const feed = await (await app.request('/feed.xml')).text();
  assert.match(feed, /<channel>/);
});

test('a database that is gone gives 503 with its remedy, a bug gives 500, and both are logged', async () => {
  const logged: number[] = [];
  const site = (error: Error) =>
    createSite({
      store: { ...store, rows: () => Promise.reject(error), row: () => Promise.reject(error) },
      config: {},
      clock: () => '2025-12-15T11:00:00.000Z',
      log: ({ status }) => logged.push(status),
    });
  const gone = site(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
  const down = await gone.request('/');
  assert.equal(down.status, 503);
  assert.equal(down.headers.get('Retry-After'), '60');
  assert.match(await down.text(), /هیچ خبری از دست نرفته است/);
  assert.equal((await gone.request('/readyz')).status, 503);
  assert.equal((await gone.request('/livez')).status, 200);
  const broken = await site(new Error('secret detail')).request('/');
  assert.equal(broken.status, 500);
  assert.doesNotMatch(await broken.text(), /secret detail/);
  assert.deepEqual(logged, [503, 500]);
});
