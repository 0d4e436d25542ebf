import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { saveOutlets, saveSources } from '../store/outlets.js';
import { adoptSources, setSourceEnabled } from '../store/source_state.js';
import { setOperatorPassword } from './admin/password.js';
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

test('/admin/sources shows the operator alone what sources brought against what they usually bring', async () => {
  assert.equal(
    (await app.request('/admin/sources')).headers.get('Location'),
    `/admin/login?to=${encodeURIComponent('/admin/sources')}`,
  );
  await store.run(
    `update source_state set condition = 'silent', condition_detail = 'nothing new for 13 h', first_listed_at = $1
     where source_id = 'away'`,
    ['2025-12-10T10:00:00.000Z'],
  );
  await store.run(
    `insert into source_item (source_id, item_key, content_key, published_at, first_seen_at, last_seen_at)
     select 'away', sha256(n::text::bytea), sha256('x'), seen - interval '6 minutes', seen, seen
     from generate_series(1, 120) n, lateral (select $1::timestamptz - n * interval '1 hour' as seen) times`,
    [AT],
  );
  await setOperatorPassword(store, 'a long enough password', AT);
  const login = await app.request('/admin/login', {
    method: 'POST',
    body: new URLSearchParams({ password: 'a long enough password' }),
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  const cookie = login.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const page = await (await app.request('/admin/sources', { headers: { Cookie: cookie } })).text();
  assert.match(page, /دیرتر از عادتش/);
  assert.match(page, /۲۲<span class="sub"> به‌جای ۲۴ در روز عادی/);
  assert.match(page, /۶ دقیقه/);
});
