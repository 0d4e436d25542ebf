/** The desk with everything that other layers do for it: sources, stories, entities, topics, dossiers, acts. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openDeskActs } from '../src/cli/desk_acts.js';
import { readConfig } from '../src/read_config.js';
import { setOperatorPassword } from '../src/serve/admin/password.js';
import { createSite } from '../src/serve/site.js';
import { addTopic, fillPress, TEST_NOW } from '../src/serve/test_site.js';
import { addWebhook } from '../src/store/alert_targets.js';
import { saveEntities } from '../src/store/entities.js';
import { loadOperatorActs } from '../src/store/operator_acts.js';
import { findStoriesOf } from '../src/store/site_story.js';
import { openTestDatabase } from '../src/store/test_database.js';
import { saveTopicPage } from '../src/store/topics.js';

const PASSWORD = 'a long enough password';
const store = await openTestDatabase({ after });
const folder = mkdtempSync(join(tmpdir(), 'sanad-desk-'));
const config = { ...readConfig({ SANAD_DATA: folder }), registryFolder: folder };
let nowMs = Date.parse(TEST_NOW);
/** Every request a second after the one before, so that acts have an order. */
const clock = (): string => {
  nowMs += 1000;
  return new Date(nowMs).toISOString();
};
const app = createSite({
  store,
  config: { keptMs: 0 },
  clock,
  acts: openDeskActs(store, { config, clock }),
});
let numbers: ReadonlyMap<string, number>;
let topic = 0;
let cookie = '';
let csrf = '';

before(async () => {
  numbers = await fillPress(store);
  topic = await addTopic(store);
  await setOperatorPassword(store, PASSWORD, TEST_NOW);
  const login = await app.request('/admin/login', {
    method: 'POST',
    body: new URLSearchParams({ password: PASSWORD }),
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  cookie = login.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  csrf = /name="csrf" value="([^"]+)"/.exec(await page('/admin'))?.[1] ?? '';
});
after(() => rmSync(folder, { recursive: true, force: true }));

async function page(path: string): Promise<string> {
  return (await app.request(path, { headers: { Cookie: cookie } })).text();
}

function send(path: string, form: Readonly<Record<string, string | readonly string[]>>): Promise<Response> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries({ csrf, ...form })) {
    for (const each of [value].flat()) body.append(name, each);
  }
  const headers = { 'Sec-Fetch-Site': 'same-origin', Cookie: cookie };
  return Promise.resolve(app.request(path, { method: 'POST', body, headers }));
}

/** Sends a form that must be done; gives where it leads. */
async function done(path: string, form: Parameters<typeof send>[1]): Promise<string> {
  const answer = await send(path, form);
  assert.equal(answer.status, 303, `${path}: ${/role="alert">(.*?)<\/div>/s.exec(await answer.text())?.[1]}`);
  return answer.headers.get('Location') ?? '';
}

/** Sends a form that cannot be done; gives what the page says of it. */
async function refused(path: string, form: Parameters<typeof send>[1]): Promise<string> {
  const answer = await send(path, form);
  const text = await answer.text();
  assert.equal(answer.status, 400, path);
  return /role="alert">(.*?)<\/div>/s.exec(text)?.[1]?.replace(/<[^>]+>/g, '') ?? '';
}

async function undoLast(kind: string): Promise<void> {
  const act = new RegExp(`name="act" value="(${kind}-\\d+)"`).exec(await page('/admin/acts'))?.[1] ?? '';
  assert.equal(await done('/admin/acts/undo', { act }), '/admin/acts?done=undone');
}

function storyOf(key: string): Promise<number> {
  const article = numbers.get(key) ?? 0;
  return findStoriesOf(store, [article]).then((found) => found.get(article) ?? 0);
}

test('every form of the desk refuses what does not carry its proof', async () => {
  const forms = [
    'comments',
    'quarantine/replay',
    'sources/switch',
    'sources/add',
    'sources/remove',
    'sources/import',
    'sources/import/take',
    'stories/1/split',
    'stories/1/merge',
    'stories/1/move',
    'stories/1/join',
    'stories/1/leave',
    'entities/per.x/rename',
    'entities/per.x/merge',
    'entities/per.x/split',
    'topics/1/merge',
    'dossiers',
    'dossiers/1',
    'dossiers/1/close',
    'hide',
    'unhide',
    'text/about',
    'settings',
    'settings/outlet',
    'acts/undo',
    'logout',
  ];
  for (const form of forms) {
    assert.equal((await send(`/admin/${form}`, { csrf: 'wrong' })).status, 403, form);
    const stranger = await app.request(`/admin/${form}`, {
      method: 'POST',
      body: new URLSearchParams({ csrf }),
    });
    assert.equal(stranger.status, 403, form);
  }
});

