import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FetchOutcome, FetchRequest } from './fetch_outcome.js';
import { fetchPage, userAgentOf } from './fetch_page.js';
import { type GuardedFetchOptions, openGuardedFetch } from './guarded_fetch.js';

const NOW = '2026-02-03T10:00:00.000Z';
const HOST = 'nuran.example';
const stops: (() => void)[] = [];
after(() => {
  for (const stop of stops) stop();
});

async function listen(server: Server | ReturnType<typeof createTcpServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

function optionsFor(port: number, more: Partial<GuardedFetchOptions> = {}): GuardedFetchOptions {
  const allowedHosts = new Map([[HOST, `127.0.0.1:${port}`]]);
  return { userAgent: userAgentOf('0.1.0'), clock: () => NOW, allowedHosts, ...more };
}

async function ask(
  options: GuardedFetchOptions,
  request: FetchRequest = { url: `http://${HOST}/` },
): Promise<FetchOutcome> {
  const network = openGuardedFetch(options);
  try {
    return await network.fetch(request);
  } finally {
    await network.close();
  }
}

/** Starts a server with one answer and asks it once. */
async function askServer(
  answer: RequestListener,
  more: Partial<GuardedFetchOptions> = {},
  request?: FetchRequest,
): Promise<FetchOutcome> {
  return await ask(optionsFor(await listen(createServer(answer)), more), request);
}

test('fetch() brings the bytes, the type and the validators', async () => {
  const outcome = await askServer((request, response) => {
    assert.match(request.headers['user-agent'] ?? '', /^Sanad\/0\.1\.0 \(/);
    assert.equal(request.headers.host, HOST);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('etag', 'W/"a"');
    response.setHeader('cache-control', 'public, max-age=60');
    response.end('<p>سلام');
  });
  assert.ok(outcome.kind === 'fetched');
  assert.equal(Buffer.from(outcome.body).toString(), '<p>سلام');
  assert.equal(outcome.contentType, 'text/html; charset=utf-8');
  assert.deepEqual(outcome.validators, { etag: 'W/"a"' });
  assert.equal(outcome.freshForMs, 60_000);
});

test('fetch() sends validators back and understands that nothing changed', async () => {
  const outcome = await askServer(
    (request, response) => {
      assert.equal(request.headers['if-none-match'], '"a"');
      assert.equal(request.headers['if-modified-since'], 'Tue, 03 Feb 2026 09:00:00 GMT');
      response.writeHead(304).end();
    },
    {},
    {
      url: `http://${HOST}/feed`,
      validators: { etag: '"a"', lastModified: 'Tue, 03 Feb 2026 09:00:00 GMT' },
    },
  );
  assert.deepEqual(outcome, { kind: 'not_modified' });
});

const STATUSES: readonly [number, Record<string, string>, FetchOutcome][] = [
  [404, {}, { kind: 'gone', status: 404 }],
  [410, {}, { kind: 'gone', status: 410 }],
  [429, { 'retry-after': '120' }, { kind: 'rate_limited', retryAfterMs: 120_000 }],
  [429, { 'retry-after': 'Tue, 03 Feb 2026 10:01:00 GMT' }, { kind: 'rate_limited', retryAfterMs: 60_000 }],
  [429, { 'retry-after': 'Mon, 02 Feb 2026 10:01:00 GMT' }, { kind: 'rate_limited', retryAfterMs: 0 }],
  [429, { 'retry-after': 'soon' }, { kind: 'rate_limited' }],
  [429, { 'retry-after': '999999999' }, { kind: 'rate_limited', retryAfterMs: 86_400_000 }],
  [503, { 'retry-after': '5' }, { kind: 'rate_limited', retryAfterMs: 5000 }],
  [503, {}, { kind: 'failed', status: 503 }],
  [500, {}, { kind: 'failed', status: 500 }],
  [403, {}, { kind: 'failed', status: 403 }],
  [302, {}, { kind: 'failed', status: 302 }],
];

for (const [status, headers, expected] of STATUSES) {
  test(`fetch() reads status ${status} ${JSON.stringify(headers)} as ${expected.kind}`, async () => {
    const outcome = await askServer((_, response) => response.writeHead(status, headers).end('no'));
    assert.deepEqual(outcome, expected);
  });
}

test('fetch() follows redirects and says where a page has moved for good', async () => {
  const outcome = await askServer((request, response) => {
    const next: Record<string, [number, string]> = { '/': [301, '/b'], '/b': [302, `http://${HOST}/c`] };
    const [status, location] = next[request.url ?? ''] ?? [200, ''];
    response.writeHead(status, location ? { location } : {}).end('here');
  });
  assert.ok(outcome.kind === 'fetched');
  assert.equal(outcome.url, `http://${HOST}/c`);
  assert.equal(outcome.movedTo, `http://${HOST}/b`);
});

test('fetch() gives up on redirects without end', async () => {
  let asked = 0;
  const outcome = await askServer((_, response) => {
    asked += 1;
    response.writeHead(302, { location: `/${asked}` }).end();
  });
  assert.equal(outcome.kind, 'unreachable');
  assert.equal(asked, 6);
});

for (const location of [
  'http://127.0.0.1/',
  'http://[::ffff:7f00:1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://localhost/',
  'file:///etc/passwd',
]) {
  test(`fetch() does not follow a redirect to ${location}`, async () => {
    const outcome = await askServer((_, response) => response.writeHead(302, { location }).end());
    assert.equal(outcome.kind, 'forbidden_address');
  });
}

for (const spelling of ['127.0.0.1', '0x7f.1', '2130706433', '[::ffff:127.0.0.1]', '0.0.0.0']) {
  test(`fetch() never connects to ${spelling}, not even on a port that is let through`, async () => {
    let asked = 0;
    const port = await listen(createServer((_, response) => response.end(String(++asked))));
    const outcome = await ask(
      { ...optionsFor(port), allowedHosts: new Map(), ports: new Set([port]) },
      { url: `http://${spelling}:${port}/` },
    );
    assert.equal(outcome.kind, 'forbidden_address');
    assert.equal(asked, 0);
  });
}

const REBINDINGS: readonly [string, readonly { address: string; family: number }[]][] = [
  ['loopback', [{ address: '127.0.0.1', family: 4 }]],
  [
    'a public and a private address',
    [
      { address: '5.160.10.1', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ],
  ],
  ['mapped loopback', [{ address: '::ffff:127.0.0.1', family: 6 }]],
];

for (const [what, found] of REBINDINGS) {
  test(`fetch() refuses a name that leads to ${what}`, async () => {
    let asked = 0;
    const port = await listen(createServer((_, response) => response.end(String(++asked))));
    const outcome = await ask(
      {
        ...optionsFor(port),
        allowedHosts: new Map(),
        ports: new Set([port]),
        resolveName: async () => found,
      },
      { url: `http://rebind.khabar.ir:${port}/` },
    );
    assert.equal(outcome.kind, 'forbidden_address');
    assert.equal(asked, 0);
  });
}

test('fetch() looks a name up once for each connection, so that it cannot lead elsewhere after the check', async () => {
  let lookups = 0;
  let asked = 0;
  const port = await listen(createServer((_, response) => response.end(String(++asked))));
  const options = { ...optionsFor(port), allowedHosts: new Map(), ports: new Set([port]) };
  const network = openGuardedFetch({
    ...options,
    resolveName: async () => {
      lookups += 1;
      return [{ address: '127.0.0.1', family: 4 }];
    },
  });
  try {
    for (const attempt of [1, 2, 3]) {
      const outcome = await network.fetch({ url: `http://rebind.khabar.ir:${port}/${attempt}` });
      assert.equal(outcome.kind, 'forbidden_address');
      assert.equal(lookups, attempt, 'each connection looks the name up once, and anew');
    }
    assert.equal(asked, 0);
  } finally {
    await network.close();
  }
});

test('fetch() tells an unknown name in words', async () => {
  const unknown = Object.assign(new Error('x'), { code: 'ENOTFOUND' });
  const outcome = await ask(
    { ...optionsFor(1), resolveName: () => Promise.reject(unknown) },
    { url: 'http://nowhere.khabar.ir/' },
  );
  assert.deepEqual(outcome, { kind: 'unreachable', cause: 'the name nowhere.khabar.ir is not known' });
});

test('fetch() tells a refused connection in words', async () => {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  const outcome = await ask(optionsFor(port));
  assert.deepEqual(outcome, { kind: 'unreachable', cause: `${HOST} refuses the connection` });
});

for (const [encoding, pack] of [
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
] as const) {
  test(`fetch() undoes ${encoding}`, async () => {
    const outcome = await askServer((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(pack('خبر'));
    });
    assert.ok(outcome.kind === 'fetched');
    assert.equal(Buffer.from(outcome.body).toString(), 'خبر');
  });

  test(`fetch() stops unpacking a ${encoding} bomb at the limit`, async () => {
    const bomb = pack(Buffer.alloc(50 * 1024 * 1024));
    assert.ok(bomb.length < 100_000);
    const outcome = await askServer((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb);
    });
    assert.deepEqual(outcome, { kind: 'too_large', limitBytes: 5 * 1024 * 1024 });
  });
}

test('fetch() takes damaged and nested packing for a broken answer', async () => {
  const cut = gzipSync('x'.repeat(10_000)).subarray(0, 30);
  for (const [encoding, body] of [
    ['gzip', cut],
    ['gzip', Buffer.from('plain')],
    ['gzip, gzip', gzipSync(gzipSync('x'))],
    ['zstd', Buffer.from('x')],
  ] as const) {
    const outcome = await askServer((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(body);
    });
    assert.equal(outcome.kind, 'unreachable', encoding);
  }
});

test('fetch() refuses a body without end', async () => {
  const outcome = await askServer(
    (_, response) => {
      const more = (): void => {
        while (response.write(Buffer.alloc(64 * 1024, 97)) && !response.destroyed);
        response.once('drain', more);
      };
      more();
    },
    { limits: { maxBytes: 1024 * 1024 } },
  );
  assert.deepEqual(outcome, { kind: 'too_large', limitBytes: 1024 * 1024 });
});

test('fetch() takes an answer that is cut off for no answer', async () => {
  const outcome = await askServer((_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('half');
    setImmediate(() => response.socket?.destroy());
  });
  assert.equal(outcome.kind, 'unreachable');
});

test('fetch() refuses an oversized header', async () => {
  const outcome = await askServer((_, response) => response.setHeader('x', 'a'.repeat(60_000)).end());
  assert.deepEqual(outcome, { kind: 'unreachable', cause: 'the header of the answer is too large' });
});

/** A raw server, for what no proper HTTP server would do. */
async function askSocket(talk: (socket: Socket) => void, limits: object): Promise<FetchOutcome> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => socket.destroy());
    stops.push(() => socket.destroy());
    talk(socket);
  });
  return await ask(optionsFor(await listen(server), { limits }));
}

