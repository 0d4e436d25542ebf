/** The hub of our own feeds: a real one on loopback, which fails at first, is told exactly of the feeds that changed. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { openGuardedFetch } from '../src/collect/guarded_fetch.js';
import { pingHub } from '../src/notify/hub_pings.js';
import { touchedLists } from '../src/serve/feeds/touched_lists.js';
import { createSite } from '../src/serve/site.js';
import type { ApiPress } from './api_press.js';

const HUB = 'http://hub.example/';
const SITE = 'https://sanad.example';

export function testHub(press: ApiPress): void {
  const { store, lastAt } = press;
  const named = createSite({ store, config: { keptMs: 0, baseUrl: SITE, hubUrl: HUB }, clock: () => lastAt });

  test('feeds name their hub and themselves, in letters and header, and no hub where none is set', async () => {
    const marks = { 'feed.xml': '<atom:link rel="hub" href="', 'atom.xml': '<link rel="hub" href="' };
    for (const [name, mark] of Object.entries(marks)) {
      const response = await named.request(`/stories/${name}`);
      assert.ok((await response.text()).includes(`${mark}${HUB}"/>`), name);
      const link = `<${HUB}>; rel="hub", <${SITE}/stories/${name}>; rel="self"`;
      assert.equal(response.headers.get('link'), link);
      const plain = await press.app.request(`/stories/${name}`);
      assert.equal(plain.headers.get('link'), null);
      assert.doesNotMatch(await plain.text(), /rel="hub"/);
    }
    const json = (await (await named.request('/stories/feed.json')).json()) as { hubs: unknown };
    assert.deepEqual(json.hubs, [{ type: 'WebSub', url: HUB }]);
  });

  test('the hub is told once of every feed that changed, also of what it refused at first', async () => {
    const forms: URLSearchParams[] = [];
    const statuses = [503, 202];
    const hub = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const status = statuses.shift() ?? 204;
      if (status < 300) forms.push(new URLSearchParams(Buffer.concat(parts).toString()));
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
    const { port } = hub.address() as AddressInfo;
    let now = lastAt;
    const clock = (): string => now;
    const allowedHosts = new Map([['hub.example', `127.0.0.1:${port}`]]);
    const network = openGuardedFetch({ userAgent: 'test', clock, allowedHosts });
    const publish = async (form: string): Promise<boolean> => {
      const outcome = await network.fetch({ url: HUB, form });
      return outcome.kind === 'fetched' || (outcome.kind === 'failed' && outcome.status < 300);
    };
    const ping = () =>
      pingHub({ store, baseUrl: SITE, listsOf: touchedLists, publish, clock, retryMs: 60_000 });
    const wait = (seconds: number): void => {
      now = new Date(Date.parse(now) + seconds * 1000).toISOString();
    };
    try {
      assert.deepEqual(await ping(), [], 'what was there before the hub is no news');
      await store.run('update hub_mark set last_event = 0, last_item = 0, last_dossier = 0');
      const searched = ['?q=%D8%B3%D8%AF', '?q=%D8%B3%D8%AF&scope=statements', '?q=xyzzy'];
      for (const query of searched) await named.request(`/search/feed.xml${query}`);
      wait(10);
      assert.deepEqual(await ping(), [], 'refused');
      wait(10);
      assert.deepEqual(await ping(), [], 'not before its time');
      assert.equal(forms.length, 0);
      for (let told = 1; told > 0; ) {
        wait(120);
        told = (await ping()).length;
      }
      const feeds = forms.flatMap((form) => form.getAll('hub.url'));
      assert.ok(forms.every((form) => form.get('hub.mode') === 'publish'));
      const stories = await store.rows<{ id: string }>(
        "select distinct ref as id from event where kind = 'story' order by 1",
      );
      assert.ok(stories.length > 10);
      for (const { id } of stories) assert.ok(feeds.includes(`${SITE}/story/${id}/feed.xml`), id);
      const topic = await store.row<{ id: number }>('select topic_id as id from topic_item limit 1');
      const dossier = await store.row<{ id: number }>('select min(id) as id from dossier');
      for (const list of [
        ...['', '/stories', '/threads', '/statements', '/contacts', '/dyads', '/entities', '/outlets'],
        ...['/contradictions', '/topics', `/topic/${topic?.id}`, '/dossiers', `/dossier/${dossier?.id}`],
      ])
        assert.ok(feeds.includes(`${SITE}${list}/feed.json`), list);
      assert.ok(feeds.some((feed) => /\/archive\/\d{4}\/\d\d\/\d\d\/feed\.xml$/.test(feed)));
      const told = searched.filter((query) => feeds.includes(`${SITE}/search/feed.xml${query}`));
      assert.deepEqual(told, searched.slice(0, 2));
      const some = new Set(feeds.filter((_, at) => at % 40 === 0));
      for (const feed of some) assert.equal((await named.request(feed)).status, 200, feed);
      assert.deepEqual(await ping(), [], 'nothing new');
      await store.run(
        `insert into topic_item (topic_id, key, position, title, first_seen_at, last_seen_at)
         values ($1, 'hub', 9, 'سد پر شد', $2, $2)`,
        [topic?.id, lastAt],
      );
      wait(10);
      assert.deepEqual(
        (await ping()).filter((feed) => feed.endsWith('/feed.xml')),
        [`${SITE}/topics/feed.xml`, `${SITE}/topic/${topic?.id}/feed.xml`],
      );
    } finally {
      await network.close();
      hub.close();
    }
  });
}