test('pages of the desk ask strangers to sign in and then lead where they wanted to go', async () => {
  for (const place of [
    '',
    '/comments',
    '/quarantine',
    '/sources',
    '/stories',
    '/entities',
    '/topics',
    '/acts',
  ]) {
    assert.equal((await app.request(`/admin${place}`)).status, 303, place);
  }
  const login = (to: string) =>
    app.request(`/admin/login?to=${encodeURIComponent(to)}`, {
      method: 'POST',
      body: new URLSearchParams({ password: PASSWORD }),
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
  const late = await app.request('/admin/dossiers', {
    method: 'POST',
    body: new URLSearchParams({ csrf: 'of an ended session', name: 'پروندهٔ نوشته‌شده' }),
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  assert.equal(late.status, 403);
  assert.match(await late.text(), /نشست شما پایان یافته بود.*پروندهٔ نوشته‌شده/s);
  assert.equal((await login('/admin/stories/3')).headers.get('Location'), '/admin/stories/3');
  assert.equal((await login('//elsewhere.example/admin/')).headers.get('Location'), '/admin');
});

test('reports leave a story and come back, stories become one; each with a reason and undone', async () => {
  const call = await storyOf('call');
  const copy = numbers.get('call-copy') ?? 0;
  const path = `/admin/stories/${call}`;
  assert.match(await page('/admin/stories?q=سپیدبار'), /admin\/stories\/\d/);
  assert.match(await page(path), /جدا کن.*به خبر دیگر ببر.*یکی کردن/s);
  assert.match(await refused(`${path}/split`, { note: 'دیگر است' }), /گزارشی برگزیده نشده است/);
  assert.match(await refused(`${path}/split`, { report: String(copy) }), /دلیل خالی است/);
  const all = [String(numbers.get('call')), String(copy)];
  assert.match(await refused(`${path}/split`, { report: all, note: 'x' }), /دست‌کم یکی باید/);
  const apart = await done(`${path}/split`, { report: String(copy), note: 'خبر دیگری است' });
  assert.match(apart, /^\/admin\/stories\/\d+\?done=split$/);
  assert.notEqual(await storyOf('call-copy'), call);
  await undoLast('story');
  assert.equal(await storyOf('call-copy'), call);

  const river = await storyOf('river');
  assert.match(await refused(`${path}/merge`, { into: String(call), note: 'x' }), /این همان خبر است/);
  assert.match(await refused(`${path}/merge`, { into: '999999', note: 'x' }), /خبری با شمارهٔ/);
  assert.match(await refused(`${path}/merge`, { into: 'abc', note: 'x' }), /شمارهٔ خبر نیست/);
  await done(`${path}/merge`, { into: `https://x.example/story/${river}`, note: 'یک خبرند' });
  assert.equal(await storyOf('call'), river);
  await undoLast('story');
  assert.equal(await storyOf('call'), call);

  assert.match(await refused(`${path}/move`, { to: String(river), note: 'x' }), /یک گزارش، و تنها یکی/);
  await done(`${path}/move`, { report: String(copy), to: String(river), note: 'جایش آنجاست' });
  assert.equal(await storyOf('call-copy'), river);
  assert.match(await page('/admin/acts'), /گزارشی را از خبر .* برد.*جایش آنجاست/s);
  await undoLast('story');
  assert.match(await refused('/admin/acts/undo', { act: 'story-1' }), /پیش از این واگردانده شده/);
  assert.match(await refused('/admin/acts/undo', { act: 'x' }), /شمارهٔ کار خوانا نیست/);
});

test('stories come into one thread and leave it; each with a reason and undone', async () => {
  const [call, river] = [await storyOf('call'), await storyOf('river')];
  const path = `/admin/stories/${call}`;
  assert.match(await page(path), /این خبر در رشته‌ای نیست/);
  assert.match(await refused(`${path}/join`, { with: String(call), note: 'x' }), /این همان خبر است/);
  assert.match(await refused(`${path}/leave`, { note: 'x' }), /it is in none/);
  const joined = await done(`${path}/join`, { with: `/story/${river}`, note: 'یک جریان‌اند' });
  assert.equal(joined, `${path}?done=joined`);
  const thread = /admin\/stories\?thread=(\d+)/.exec(await page(path))?.[1];
  assert.match(
    await page(`/admin/stories?thread=${thread}`),
    new RegExp(`stories/${call}".*stories/${river}"`, 's'),
  );
  assert.equal(await done(`${path}/leave`, { note: 'نه، نیستند' }), `${path}?done=left`);
  assert.match(await page(path), /این خبر در رشته‌ای نیست/);
  await undoLast('story');
  assert.match(await page(path), /از رشته بیرون ببر/);
  await undoLast('story');
  assert.match(await page(path), /این خبر در رشته‌ای نیست/);
});

test('names are given, joined and parted with a reason, and undone', async () => {
  await saveEntities(store, [
    { id: 'per.ova', type: 'person', name: 'اووا', known: true },
    { id: 'per.uva', type: 'person', name: 'اوا', known: true },
  ]);
  const path = '/admin/entities/per.ova';
  assert.match(await refused(`${path}/rename`, { name: '', note: 'x' }), /نام خالی است/);
  assert.match(
    await refused(`${path}/merge`, { into: 'per.none', note: 'x' }),
    /نامی با شناسهٔ «per.none» نیست/,
  );
  assert.match(await refused(`${path}/merge`, { into: 'per.ova', note: 'x' }), /این همان نام است/);
  assert.match(
    await refused(`${path}/split`, { other: 'دیگری', articles: 'هیچ', note: 'x' }),
    /شمارهٔ گزارشی نیامده/,
  );
  assert.equal(
    await done(`${path}/rename`, { name: 'اووای نامدار', note: 'نام درستش' }),
    '/admin/entities/per.ova?done=renamed',
  );
  assert.match(await page(path), /<h1>اووای نامدار<\/h1>/);
  await undoLast('entity');
  assert.equal(
    await done(`${path}/merge`, { into: '/entity/per.uva', note: 'یکی‌اند' }),
    '/admin/entities/per.uva?done=merged',
  );
  assert.match(await page(path), /با نامی دیگر یکی شده است/);
  await undoLast('entity');
  const split = await done(`${path}/split`, { other: 'اووای دیگر', articles: '۱، ۲', note: 'کس دیگری است' });
  assert.equal(split, '/admin/entities/per.ova~2?done=split');
  await undoLast('entity');
});

test('topics are renamed, merged, hidden with a note, and come back', async () => {
  const other = await store.transaction(async (tx) => {
    const row = await tx.row<{ id: number }>('select min(id) as id from fetched_page');
    return saveTopicPage(tx, {
      ...{ key: 'nuran sefidbar', pageId: row?.id ?? 0, seenAt: TEST_NOW, name: 'سپید‌بار' },
      items: [{ key: '9', title: 'مطلبی که تنها اینجاست' }],
    });
  });
  const path = `/admin/topics/${other.topicId}`;
  assert.match(await page('/admin/topics?q=سپید'), /سپید/);
  await done(`${path}/rename`, { name: 'رود سپیدبار و سد آن' });
  assert.match(await page('/topics'), /رود سپیدبار و سد آن/);
  await undoLast('desk');
  assert.match(await refused(`${path}/merge`, { into: 'x' }), /موضوعی با شمارهٔ «x» نیست/);
  assert.match(await refused(`${path}/merge`, { into: String(other.topicId) }), /این همان موضوع است/);
  await done(`${path}/merge`, { into: String(topic) });
  assert.equal((await app.request(`/topic/${other.topicId}`)).headers.get('Location'), `/topic/${topic}`);
  assert.match(await page(`/topic/${topic}`), /مطلبی که تنها اینجاست/);
  assert.match(
    await refused(`/admin/topics/${topic}/merge`, { into: String(other.topicId) }),
    /این دو را نشد یکی کرد/,
  );
  await done(`${path}/show`, {});
  assert.doesNotMatch(await page(`/topic/${topic}`), /مطلبی که تنها اینجاست/);
  assert.match(await refused(`${path}/hide`, { note: '' }), /یادداشت خالی است/);
  await done(`${path}/hide`, { note: 'به درخواست ناشر' });
  const gone = await app.request(`/topic/${other.topicId}`);
  assert.equal(gone.status, 410);
  assert.match(await gone.text(), /به درخواست ناشر/);
  await undoLast('desk');
  assert.equal((await app.request(`/topic/${other.topicId}`)).status, 200);
});

test('dossiers are opened, changed and closed at the desk; closing is undone', async () => {
  assert.match(await refused('/admin/dossiers', { name: '' }), /نام پرونده خالی است/);
  assert.match(await refused('/admin/dossiers', { name: 'الف' }), /نه نامی آمده و نه واژه‌ای/);
  assert.match(
    await refused('/admin/dossiers', { name: 'الف', actors: 'per.none' }),
    /نامی چون «per.none» نیست/,
  );
  assert.match(
    await refused('/admin/dossiers', { name: 'الف', words: 'آب', from: 'دیروز' }),
    /روز «دیروز» خوانا نیست/,
  );
  assert.match(
    await refused('/admin/dossiers', { name: 'الف', words: 'آب', from: '1404/09/24', to: '2025-12-01' }),
    /روز پایان پیش از روز آغاز/,
  );
  await store.run(
    `insert into entity_mention (article_id, version, machine_id, entity_id, known_at, spans)
     select a.id, a.current_version, e.id, e.id, $2, '[]' from article a, entity e
     where a.id = $1 and e.id in ('per.ova', 'per.uva')`,
    [numbers.get('call'), TEST_NOW],
  );
  await store.run(`update entity set name = 'اوا' where id = 'per.ova'`);
  assert.match(
    await refused('/admin/dossiers', { name: 'الف', actors: 'اوا' }),
    /چند تن «اوا» نام دارند.*per\.uva/,
  );
  await store.run(`update entity set name = 'اووا' where id = 'per.ova'`);
  assert.match(await refused('/admin/dossiers', { name: 'الف', actors: 'او' }), /شاید این: او.* \(per\./);
  const named = await done('/admin/dossiers', {
    name: 'دو تن',
    actors: 'اووا، https://x.example/entity/per.uva',
  });
  // Each by its name, which leads back to the same one.
  assert.match(await page(named), /value="اووا، اوا"/);
  await undoLast('desk');
  const place = await done('/admin/dossiers', { name: 'آب', words: 'سپیدبار', from: '۱۴۰۴/۰۹/۰۱' });
  const id = /dossiers\/(\d+)/.exec(place)?.[1];
  assert.match(await page(`/dossier/${id}`), /آب/);
  const changed = await done(`/admin/dossiers/${id}`, { name: 'آب و سد', words: 'سپیدبار' });
  const undo = /role="status".*?name="act" value="(desk-\d+)"/s.exec(await page(changed))?.[1] ?? '';
  await done('/admin/acts/undo', { act: undo });
  assert.doesNotMatch(await page(`/dossier/${id}`), /آب و سد/);
  assert.doesNotMatch(await page(changed), /role="status".*?واگرداندن<\/button>/s);
  await done(`/admin/dossiers/${id}`, { name: 'آب و سد', words: 'سپیدبار' });
  assert.match(await page(`/dossier/${id}`), /آب و سد/);
  assert.equal(await done(`/admin/dossiers/${id}/close`, {}), '/admin/dossiers?done=closed');
  assert.equal((await app.request(`/dossier/${id}`)).status, 404);
  await undoLast('desk');
  assert.match(await page(`/dossier/${id}`), /آب و سد/);
});

test('settings are checked field by field, kept, and come back when undone', async () => {
  const good = {
    comments: 'open',
    full_text: 'excerpt',
    excerpt_length: '۲۰۰',
    pictures: 'on',
    site_name: 'سند',
    contact: '',
  };
  const cases: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ comments: 'maybe' }, /«maybe» را نمی‌شناسیم/],
    [{ excerpt_length: '7' }, /طول گزیده باید عددی از/],
    [{ site_name: '' }, /نام پایگاه خالی است/],
    [{ contact: 'javascript:alert(1)' }, /نه ایمیل است و نه نشانی وب/],
  ];
  for (const [wrong, words] of cases)
    assert.match(await refused('/admin/settings', { ...good, ...wrong }), words);
  const article = `/article/${numbers.get('call')}`;
  await done('/admin/settings', good);
  const ticket = /name="ticket" value="([^"]+)"/.exec(await page(article))?.[1] ?? '';
  nowMs += 10_000;
  const sent = await app.request(`${article}/comments`, {
    method: 'POST',
    body: new URLSearchParams({ text: 'بی‌درنگ پیداست', ticket }),
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  assert.equal(sent.status, 303);
  assert.match(await page(article), /بی‌درنگ پیداست/);
  assert.equal(await done('/admin/settings', good), '/admin/settings?done=same');
  await undoLast('desk');
  assert.match(
    await refused('/admin/settings/outlet', { outlet: 'nobody', wish: 'yes' }),
    /روشن نیست «nobody» کدام رسانه است/,
  );
  await done('/admin/settings', { ...good, excerpt_length: '100' });
  const before = await page(article);
  await done('/admin/settings/outlet', { outlet: 'khatemiyane', wish: 'yes' });
  assert.ok((await page(article)).length > before.length);
  await undoLast('desk');
  assert.equal((await page(article)).length, before.length);
});

test('an English operator is told in English what cannot be done, and what was done', async () => {
  const persian = cookie;
  cookie = `${persian}; sanad-lang=en`;
  try {
    const settings = {
      comments: 'open',
      full_text: 'excerpt',
      pictures: 'on',
      site_name: 'سند',
      contact: '',
    };
    const answer = await send('/admin/settings', { ...settings, excerpt_length: '7' });
    const text = await answer.text();
    assert.match(text, /The length of an excerpt must be a number from 100 to 3,000; “7” is none/);
    assert.match(text, /aria-invalid="true"[^>]*value="7"|value="7"[^>]*aria-invalid="true"/);
    assert.match(
      await refused('/admin/settings', { ...settings, excerpt_length: '200', site_name: '' }),
      /no name; write one, like “سند”/,
    );
    assert.match(
      await refused('/admin/entities/per.uva/merge', { into: '50%', note: 'x' }),
      /no name with the id “50%”/,
    );
    const place = await done('/admin/settings', { ...settings, excerpt_length: '250' });
    assert.match(await page(place), /Settings saved\./);
    assert.match(await page('/admin/acts'), /changed a setting.*Undo/s);
  } finally {
    cookie = persian;
  }
  await undoLast('desk');
});

test('several comments are decided at once, and all of them come back', async () => {
  await store.run(
    `insert into comment (article_id, text, created_at) select $1, 'دیدگاه ' || n, $2 from generate_series(1, 3) n`,
    [numbers.get('call'), TEST_NOW],
  );
  const ids = await store.rows<{ id: number }>(`select id from comment where text like 'دیدگاه _'`);
  const id = ids.map((row) => String(row.id));
  assert.match(await refused('/admin/comments', { state: 'published' }), /دیدگاهی برگزیده نشده/);
  assert.match(await refused('/admin/comments', { id, state: 'burnt' }), /روشن نیست با دیدگاه‌ها چه باید کرد/);
  await done('/admin/comments', { id, state: 'rejected', reason: 'تکراری' });
  assert.match(await page('/admin/comments?state=rejected'), /دلیل رد: تکراری/);
  await undoLast('desk');
  const pending = await store.row<{ count: number }>(
    `select count(*) from comment where state = 'pending' and reason is null and id = any($1)`,
    [id],
  );
  assert.equal(pending?.count, 3);
});

test('a list of feeds is shown before it is taken in, keeps folders and strange attributes, and goes out again', async () => {
  const opml = `<opml version="2.0"><body><outline text="شمال"><outline text="کرانهٔ نو" xmlUrl="https://karaneno.example/rss"
    htmlUrl="https://karaneno.example/" color="blue"/></outline><outline text="بد" xmlUrl="ftp://x"/></body></opml>`;
  const upload = (path: string, parts: Readonly<Record<string, string | File>>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ csrf, ...parts })) body.append(name, value);
    return app.request(path, {
      method: 'POST',
      body,
      headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: cookie },
    });
  };
  const shown = await (await upload('/admin/sources/import', { file: new File([opml], 'a.opml') })).text();
  assert.match(shown, /هنوز چیزی افزوده نشده است.*karaneno\.example\/rss.*شمال.*ftp:\/\/x/s);
  const list = opml;
  assert.equal((await upload('/admin/sources/import', { file: new File(['<html>'], 'a') })).status, 400);
  assert.equal((await upload('/admin/sources/import', { file: new File([''], 'a') })).status, 400);
  const taken = await upload('/admin/sources/import/take', { list });
  assert.equal(taken.headers.get('Location'), '/admin/sources?done=imported');
  const sources = await page('/admin/sources');
  assert.match(sources, /karaneno-feed/);
  const out = await page('/admin/sources/export.opml');
  assert.match(out, /karaneno\.example\/rss/);
  assert.match(out, /color="blue"/);
  assert.match(readFileSync(join(folder, 'added_sources.json'), 'utf8'), /"color": "blue"/);
});