test('fetch() leaves a host that sends nothing', async () => {
  const outcome = await askSocket((socket) => socket.resume(), { firstByteMs: 50 });
  assert.equal(outcome.kind, 'unreachable');
});

test('fetch() leaves a host that sends one byte at a time', async () => {
  const outcome = await askSocket(
    (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      const drip = setInterval(() => socket.write('a'), 5);
      socket.on('close', () => clearInterval(drip));
    },
    { totalMs: 100 },
  );
  assert.deepEqual(outcome, { kind: 'unreachable', cause: 'the answer took longer than 0.1 s' });
});

test('fetch() survives an answer that is not HTTP', async () => {
  const outcome = await askSocket((socket) => socket.end('SSH-2.0-OpenSSH\r\n\r\n'), {});
  assert.equal(outcome.kind, 'unreachable');
});

test('fetch() stops when it is called off', async () => {
  const stop = new AbortController();
  const outcome = await askServer(() => stop.abort(), {}, { url: `http://${HOST}/`, signal: stop.signal });
  assert.deepEqual(outcome, { kind: 'unreachable', cause: 'the request was called off' });
});

test('fetch() recognises a challenge with status 200 and with 403', async () => {
  const page = '<html><title>در حال انتقال به سایت مورد نظر هستید...</title><script>x()</script>';
  for (const status of [200, 403]) {
    const outcome = await askServer((_, response) => response.writeHead(status).end(page));
    assert.deepEqual(outcome, { kind: 'challenge', by: 'ArvanCloud' });
  }
});

