import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { saveOutlets, saveSources } from '../store/outlets.js';
import { adoptSources, setSourceEnabled } from '../store/source_state.js';
import { openTestSite } from './test_site.js';

const { app, store } = await openTestSite({ after });
const AT = '2025-12-15T10:00:00.000Z';

test('/sources says how to add a source while there is none', async () => {
  assert.match(await (await app.request('/sources')).text(), /npx sanad sources add/);
});

test('/sources tells of each source how it fares, in Persian words', async () => {
  const names = ['unasked', 'away', 'off'];
  await saveOutlets(store, [{ id: 'nemune', name: 'نمونه‌نیوز', aliases: [], domains: ['nemune.example'] }]);
  const sources = names.map((id) => ({
    id,
    outletId: 'nemune',
    kind: 'feed' as const,
    url: `https://nemune.example/${id}.xml`,
  }));
  await saveSources(store, sources);
  await store.transaction(async (tx) => {
    await adoptSources(
      tx,
      sources.map(({ id, url }) => ({ id, url, host: 'nemune.example' })),
      AT,
    );
    await setSourceEnabled(tx, 'off', { enabled: false, at: AT });
    await tx.run(
      `update source_state set condition = 'unreachable', condition_detail = 'unreachable: <b>no such name</b>',
         failures = 4 where source_id = 'away'`,
    );
  });
  const page = await (await app.request('/sources')).text();
  assert.match(page, /هنوز پرسیده نشده/);
  assert.match(page, /در دسترس نیست.*۴ بار پیاپی/s);
  assert.match(page, /خاموش/);
  assert.match(page, /۰ از ۳ برقرار/);
  assert.match(page, /&lt;b&gt;no such name/);
});
