/** Webhooks through the API: made, checked, told, tested, dead, replayed and ended against a real receiver on loopback. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { openGuardedPost } from '../src/collect/guarded_post.js';
import { matchNews } from '../src/notify/match_news.js';
import { type NotifierDeps, sendDue } from '../src/notify/notifier.js';
import { signatureHeaders } from '../src/notify/signature.js';
import { describeNews } from '../src/serve/api/alert_news.js';
import { API_ROOT, type OpenApiDocument, operationsOf } from '../src/serve/api/document.js';
import { createSite } from '../src/serve/site.js';
import { makeApiKey, revokeApiKey } from '../src/store/api_keys.js';
import { MOST_WEBHOOKS } from '../src/store/webhook_commands.js';
import type { ApiPress } from './api_press.js';

const HOST = 'hooks.example';
const ADDRESS = `https://${HOST}/in`;
const FOLLOWED = '/search?q=سد';

/** An answer; its body is `any`, since the tests look at what the document says of it. */
async function call(
  app: ApiPress['app'],
  given: { readonly key: string; readonly path: string; readonly method?: string; readonly body?: unknown },
) {
  const { key, path, method = 'GET', body } = given;
  const response = await app.request(`${API_ROOT}${path}`, {
    method,
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

export function testWebhooks(press: ApiPress): void {
  const { app, store, lastAt } = press;
  const keyFor = (scopes: Parameters<typeof makeApiKey>[1]['scopes']) =>
    makeApiKey(store, { name: 'hooks', scopes, requestsPerMinute: 10_000, at: lastAt });
  const make = (key: string, body: unknown = { address: ADDRESS, follow: [FOLLOWED] }) =>
    call(app, { key, path: '/webhooks', method: 'POST', body });

  test('what changes something needs a key for alerts, and every field that is wrong is named', async () => {
    const { key } = await keyFor(['read', 'stream', 'alerts']);
    const { key: reader } = await keyFor(['read', 'stream']);
    const document = (await (await app.request('/openapi.json')).json()) as OpenApiDocument;
    const writes = operationsOf(document).filter(({ method }) => method !== 'get');
    assert.ok(writes.length >= 6);
    const { body: made } = await make(key);
    for (const { path, method, operation } of writes) {
      const filled = path.replace('{id}', String(made.id)).replace('{follow}', '1');
      const ask = (body: unknown, by = key, to = filled) =>
        call(app, { key: by, path: to, method: method.toUpperCase(), body });
      assert.equal((await ask({}, reader)).status, 403, path);
      const schema = operation.requestBody?.content['application/json'].schema;
      if (schema !== undefined) await checkBody(ask, Object.keys(schema.properties as object));
      if (!path.includes('{id}')) continue;
      const wrong = await ask({}, key, path.replace('{id}', '0').replace('{follow}', '1'));
      assert.deepEqual([wrong.status, wrong.body.errors[0].field], [400, 'id'], path);
    }
    assert.equal(
      (await call(app, { key, path: '/webhooks', method: 'POST', body: 'x'.repeat(70_000) })).status,
      413,
    );
    const patch = await call(app, { key, path: '/webhooks', method: 'PATCH' });
    assert.deepEqual([patch.status, patch.headers.get('allow')], [405, 'GET, HEAD, POST, OPTIONS']);
  });

  test('no webhook stands in a private network, follows what is not there, or is one too many', async () => {
    const { key } = await keyFor(['alerts']);
    for (const address of [
      ...[
        'http://127.0.0.1/',
        'http://[::1]/',
        'http://10.0.0.8/',
        'http://169.254.169.254/',
        'http://0x7f.1/',
      ],
      ...['http://localhost/', 'http://router.lan/', 'https://hooks.example:8443/', 'ftp://hooks.example/'],
      ...['https://user:secret@hooks.example/', 'hooks.example'],
    ]) {
      const { status, body } = await make(key, { address, follow: [FOLLOWED] });
      assert.deepEqual([status, body.errors[0].field], [400, 'address'], address);
    }
    const lost = await make(key, { address: ADDRESS, follow: ['/entity/person.nobody'] });
    assert.deepEqual([lost.status, lost.body.errors[0].field], [400, 'follow']);
    const closed = createSite({ store, config: { keptMs: 0 }, clock: () => lastAt });
    const body = { address: ADDRESS, follow: [FOLLOWED] };
    assert.equal((await call(closed, { key, path: '/webhooks', method: 'POST', body })).status, 400);
    const all = await Promise.all(Array.from({ length: MOST_WEBHOOKS + 3 }, () => make(key)));
    const made = all.filter(({ status }) => status === 201);
    assert.equal(made.length, MOST_WEBHOOKS);
    assert.ok(all.every(({ status }) => status === 201 || status === 409));
    const { body: listed } = await call(app, { key, path: '/webhooks?limit=100' });
    assert.equal(listed.items.length, MOST_WEBHOOKS);
  });

  test('the secret is told once, and nobody sees or touches the webhooks of another key', async () => {
    const { key } = await keyFor(['alerts']);
    const { key: other } = await keyFor(['alerts']);
    const { key: operator } = await keyFor(['alerts', 'operator']);
    const { status, headers, body } = await make(key);
    assert.equal(status, 201);
    assert.match(body.secret, /^whsec_/);
    assert.equal(headers.get('location'), `${API_ROOT}/webhooks/${body.id}`);
    assert.equal(headers.get('cache-control'), 'no-store');
    const path = `/webhooks/${body.id}`;
    const shown = await call(app, { key, path });
    assert.ok(!JSON.stringify(shown.body).includes('whsec_'));
    assert.deepEqual(
      shown.body.follows.map(({ page }: { page: string }) => decodeURI(page)),
      [FOLLOWED],
    );
    assert.equal((await call(app, { key: operator, path })).status, 200);
    for (const [method, below] of [
      ...[
        ['GET', ''],
        ['DELETE', ''],
        ['POST', '/test'],
        ['GET', '/dead'],
      ],
      ...[
        ['POST', '/replay'],
        ['POST', '/follows'],
        ['DELETE', '/follows/1'],
      ],
    ] as const) {
      const asked = { key: other, path: `${path}${below}`, method };
      const sent = below === '/follows' ? { page: FOLLOWED } : {};
      assert.equal(
        (await call(app, { ...asked, ...(method === 'POST' && { body: sent }) })).status,
        404,
        below,
      );
    }
    assert.equal((await call(app, { key: other, path: '/webhooks' })).body.items.length, 0);
  });

  test('a webhook is checked, tested, told of what it follows, replayed and ended', async () => {
    const { id: keyId, key } = await keyFor(['alerts']);
    const receiver = await startReceiver();
    const network = openGuardedPost({
      ...{ userAgent: 'test', clock: () => lastAt },
      allowedHosts: new Map([[HOST, `127.0.0.1:${receiver.port}`]]),
    });
    let nowMs = Date.parse(lastAt);
    const deps: NotifierDeps = {
      ...{ store, clock: () => new Date(nowMs).toISOString(), describe: describeNews, dailyHour: 8 },
      ...{ random: () => 0, retryBaseMs: 1000, post: network.post },
    };
    const running = new AbortController().signal;
    const send = async (): Promise<void> => {
      await matchNews(deps);
      await store.run(
        `update alert_message set next_at = $1 where state = 'waiting' and target_id <> all(
           select id from alert_target where key_id = $2)`,
        ['2199-01-01T00:00:00Z', keyId],
      );
      await sendDue(deps, running);
    };
    const ask = async (path: string, method = 'GET', body?: unknown) =>
      (await call(app, { key, path, method, ...(body !== undefined && { body }) })).body;
    try {
      await matchNews(deps);
      const { id, secret } = await make(key, { address: `http://${HOST}/in`, follow: [FOLLOWED] }).then(
        ({ body }) => body,
      );
      const path = `/webhooks/${id}`;
      assert.equal(
        (await call(app, { key, path: `${path}/test`, method: 'POST' })).status,
        409,
        'not open yet',
      );
      await send();
      assert.equal((await ask(path)).state, 'open');
      assert.deepEqual(await ask(`${path}/test`, 'POST'), { queued: 1 });
      const story = (await ask('/webhooks')).items[0].follows.length;
      assert.equal(story, 1);
      const added = await ask(`${path}/follows`, 'POST', { page: '/topic/1' });
      assert.deepEqual([added.kind, added.page, added.open], ['topic', '/topic/1', true]);
      await store.run(
        `insert into topic_item (topic_id, key, position, title, first_seen_at, last_seen_at)
         values (1, 'hook', 9, 'سد پر شد', $1, $1)`,
        [lastAt],
      );
      receiver.fail();
      await send();
      for (let attempt = 0; attempt < 12; attempt++) {
        nowMs += 7 * 3_600_000;
        await send();
      }
      const dead = (await ask(`${path}/dead`)).items;
      assert.deepEqual(dead.map(({ kind }: { kind: string }) => kind).toSorted(), ['news', 'test']);
      assert.match(dead[0].error, /status 500/);
      receiver.mend();
      const [one, ...others] = dead;
      assert.deepEqual(await ask(`${path}/replay`, 'POST', { messages: [one.id] }), { queued: 1 });
      assert.deepEqual(await ask(`${path}/replay`, 'POST', {}), { queued: others.length });
      await send();
      const taken = receiver.received.filter(({ status }) => status === 200);
      assert.deepEqual(taken.map(({ type }) => type).toSorted(), ['test', 'topic_item', 'verification']);
      for (const { headers, text } of taken) {
        const [name, stamp] = [String(headers['webhook-id']), Number(headers['webhook-timestamp'])];
        const right = signatureHeaders(secret, { id: name, timestampS: stamp, body: text });
        assert.equal(headers['webhook-signature'], right['webhook-signature']);
      }
      assert.deepEqual([(await ask(path)).sent, (await ask(path)).dead], [3, 0]);
      await call(app, { key, path: `${path}/follows/${added.id}`, method: 'DELETE' });
      assert.deepEqual((await ask(path)).follows.length, 1);
      assert.equal((await call(app, { key, path, method: 'DELETE' })).status, 204);
      assert.equal((await call(app, { key, path })).status, 404);
    } finally {
      await network.close();
      receiver.close();
    }
  });

  test('with its key a webhook ends', async () => {
    const { id: keyId, key } = await keyFor(['alerts']);
    const { key: operator } = await keyFor(['alerts', 'operator']);
    const { body } = await make(key);
    await revokeApiKey(store, keyId, lastAt);
    const shown = (await call(app, { key: operator, path: `/webhooks/${body.id}` })).body;
    assert.deepEqual([shown.state, shown.closedBecause, shown.waiting], ['closed', 'its key is revoked', 0]);
    const replay = await call(app, {
      key: operator,
      path: `/webhooks/${body.id}/replay`,
      method: 'POST',
      body: {},
    });
    assert.equal(replay.status, 409);
  });
}

/** Right values of all fields. */
const RIGHT: Readonly<Record<string, unknown>> = {
  address: ADDRESS,
  follow: [FOLLOWED],
  page: FOLLOWED,
  messages: [1],
};

/** Sends what is no object, each field wrongly while the others are right, and a field too many. */
async function checkBody(
  ask: (body: unknown) => ReturnType<typeof call>,
  fields: readonly string[],
): Promise<void> {
  for (const body of ['', '[', '[]', 'null', '"x"', '7'])
    assert.deepEqual((await ask(body)).body.errors[0].in, 'body', body);
  const right = Object.fromEntries(fields.map((name) => [name, RIGHT[name]]));
  for (const field of fields) {
    for (const value of [7, '', 'x', [], [null], ['/nowhere'], {}]) {
      const { status, body } = await ask({ ...right, [field]: value });
      assert.deepEqual(
        [status, body.errors?.map((fault: { field: string; in: string }) => [fault.field, fault.in])],
        [400, [[field, 'body']]],
        JSON.stringify({ [field]: value }),
      );
    }
  }
  assert.equal((await ask({ ...right, gossip: 1 })).body.errors.at(-1).field, 'gossip');
}

/** A receiver that keeps what it gets and can be told to fail. */
async function startReceiver() {
  const received: { type: string; headers: NodeJS.Dict<string | string[]>; text: string; status: number }[] =
    [];
  let status = 200;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const { type, data } = JSON.parse(text) as { type: string; data: { challenge?: string } };
    received.push({ type, headers: request.headers, text, status });
    response.writeHead(status).end(data.challenge);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    received,
    port: (server.address() as AddressInfo).port,
    fail: () => {
      status = 500;
    },
    mend: () => {
      status = 200;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
