import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { openGuardedFetch } from './guarded_fetch.js';
import { createRobotsCache } from './robots.js';

const clock = (): string => new Date().toISOString();

test('robots.txt, a redirect and the page behind it are asked one interval apart', async () => {
  const times: number[] = [];
  let started = 0;
  const server = createServer((request, response) => {
    times.push(performance.now());
    if (request.url === '/old') response.writeHead(301, { location: '/new' });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const allowedHosts = new Map([
    ['nuran.example', `127.0.0.1:${port}`],
    ['other.example', `127.0.0.1:${port}`],
  ]);
  const network = openGuardedFetch({ userAgent: 'Sanad/test', clock, allowedHosts, hostIntervalMs: 60 });
  try {
    started = performance.now();
    const robots = createRobotsCache({ fetch: network.fetch, product: 'Sanad', clock });
    await robots.check('http://nuran.example/old');
    const [answer, other] = await Promise.all([
      network.fetch({ url: 'http://nuran.example/old' }),
      network.fetch({ url: 'http://other.example/' }),
    ]);
    assert.equal(answer.kind, 'fetched');
    assert.equal(other.kind, 'fetched');
  } finally {
    await network.close();
    server.close();
  }
  // However late the first request came, the third one starts two intervals after it was wished for; a timer may fire
  // a millisecond early.
  assert.equal(times.length, 4);
  const last = (times.at(-1) ?? 0) - started;
  assert.ok(last >= 118, `${last} ms for three requests`);
});
