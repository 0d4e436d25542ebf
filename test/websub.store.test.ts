import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { adoptRegistry, createCollector } from '../src/collect/collector.js';
import { openGuardedFetch } from '../src/collect/guarded_fetch.js';
import { readPending } from '../src/pipeline/read_pending.js';
import { startServer } from '../src/serve/server.js';
import { createSite } from '../src/serve/site.js';
import { parseRegistry } from '../src/sources/registry.js';
import { collectionStore } from '../src/store/frontier.js';
import { saveOutlets, saveSources } from '../src/store/outlets.js';
import { openTestDatabase } from '../src/store/test_database.js';

const FEED_URL = 'http://nuran.example/rss';
const HUB_URL = 'http://hub.example/';

function feed(paths: readonly string[]): string {
  const items = paths.map(
    (path) => `<item><title>خبر ${path}</title><link>http://nuran.example${path}</link></item>`,
  );
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>نوران</title>
    <atom:link rel="hub" href="${HUB_URL}"/><atom:link rel="self" href="${FEED_URL}"/>${items.join('')}</channel></rss>`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A small hub and the publisher beside it, told apart by the host that is asked for. */
class HubAndPublisher {
  paths: readonly string[] = ['/news/1'];
  readonly asked: string[] = [];
  /** What the last subscriber wants. */
  wish = new URLSearchParams();
  confirmation: Promise<string> | undefined;
  readonly server = createServer(async (request, response) => {
    if (request.headers.host === 'hub.example') {
      this.wish = new URLSearchParams(await bodyOf(request));
      response.writeHead(202).end();
      this.confirmation = this.verify({ 'hub.topic': this.wish.get('hub.topic') ?? '' });
      return;
    }
    this.asked.push(request.url ?? '');
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else if (request.url === '/rss') response.end(feed(this.paths));
    else response.end('<p>متن</p>');
  });

  /** Asks the subscriber whether it meant it; gives its answer. */
  async verify(changes: Readonly<Record<string, string>>): Promise<string> {
    const query = {
      'hub.mode': 'subscribe',
      'hub.topic': FEED_URL,
      'hub.challenge': 'c-17',
      'hub.lease_seconds': '86400',
      ...changes,
    };
    const answer = await fetch(`${this.wish.get('hub.callback')}?${new URLSearchParams(query)}`);
    return `${answer.status} ${(await answer.text()).trim()}`;
  }

  async push(body: string, secret = this.wish.get('hub.secret') ?? '', method = 'sha256'): Promise<number> {
    const signature = createHmac(method, secret).update(body).digest('hex');
    const headers = { 'content-type': 'application/rss+xml', 'x-hub-signature': `${method}=${signature}` };
    const callback = this.wish.get('hub.callback') ?? '';
    return (await fetch(callback, { method: 'POST', body, headers })).status;
  }
}

async function setUp(t: Parameters<typeof openTestDatabase>[0]) {
  const store = await openTestDatabase(t);
  const world = new HubAndPublisher();
  const address = `127.0.0.1:${await listen(world.server)}`;
  let nowMs = Date.parse('2026-02-03T10:00:00Z');
  const clock = (): string => new Date(nowMs).toISOString();
  const site = await startServer(createSite({ store, config: { keptMs: 0 }, clock }), {
    host: '127.0.0.1',
    port: 0,
  });
  const allowedHosts = new Map([
    ['nuran.example', address],
    ['hub.example', address],
  ]);
  const network = openGuardedFetch({ userAgent: 'Sanad/test', clock, allowedHosts });
  t.after(async () => {
    await network.close();
    await site.stop();
    world.server.close();
    world.server.closeAllConnections();
  });
  const outlets = [{ id: 'nuran', name: 'نوران', domains: ['nuran.example'] }];
  const sources = [{ id: 'nuran-feed', outletId: 'nuran', kind: 'feed', url: FEED_URL }];
  const registry = parseRegistry([{ name: 'test', json: { outlets, sources } }]).value;
  assert.ok(registry);
  await saveOutlets(store, registry.outlets);
  await saveSources(store, registry.sources);
  const read: string[] = [];
  const deps = {
    store: collectionStore(store),
    registry,
    fetch: network.fetch,
    clock,
    random: () => 0.5,
    callbackUrl: `${site.url}/websub/`,
    pace: { revisitAfterMs: [] },
  };
  const reading = {
    store,
    clock,
    process: async (pages: readonly { readonly url?: string | undefined }[]) => {
      read.push(...pages.map(({ url }) => url ?? ''));
    },
  };
  await adoptRegistry(deps);
  const collector = createCollector(deps);
  return {
    ...{ store, world, read },
    /** Lets some seconds pass, then does what is due. */
    async after(seconds: number) {
      nowMs += seconds * 1000;
      const { signal } = new AbortController();
      await collector.collectOnce(signal);
      await readPending(reading, signal);
    },
  };
}

test('a hub that a feed names is asked, confirmed, and brings articles within five seconds of a push', async (t) => {
  const { store, world, read, after } = await setUp(t);
  for (const seconds of [0, 5, 5]) await after(seconds);
  assert.deepEqual(read, ['http://nuran.example/news/1']);
  assert.equal(world.wish.get('hub.topic'), FEED_URL);
  assert.equal(await world.confirmation, '200 c-17');
  const held = await store.row<{ state: string; lease: number; renewal: number }>(
    `select state, extract(epoch from lease_until - '2026-02-03T10:00:10Z')::float8 as lease,
       extract(epoch from next_at - '2026-02-03T10:00:10Z')::float8 as renewal from subscription`,
  );
  assert.equal(held?.state, 'held');
  assert.ok(held.lease >= 86_390 && held.renewal < held.lease, JSON.stringify(held));

  const polls = world.asked.filter((path) => path === '/rss').length;
  assert.equal(await world.push(feed(['/news/2'])), 202);
  await after(5);
  assert.deepEqual(read, ['http://nuran.example/news/1', 'http://nuran.example/news/2']);
  assert.equal(world.asked.filter((path) => path === '/rss').length, polls);
  const raw = await store.row<{ count: number }>(
    `select count(*) as count from fetched_page where format = 'feed'`,
  );
  assert.equal(raw?.count, 2);
  assert.deepEqual(await store.rows('select id from pushed_answer'), []);

  world.confirmation = undefined;
  await after(86_400 * 0.9);
  assert.equal(await world.confirmation, '200 c-17');
});

test('pushes without the right signature are refused and change nothing', async (t) => {
  const { store, world, after } = await setUp(t);
  for (const seconds of [0, 5]) await after(seconds);
  await world.confirmation;
  assert.equal(await world.push(feed(['/news/9']), 'another secret'), 403);
  assert.equal(await world.push(feed(['/news/9']), world.wish.get('hub.secret') ?? '', 'md5'), 403);
  const callback = world.wish.get('hub.callback') ?? '';
  assert.equal((await fetch(callback, { method: 'POST', body: feed(['/news/9']) })).status, 403);
  const elsewhere = callback.replace(/[^/]+$/, 'no-such-token');
  assert.equal((await fetch(elsewhere, { method: 'POST', body: 'x' })).status, 404);
  assert.deepEqual(await store.rows('select id from pushed_answer'), []);
  assert.equal(await world.push(feed(['/news/9']), undefined, 'sha512'), 202);
});

test('only what we asked for is confirmed', async (t) => {
  const { store, world, after } = await setUp(t);
  for (const seconds of [0, 5]) await after(seconds);
  await world.confirmation;
  assert.match(await world.verify({ 'hub.topic': 'http://nuran.example/other' }), /^404/);
  assert.match(await world.verify({ 'hub.mode': 'unsubscribe' }), /^404/);
  assert.match(await world.verify({ 'hub.mode': 'denied', 'hub.reason': 'full' }), /^200/);
  const state = await store.row('select state, detail from subscription');
  assert.deepEqual(state, { state: 'refused', detail: 'full' });
  assert.match(await world.verify({}), /^404/);
});
