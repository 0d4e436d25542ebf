import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { saveOutlets, saveSources } from '../store/outlets.js';
import { adoptSources, setSourceEnabled } from '../store/source_state.js';
import { setOperatorPassword } from './admin/password.js';
import { openTestSite } from './test_site.js';

const { app, store } = await openTestSite({ after });
const AT = '2025-12-15T10:00:00.000Z';
let cookie = '';

async function readDesk(path: string): Promise<string> {
  return (await app.request(path, { headers: { Cookie: cookie } })).text();
}

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
  // What only an operator can use is told at the desk.
  assert.doesNotMatch(page, /no such name/);
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
  cookie = login.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const page = await readDesk('/admin/sources');
  assert.match(page, /دیرتر از عادتش/);
  assert.match(page, /۲۲<span class="sub"> به‌جای ۲۴ در روز عادی/);
  assert.match(page, /۶ دقیقه/);
  assert.match(page, /پس از ۴ ناکامی پیاپی/);
  const listed = (text: string): readonly string[] =>
    [...text.matchAll(/href="\/admin\/source\/(\w+)"/g)].map(([, id]) => id ?? '');
  const cases = [
    ['?show=sick', ['away']],
    ['?show=off', ['off']],
    ['?q=unasked', ['unasked']],
    [`?q=${encodeURIComponent('نمونه نیوز')}`, ['away', 'off', 'unasked']],
    [`?q=${encodeURIComponent('هنوز پرسیده')}&show=all`, ['unasked']],
    ['?show=sick&q=unasked', []],
  ] as const;
  for (const [query, ids] of cases)
    assert.deepEqual(listed(await readDesk(`/admin/sources${query}`)), ids, query);
});

test('/admin/source/… tells all that is known of one source, in both languages', async () => {
  await store.run(`update source set egress = 'inside' where id = 'away'`);
  await store.run(
    `insert into subscription (source_id, hub_url, topic_url, token, secret, state, next_at, lease_until)
     values ('away', 'https://hub.example/', 'https://nemune.example/away.xml', 't', 's', 'held', $1,
       $1::timestamptz + interval '3 days')`,
    [AT],
  );
  await store.run(
    `update collect_host set next_at = '2025-12-15T11:20:00Z', failures = 2 where host = 'nemune.example'`,
  );
  await store.run(
    `insert into frontier (address_key, url, host, target, source_id, priority, state, next_at, condition,
       condition_detail, found_at, changed_at)
     select sha256(n::text::bytea), 'https://nemune.example/' || n, 'nemune.example', 'page', 'away', 0, 'dropped', $1,
       'gone', 'gone: answered 410', $1, $1 from generate_series(1, 3) n`,
    [AT],
  );
  const page = await readDesk('/admin/source/away');
  assert.match(page, /از راه <bdi[^>]*>inside/);
  assert.match(page, /WebSub.*برقرار.*hub\.example.*تمدید تا <time[^>]*>۳ روز دیگر/s);
  assert.match(page, /تا پرسش بعدی می‌آساید: <time[^>]*>۲۰ دقیقهٔ دیگر.*۲ ناکامی پیاپی میزبان/s);
  assert.match(page, /۳ رهاشده.*دیگر در این نشانی نیست.*۳ صفحه.*answered 410/s);
  assert.match(page, /۶ دقیقه پس از انتشار/);
  const english = await readDesk('/admin/source/away?lang=en');
  assert.match(
    english,
    /by way of <bdi[^>]*>inside.*after 4 failures in a row.*in 20 minutes.*to be renewed <time[^>]*>in 3 days/s,
  );
  assert.equal((await app.request('/admin/source/nobody', { headers: { Cookie: cookie } })).status, 404);
});
