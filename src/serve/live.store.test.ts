/** The stream that tells readers of new stories. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hideNewest, tellStories } from './test_live.js';
import { fillPress, openTestSite } from './test_site.js';

const site = await openTestSite({ after }, { streamPollMs: 20 });
let newest = 0;

before(async () => {
  await fillPress(site.store);
  newest = (await site.store.row<{ id: number }>('select max(id) as id from story'))?.id ?? 0;
});

async function listen(path: string, headers: Record<string, string> = {}) {
  const response = await site.app.request(path, { headers });
  assert.equal(response.headers.get('Content-Type'), 'text/event-stream; charset=utf-8');
  assert.equal(response.headers.get('Cache-Control'), 'no-store');
  const reader = response.body?.getReader();
  assert.ok(reader);
  const decoder = new TextDecoder();
  let text = '';
  return {
    /** Reads until so many messages about stories have come; gives their numbers of event and stories. */
    async read(count: number) {
      const messages = () => [...text.matchAll(/(?:id: (\d+)\n)?event: stories\ndata: (.*)\n\n/g)];
      while (messages().length < count) {
        const { value, done } = await reader.read();
        assert.ok(!done);
        text += decoder.decode(value);
      }
      return messages().map(([, id, data = '']) => ({ id, stories: JSON.parse(data) as number[] }));
    },
    close: () => reader.cancel(),
  };
}

test('/live/stream tells first what opened since the page was made, then every story as it opens', async () => {
  const stream = await listen(`/live/stream?after=${newest - 2}`);
  assert.deepEqual(await stream.read(1), [{ id: undefined, stories: [newest, newest - 1] }]);
  await hideNewest(site.store, 1);
  await tellStories(site.store, [newest - 1]);
  await hideNewest(site.store, 1);
  const [, told] = await stream.read(2);
  assert.deepEqual(told?.stories, [newest - 1]);
  assert.match(told?.id ?? '', /^\d+$/);
  await stream.close();
});

test('/live/stream goes on behind the last event that a browser has', async () => {
  const [first = 0, second = 0] = await tellStories(site.store, [newest - 3, newest - 2]);
  const stream = await listen(`/live/stream?after=${newest}`, { 'Last-Event-ID': String(first) });
  const messages = await stream.read(2);
  assert.deepEqual(messages[0]?.stories, []);
  assert.deepEqual(messages[1], { id: String(second), stories: [newest - 2] });
  await stream.close();
});

test('/live/stream refuses more than so many of one address, and takes them again when some leave', async () => {
  const open: Awaited<ReturnType<typeof listen>>[] = [];
  const warnings: Error[] = [];
  const warn = (warning: Error): void => void warnings.push(warning);
  process.on('warning', warn);
  for (let count = 0; count < 50; count += 1) open.push(await listen(`/live/stream?after=${newest}`));
  process.off('warning', warn);
  const refused = await site.app.request(`/live/stream?after=${newest}`);
  assert.equal(refused.status, 503);
  assert.equal(refused.headers.get('Retry-After'), '60');
  for (const stream of open) await stream.close();
  assert.deepEqual(warnings, [], 'as many listeners as streams are no leak');
  const again = await listen(`/live/stream?after=${newest}`);
  await again.close();
});

test('/live and its stream ask for the number of a story', async () => {
  for (const path of ['/live', '/live/stream', '/live/stream?after=x']) {
    assert.equal((await site.app.request(path)).status, 400, path);
  }
});