test('sources are added with a check, turned off and on, and removed', async () => {
  assert.match(await refused('/admin/sources/add', { url: 'nuran' }), /نشانی کامل وب نیست/);
  const url = 'https://sepidnama.example/feed';
  assert.match(await refused('/admin/sources/add', { url, unchecked: '1' }), /بگویید این نشانی چیست/);
  assert.match(
    await refused('/admin/sources/add', { url, unchecked: '1', kind: 'feed' }),
    /نام رسانه را هم بنویسید/,
  );
  assert.match(
    await refused('/admin/sources/add', { url: 'http://127.0.0.1:9/', outletName: 'x' }),
    /Cannot add/,
  );
  const form = { url, unchecked: '1', kind: 'feed', outletName: 'تازه‌نیوز' };
  assert.equal(await done('/admin/sources/add', form), '/admin/sources?done=added');
  assert.match(await refused('/admin/sources/add', form), /پیش از این داریم/);
  assert.equal(
    await done('/admin/sources/switch', { source: 'disable sepidnama-feed' }),
    '/admin/sources?done=disabled',
  );
  assert.match(await page('/admin/sources'), /value="enable sepidnama-feed"/);
  await undoLast('desk');
  assert.match(await page('/admin/sources'), /value="disable sepidnama-feed"/);
  assert.match(await refused('/admin/sources/switch', { source: 'burn x' }), /روشن نیست کدام منبع/);
  assert.match(await refused('/admin/sources/remove', { id: 'nobody' }), /«nobody» را نشد برداشت/);
  assert.equal(await done('/admin/sources/remove', { id: 'sepidnama-feed' }), '/admin/sources?done=removed');
  assert.doesNotMatch(await page('/admin/sources'), /sepidnama-feed/);
});

