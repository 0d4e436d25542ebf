/** What stands against each other in the sample press: found, shown with its reason, and only once it was known. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSite } from '../src/serve/site.js';
import type { Store } from '../src/store/database.js';
import { type ContradictionPair, loadContradictions } from '../src/store/site_contradictions.js';

interface Given {
  readonly store: Store;
  /** The moment of the press's last page; known once the press has been read. */
  readonly now: () => string;
}

export function testContradictions({ store, now }: Given): void {
  const textOf = async (articleId: number, version: number): Promise<string> =>
    (
      await store.row<{ text: string }>(
        'select text from article_version where article_id = $1 and number = $2',
        [articleId, version],
      )
    )?.text ?? '';

  test('pairs of the press are of two speakers, or of one at two times, and rest on stretches of both texts', async () => {
    const pairs = await loadContradictions(store, { limit: 500 });
    assert.ok(pairs.length >= 6, `${pairs.length} pairs`);
    assert.ok(pairs.some(({ contactId }) => contactId !== null));
    assert.ok(pairs.some(({ contactId }) => contactId === null));
    for (const { id, kind, one, other, oneSpans, otherSpans } of pairs) {
      assert.notEqual(one.stance, other.stance, id);
      assert.ok(Date.parse(one.at) <= Date.parse(other.at), id);
      const [a, b] = [one.speakers[0], other.speakers[0]];
      assert.equal(a?.entityId != null && a.entityId === b?.entityId, kind === 'changed', id);
      for (const [line, spans] of [
        [one, oneSpans],
        [other, otherSpans],
      ] as const) {
        const text = await textOf(line.articleId, line.version);
        assert.ok(spans.length > 0, id);
        for (const { start, end } of spans) assert.ok(text.slice(start, end).trim().length > 0, id);
      }
    }
  });

  test('a pair stands on the pages of both statements, of its speakers and of its list, with its reason', async () => {
    const site = createSite({ store, config: { keptMs: 0, sample: true }, clock: now });
    const pairs = await loadContradictions(store, { limit: 500 });
    for (const isContact of [false, true]) {
      const pair = pairs.find(({ contactId }) => (contactId !== null) === isContact);
      assert.ok(pair);
      for (const page of pagesOf(pair)) {
        const html = await (await site.request(page)).text();
        assert.ok(html.includes(`id="pair-${pair.id}"`), page);
        assert.ok(html.includes('چرا؟'), page);
      }
      const before = new Date(Date.parse(pair.knownAt) - 1000).toISOString();
      const then = await (await site.request(`/contradictions?asOf=${before}`)).text();
      assert.ok(!then.includes(`id="pair-${pair.id}"`), 'known before it was known');
    }
    for (const nothing of ['/contradictions?actor=هیچ‌کس', '/contradictions?to=1380/01/01'])
      assert.match(await (await site.request(encodeURI(nothing))).text(), /class="[^"]*(?:empty|state)/);
    assert.equal((await site.request('/contradictions?from=soon')).status, 400);
  });

  test('the export of contradictions has every pair once, and goes on behind any row', async () => {
    const site = createSite({ store, config: { keptMs: 0, sample: true }, clock: now });
    const rowsOf = async (after = ''): Promise<readonly { readonly cursor: string }[]> =>
      (await (await site.request(`/contradictions/export.jsonl${after}`)).text())
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { cursor: string });
    const rows = await rowsOf();
    assert.equal(rows.length, (await loadContradictions(store, { limit: 500 })).length);
    const rest = await rowsOf(`?after=${encodeURIComponent(rows[2]?.cursor ?? '')}`);
    assert.deepEqual(rest, rows.slice(3));
  });
}

function pagesOf({ kind, contactId, one, other, at }: ContradictionPair): readonly string[] {
  const asked = kind === 'changed' ? kind : contactId === null ? 'claim' : 'contact';
  const day = at.slice(0, 10);
  return [
    ...[one, other].map(({ id }) => `/statement/${id}`),
    ...(contactId === null ? [] : [`/contact/${contactId}`]),
    `/contradictions?kind=${asked}&from=${day}&to=${dayAfter(day)}`,
  ];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
