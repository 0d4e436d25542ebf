import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { articlePage } from '../../model/test_article.js';
import { saveArticleVersion } from '../article_versions.js';
import type { Store } from '../database.js';
import { loadPage, loadPages, savePage } from '../fetched_pages.js';
import { saveIssue } from '../issues.js';
import { savePageResult } from '../page_results.js';
import { openTestDatabase } from '../test_database.js';
import { incomingPage } from '../test_pages.js';
import { countDroppedPages, dropRawBodies, loadRawState } from './retention.js';
import { verifyStore } from './verify.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = '2026-03-31T08:00:00.000Z';
const STAGE = { name: 'extract', version: '1' };

/** Bytes that no packing makes smaller, so that sizes are what they seem. */
function bytes(seed: number): Buffer {
  const parts = Array.from({ length: 50 }, (_, part) =>
    createHash('sha1').update(`${seed} ${part}`).digest(),
  );
  return Buffer.concat(parts);
}

interface Kept {
  readonly day: number;
  readonly format?: 'html' | 'feed';
  /** Whether somebody has read it. */
  readonly read?: boolean;
}

async function keep(
  store: Store,
  seed: number,
  { day, format = 'html', read = true }: Kept,
): Promise<number> {
  const fetchedAt = `2026-03-${String(day).padStart(2, '0')}T08:00:00.000Z`;
  const url = `https://nuran.example/${seed}`;
  const page = incomingPage('', { body: bytes(seed), url, format, fetchedAt });
  return await store.transaction(async (tx) => {
    const { pageId } = await savePage(tx, page);
    if (read) await savePageResult(tx, { pageId, kind: 'other', stage: STAGE });
    return pageId;
  });
}

async function keptOf(store: Store, pageIds: readonly number[]): Promise<readonly boolean[]> {
  const pages = await loadPages(store, pageIds);
  return pageIds.map((id) => pages.some(({ pageId }) => pageId === id));
}

test('dropRawBodies() drops what is older than the limit, but nothing that somebody may need', async () => {
  const store = await openTestDatabase({ after });
  const ids = [
    await keep(store, 1, { day: 1 }),
    await keep(store, 2, { day: 1, read: false }),
    await keep(store, 3, { day: 1 }),
    await keep(store, 4, { day: 20 }),
    await keep(store, 5, { day: 1 }),
  ];
  const issue = { code: 'extract.empty', message: 'Cannot read it', severity: 'fatal' as const };
  await saveIssue(store, { issue, stage: 'extract', pageId: ids[2] ?? 0, seenAt: NOW });
  // The same bytes again, later: the fetch that brought them last counts.
  const again = incomingPage('', { body: bytes(5), url: 'https://nuran.example/5', fetchedAt: NOW });
  await store.transaction((tx) => savePage(tx, again));
  const dropped = await dropRawBodies(store, { limits: { maxAgeMs: 20 * DAY_MS }, now: NOW });
  assert.deepEqual(dropped, { bodies: 1, bytes: 1000, overBytes: 0 });
  assert.deepEqual(await keptOf(store, ids), [false, true, true, true, true]);
  assert.equal(await countDroppedPages(store), 1);
  assert.equal((await dropRawBodies(store, { limits: { maxAgeMs: 20 * DAY_MS }, now: NOW })).bodies, 0);
});

test('dropRawBodies() keeps to the budget: lists first, then what was seen longest ago', async () => {
  const store = await openTestDatabase({ after });
  const ids = [
    await keep(store, 1, { day: 3 }),
    await keep(store, 2, { day: 2 }),
    await keep(store, 3, { day: 30, format: 'feed' }),
    await keep(store, 4, { day: 4 }),
  ];
  const limits = { maxBytes: 2500 };
  assert.deepEqual(await dropRawBodies(store, { limits, now: NOW }), {
    bodies: 2,
    bytes: 2000,
    overBytes: 0,
  });
  assert.deepEqual(await keptOf(store, ids), [true, false, false, true]);
  assert.deepEqual(await loadRawState(store), { bytes: 2000, bodies: 2, dropped: 2 });
  assert.deepEqual(await dropRawBodies(store, { limits: {}, now: NOW }), {
    bodies: 0,
    bytes: 0,
    overBytes: 0,
  });
});

test('dropRawBodies() says by how much the budget is too small for what waits', async () => {
  const store = await openTestDatabase({ after });
  await keep(store, 1, { day: 1, read: false });
  const { bodies, overBytes } = await dropRawBodies(store, { limits: { maxBytes: 600 }, now: NOW });
  assert.deepEqual({ bodies, overBytes }, { bodies: 0, overBytes: 400 });
});

test('what was read from dropped bytes stays, verifies, and the bytes may come again', async () => {
  const store = await openTestDatabase({ after });
  const url = 'https://nuran.example/1';
  const page = incomingPage('', { body: bytes(9), url, fetchedAt: '2026-03-01T08:00:00.000Z' });
  const pageId = await store.transaction(async (tx) => {
    const saved = await savePage(tx, page);
    await saveArticleVersion(tx, {
      identity: 'a',
      contentKey: 'a',
      page: articlePage({ title: 'خبر', body: ['متن خبر'] }),
      pageId: saved.pageId,
      seenAt: NOW,
      stage: STAGE,
    });
    await savePageResult(tx, { pageId: saved.pageId, kind: 'article', stage: STAGE });
    return saved.pageId;
  });
  await dropRawBodies(store, { limits: { maxAgeMs: DAY_MS }, now: NOW });
  assert.equal(await loadPage(store, pageId), undefined);
  const { faults, bodies, dropped } = await verifyStore(store);
  assert.deepEqual({ faults, bodies, dropped }, { faults: [], bodies: 0, dropped: 1 });
  const version = await store.row(
    'select text, byte_count, content_type, fetched_at from article_version v join fetched_page p on p.id = page_id join fetched_body on sha256 = body_sha256',
  );
  assert.deepEqual(version, {
    text: 'خبر\nمتن خبر',
    byte_count: 1000,
    content_type: null,
    fetched_at: page.fetchedAt,
  });
  // The same bytes of the same address, and of another one.
  for (const address of [url, 'https://nuran.example/2']) {
    await dropRawBodies(store, { limits: { maxAgeMs: DAY_MS }, now: '2026-04-30T08:00:00.000Z' });
    const saved = await store.transaction((tx) => savePage(tx, { ...page, url: address, fetchedAt: NOW }));
    assert.equal(saved.isNew, address !== url);
    assert.deepEqual(Buffer.from((await loadPage(store, saved.pageId))?.body ?? []), page.body);
  }
});
