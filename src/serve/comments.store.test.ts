import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { saveSetting } from '../store/commands.js';
import { ensureOperatorPassword, setOperatorPassword } from './admin/password.js';
import { createSite } from './site.js';
import { fillPress, openTestSite, TEST_NOW } from './test_site.js';

const site = await openTestSite({ after });
const { app, store } = site;
let articleId = 0;

before(async () => {
  articleId = (await fillPress(store)).get('call') ?? 0;
});

const OWN = { 'Sec-Fetch-Site': 'same-origin' };

function post(path: string, form: Record<string, string>, headers: Record<string, string> = OWN) {
  return app.request(path, { method: 'POST', body: new URLSearchParams(form), headers });
}

async function textOf(path: string, cookie = ''): Promise<string> {
  return (await app.request(path, { headers: { Cookie: cookie } })).text();
}

/** The ticket of a form that a reader opened a while ago. */
async function ticketOf(path = `/article/${articleId}`): Promise<string> {
  const ticket = /name="ticket" value="([^"]+)"/.exec(await textOf(path))?.[1] ?? '';
  site.wait(10_000);
  return ticket;
}

async function comment(text: string, headers: Record<string, string> = OWN): Promise<Response> {
  const form = { name: 'مینا', text, website: '', ticket: await ticketOf() };
  return post(`/article/${articleId}/comments`, form, headers);
}

/** Signs in and gives the cookie and the proof for forms. */
async function signIn(password: string): Promise<{ cookie: string; csrf: string }> {
  const response = await post('/admin/login', { password });
  assert.equal(response.status, 303);
  const cookie = response.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const csrf = /name="csrf" value="([^"]+)"/.exec(await textOf('/admin', cookie))?.[1] ?? '';
  return { cookie, csrf };
}

test('ensureOperatorPassword() makes one password, once', async () => {
  const made = await Promise.all([
    ensureOperatorPassword(store, TEST_NOW),
    ensureOperatorPassword(store, TEST_NOW),
  ]);
  assert.deepEqual(made.map(({ kind }) => kind).sort(), ['known', 'made']);
  const kept = await store.row<{ value: string }>(
    `select value::text from setting where key = 'operator_password'`,
  );
  const password = made.find((one) => one.kind === 'made')?.password ?? '';
  assert.match(password, /^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
  assert.ok(!kept?.value.includes(password));
});

test('a comment waits for a decision; its writer can take it back', async () => {
  const sent = await comment('<b>سلام</b>\nخط دوم');
  assert.equal(sent.status, 303);
  const page = sent.headers.get('Location') ?? '';
  const own = await textOf(page);
  assert.match(own, /دیدگاه شما رسید.*&lt;.*&gt;سلام&lt;\/.*&gt;/s);
  assert.doesNotMatch(await textOf(`/article/${articleId}`), /سلام/);
  const id = /\/comment\/(\d+)/.exec(page)?.[1];
  const proof = /name="proof" value="([^"]+)"/.exec(own)?.[1] ?? '';
  assert.equal((await post(`/comment/${id}/delete`, { proof: 'x'.repeat(43) })).status, 404);
  assert.equal((await app.request(`/comment/${id}?proof=wrong`)).status, 404);
  assert.equal((await post(`/comment/${id}/delete`, { proof })).status, 200);
  assert.equal(await store.row('select from comment where id = $1', [id]), undefined);
});

test('the comment form refuses what cannot be published and keeps what was written', async () => {
  const cases: readonly (readonly [Record<string, string>, number, RegExp])[] = [
    [{ name: 'مینا', text: '   ' }, 400, /چیزی ننوشته‌اید.*value="مینا"|value="مینا".*چیزی ننوشته‌اید/s],
    [{ text: 'الف'.repeat(1000) }, 400, /بلندتر از ۲۰۰۰ نویسه/],
    [{ text: 'https://a.example www.b.example http://c.example' }, 400, /بیش از دو نشانی/],
  ];
  const ticket = await ticketOf();
  for (const [form, status, words] of cases) {
    const response = await post(`/article/${articleId}/comments`, { ...form, ticket });
    assert.equal(response.status, status);
    assert.match(await response.text(), words);
  }
  assert.equal((await post(`/article/${articleId}/comments`, { text: 'الف'.repeat(20_000) })).status, 413);
  assert.equal((await post('/article/999/comments', { text: 'سلام', ticket })).status, 404);
  assert.equal((await comment('سلام', { 'Sec-Fetch-Site': 'cross-site' })).status, 403);
  assert.equal((await comment('سلام', { Origin: 'https://elsewhere.example' })).status, 403);
});