test('an outlet is hidden by its address, with a note at its page, and shown again', async () => {
  assert.match(await refused('/admin/hide', { kind: 'article', id: 'x', note: 'n' }), /شمارهٔ گزارش نیست/);
  assert.match(
    await refused('/admin/hide', { kind: 'outlet', id: 'nobody', note: 'n' }),
    /رسانه‌ای با شناسهٔ «nobody»/,
  );
  assert.match(await refused('/admin/hide', { kind: 'outlet', id: 'rudna', note: '' }), /یادداشت خالی است/);
  await done('/admin/hide', {
    kind: 'article',
    id: 'https://x.example/outlet/rudna',
    note: 'ناشر خواسته است',
  });
  const gone = await app.request('/outlet/rudna');
  assert.equal(gone.status, 410);
  assert.match(await gone.text(), /ناشر خواسته است/);
  await done('/admin/unhide', { kind: 'outlet', id: 'rudna' });
  assert.equal((await app.request('/outlet/rudna')).status, 200);
});

test('whatever was done stands in the list of acts, each kind in Persian words', async () => {
  const acts = await loadOperatorActs(store, { limit: 100 });
  assert.ok(new Set(acts.map(({ kind }) => kind)).size >= 14);
  const list = await page('/admin/acts');
  for (const { kind } of acts) assert.ok(!list.includes(`>${kind}<`), kind);
  assert.doesNotMatch(list, /undefined/);
});

test('messages of alerts that nobody took are listed with their reason and sent again', async () => {
  const at = '2025-12-15T11:00:00.000Z';
  const subjects = [{ kind: 'search', subject: 'سد' }] as const;
  const { id } = await store.transaction((tx) =>
    addWebhook(tx, { address: 'https://hooks.example/', subjects, at }),
  );
  await store.run(
    "update alert_message set state = 'dead', error = 'hooks.example refuses' where target_id = $1",
    [id],
  );
  assert.match(await page('/admin/alerts'), /hooks\.example refuses/);
  await done('/admin/alerts/replay', {});
  assert.deepEqual(await store.rows('select state, attempts from alert_message'), [
    { state: 'waiting', attempts: 0 },
  ]);
  assert.match(await page('/admin/alerts'), /۱ در صف/);
});
