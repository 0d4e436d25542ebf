import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { parseRegistry } from '../sources/registry.js';
import { wishReplay } from '../store/desk_commands.js';
import { listOpenIssues, saveIssue } from '../store/issues.js';
import { loadPageResult } from '../store/page_results.js';
import { listQuarantinedPages, listReplayWishes } from '../store/replay_wishes.js';
import { openTestDatabase } from '../store/test_database.js';
import { type Pipeline, processPage, processStoredPages } from './process_page.js';
import { type ReplayDeps, replayPage, replayWished } from './replay.js';

const NOW = '2025-12-03T09:00:00.000Z';
const store = await openTestDatabase({ after });
const { value: registry } = parseRegistry([{ name: 'outlets.json', json: { outlets: [] } }]);
assert.ok(registry);
const pipeline: Pipeline = { store, registry };
const deps: ReplayDeps = {
  store,
  clock: () => NOW,
  process: (pages) => processStoredPages(pipeline, pages),
};
const TEXT = Buffer.from(
  'رودخانهٔ سپیدبار از بستر گذشت\nکد خبر: ۷۷۱۲\nآب سپیدبار بامداد امروز به سه روستای پایین‌دست رسید و راه روستایی را بست.\nفرماندار گفت: هیچ‌کس آسیب ندیده است.',
);

/** Stores a page and puts it into quarantine, as rules that could not read it would have done. */
async function quarantine(
  name: string,
  body: Uint8Array = TEXT,
): Promise<{ pageId: number; issueId: number }> {
  const format = 'text' as const;
  await processPage(pipeline, { body, format, fetchedAt: NOW, via: 'add', inputName: name, url: undefined });
  const page = await store.row<{ id: number }>('select max(id) as id from fetched_page');
  const pageId = page?.id ?? 0;
  const issue = { code: 'extract.crashed', message: `Cannot extract ${name}`, severity: 'fatal' as const };
  await saveIssue(store, { issue, stage: 'extract', pageId, seenAt: NOW });
  const [open] = await listOpenIssues(store, { code: 'extract.crashed' });
  return { pageId, issueId: open?.issueId ?? 0 };
}

test('replayPage() takes a page that can be read now out of quarantine', async () => {
  const { pageId, issueId } = await quarantine('a');
  assert.deepEqual(await listQuarantinedPages(store, { issueIds: [issueId] }), [pageId]);
  assert.equal((await replayPage(deps, pageId))?.kind, 'article');
  assert.deepEqual(await listOpenIssues(store, { severity: 'fatal' }), []);
  assert.equal((await loadPageResult(store, pageId))?.kind, 'article');
});

test('replayPage() keeps a page that still cannot be read, with the cause that holds now', async () => {
  const { pageId } = await quarantine('b', Buffer.from('\u0000\u0001\u0002\u0000\u0003'.repeat(40)));
  assert.equal((await replayPage(deps, pageId))?.kind, 'quarantined');
  const open = await listOpenIssues(store, { severity: 'fatal' });
  assert.equal(open.length, 1);
  assert.notEqual(open[0]?.issue.code, 'extract.crashed');
  await store.run('update issue set resolved_at = now()');
});

test('replayWished() reads what an operator wished for, once, and nothing else', async () => {
  const wished = await quarantine('c', Buffer.concat([TEXT, Buffer.from(' آب فرونشست.')]));
  const other = await quarantine('d', Buffer.concat([TEXT, Buffer.from(' راه باز شد.')]));
  assert.equal(await wishReplay(store, { ids: [wished.issueId, 999_999] }, NOW), 1);
  assert.deepEqual(await listReplayWishes(store, 10), [wished.pageId]);
  await replayWished(deps, new AbortController().signal);
  assert.deepEqual(await listReplayWishes(store, 10), []);
  const open = await listOpenIssues(store, { severity: 'fatal' });
  assert.deepEqual(
    open.map(({ pageId }) => pageId),
    [other.pageId],
  );
});

test('replayPage() notes what reading threw and gives the wish up', async () => {
  const { pageId, issueId } = await quarantine('e', Buffer.concat([TEXT, Buffer.from(' پل بسته است.')]));
  await wishReplay(store, { ids: [issueId] }, NOW);
  const broken: ReplayDeps = { ...deps, process: () => Promise.reject(new Error('out of luck')) };
  assert.deepEqual(await replayPage(broken, pageId), { kind: 'threw', cause: 'out of luck' });
  assert.deepEqual(await listReplayWishes(store, 10), []);
  assert.ok((await listOpenIssues(store, { code: 'collect.reading_failed' })).length === 1);
  await replayPage(deps, pageId);
  assert.deepEqual(await listOpenIssues(store, { code: 'collect.reading_failed' }), []);
});

/** As a collector brings a page, read and settled. */
async function collect(body: string): Promise<number> {
  const url = 'http://karaneh.example/bread';
  const page = {
    url,
    body: Buffer.from(body),
    format: 'html' as const,
    fetchedAt: NOW,
    via: 'collect' as const,
  };
  await processPage(pipeline, page);
  const { id = 0 } = (await store.row<{ id: number }>('select max(id) as id from fetched_page')) ?? {};
  await store.run('insert into collect_host (host) values ($1) on conflict do nothing', ['karaneh.example']);
  await store.run(
    `insert into frontier (address_key, url, host, target, priority, state, page_id, next_at, found_at, changed_at, etag)
     values (sha256('bread'), $1, 'karaneh.example', 'page', 1, 'settled', $2, 'infinity', $3, $3, 'v1')
     on conflict (address_key) do update set page_id = excluded.page_id`,
    [url, id, NOW],
  );
  return id;
}

test('a page that stays unreadable is asked for once more, and a newer answer takes its place', async () => {
  await store.run('update issue set resolved_at = now()');
  const pageId = await collect('<html lang="fa"><head><title></title></head><body></body></html>');
  assert.equal((await replayPage(deps, pageId))?.kind, 'asked_again');
  const asked = await store.row(
    'select state, etag, next_at < $1::timestamptz as "isDue" from frontier where page_id = $2',
    [NOW, pageId],
  );
  assert.deepEqual(asked, { state: 'waiting', etag: null, isDue: true });
  assert.equal((await listOpenIssues(store, { severity: 'fatal' })).length, 1);
  await collect(`<html lang="fa"><body><h1>نان</h1><p>${TEXT.toString()}</p></body></html>`);
  assert.deepEqual(await listOpenIssues(store, { severity: 'fatal' }), []);
});

test('replayPage() says nothing of a page that is not there', async () => {
  assert.equal(await replayPage(deps, 999_999), undefined);
});
