/** What the API tells of a moment, where that is not simply what had been stored by then. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { API_ROOT } from '../src/serve/api/document.js';
import type { ApiPress } from './api_press.js';

export function testMoments(press: ApiPress): void {
  const { store } = press;
  /** An answer; its body is `any`, as in the tests of the document. */
  const get = async (path: string) => {
    const headers = { Authorization: `Bearer ${press.key}` };
    const response = await press.app.request(`${API_ROOT}${path}`, { headers });
    // biome-ignore lint/suspicious/noExplicitAny: its shape is checked against the document elsewhere.
    return { status: response.status, body: (await response.json()) as any };
  };
  /** When half of the articles had come, and whose the next was. */
  const middle = async (): Promise<{ readonly at: string; readonly outlet: string }> => {
    const row = await store.row<{ at: string; outlet: string }>(
      `select first_seen_at as at, outlet_id as outlet from article where outlet_id is not null
       order by 1 offset (select count(*) / 2 from article where outlet_id is not null) limit 1`,
    );
    assert.ok(row);
    return row;
  };

  test('outlets of a moment count the reports that had come', async () => {
    const { at, outlet } = await middle();
    const counted = await store.row<{ past: number; present: number }>(
      `select count(*) filter (where first_seen_at <= $1)::int as past, count(*)::int as present from article
       where outlet_id = $2`,
      [at, outlet],
    );
    const past = (await get(`/outlets/${outlet}?asOf=${at}`)).body;
    const present = (await get(`/outlets/${outlet}`)).body;
    assert.deepEqual({ past: past.articleCount, present: present.articleCount }, counted);
    const listed = (await get(`/outlets?limit=100&asOf=${at}`)).body.items;
    assert.deepEqual(
      listed.find(({ id }: { id: string }) => id === outlet),
      past,
    );
  });

  test('fetched pages are told without their bytes, those of a moment without what came later', async () => {
    const { at } = await middle();
    const { items } = (await get(`/fetched-pages?limit=100&asOf=${at}`)).body;
    assert.ok(items.length > 20);
    for (const { fetched, lastFetched } of items)
      assert.ok(fetched.iso <= at && (lastFetched === null || lastFetched.iso <= at));
    const late = await store.row<{ id: number }>(
      'select id from fetched_page where fetched_at > $1 limit 1',
      [at],
    );
    assert.equal((await get(`/fetched-pages/${late?.id}?asOf=${at}`)).status, 404);
    const [page] = (
      await get(`/fetched-pages?article=${items.find((each: { article: number }) => each.article).article}`)
    ).body.items;
    const stored = await store.row<{ sha256: string; bytes: number }>(
      `select encode(sha256, 'hex') as sha256, byte_count as bytes from fetched_page p
       join fetched_body b on b.sha256 = p.body_sha256 where p.id = $1`,
      [page.id],
    );
    assert.deepEqual({ sha256: page.sha256, bytes: page.byteCount }, stored);
    assert.deepEqual([page.kind, typeof page.version], ['article', 'number']);
  });

  test('a fetched page of a hidden article is not listed, and gone when asked for', async () => {
    const row = await store.row<{ page: number; article: number }>(
      'select page_id as page, article_id as article from page_result where article_id is not null order by 1 desc limit 1',
    );
    assert.ok(row);
    await store.run('update article set hidden_at = now() where id = $1', [row.article]);
    const { items } = (await get('/fetched-pages?limit=100')).body;
    const { status } = await get(`/fetched-pages/${row.page}`);
    await store.run('update article set hidden_at = null where id = $1', [row.article]);
    assert.ok(items.length > 0 && items.every(({ article }: { article: number }) => article !== row.article));
    assert.equal(status, 410);
  });

  test('a search of a moment finds what was known then alone, and no stories', async () => {
    const { at } = await middle();
    const known = {
      reports: 'select max(seen_at) as at from article_version where article_id = $1::bigint',
      statements: 'select known_at as at from statement where id = $1',
      contacts: 'select known_at as at from contact where id = $1',
    };
    for (const [scope, q] of [
      ['reports', 'گفت'],
      ['statements', 'گفت'],
      ['contacts', 'گفتگو'],
    ] as const) {
      const address = `/search?q=${encodeURIComponent(q)}&scope=${scope}`;
      const [past, present] = [await get(`${address}&asOf=${at}`), await get(address)].map(
        ({ body }) => body,
      );
      assert.ok(past.count > 0 && past.count < present.count, `${scope} ${past.count} of ${present.count}`);
      for (const { id, at: told } of past.items) {
        const row = await store.row<{ at: string }>(known[scope], [id]);
        assert.ok((row?.at ?? 'never') <= at && told.iso <= at, `${scope} ${id}`);
      }
    }
    const refused = await get(`/search?q=x&scope=stories&asOf=${at}`);
    assert.deepEqual([refused.status, refused.body.errors[0].field], [400, 'asOf']);
  });

  test('comments of a moment are those that had been published', async () => {
    const { at } = await middle();
    const first = await store.row<{ id: number }>('select id from article order by first_seen_at limit 1');
    const said = { before: at, after: '2090-01-01T00:00:00Z' };
    for (const [text, decided] of Object.entries(said))
      await store.run(
        `insert into comment (article_id, state, text, created_at, decided_at) values ($1, 'published', $2, $3, $4)`,
        [first?.id, text, at, decided],
      );
    const texts = async (asked: string): Promise<readonly string[]> =>
      (await get(`/articles/${first?.id}/comments${asked}`)).body.items.map(
        ({ text }: { text: string }) => text,
      );
    const [then, now] = [await texts(`?asOf=${at}`), await texts('')];
    await store.run('delete from comment where article_id = $1 and text = any($2)', [
      first?.id,
      Object.keys(said),
    ]);
    assert.deepEqual([then.includes('before'), then.includes('after')], [true, false]);
    assert.ok(now.includes('before') && now.includes('after'));
  });
}
