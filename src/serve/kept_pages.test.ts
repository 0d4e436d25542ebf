import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { keepPages } from './kept_pages.js';
import { respond } from './respond.js';

const AT = '2025-12-15T11:00:00.000Z';

/** An application whose pages are made when `finish` is called, and count how often they were. */
function openApp() {
  const app = new Hono();
  let nowMs = Date.parse(AT);
  let made = 0;
  let finish: () => void = () => undefined;
  let done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  app.use(keepPages({ keptMs: 3000, clock: () => new Date(nowMs).toISOString() }));
  app.get('/:kind', async (context) => {
    made += 1;
    const body = `page ${made}`;
    await done;
    return respond(context, { body, type: 'text/plain', isPrivate: context.req.param('kind') === 'private' });
  });
  app.post('/write', (context) => context.text('written'));
  return {
    get: async (path: string) => (await app.request(path)).text(),
    write: () => app.request('/write', { method: 'POST' }),
    finish: () => finish(),
    hold: () => {
      done = new Promise((resolve) => {
        finish = resolve;
      });
    },
    wait: (ms: number) => {
      nowMs += ms;
    },
    made: () => made,
  };
}

test('keepPages() makes a page once for all who ask while it is made, and for a moment after', async () => {
  const app = openApp();
  const rush = Array.from({ length: 50 }, () => app.get('/public'));
  app.finish();
  assert.deepEqual(new Set(await Promise.all(rush)), new Set(['page 1']));
  app.wait(2999);
  assert.equal(await app.get('/public'), 'page 1');
  app.wait(1);
  assert.equal(await app.get('/public'), 'page 2');
  assert.equal(await app.get('/other'), 'page 3');
});

test('keepPages() keeps nothing that is private: each reader gets his own', async () => {
  const app = openApp();
  const both = [app.get('/private'), app.get('/private')];
  app.finish();
  assert.deepEqual((await Promise.all(both)).sort(), ['page 1', 'page 2']);
});

test('keepPages() forgets what was made or begun before something was written', async () => {
  const app = openApp();
  app.finish();
  assert.equal(await app.get('/public'), 'page 1');
  await app.write();
  app.hold();
  const begun = app.get('/public');
  await app.write();
  const after = app.get('/public');
  app.finish();
  assert.deepEqual(await Promise.all([begun, after]), ['page 2', 'page 3']);
  assert.equal(await app.get('/public'), 'page 3');
});
