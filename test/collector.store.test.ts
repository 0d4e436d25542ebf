import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adoptRegistry, type CollectorDeps, createCollector } from '../src/collect/collector.js';
import type { FetchOutcome, FetchRequest } from '../src/collect/fetch_outcome.js';
import type { Source, SourceKind } from '../src/model/outlet.js';
import { type ReaderDeps, readPending } from '../src/pipeline/read_pending.js';
import { parseRegistry, type Registry } from '../src/sources/registry.js';
import { takePush } from '../src/store/commands.js';
import type { Store } from '../src/store/database.js';
import { collectionStore } from '../src/store/frontier.js';
import { saveOutlets, saveSources } from '../src/store/outlets.js';
import { savePageResult } from '../src/store/page_results.js';
import { loadSourceHealth } from '../src/store/source_health.js';
import { loadSourceStatuses, type SourceStatus } from '../src/store/source_state.js';
import { openTestDatabase } from '../src/store/test_database.js';

const START = Date.parse('2026-02-03T10:00:00Z');
const MINUTE = 60_000;

/** A small web of our own: what an address answers, and everything that was ever asked, with its time. */
class World {
  nowMs = START;
  readonly answers = new Map<string, FetchOutcome>();
  readonly asked: { url: string; atMs: number; conditional: boolean }[] = [];
  readonly read: string[] = [];
  openAtOnce = 0;
  mostAtOnce = 0;
  /** Thrown by whoever reads a page, once. */
  readFault: Error | undefined;

  readonly clock = (): string => new Date(this.nowMs).toISOString();

  readonly fetch = async (request: FetchRequest): Promise<FetchOutcome> => {
    const conditional = request.validators?.etag !== undefined;
    this.asked.push({ url: request.url, atMs: this.nowMs, conditional });
    this.openAtOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.openAtOnce);
    await new Promise((resolve) => setImmediate(resolve));
    this.openAtOnce -= 1;
    const answer = this.answers.get(request.url);
    if (answer === undefined) return { kind: 'gone', status: 404 };
    const lies = answer.kind === 'fetched' && answer.validators.etag === 'lie';
    return lies && conditional ? { kind: 'not_modified' } : answer;
  };

  page(url: string, body = `<p>${url}</p>`, etag?: string): void {
    const validators = etag === undefined ? {} : { etag };
    this.answers.set(url, { kind: 'fetched', url, body: Buffer.from(body), validators });
  }

  /** How often pages (not robots.txt) were asked for. */
  count(url: string): number {
    return this.asked.filter((request) => request.url === url).length;
  }
}

function feed(items: readonly (readonly [path: string, title: string, date?: string])[]): string {
  const written = items.map(
    ([path, title, date = 'Tue, 03 Feb 2026 09:00:00 GMT']) =>
      `<item><title>${title}</title><link>http://nuran.example${path}</link><pubDate>${date}</pubDate></item>`,
  );
  return `<rss version="2.0"><channel><title>نوران</title>${written.join('')}</channel></rss>`;
}

function registryWith(sources: readonly Source[]): Registry {
  const outlets = [{ id: 'nuran', name: 'نوران', domains: ['nuran.example'] }];
  const { value, issues } = parseRegistry([{ name: 'test', json: { outlets, sources } }]);
  assert.ok(value, issues[0]?.message);
  return value;
}

function source(path: string, kind: SourceKind = 'feed', host = 'nuran.example'): Source {
  const id = `s${`${host}${path}`.replace(/[^a-z0-9]+/g, '-')}`.replace(/-$/, '');
  return { id, outletId: 'nuran', kind, url: `http://${host}${path}` };
}

interface Setting {
  readonly store: Store;
  readonly world: World;
  readonly deps: CollectorDeps;
  readonly reading: ReaderDeps;
  /** Collects until the given time, jumping from one due time to the next. */
  run(minutes: number): Promise<void>;
  statuses(): Promise<readonly SourceStatus[]>;
}

