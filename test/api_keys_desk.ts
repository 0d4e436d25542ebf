/** Keys at the desk: shown once, listed without their letters, revoked for good. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setOperatorPassword } from '../src/serve/admin/password.js';
import { createSite } from '../src/serve/site.js';
import type { ApiPress } from './api_press.js';

/** Signs in; returns how the desk's pages are read and its forms are sent. */
async function openDesk({ app, store, lastAt }: ApiPress) {
  await setOperatorPassword(store, 'گذرواژهٔ-آزمون-کلید', lastAt);
  const own = { 'Sec-Fetch-Site': 'same-origin' };
  const login = await app.request('/admin/login', {
    method: 'POST',
    headers: own,
    body: new URLSearchParams({ password: 'گذرواژهٔ-آزمون-کلید' }),
  });
  const headers = { ...own, Cookie: (login.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '' };
  const page = async (path: string): Promise<string> => (await app.request(path, { headers })).text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page('/admin/keys'))?.[1] ?? '';
  const send = (path: string, fields: Record<string, string>) =>
    app.request(path, { method: 'POST', headers, body: new URLSearchParams({ csrf, ...fields }) });
  return { headers, page, send };
}

export function testKeysDesk(press: ApiPress): void {
  const { app, store, lastAt } = press;
  test('the desk makes a key that is shown once, lists it and revokes it', async () => {
    const { headers, send, page: show } = await openDesk(press);
    const page = () => show('/admin/keys');
    const bad = await send('/admin/keys', { name: 'پژوهشگاه', purpose: 'read', rate: 'بسیار' });
    assert.equal(bad.status, 400);
    const answer = await send('/admin/keys', { name: 'پژوهشگاه', purpose: 'stream', rate: '900' });
    assert.equal(answer.headers.get('Cache-Control'), 'no-store');
    const made = await answer.text();
    const key = /data-key[^>]*>\s*(sanad_[\w-]+)/.exec(made)?.[1] ?? '';
    const ask = () => app.request('/api/v1/stories', { headers: { Authorization: `Bearer ${key}` } });
    const asked = await ask();
    assert.equal(asked.status, 200);
    assert.equal(asked.headers.get('RateLimit-Policy'), '"key";q=900;w=60');
    const listed = await page();
    assert.match(listed, /پژوهشگاه/);
    assert.ok(!listed.includes(key));
    const id = /action="\/admin\/keys\/(\d+)\/revoke"/.exec(listed)?.[1] ?? '';
    const gone = await send(`/admin/keys/${id}/revoke`, {});
    assert.equal(gone.headers.get('Location'), '/admin/keys?done=revoked');
    assert.equal((await ask()).status, 401);
    assert.match(await (await app.request('/admin/acts', { headers })).text(), /کلید رابط را بازپس گرفت/);
    assert.equal((await app.request('/admin/keys')).status, 303);
  });

  test('the desk adds a webhook whose secret is shown once, tests and removes it', async () => {
    const { page, send } = await openDesk(press);
    const pages = '/search?q=سد\r\n/dossier/1';
    for (const [field, wrong] of [
      ['address', { address: 'http://127.0.0.1/', pages }],
      ['address', { address: 'a@b', pages }],
      ['address', { address: 'somebody@mail.example', pages }],
      ['pages', { address: 'https://desk.example/in', pages: '/about' }],
      ['pages', { address: 'https://desk.example/in', pages: '/dossier/999' }],
      ['pages', { address: 'https://desk.example/in', pages: ' ' }],
    ] as const) {
      const answer = await send('/admin/alerts', wrong);
      assert.equal(answer.status, 400, JSON.stringify(wrong));
      assert.match(await answer.text(), new RegExp(`id="${field}-e"`), JSON.stringify(wrong));
    }
    const made = await send('/admin/alerts', { address: 'https://desk.example/in', pages });
    assert.equal(made.headers.get('Cache-Control'), 'no-store');
    const secret = /data-key[^>]*>\s*(whsec_[\w+/=]+)/.exec(await made.text())?.[1] ?? '';
    const own = await store.row<{ id: number; secret: string; follows: number }>(
      `select t.id, t.secret, (select count(*) from alert_follow f where f.target_id = t.id) as follows
       from alert_target t where t.address = 'https://desk.example/in'`,
    );
    assert.deepEqual([own?.secret, own?.follows], [secret, 2]);
    const listed = await page('/admin/alerts');
    assert.ok(listed.includes('https://desk.example/in') && !listed.includes(secret));
    const path = `/admin/alerts/${own?.id}`;
    const done = async (act: string) => (await send(path, { act })).headers.get('Location');
    assert.equal(await done('test'), '/admin/alerts?done=missing', 'not open yet');
    await store.run("update alert_target set state = 'open' where id = $1", [own?.id]);
    assert.equal(await done('test'), '/admin/alerts?done=tested');
    assert.equal(await done('remove'), '/admin/alerts?done=unalerted');
    assert.equal(await done('remove'), '/admin/alerts?done=missing');
    assert.ok(!(await page('/admin/alerts')).includes('desk.example'));
    assert.match(await page('/admin/acts'), /گیرندهٔ خبر را برداشت/);
    const mailing = createSite({
      ...{ store, clock: () => lastAt },
      config: { keptMs: 0, alerts: { smtpUrl: 'smtp://mail.example' } },
    });
    const asked = await (await openDesk({ ...press, app: mailing })).send('/admin/alerts', {
      ...{ address: 'somebody@Mail.example', pages, rhythm: 'hourly' },
    });
    assert.equal(asked.headers.get('Location'), '/admin/alerts?done=asked');
    const mail = await store.row(
      `select t.state, t.rhythm, (select count(*) from alert_message m where m.target_id = t.id and m.kind = 'confirm') as asked
       from alert_target t where t.address = 'somebody@mail.example'`,
    );
    assert.deepEqual(mail, { state: 'waiting', rhythm: 'hourly', asked: 2 });
  });

  test('the page of the API tells in both languages what there is, and every address in it answers', async () => {
    const words: Readonly<Record<string, RegExp>> = {
      fa: /<h1>رابط برنامه‌نویسی<\/h1>/,
      en: /<h1>For programs<\/h1>/,
    };
    for (const [language, heading] of Object.entries(words)) {
      const html = await (await app.request(`/api?lang=${language}`)).text();
      assert.match(html, heading);
      const plain = html.replaceAll('&#39;', "'").replaceAll('&amp;', '&');
      const addresses = [...plain.matchAll(/'http:\/\/localhost(\/[^']+)'/g)].map((match) => match[1] ?? '');
      assert.ok(addresses.length >= 10);
      for (const address of addresses.filter((each) => !each.includes('/stream')))
        assert.equal((await app.request(address)).status, 200, address);
    }
    assert.match(await (await app.request('/')).text(), /href="\/api"/);
  });
}
