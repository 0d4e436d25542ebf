import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { saveOutlets, saveSources } from '../store/outlets.js';
import { adoptSources } from '../store/source_state.js';
import { fillPress, openTestSite } from './test_site.js';

const { app, store } = await openTestSite({ after });
const AT = '2025-12-15T10:00:00.000Z';

async function figures(): Promise<ReadonlyMap<string, number>> {
  const answer = await app.request('/metrics');
  assert.match(answer.headers.get('Content-Type') ?? '', /^text\/plain; version=/);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

test('/metrics counts what is stored, how sources fare and what was asked', async () => {
  const before = await figures();
  await fillPress(store);
  await saveOutlets(store, [{ id: 'nemune', name: 'نمونه', aliases: [], domains: ['nemune.example'] }]);
  const source = {
    id: 'nemune-feed',
    outletId: 'nemune',
    kind: 'feed' as const,
    url: 'https://nemune.example/rss',
  };
  await saveSources(store, [source]);
  await store.transaction((tx) => adoptSources(tx, [{ ...source, host: 'nemune.example' }], AT));
  await store.run(`update source_state set last_success_at = $1, item_count = 7, condition = 'silent'`, [AT]);
  await app.request('/no-such-page');
  const now = await figures();
  assert.equal(before.get('sanad_articles'), 0);
  const { count } = (await store.row<{ count: number }>('select count(*) as count from article')) ?? {
    count: 0,
  };
  assert.ok(count > 5);
  assert.equal(now.get('sanad_articles'), count);
  assert.equal(now.get('sanad_sources{condition="silent"}'), 1);
  assert.equal(now.get('sanad_source_silent{source="nemune-feed"}'), 1);
  assert.equal(now.get('sanad_source_items{source="nemune-feed"}'), 7);
  assert.equal(now.get('sanad_source_last_success_seconds{source="nemune-feed"}'), Date.parse(AT) / 1000);
  assert.equal(now.get('sanad_http_requests_total{method="GET",status="404"}'), 1);
  assert.ok((now.get('sanad_process_resident_memory_bytes') ?? 0) > 1e7);
});