/** Everything of one test: its own database, its own web, sources taken over. */
async function setUp(
  t: Parameters<typeof openTestDatabase>[0],
  sources: readonly Source[],
): Promise<Setting> {
  const store = await openTestDatabase(t);
  const world = new World();
  const registry = registryWith(sources);
  await saveOutlets(store, registry.outlets);
  await saveSources(store, registry.sources);
  const deps: CollectorDeps = {
    store: collectionStore(store),
    registry,
    fetch: world.fetch,
    clock: world.clock,
    random: () => 0.5,
    pace: { hostIntervalMs: 1000, minPollMs: 5 * MINUTE, revisitAfterMs: [] },
  };
  const reading: ReaderDeps = {
    store,
    clock: world.clock,
    process: async (pages) => {
      const fault = world.readFault;
      world.readFault = undefined;
      if (fault) throw fault;
      world.read.push(...pages.map(({ url }) => url ?? ''));
    },
  };
  await adoptRegistry(deps);
  const collector = createCollector(deps);
  return {
    store,
    world,
    deps,
    reading,
    statuses: () => loadSourceStatuses(store),
    async run(minutes) {
      const endMs = world.nowMs + minutes * MINUTE;
      for (let rounds = 0; rounds < 2000; rounds++) {
        const { signal } = new AbortController();
        const dueTimes = [await collector.collectOnce(signal)];
        await readPending(reading, signal);
        dueTimes.push(await nextReading(store));
        const dueMs = Math.min(...dueTimes.flatMap((due) => (due === undefined ? [] : [Date.parse(due)])));
        if (dueMs > endMs) break;
        world.nowMs = Math.max(dueMs, world.nowMs + 1);
      }
      world.nowMs = endMs;
    },
  };
}

/** When the first unread page is free. */
async function nextReading(store: Store): Promise<string | undefined> {
  const row = await store.row<{ due: string | null }>(
    `select min(read_until) as due from frontier where state = 'pending' and read_until < 'infinity'`,
  );
  return row?.due ?? undefined;
}

const FEED = source('/rss');

test('the collector fetches and reads every item of a feed once', async (t) => {
  const { world, run, statuses } = await setUp(t, [FEED]);
  world.page(
    FEED.url,
    feed([
      ['/news/1', 'یک'],
      ['/news/2', 'دو'],
      ['/news/2?utm_source=rss#x', 'دو'],
    ]),
  );
  world.page('http://nuran.example/news/1');
  world.page('http://nuran.example/news/2');
  await run(60);
  assert.deepEqual(world.read.sort(), ['http://nuran.example/news/1', 'http://nuran.example/news/2']);
  assert.equal(world.count('http://nuran.example/news/1'), 1);
  assert.equal(world.count('http://nuran.example/robots.txt'), 1);
  const [status] = await statuses();
  assert.equal(status?.condition.code, 'well');
  assert.ok(world.count(FEED.url) >= 2);
});

test('the collector takes a moved date for nothing new, and other words for an edit', async (t) => {
  const { world, run } = await setUp(t, [FEED]);
  const page = 'http://nuran.example/news/1';
  world.page(page, 'نخست');
  world.page(FEED.url, feed([['/news/1', 'یک']]));
  await run(30);
  world.page(FEED.url, feed([['/news/1', 'یک', 'Tue, 03 Feb 2026 10:20:00 GMT']]));
  await run(60);
  assert.equal(world.count(page), 1);
  world.page(FEED.url, feed([['/news/1', 'یک، ویرایش شد']]));
  world.page(page, 'دوم');
  await run(60);
  assert.equal(world.count(page), 2);
  assert.deepEqual(world.read, [page, page]);
});

test('the collector asks a host once at a time and not before its pace', async (t) => {
  const { world, run } = await setUp(t, [FEED, source('/rss2'), source('/rss', 'feed', 'avand.example')]);
  const items = Array.from({ length: 10 }, (_, i) => [`/news/${i}`, `خبر ${i}`] as const);
  for (const url of [FEED.url, 'http://nuran.example/rss2', 'http://avand.example/rss'])
    world.page(url, feed(items));
  for (const [path] of items) world.page(`http://nuran.example${path}`);
  await run(1);
  const times = world.asked.filter(({ url }) => url.includes('nuran') && !url.endsWith('robots.txt'));
  assert.equal(times.length, 12);
  for (const [i, { atMs }] of times.entries()) assert.ok(i === 0 || atMs - (times[i - 1]?.atMs ?? 0) >= 1000);
  assert.ok(world.mostAtOnce <= 2);
});

