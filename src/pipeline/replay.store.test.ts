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

test('replayPage() says nothing of a page that is not there', async () => {
  assert.equal(await replayPage(deps, 999_999), undefined);
});
