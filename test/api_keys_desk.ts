/** Keys at the desk: shown once, listed without their letters, revoked for good. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setOperatorPassword } from '../src/serve/admin/password.js';
import type { ApiPress } from './api_press.js';

export function testKeysDesk({ app, store, lastAt }: ApiPress): void {
  test('the desk makes a key that is shown once, lists it and revokes it', async () => {
    await setOperatorPassword(store, 'گذرواژهٔ-آزمون-کلید', lastAt);
    const own = { 'Sec-Fetch-Site': 'same-origin' };
    const login = await app.request('/admin/login', {
      method: 'POST',
      headers: own,
      body: new URLSearchParams({ password: 'گذرواژهٔ-آزمون-کلید' }),
    });
    const headers = { ...own, Cookie: (login.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '' };
    const page = async (): Promise<string> => (await app.request('/admin/keys', { headers })).text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(await page())?.[1] ?? '';
    const send = (path: string, fields: Record<string, string>) =>
      app.request(path, { method: 'POST', headers, body: new URLSearchParams({ csrf, ...fields }) });
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