test('the collector lets neither sources nor pages of a slow host wait for ever', async (t) => {
  const feeds = Array.from({ length: 8 }, (_, i) => source(`/rss/${i}`));
  const { world, run } = await setUp(t, feeds);
  world.page('http://nuran.example/robots.txt', 'User-agent: *\nCrawl-delay: 60');
  const items = Array.from({ length: 6 }, (_, i) => [`/news/${i}`, `خبر ${i}`] as const);
  for (const { url } of feeds) world.page(url, feed(items));
  for (const [path] of items) world.page(`http://nuran.example${path}`);
  await run(14);
  assert.equal(world.read.length, 6);
  for (const { url } of feeds.slice(0, 4)) assert.ok(world.count(url) >= 1, url);
});

test('the collector keeps to Crawl-delay', async (t) => {
  const { world, run } = await setUp(t, [FEED]);
  world.page('http://nuran.example/robots.txt', 'User-agent: *\nCrawl-delay: 20');
  world.page(
    FEED.url,
    feed([
      ['/news/1', 'یک'],
      ['/news/2', 'دو'],
    ]),
  );
  await run(2);
  const times = world.asked.filter(({ url }) => !url.endsWith('robots.txt')).map(({ atMs }) => atMs - START);
  assert.deepEqual(times.slice(0, 3), [0, 20_000, 40_000]);
});

test('the collector leaves what robots.txt closes', async (t) => {
  const { world, run } = await setUp(t, [FEED]);
  world.page('http://nuran.example/robots.txt', 'User-agent: *\nDisallow: /private');
  world.page(
    FEED.url,
    feed([
      ['/private/1', 'یک'],
      ['/news/2', 'دو'],
    ]),
  );
  world.page('http://nuran.example/news/2');
  await run(10);
  assert.equal(world.count('http://nuran.example/private/1'), 0);
  assert.deepEqual(world.read, ['http://nuran.example/news/2']);
});

test('the collector waits as long as Retry-After says', async (t) => {
  const { world, run, statuses } = await setUp(t, [FEED]);
  world.answers.set(FEED.url, { kind: 'rate_limited', retryAfterMs: 20 * MINUTE });
  await run(15);
  assert.equal(world.count(FEED.url), 1);
  assert.equal((await statuses())[0]?.condition.code, 'rate_limited');
  world.page(FEED.url, feed([]));
  await run(15);
  assert.equal((await statuses())[0]?.condition.code, 'well');
});

test('the collector without a network says so and asks less and less', async (t) => {
  const { world, run, statuses } = await setUp(t, [FEED, source('/rss', 'feed', 'avand.example')]);
  const down: FetchOutcome = { kind: 'unreachable', cause: 'the name nuran.example is not known' };
  for (const host of ['nuran', 'avand']) {
    world.answers.set(`http://${host}.example/robots.txt`, down);
    world.answers.set(`http://${host}.example/rss`, down);
  }
  await run(24 * 60);
  for (const { condition, failures } of await statuses()) {
    assert.deepEqual(condition, {
      code: 'unreachable',
      detail: 'unreachable: the name nuran.example is not known',
    });
    assert.ok(failures >= 3);
  }
  assert.ok(world.asked.length < 40, String(world.asked.length));
  world.answers.delete('http://nuran.example/robots.txt');
  world.page(FEED.url, feed([]));
  await run(9 * 60);
  assert.equal((await statuses()).find(({ sourceId }) => sourceId === FEED.id)?.condition.code, 'well');
});

test('the collector does not trust a host that always says that nothing changed', async (t) => {
  const { world, run } = await setUp(t, [FEED]);
  world.page(FEED.url, feed([['/news/1', 'یک']]), 'lie');
  world.page('http://nuran.example/news/1');
  world.page('http://nuran.example/news/2');
  await run(10);
  world.page(
    FEED.url,
    feed([
      ['/news/1', 'یک'],
      ['/news/2', 'دو'],
    ]),
    'lie',
  );
  await run(24 * 60);
  assert.equal(world.count('http://nuran.example/news/2'), 1);
  assert.ok(world.asked.some(({ url, conditional }) => url === FEED.url && conditional));
});

