import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { after, test } from 'node:test';
import type { FetchOutcome, FetchRequest } from './fetch_outcome.js';
import { type GuardedFetchOptions, openGuardedFetch } from './guarded_fetch.js';
import { createWays } from './ways.js';

const HOST = 'nuran.example';
const sockets = new Set<Socket>();
const servers: Server[] = [];
after(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
});

async function listen(server: Server): Promise<number> {
  server.on('connection', (socket: Socket) => sockets.add(socket));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** The outlet's site: it answers with its own name for the address. */
async function openOutlet(): Promise<number> {
  return listen(
    createServer((request, response) => {
      if (request.url === '/robots.txt') return response.writeHead(404).end();
      if (request.url === '/inside') return response.writeHead(302, { location: 'http://127.0.0.1/' }).end();
      return response.end(`${request.headers.host}${request.url}`);
    }),
  );
}

interface TestProxy {
  readonly port: number;
  /** What it was asked to connect to. */
  readonly tunnels: string[];
}

/** A proxy of the usual kind (CONNECT) that reaches the outlet whatever name it is given, with a password or without. */
async function openProxy(outletPort: number, password?: string): Promise<TestProxy> {
  const tunnels: string[] = [];
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', (request, socket: Socket) => {
    const given = Buffer.from(
      request.headers['proxy-authorization']?.split(' ')[1] ?? '',
      'base64',
    ).toString();
    if (password !== undefined && given !== password) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    tunnels.push(request.url ?? '');
    const upstream = connect(outletPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    sockets.add(upstream);
  });
  return { port: await listen(server), tunnels };
}

async function ask(request: FetchRequest, options: Partial<GuardedFetchOptions>): Promise<FetchOutcome> {
  const clock = (): string => '2026-02-03T10:00:00.000Z';
  const network = openGuardedFetch({ userAgent: 'Sanad/test', clock, ...options });
  try {
    return await network.fetch(request);
  } finally {
    await network.close();
  }
}

function textOf(outcome: FetchOutcome): string {
  assert.ok(outcome.kind === 'fetched', JSON.stringify(outcome));
  return Buffer.from(outcome.body).toString();
}

/** Nobody here knows any name: what a proxy is for. */
const resolveName = (): Promise<never> => Promise.reject(new Error('no such name'));

test('a request goes through the proxy that it names; the proxy looks the name up', async () => {
  const proxy = await openProxy(await openOutlet(), 'me:geheim');
  const proxies = new Map([['iran', `http://me:geheim@127.0.0.1:${proxy.port}`]]);
  const outcome = await ask({ url: `http://${HOST}/feed`, egress: 'iran' }, { proxies, resolveName });
  assert.equal(textOf(outcome), `${HOST}/feed`);
  assert.deepEqual(proxy.tunnels, [`${HOST}:80`]);
});

test('robots.txt is asked on the same way as the page', async () => {
  const proxy = await openProxy(await openOutlet());
  const clock = (): string => '2026-02-03T10:00:00.000Z';
  const proxies = new Map([['iran', `http://127.0.0.1:${proxy.port}`]]);
  const network = openGuardedFetch({ userAgent: 'Sanad/test', clock, proxies, resolveName });
  const ways = createWays({ fetch: network.fetch, product: 'Sanad', clock });
  assert.equal((await ways('iran').robots.check(`http://${HOST}/`)).kind, 'allowed');
  assert.equal((await ways(undefined).robots.check(`http://${HOST}/`)).kind, 'unknown');
  await network.close();
});

test('what leads inside is refused before the proxy hears of it', async () => {
  const outlet = await openOutlet();
  const proxy = await openProxy(outlet);
  const proxies = new Map([['iran', `http://127.0.0.1:${proxy.port}`]]);
  const names: Readonly<Record<string, string>> = { 'inner.example': '10.0.0.7', [HOST]: '93.184.215.14' };
  const options: Partial<GuardedFetchOptions> = {
    proxies,
    resolveName: async (name) => [{ address: names[name] ?? '192.168.0.1', family: 4 }],
  };
  const cases: readonly (readonly [url: string, cause: RegExp])[] = [
    ['http://127.0.0.1/', /127\.0\.0\.1 is not a public address/],
    ['http://2130706433/', /127\.0\.0\.1 is not a public address/],
    ['http://[::ffff:10.0.0.1]/', /is not a public address/],
    ['http://169.254.169.254/latest/meta-data', /169\.254\.169\.254 is not a public address/],
    ['http://localhost/', /name for private use/],
    ['http://inner.example/', /inner\.example leads to 10\.0\.0\.7/],
  ];
  for (const [url, cause] of cases) {
    const outcome = await ask({ url, egress: 'iran' }, options);
    assert.ok(outcome.kind === 'forbidden_address', `${url}: ${JSON.stringify(outcome)}`);
    assert.match(outcome.cause, cause);
  }
  assert.deepEqual(proxy.tunnels, []);
  const redirected = await ask({ url: `http://${HOST}/inside`, egress: 'iran' }, options);
  assert.equal(redirected.kind, 'forbidden_address');
  assert.deepEqual(proxy.tunnels, [`${HOST}:80`]);
});

test('a proxy that is not set, away or closed is told by its name; no other way is tried', async () => {
  const outlet = await openOutlet();
  const closed = await openProxy(outlet, 'me:geheim');
  const allowedHosts = new Map([[HOST, `127.0.0.1:${outlet}`]]);
  const proxies = new Map([
    ['closed', `http://127.0.0.1:${closed.port}`],
    ['away', 'http://127.0.0.1:1'],
  ]);
  const cases: readonly (readonly [egress: string, cause: string])[] = [
    ['inside-iran', 'the proxy "inside-iran" is not known: set SANAD_PROXY_INSIDE_IRAN'],
    ['closed', 'through the proxy "closed": it answers with status 407'],
    ['away', 'through the proxy "away": it refuses the connection'],
  ];
  for (const [egress, cause] of cases) {
    const outcome = await ask({ url: `http://${HOST}/`, egress }, { allowedHosts, proxies });
    assert.deepEqual(outcome, { kind: 'unreachable', cause });
  }
  assert.equal(textOf(await ask({ url: `http://${HOST}/`, egress: 'direct' }, { allowedHosts })), `${HOST}/`);
});
