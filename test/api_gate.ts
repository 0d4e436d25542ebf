/** Who may ask the API, and what is told to those who ask for what is not there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { API_ROOT } from '../src/serve/api/document.js';
import { makeApiKey, revokeApiKey } from '../src/store/api_keys.js';
import type { ApiPress } from './api_press.js';

export function testGate({ store, app, lastAt }: ApiPress): void {
  test('keys open what their scopes say, until they are revoked', async () => {
    const { id, key } = await makeApiKey(store, {
      name: 'reader',
      scopes: ['read'],
      requestsPerMinute: 3,
      at: lastAt,
    });
    const ask = (path: string, authorization: string) =>
      app.request(`${API_ROOT}${path}`, { headers: { Authorization: authorization } });
    const first = await ask('/stories', `Bearer ${key}`);
    assert.equal(first.status, 200);
    assert.equal(first.headers.get('ratelimit-policy'), '"key";q=3;w=60');
    assert.match(first.headers.get('ratelimit') ?? '', /^"key";r=2;t=\d+$/);
    assert.equal((await ask('/issues', `Bearer ${key}`)).status, 403);
    await ask('/outlets', `Bearer ${key}`);
    const over = await ask('/stories', `Bearer ${key}`);
    assert.equal(over.status, 429);
    assert.ok(Number(over.headers.get('retry-after')) > 0);
    assert.ok(await revokeApiKey(store, id, lastAt));
    assert.equal((await ask('/stories', `Bearer ${key}`)).status, 401);
    assert.equal((await ask('/stories', 'Bearer sanad_wrong')).status, 401);
    assert.equal((await ask('/stories', 'Basic abc')).status, 401);
    const kept = await store.row<{ all: string }>('select api_key::text as all from api_key where id = $1', [
      id,
    ]);
    assert.ok(!kept?.all.includes(key.slice(6)));
  });

  test('what is no operation, or no reading, is told as a problem', async () => {
    const ask = async (path: string, method = 'GET') => {
      const response = await app.request(`${API_ROOT}${path}`, { method });
      return [
        response.status,
        response.headers.get('content-type'),
        response.headers.get('access-control-allow-origin'),
      ];
    };
    assert.deepEqual(await ask('/nowhere'), [404, 'application/problem+json', '*']);
    assert.deepEqual(await ask('/stories', 'POST'), [405, 'application/problem+json', '*']);
    assert.equal((await ask('/stories', 'OPTIONS'))[0], 204);
    assert.equal((await ask('/issues'))[0], 401);
  });
}