test('the collector keeps the raw page when reading it throws, and reads it again', async (t) => {
  const { store, world, run } = await setUp(t, [FEED]);
  world.page(FEED.url, feed([['/news/1', 'یک']]));
  world.page('http://nuran.example/news/1');
  world.readFault = new Error('out of luck');
  await run(0.5);
  assert.deepEqual(world.read, []);
  const issue = await store.row<{ message: string }>('select message from issue');
  assert.match(issue?.message ?? '', /out of luck/);
  await run(10);
  assert.deepEqual(world.read, ['http://nuran.example/news/1']);
});

test('the collector gives up a page that is gone and tries a missing one again', async (t) => {
  const { store, world, run } = await setUp(t, [FEED]);
  world.page(
    FEED.url,
    feed([
      ['/news/1', 'یک'],
      ['/news/2', 'دو'],
    ]),
  );
  world.answers.set('http://nuran.example/news/1', { kind: 'gone', status: 410 });
  await run(24 * 60);
  assert.equal(world.count('http://nuran.example/news/1'), 1);
  assert.equal(world.count('http://nuran.example/news/2'), 3);
  const rows = await store.rows<{ state: string }>('select state from frontier');
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['dropped', 'dropped'],
  );
});

test('the collector asks a page that moved under its new address and reads it once', async (t) => {
  const { world, run } = await setUp(t, [FEED]);
  world.page(
    FEED.url,
    feed([
      ['/n/1', 'یک'],
      ['/news/1/long-name', 'یک'],
    ]),
  );
  world.page('http://nuran.example/news/1/long-name');
  world.answers.set('http://nuran.example/n/1', {
    kind: 'fetched',
    url: 'http://nuran.example/news/1/long-name',
    body: Buffer.from('x'),
    validators: {},
  });
  await run(10);
  assert.equal(world.read.length, 1);
});

test('a killed worker loses nothing: its hosts and unread pages go to the next one', async (t) => {
  const { world, run, deps } = await setUp(t, [FEED]);
  world.page(FEED.url, feed([['/news/1', 'یک']]));
  world.page('http://nuran.example/news/1');
  const claim = { at: world.clock(), until: new Date(world.nowMs + 2 * MINUTE).toISOString(), limit: 5 };
  assert.equal((await deps.store.claimJobs(claim)).length, 1);
  await run(1);
  assert.equal(world.asked.length, 0);
  await run(10);
  assert.deepEqual(world.read, ['http://nuran.example/news/1']);
});

test('a worker that has lost its host stores nothing', async (t) => {
  const { world, deps, store } = await setUp(t, [FEED]);
  world.page(FEED.url, feed([['/news/1', 'یک']]));
  const claim = (atMs: number) =>
    deps.store.claimJobs({
      at: new Date(atMs).toISOString(),
      until: new Date(atMs + 2 * MINUTE).toISOString(),
      limit: 5,
    });
  const [first] = await claim(START);
  assert.equal((await claim(START + MINUTE)).length, 0);
  const [second] = await claim(START + 2 * MINUTE);
  assert.ok(first?.kind === 'poll' && second?.kind === 'poll');
  const report = {
    at: world.clock(),
    condition: { code: 'well' as const },
    nextAt: world.clock(),
    hostNextAt: world.clock(),
    hostFailures: 0,
    intervalMs: 1,
    stretch: 1,
    emptyPolls: 0,
    failures: 0,
    conditionalPolls: 0,
    validators: {},
    items: [],
  };
  assert.deepEqual(await deps.store.saveFinished([{ kind: 'poll', job: first, report }]), [undefined]);
  assert.equal(
    (await store.row<{ last: string | null }>('select last_attempt_at as last from source_state'))?.last,
    null,
  );
  const [saved] = await deps.store.saveFinished([{ kind: 'poll', job: second, report }]);
  assert.ok(saved);
});

