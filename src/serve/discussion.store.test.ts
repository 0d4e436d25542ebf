import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { forgetVoters, saveSetting } from '../store/commands.js';
import { setOperatorPassword } from './admin/password.js';
import { fillPress, openTestSite, TEST_NOW } from './test_site.js';

const site = await openTestSite({ after });
const { app, store } = site;
let articleId = 0;
let storyId = 0;

before(async () => {
  articleId = (await fillPress(store)).get('call') ?? 0;
  const row = await store.row<{ id: number }>(
    'select story_id as id from story_member where article_id = $1',
    [articleId],
  );
  storyId = row?.id ?? 0;
  await saveSetting(store, { key: 'comments', value: 'open', at: TEST_NOW });
});

const OWN = { 'Sec-Fetch-Site': 'same-origin' };

function post(path: string, form: Record<string, string>, headers: Record<string, string> = OWN) {
  return app.request(path, { method: 'POST', body: new URLSearchParams(form), headers });
}

async function textOf(path: string, headers: Record<string, string> = {}): Promise<string> {
  return (await app.request(path, { headers })).text();
}

function ticketIn(page: string): string {
  return /name="ticket" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

/** Sends the form of a page after a while; the number of the comment. */
async function send(path: string, form: Record<string, string>): Promise<number> {
  const ticket = ticketIn(await textOf(path));
  site.wait(3 * 60_000);
  const answer = await post(`${path}/comments`, { ticket, ...form });
  assert.equal(answer.status, 303, await answer.clone().text());
  return Number(/\/comment\/(\d+)/.exec(answer.headers.get('Location') ?? '')?.[1]);
}

function vote(id: number, value: string, browser: string): Promise<Response> {
  const headers = { ...OWN, 'User-Agent': browser };
  return Promise.resolve(post(`/comment/${id}/vote`, { value }, headers));
}

async function votesOf(id: number): Promise<readonly [number, number]> {
  const row = await store.row<{ up: number; down: number }>('select up, down from comment where id = $1', [
    id,
  ]);
  return [row?.up ?? -1, row?.down ?? -1];
}

test('a story has comments and answers, which count into the most discussed', async () => {
  const first = await send(`/story/${storyId}`, { name: 'مینا', text: 'دیدگاهی زیر خبر' });
  const page = await textOf(`/comment/${first}/answer`);
  assert.match(page, /پاسخ به دیدگاه.*دیدگاهی زیر خبر/s);
  assert.match(page, new RegExp(`name="parent" value="${first}"`));
  const answer = await send(`/story/${storyId}`, { text: 'پاسخی به آن', parent: String(first) });
  const story = await textOf(`/story/${storyId}`);
  assert.match(
    story,
    new RegExp(`id="comment-${first}".*دیدگاهی زیر خبر.*id="comment-${answer}".*پاسخی به آن`, 's'),
  );
  assert.match(story, /۲ دیدگاه، به ترتیب زمان/);
  assert.match(await textOf('/'), /پربحث.*۲ دیدگاه/s);
  assert.doesNotMatch(await textOf(`/article/${articleId}`), /دیدگاهی زیر خبر/);
});

test('an answer goes to what is published under the same place', async () => {
  const under = await send(`/article/${articleId}`, { text: 'زیر گزارش' });
  const ticket = ticketIn(await textOf(`/story/${storyId}`));
  site.wait(10_000);
  const wrong = await post(`/story/${storyId}/comments`, { ticket, text: 'جای دیگر', parent: String(under) });
  assert.equal(wrong.status, 404);
  assert.equal((await app.request('/comment/999/answer')).status, 404);
});

test('what is sent at once, again, or from a form that is not ours comes back with its words', async () => {
  const path = `/story/${storyId}`;
  const words = 'نوشته‌ای که کسی جز نویسنده‌اش آن را با همین واژه‌ها نمی‌نویسد';
  const ticket = ticketIn(await textOf(path));
  const early = await post(`${path}/comments`, { ticket, text: words });
  assert.equal(early.status, 400);
  assert.match(await early.text(), /نوشته‌ای که کسی.*زودتر از آن رسید/s);
  const foreign = await post(`${path}/comments`, { ticket: 'made.up', text: words });
  assert.match(await foreign.text(), /دوباره بفرستید/);
  await send(path, { text: words });
  site.wait(11 * 60_000);
  for (const place of [path, `/article/${articleId}`]) {
    const again = await post(`${place}/comments`, { ticket, text: `${words}!!` });
    assert.equal(again.status, 400);
    assert.match(await again.text(), /همین نوشته/);
  }
});

test('votes: one of each visitor on each comment, the last one counts, marks go after a week', async () => {
  site.wait(11 * 60_000);
  const id = await send(`/article/${articleId}`, { text: 'رأی بدهید' });
  assert.equal((await vote(id, '1', 'Mozilla/a')).status, 303);
  await vote(id, '-1', 'Mozilla/b');
  assert.deepEqual(await votesOf(id), [1, 1]);
  await vote(id, '1', 'Mozilla/b');
  assert.deepEqual(await votesOf(id), [2, 0]);
  assert.equal((await vote(id, '5', 'Mozilla/p')).status, 400);
  assert.equal((await vote(999, '1', 'Mozilla/p')).status, 404);
  assert.equal(
    (await post(`/comment/${id}/vote`, { value: '1' }, { 'Sec-Fetch-Site': 'cross-site' })).status,
    403,
  );
  assert.match(await textOf(`/article/${articleId}`), /موافقم <span>۲<\/span>.*مخالفم <span>۰<\/span>/s);
  // One address cannot vote without end by naming other browsers.
  const last = await Promise.all(
    ['Mozilla/t', 'Mozilla/s', 'Mozilla/j'].map((browser) => vote(id, '-1', browser)),
  );
  assert.ok(last.some(({ status }) => status === 429));
  const marks = () => store.row<{ count: number }>('select count(*)::int as count from comment_vote');
  assert.ok(((await marks())?.count ?? 0) >= 2);
  site.wait(8 * 24 * 60 * 60_000);
  const before = await votesOf(id);
  await forgetVoters(store, new Date(Date.parse(TEST_NOW) + 9 * 86_400_000).toISOString());
  assert.equal((await marks())?.count, 0);
  assert.equal((await vote(id, '-1', 'Mozilla/c')).status, 303);
  assert.deepEqual(await votesOf(id), before);
  assert.match(await textOf(`/article/${articleId}`), /رأی‌گیری پایان یافته است/);
});

test('a comment that many disagree with is folded and says why; answers outlive what they answer', async () => {
  const id = await send(`/article/${articleId}`, { text: 'حرفی که بسیاری نمی‌پسندند' });
  await store.run('update comment set down = 7, up = 1 where id = $1', [id]);
  const answer = await send(`/article/${articleId}`, { text: 'با این همه', parent: String(id) });
  assert.match(
    await textOf(`/article/${articleId}`),
    /<details class="fold"><summary>دیدگاهی که مخالفانش ۶ نفر/,
  );
  await store.run('delete from comment where id = $1', [id]);
  const page = await textOf(`/article/${articleId}?x`);
  assert.match(page, new RegExp(`دیگر نیست؛ پاسخ‌هایش مانده است.*id="comment-${answer}"`, 's'));
});

test('the desk shows where a comment stands and what it answers', async () => {
  await saveSetting(store, { key: 'comments', value: 'moderated', at: TEST_NOW });
  await setOperatorPassword(store, 'a long enough password', TEST_NOW);
  const parent = await store.row<{ id: number }>(
    'select min(id) as id from comment where story_id is not null',
  );
  await send(`/story/${storyId}`, { text: 'در صف', parent: String(parent?.id) });
  const signed = await post('/admin/login', { password: 'a long enough password' });
  const Cookie = signed.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const desk = await textOf('/admin/comments', { Cookie });
  assert.match(
    desk,
    new RegExp(`زیر خبر <a class="link" href="/story/${storyId}">.*در پاسخ به «دیدگاهی زیر خبر».*در صف`, 's'),
  );
});
