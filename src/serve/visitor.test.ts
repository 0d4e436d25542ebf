import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { isReader } from './visitor.js';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0';

const ASKING: readonly (readonly [string, Readonly<Record<string, string>>, boolean])[] = [
  ['a browser', { 'User-Agent': `Mozilla/5.0 (X11; Linux x86_64) ${CHROME} Safari/537.36` }, true],
  [
    'a page opened inside a messenger',
    { 'User-Agent': `Mozilla/5.0 (Linux; Android 13; SM-A515F) ${CHROME} Mobile Telegram-Android/10.2.0` },
    true,
  ],
  [
    'a telephone made by Cubot',
    { 'User-Agent': `Mozilla/5.0 (Linux; Android 12; CUBOT NOTE 30) ${CHROME}` },
    true,
  ],
  ['a search engine', { 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }, false],
  ['the preview of a messenger', { 'User-Agent': 'TelegramBot (like TwitterBot)' }, false],
  ['the preview of another messenger', { 'User-Agent': 'WhatsApp/2.23.20.0' }, false],
  ['a program', { 'User-Agent': 'curl/8.5.0' }, false],
  ['a browser that loads ahead', { 'User-Agent': `Mozilla/5.0 ${CHROME}`, 'Sec-Purpose': 'prefetch' }, false],
  ['nobody known', {}, false],
];

for (const [who, headers, expected] of ASKING) {
  test(`isReader() ${expected ? 'counts' : 'does not count'} ${who}`, async () => {
    const app = new Hono().get('/', (context) => context.text(String(isReader(context))));
    assert.equal(await (await app.request('/', { headers })).text(), String(expected));
  });
}