test('what a hub pushed, and then its pages, go before what is overdue', async (t) => {
  const [early, late] = [source('/rss', 'feed', 'a.example'), source('/rss', 'feed', 'b.example')];
  const { store, world, deps } = await setUp(t, [early, late]);
  const at = new Date(START + MINUTE).toISOString();
  const body = Buffer.from(feed([['/1', 'باران']]).replaceAll('nuran.example', 'b.example'));
  const push = { sourceId: late.id, body, contentType: 'application/rss+xml', at };
  await store.transaction((tx) => takePush(tx, push));
  world.nowMs = START + MINUTE;
  const taken: string[] = [];
  const collector = createCollector({
    ...{ ...deps, parallel: 1, pace: { hostIntervalMs: 0, minPollMs: 5 * MINUTE, revisitAfterMs: [] } },
    log: (event) => void (event.kind === 'job' && taken.push(event.job.url)),
  });
  await collector.collectOnce(new AbortController().signal);
  assert.deepEqual(taken.slice(0, 3), [late.url, 'http://b.example/1', early.url]);
});

test('two collectors on one database do nothing twice', async (t) => {
  const hosts = Array.from({ length: 12 }, (_, i) => `h${i}.example`);
  const { world, deps, reading } = await setUp(
    t,
    hosts.map((host) => source('/rss', 'feed', host)),
  );
  for (const host of hosts) {
    world.page(
      `http://${host}/rss`,
      feed([]).replace('</channel>', `<item><title>الف</title><link>/1</link></item></channel>`),
    );
    world.page(`http://${host}/1`);
  }
  const { signal } = new AbortController();
  const [one, other] = [createCollector(deps), createCollector(deps)];
  for (let round = 0; round < 3; round++) {
    await Promise.all([one.collectOnce(signal), other.collectOnce(signal)]);
    await Promise.all([readPending(reading, signal), readPending(reading, signal)]);
    world.nowMs += 1000;
  }
  for (const host of hosts) {
    assert.equal(world.count(`http://${host}/rss`), 1);
    assert.equal(world.count(`http://${host}/1`), 1);
  }
  assert.equal(world.read.length, 12);
});

test('the collector follows sitemap indexes and front pages', async (t) => {
  const index = source('/sitemap.xml', 'sitemap');
  const { world, run } = await setUp(t, [index, source('/', 'front_page')]);
  world.page(index.url, '<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap></sitemapindex>');
  world.page('http://nuran.example/s1.xml', '<urlset><url><loc>/news/101</loc></url></urlset>');
  world.page(
    'http://nuran.example/',
    '<html><body><a href="/news/202/x">گفت‌وگوی وزیران دو کشور دربارهٔ گذرگاه</a><a href="/tag/1234">برچسب سیاست خارجی و دیپلماسی</a></body></html>',
  );
  for (const path of ['/news/101', '/news/202/x']) world.page(`http://nuran.example${path}`);
  await run(10);
  assert.deepEqual(world.read.sort(), ['http://nuran.example/news/101', 'http://nuran.example/news/202/x']);
  assert.equal(world.count('http://nuran.example/tag/1234'), 0);
});

test('the collector learns from pages that were read which links of a front page are articles', async (t) => {
  const { store, world, deps, run } = await setUp(t, [source('/', 'front_page')]);
  const link = (path: string) => `<a href="${path}">گفت‌وگوی وزیران دو کشور دربارهٔ گذرگاه</a>`;
  const paths = ['/news/812', '/news/813', '/news/814', '/days/1', '/days/812', '/days/813', '/days/814'];
  world.page('http://nuran.example/', paths.map(link).join(' '));
  for (const path of paths) world.page(`http://nuran.example${path}`);
  await run(10);
  const read = await store.rows<{ id: number; url: string }>(
    `select page_id as id, url from frontier where state = 'settled'`,
  );
  for (const { id, url } of read) {
    const kind = url.includes('/days/') ? 'home' : 'article';
    await savePageResult(store, { pageId: id, kind, stage: { name: 'extract', version: '1' } });
  }
  const known = await deps.store.knownPages(source('/', 'front_page').id);
  assert.equal(known.filter(({ isArticle }) => isArticle).length, 3);
  assert.equal(known.length, 6, 'the short number was no sign of an article');
  const later = ['/news/900', '/days/900'];
  world.page('http://nuran.example/', later.map(link).join(' '));
  for (const path of later) world.page(`http://nuran.example${path}`);
  await run(130);
  assert.equal(world.count('http://nuran.example/news/900'), 1);
  assert.equal(world.count('http://nuran.example/days/900'), 0);
});