/** A site with a robots.txt of its own; returns the outcome and the paths that were asked for. */
async function pageWithRobots(robots: [number, string], path: string): Promise<[FetchOutcome, string[]]> {
  const asked: string[] = [];
  const port = await listen(
    createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/robots.txt') response.writeHead(robots[0]).end(robots[1]);
      else if (request.url === '/old') response.writeHead(301, { location: '/private/1' }).end();
      else response.end('page');
    }),
  );
  return [await fetchPage(`http://${HOST}${path}`, optionsFor(port)), asked];
}

test('fetchPage() asks for nothing that robots.txt closes', async () => {
  const [outcome, asked] = await pageWithRobots([200, 'User-agent: *\nDisallow: /private'], '/private/1');
  assert.deepEqual(outcome, { kind: 'refused_by_robots' });
  assert.deepEqual(asked, ['/robots.txt']);
});

test('fetchPage() follows no redirect to what robots.txt closes', async () => {
  const [outcome, asked] = await pageWithRobots([200, 'User-agent: *\nDisallow: /private'], '/old');
  assert.deepEqual(outcome, { kind: 'refused_by_robots' });
  assert.deepEqual(asked, ['/robots.txt', '/old']);
});

test('fetchPage() fetches what robots.txt leaves open, and where there is none', async () => {
  for (const robots of [
    [200, 'User-agent: *\nDisallow: /private'],
    [404, ''],
    [403, ''],
  ] as const) {
    const [outcome] = await pageWithRobots([...robots], '/news/1');
    assert.equal(outcome.kind, 'fetched', String(robots));
  }
});

test('fetchPage() waits while robots.txt cannot be read', async () => {
  const [outcome, asked] = await pageWithRobots([500, ''], '/news/1');
  assert.deepEqual(outcome, { kind: 'failed', status: 500 });
  assert.deepEqual(asked, ['/robots.txt']);
});
