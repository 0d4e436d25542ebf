/** What the API tells of a moment, where that is not simply what had been stored by then. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { API_ROOT } from '../src/serve/api/document.js';
import type { ApiPress } from './api_press.js';

interface ListedStory {
  readonly id: number;
  readonly last: { readonly iso: string };
  readonly reportCount: number;
  readonly title: string;
}

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

  test('asOf shows nothing that was not known then', async () => {
    const middle = await store.row<{ at: string }>(
      'select known_at as at from statement order by known_at offset (select count(*) / 2 from statement) limit 1',
    );
    const moment = middle?.at ?? '';
    for (const path of ['/statements', '/contacts']) {
      const { items } = (await get(`${path}?limit=100&asOf=${moment}`)).body;
      assert.ok(items.length > 0, path);
      for (const item of items) assert.ok(item.known.iso <= moment, `${path} ${item.id}`);
    }
    const articles = (await get(`/articles?limit=100&asOf=${moment}`)).body.items;
    for (const article of articles) assert.ok(article.firstSeen.iso <= moment && article.seen.iso <= moment);
    const [late] = await store.rows<{ id: number }>(
      'select id from article where first_seen_at > $1 limit 1',
      [moment],
    );
    assert.equal((await get(`/articles/${late?.id}?asOf=${moment}`)).status, 404);
  });

  /** The stories of all pages of the list as it was at a moment. */
  const allStories = async (moment: string): Promise<readonly ListedStory[]> => {
    const items: ListedStory[] = [];
    for (let cursor = ''; ; ) {
      const page = (await get(`/stories?limit=20&asOf=${moment}${cursor}`)).body;
      items.push(...page.items);
      if (page.next === null) return items;
      cursor = `&cursor=${page.next}`;
    }
  };

  test('stories as known at a moment are those that had reports then, the newest of then first', async () => {
    const middle = await store.row<{ at: string }>(
      'select first_seen_at as at from article order by 1 offset (select count(*) / 2 from article) limit 1',
    );
    const moment = middle?.at ?? '';
    const items = await allStories(moment);
    const known = await store.rows<{ id: number }>(
      `select distinct m.story_id as id from story_member m join article a on a.id = m.article_id
       where a.first_seen_at <= $1 order by 1`,
      [moment],
    );
    const ids = items.map(({ id }) => id);
    assert.deepEqual(
      ids.toSorted((a, b) => a - b),
      known.map(({ id }) => id),
    );
    const all = await store.row<{ count: number }>('select count(*) from story where report_count > 0');
    assert.ok(ids.length > 20 && ids.length < (all?.count ?? 0));
    const times = items.map(({ last }) => last.iso);
    assert.deepEqual(times, times.toSorted().toReversed());
    for (const item of items.slice(0, 30)) {
      const { reports, ...story } = (await get(`/stories/${item.id}?asOf=${moment}`)).body;
      assert.deepEqual(item, story);
      assert.ok(reports.length === item.reportCount);
    }
    for (const path of ['/threads', '/dyads', '/dossiers', '/topics']) {
      const [then, now] = await Promise.all([
        get(`${path}?limit=100&asOf=${moment}`),
        get(`${path}?limit=100&asOf=2100-01-01`),
      ]);
      const listed = (await get(`${path}?limit=100`)).body.items;
      assert.deepEqual(now.body.items, listed, path);
      assert.ok(JSON.stringify(then.body.items) !== JSON.stringify(now.body.items), path);
      for (const { last, made, changed, firstSeen } of then.body.items)
        assert.ok((made ?? last ?? changed ?? firstSeen).iso <= moment, path);
    }
    const refused = await get(`/stories?order=important&asOf=${moment}`);
    assert.deepEqual([refused.status, refused.body.errors[0].field], [400, 'order']);
  });
}