test('the collector reads the posts of a channel without asking for them one by one', async (t) => {
  const channel = source('/s/tondbad', 'channel');
  const { world, run, store } = await setUp(t, [channel]);
  const post = (number: number, text: string) =>
    `<div class="tgme_widget_message" data-post="tondbad/${number}"><div class="tgme_widget_message_text">${text}</div>
     <a class="tgme_widget_message_date" href="/tondbad/${number}"><time datetime="2026-02-03T09:00:00+00:00"></time></a></div>`;
  world.page(channel.url, `<html>${post(1, 'سیل در <b>کوهپایه</b><br>همه سالم‌اند')}${post(2, 'دوم')}</html>`);
  await run(60);
  assert.deepEqual(world.read, ['http://nuran.example/tondbad/1', 'http://nuran.example/tondbad/2']);
  assert.equal(world.count('http://nuran.example/tondbad/1'), 0);
  world.page(channel.url, `<html>${post(1, 'سیل در کوهپایه')}${post(2, 'دوم')}</html>`);
  await run(60);
  assert.equal(world.read.length, 3);
  const states = await store.rows<{ state: string }>('select distinct state from frontier');
  assert.deepEqual(states, [{ state: 'settled' }]);
});

test('a source that the registry drops or an operator disables rests', async (t) => {
  const { world, run, deps } = await setUp(t, [FEED]);
  world.page(FEED.url, feed([]));
  await adoptRegistry({ ...deps, registry: registryWith([]) });
  await run(60);
  assert.equal(world.asked.length, 0);
});

test('the collector tells within two polls that a source lists nothing any more, and when it is back', async (t) => {
  const { world, run, statuses } = await setUp(t, [FEED]);
  const items = [['/news/1', 'یک']] as const;
  world.page(FEED.url, feed(items));
  world.page('http://nuran.example/news/1');
  await run(30);
  assert.equal((await statuses())[0]?.condition.code, 'well');
  world.page(FEED.url, feed([]));
  const before = world.count(FEED.url);
  while (world.count(FEED.url) < before + 2) await run(1);
  const [status] = await statuses();
  assert.equal(status?.condition.code, 'silent');
  assert.match(status?.condition.detail ?? '', /lists nothing/);
  assert.ok(status?.lastSuccessAt);
  world.page(FEED.url, feed(items));
  await run(12 * 60);
  assert.equal((await statuses())[0]?.condition.code, 'well');
});

test('the collector tells that a source has nothing new for far longer than it used to', async (t) => {
  const { store, world, run, statuses } = await setUp(t, [FEED]);
  for (let hour = 0; hour < 48; hour++) {
    const date = new Date(world.nowMs).toUTCString();
    const items = Array.from(
      { length: 5 },
      (_, i) => [`/news/${hour + i}`, `خبر ${hour + i}`, date] as const,
    );
    world.page(FEED.url, feed(items));
    await run(60);
  }
  assert.equal((await statuses())[0]?.condition.code, 'well');
  await run(60);
  const silentFor = async (): Promise<string | undefined> => (await statuses())[0]?.condition.detail;
  assert.equal(await silentFor(), undefined);
  await run(8 * 60);
  assert.match((await silentFor()) ?? '', /^nothing new for/);
  const health = (await loadSourceHealth(store, { now: world.clock() })).get(FEED.id);
  assert.ok(health && health.seenLastDay >= 12 && health.seenLastDay <= 16, JSON.stringify(health));
  assert.ok(Math.abs((health.expectedPerDay ?? 0) - 24) < 3, JSON.stringify(health));
  assert.ok((health.medianDelayS ?? -1) >= 0 && (health.medianDelayS ?? 0) < 3600, JSON.stringify(health));
});

test('the collector tries an unverified address gently and lets it rest when it never answers', async (t) => {
  const { world, run } = await setUp(t, [{ ...FEED, unverified: true, basis: 'cms' }]);
  await run(10 * 24 * 60);
  const times = world.asked.filter(({ url }) => url === FEED.url).map(({ atMs }) => atMs);
  assert.equal(times.length, 6);
  assert.ok((times[1] ?? 0) - START >= 5 * 60 * MINUTE);
  assert.ok((times[5] ?? 0) - (times[4] ?? 0) >= 6 * 24 * 60 * MINUTE);
});
