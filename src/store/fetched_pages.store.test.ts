import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import {
  type IncomingPage,
  listPageIds,
  loadPage,
  type SavedPage,
  savePage,
  savePages,
} from './fetched_pages.js';
import { openTestDatabase } from './test_database.js';
import { incomingPage } from './test_pages.js';

const store = await openTestDatabase({ after });

function save(page: IncomingPage): Promise<SavedPage> {
  return store.transaction((tx) => savePage(tx, page));
}

test('loadPage() gives back every byte and fact that savePage() got', async () => {
  const bodies: readonly Uint8Array[] = [
    new Uint8Array(0),
    Uint8Array.from([0, 255, 254, 13, 10, 0xd8, 0]),
    Buffer.from('<p>گفت‌وگو درباره صلح</p>'.repeat(500)),
    randomBytes(40_000),
  ];
  for (const [index, body] of bodies.entries()) {
    const page: IncomingPage = {
      url: `https://exact.example/${index}`,
      body,
      format: 'html',
      contentType: 'text/html; charset=windows-1256',
      fetchedAt: '2026-03-01T08:00:00.250Z',
      via: 'collect',
      inputName: `صفحه ${index}`,
    };
    const { pageId, isNew } = await save(page);
    const loaded = await loadPage(store, pageId);
    assert.ok(loaded && isNew);
    assert.deepEqual(Buffer.from(loaded.body), Buffer.from(body));
    const { body: _bytes, ...facts } = loaded;
    const { body: _given, ...expected } = page;
    assert.deepEqual(facts, { ...expected, pageId, lastFetchedAt: page.fetchedAt });
  }
});

test('savePage() packs text and leaves alone what does not shrink', async () => {
  await save(incomingPage('سلام '.repeat(2000), { url: 'https://packed.example/' }));
  await save(incomingPage('', { url: 'https://random.example/', body: randomBytes(5000) }));
  const rows = await store.rows<{ codec: string; small: boolean }>(
    `select codec, octet_length(content) < byte_count as small from fetched_page page
     join fetched_body body on sha256 = body_sha256
     where url in ('https://packed.example/', 'https://random.example/') order by url`,
  );
  assert.deepEqual(rows, [
    { codec: 'brotli', small: true },
    { codec: 'plain', small: false },
  ]);
});

test('savePage() keeps the same bytes of an address once until others come in between', async () => {
  const url = 'https://changing.example/1';
  const at = (hour: number) => `2026-03-01T0${hour}:00:00.000Z`;
  const first = await save(incomingPage('الف', { url, fetchedAt: at(1) }));
  const again = await save(incomingPage('الف', { url, fetchedAt: at(2) }));
  const other = await save(incomingPage('ب', { url, fetchedAt: at(3) }));
  const back = await save(incomingPage('الف', { url, fetchedAt: at(4) }));
  const backAgain = await save(incomingPage('الف', { url, fetchedAt: at(5) }));
  assert.deepEqual(again, { pageId: first.pageId, isNew: false });
  assert.deepEqual([other.isNew, back.isNew], [true, true]);
  assert.deepEqual(backAgain, { pageId: back.pageId, isNew: false });
  assert.equal((await loadPage(store, first.pageId))?.lastFetchedAt, at(2));
  const bodies = await store.row(
    `select count(distinct body_sha256) as count from fetched_page where url = $1`,
    [url],
  );
  assert.deepEqual(bodies, { count: 2 });
});

test('savePage() keeps bytes without an address once, whenever they come', async () => {
  const first = await save(incomingPage('متن بی‌نشانی', { fetchedAt: '2026-03-02T00:00:00.000Z' }));
  const again = await save(incomingPage('متن بی‌نشانی', { fetchedAt: '2026-02-02T00:00:00.000Z' }));
  assert.deepEqual(again, { pageId: first.pageId, isNew: false });
});

test('savePage() keeps equal bytes of two addresses apart', async () => {
  const [one, two] = [
    await save(incomingPage('یکسان', { url: 'https://a.example/' })),
    await save(incomingPage('یکسان', { url: 'https://b.example/' })),
  ];
  assert.ok(one.isNew && two.isNew && one.pageId !== two.pageId);
});

test('savePage() stores a page once when many save it at the same time', async () => {
  const page = incomingPage('هم‌زمان', { url: 'https://race.example/' });
  const saved = await Promise.all(Array.from({ length: 5 }, () => save(page)));
  assert.equal(new Set(saved.map((one) => one.pageId)).size, 1);
  assert.equal(saved.filter((one) => one.isNew).length, 1);
});

test('savePage() takes addresses of any length', async () => {
  const url = `https://long.example/?q=${'گفت‌وگو'.repeat(2000)}`;
  const first = await save(incomingPage('x', { url }));
  assert.deepEqual(await save(incomingPage('x', { url })), { pageId: first.pageId, isNew: false });
});

test('listPageIds() walks through all pages in the order of their fetch', async () => {
  const all = await listPageIds(store, undefined, 1000);
  const walked: number[] = [];
  for (let after: (typeof all)[number] | undefined; ; ) {
    const [next] = await listPageIds(store, after, 1);
    if (!next) break;
    walked.push(next.pageId);
    after = next;
  }
  assert.deepEqual(
    walked,
    all.map((page) => page.pageId),
  );
  const times = all.map((page) => page.fetchedAt);
  assert.deepEqual(times, [...times].sort());
});

test('savePages() comes to the same as saving one by one, whatever a handful repeats', async () => {
  const at = (hour: number) => `2026-05-01T0${hour}:00:00.000Z`;
  const pages = (host: string): IncomingPage[] => [
    incomingPage('یک', { url: `https://${host}/1`, fetchedAt: at(1) }),
    incomingPage('دو', { url: `https://${host}/2`, fetchedAt: at(1) }),
    incomingPage('یک', { url: `https://${host}/1`, fetchedAt: at(2) }),
    incomingPage('یک، ویراست', { url: `https://${host}/1`, fetchedAt: at(3) }),
    incomingPage(`بی‌نشانی ${host}`, { fetchedAt: at(3) }),
    incomingPage(`بی‌نشانی ${host}`, { fetchedAt: at(4) }),
  ];
  const [known, ...others] = pages('together.example');
  assert.ok(known);
  await store.transaction((tx) => savePage(tx, known));
  const together = await store.transaction((tx) => savePages(tx, [known, ...others]));
  const [first, ...rest] = pages('alone.example');
  assert.ok(first);
  await store.transaction((tx) => savePage(tx, first));
  const alone = [];
  for (const page of [first, ...rest]) alone.push(await store.transaction((tx) => savePage(tx, page)));
  assert.deepEqual(
    together.map(({ isNew }) => isNew),
    alone.map(({ isNew }) => isNew),
  );
  const groups = (saved: readonly { readonly pageId: number }[]) =>
    saved.map(({ pageId }) => saved.findIndex((other) => other.pageId === pageId));
  assert.deepEqual(groups(together), groups(alone));
  for (const [at, { pageId }] of together.entries()) {
    const stored = await loadPage(store, pageId);
    assert.deepEqual(Buffer.from(stored?.body ?? []), Buffer.from([known, ...others][at]?.body ?? []));
  }
});