test('programs that fill the hidden field are told that all went well, and nothing is kept', async () => {
  const response = await post(`/article/${articleId}/comments`, {
    text: 'خرید ارزان',
    website: 'http://x.example',
  });
  assert.equal(response.status, 303);
  assert.equal(await store.row(`select from comment where text like 'خرید%'`), undefined);
});

test('too many comments of one address have to wait, and then may go on', async () => {
  site.wait(60 * 60_000);
  for (let sent = 0; sent < 5; sent++) assert.equal((await comment(`دیدگاه ${sent}`)).status, 303);
  const refused = await comment('یکی دیگر');
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('Retry-After'), '550');
  assert.match(await refused.text(), /کمی درنگ کنید/);
  site.wait(11 * 60_000);
  assert.equal((await comment('اکنون')).status, 303);
  await store.run('delete from comment');
});

test('the operator publishes, rejects and takes back decisions', async () => {
  site.wait(60 * 60_000);
  await setOperatorPassword(store, 'a long enough password', TEST_NOW);
  const id = /\/comment\/(\d+)/.exec((await comment('دیدگاه خواندنی')).headers.get('Location') ?? '')?.[1];
  const { cookie, csrf } = await signIn('a long enough password');
  const decide = (state: string, reason = '') =>
    post('/admin/comments', { id: id ?? '', state, reason, csrf }, { ...OWN, Cookie: cookie });
  assert.match(await textOf('/admin/comments', cookie), /دیدگاه خواندنی/);
  assert.equal((await decide('published')).status, 303);
  assert.match(await textOf(`/article/${articleId}`), /دیدگاه خواندنی/);
  assert.match(await textOf('/'), /پربحث.*۱ دیدگاه/s);
  await decide('pending');
  assert.doesNotMatch(await textOf(`/article/${articleId}`), /دیدگاه خواندنی/);
  const refused = await decide('rejected');
  assert.equal(refused.status, 400);
  assert.match(await refused.text(), /برای رد کردن دلیلی برگزینید/);
  await decide('rejected', 'بی‌ربط به خبر');
  assert.match(await textOf('/admin/comments?state=rejected', cookie), /دلیل رد: بی‌ربط به خبر/);
  assert.doesNotMatch(await textOf(`/article/${articleId}`), /بی‌ربط به خبر/);
});

test('the desk refuses strangers, wrong proofs and forms of other pages', async () => {
  const { cookie, csrf } = await signIn('a long enough password');
  const acts: readonly (readonly [Record<string, string>, Record<string, string>])[] = [
    [{ csrf }, OWN],
    [{ csrf: 'wrong' }, { ...OWN, Cookie: cookie }],
    [{}, { ...OWN, Cookie: cookie }],
    [{ csrf }, { 'Sec-Fetch-Site': 'cross-site', Cookie: cookie }],
    [{ csrf }, { ...OWN, Cookie: cookie.replace(/=Fe26/, '=Fe27') }],
  ];
  for (const [form, headers] of acts) {
    assert.equal((await post('/admin/settings', form, headers)).status, 403);
  }
  assert.equal((await app.request('/admin')).headers.get('Location'), '/admin/login');
  const set =
    (await post('/admin/login', { password: 'a long enough password' })).headers.get('Set-Cookie') ?? '';
  assert.match(set, /HttpOnly/);
  assert.match(set, /SameSite=Strict/);
  assert.match(set, /Path=\/admin/);
});

test('signing out, a new password and time end a session', async () => {
  const first = await signIn('a long enough password');
  await post('/admin/logout', { csrf: first.csrf }, { ...OWN, Cookie: first.cookie });
  assert.equal((await app.request('/admin', { headers: { Cookie: first.cookie } })).status, 303);
  site.wait(60 * 60_000);
  const second = await signIn('a long enough password');
  await setOperatorPassword(store, 'another long password', TEST_NOW);
  assert.equal((await app.request('/admin', { headers: { Cookie: second.cookie } })).status, 303);
  const third = await signIn('another long password');
  site.wait(13 * 60 * 60_000);
  assert.equal((await app.request('/admin', { headers: { Cookie: third.cookie } })).status, 303);
});

test('wrong passwords run into a limit', async () => {
  for (let tried = 0; tried < 5; tried++) {
    assert.equal((await post('/admin/login', { password: 'wrong' })).status, 403);
  }
  assert.equal((await post('/admin/login', { password: 'another long password' })).status, 429);
  site.wait(16 * 60_000);
});

