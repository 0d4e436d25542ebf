import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { ServerError, startServer } from './server.js';

const app = new Hono().get('/', (context) => context.text('ok'));

test('startServer() says in one sentence that a port is taken, and which setting helps', async () => {
  const server = await startServer(app, { host: '127.0.0.1', port: 0 });
  try {
    await assert.rejects(startServer(app, { host: '127.0.0.1', port: server.port }), (error) => {
      assert.ok(error instanceof ServerError);
      assert.match(error.message, new RegExp(`^Cannot listen on "127.0.0.1:${server.port}": .*SANAD_PORT$`));
      return true;
    });
  } finally {
    await server.stop();
  }
});

test('stop() lets a running request end', async () => {
  const [started, finished] = [gate(), gate()];
  const slow = new Hono().get('/', async (context) => {
    started.open();
    await finished.opened;
    return context.text('done');
  });
  const server = await startServer(slow, { host: '127.0.0.1', port: 0 });
  const answer = fetch(server.url, { headers: { Connection: 'close' } });
  await started.opened;
  const stopped = server.stop();
  finished.open();
  assert.equal(await (await answer).text(), 'done');
  await stopped;
  await server.stop();
});

/** A promise that opens from outside. */
function gate(): { readonly opened: Promise<unknown>; open(): void } {
  const events = new EventTarget();
  const opened = new Promise((resolve) => events.addEventListener('open', resolve, { once: true }));
  return { opened, open: () => void events.dispatchEvent(new Event('open')) };
}