test('the operator writes pages with a preview, closes comments, shows full texts, hides and shows', async () => {
  const { cookie, csrf } = await signIn('another long password');
  const act = (path: string, form: Record<string, string>) =>
    post(path, { ...form, csrf }, { ...OWN, Cookie: cookie });
  const text = 'سلام **دوستان**\n\n[بد](javascript:alert(1)) <i>نه</i>';
  const preview = await (await act('/admin/text/about', { text, act: 'preview' })).text();
  assert.match(preview, /پیش‌نمایش، هنوز ذخیره نشده.*<strong>دوستان<\/strong>/s);
  assert.doesNotMatch(await textOf('/about'), /دوستان/);
  await act('/admin/text/about', { text, act: 'save' });
  const about = await textOf('/about');
  assert.match(about, /<strong>دوستان<\/strong>/);
  assert.doesNotMatch(about, /href="javascript|<i>نه/);

  const settings = {
    full_text: 'full',
    excerpt_length: '600',
    pictures: 'on',
    site_name: 'سند',
    contact: '',
  };
  await act('/admin/settings', { ...settings, comments: 'closed' });
  const page = await textOf(`/article/${articleId}`);
  assert.match(page, /پیش‌شرط هر دیداری/);
  assert.match(page, /دیدگاه‌ها اکنون بسته است/);
  assert.equal((await comment('سلام')).status, 403);

  const noun = { kind: 'article', id: String(articleId) };
  await act('/admin/hide', { ...noun, note: 'به درخواست ناشر' });
  assert.equal((await app.request(`/article/${articleId}`)).status, 410);
  assert.match(await textOf('/admin/hidden', cookie), /به درخواست ناشر/);
  await act('/admin/unhide', noun);
  assert.equal((await app.request(`/article/${articleId}`)).status, 200);
  await saveSetting(store, { key: 'full_text', value: 'excerpt', at: TEST_NOW });
});

test('the desk tells causes in Persian and has a stored page read again', async () => {
  const { cookie, csrf } = await signIn('another long password');
  await store.run(
    `insert into issue (page_id, stage, code, message, severity, seen_at)
     select min(id), 'extract', 'extract.empty', 'Cannot extract a page: it has no letters', 'fatal', $1
     from fetched_page`,
    [TEST_NOW],
  );
  const issue = await store.row<{ id: number }>('select max(id) as id from issue');
  const path = '/admin/quarantine/replay';
  const id = String(issue?.id);
  const desk = await textOf('/admin/quarantine', cookie);
  assert.match(desk, /هیچ متنی در آن نبود/);
  assert.ok(desk.includes(`action="${path}"`));
  const single = await textOf(`/admin/quarantine/${id}`, cookie);
  for (const words of [/هیچ متنی در آن نبود/, /آنچه آمد/, /بازخوانی/]) assert.match(single, words);
  const nowhere = await app.request('/admin/quarantine/999999', { headers: { Cookie: cookie } });
  assert.equal(nowhere.status, 404);
  const answer = await post(path, { id, csrf }, { ...OWN, Cookie: cookie });
  assert.equal(answer.headers.get('Location'), '/admin/quarantine?done=replay');
  assert.match(await textOf('/admin/quarantine', cookie), /در نوبت بازخوانی/);
  const unknown = await post(path, { id: '999999', csrf }, { ...OWN, Cookie: cookie });
  assert.equal(unknown.headers.get('Location'), '/admin/quarantine?done=missing');
  assert.equal((await post(path, { id, csrf: 'wrong' }, { ...OWN, Cookie: cookie })).status, 403);
  assert.equal((await post(path, { csrf }, { ...OWN, Cookie: cookie })).status, 400);
});

test('kept pages show what the site itself wrote at once, and what others wrote after a moment', async () => {
  let nowMs = Date.parse(TEST_NOW);
  const kept = createSite({ store, config: { keptMs: 3000 }, clock: () => new Date(nowMs).toISOString() });
  const headline = async () =>
    /<h1>(.*?)<\/h1>/s.exec(await (await kept.request(`/article/${articleId}`)).text())?.[1];
  const before = await headline();
  await store.run(`update article_version set title = 'تیتر تازه' where article_id = $1`, [articleId]);
  assert.equal(await headline(), before);
  nowMs += 3000;
  assert.equal(await headline(), 'تیتر تازه');
  await store.run(`update article_version set title = 'تیتر تازه‌تر' where article_id = $1`, [articleId]);
  await kept.request('/admin/login', { method: 'POST', body: new URLSearchParams({ password: 'x' }) });
  assert.equal(await headline(), 'تیتر تازه‌تر');
});

test('a kept article page still counts its views, a reload of the same visitor none', async () => {
  const kept = createSite({ store, config: { keptMs: 3000 }, clock: () => '2026-01-01T09:00:00.000Z' });
  for (const version of [139, 140, 140, 140, 141]) {
    const headers = { 'User-Agent': `Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/${version}.0` };
    await kept.request(`/article/${articleId}`, { headers });
  }
  const row = await store.row<{ count: number }>(
    `select count from article_view where article_id = $1 and day = '2026-01-01'`,
    [articleId],
  );
  assert.equal(row?.count, 3);
});
