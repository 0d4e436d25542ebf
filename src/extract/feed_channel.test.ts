import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseChannel } from './feed_channel.js';

const CHANNEL = 'https://t.me/s/tondbad';

function read(html: string): ReturnType<typeof parseChannel> {
  return parseChannel(new TextEncoder().encode(html), 'text/html; charset=utf-8', CHANNEL);
}

const POST = `<div class="tgme_widget_message_wrap"><div class="tgme_widget_message js-widget_message" data-post="tondbad/17">
  <div class="tgme_widget_message_forwarded_from">فوروارد از <span class="tgme_widget_message_forwarded_from_name">نوران</span></div>
  <a class="tgme_widget_message_reply"><div class="tgme_widget_message_text">پیام پیشین</div></a>
  <div class="tgme_widget_message_text js-message_text">🔴 سیل در <b>کوهپایه</b><br>همه سالم‌اند &amp; <a href="x">ادامه</a></div>
  <span class="tgme_widget_message_views">۱۲٫۳K</span>
  <a class="tgme_widget_message_date" href="https://t.me/tondbad/17"><time datetime="2026-01-27T04:32:06+00:00">۰۸:۰۲</time></a></div></div>`;

test('parseChannel() reads posts with time and origin, without the words that they answer', () => {
  const { value } = read(`<html><body>${POST}</body></html>`);
  assert.deepEqual(value, [
    {
      id: 'tondbad/17',
      url: 'https://t.me/tondbad/17',
      text: '🔴 سیل در کوهپایه\nهمه سالم‌اند & ادامه',
      published: { iso: '2026-01-27T04:32:06Z', precision: 'minute', surface: '2026-01-27T04:32:06+00:00' },
      forwardedFrom: 'نوران',
      views: 12_300,
    },
  ]);
});

test('parseChannel() reads views as they are printed, and none where they are no number', () => {
  const cases = [
    ['947', 947],
    ['1.2M', 1_200_000],
    ['۲۲٬۹۴۰', 22_940],
    ['12,300', 12_300],
    ['many', undefined],
  ] as const;
  for (const [printed, views] of cases) {
    const { value } = read(`<html>${POST.replace('۱۲٫۳K', printed)}</html>`);
    assert.equal(value?.[0]?.views, views, printed);
  }
});

test('parseChannel() leaves out posts without words', () => {
  const empty = POST.replace(/<div class="tgme_widget_message_text js[\s\S]*?<\/div>/, '');
  assert.equal(read(`<html>${empty}${POST}</html>`).value?.length, 1);
});

test('parseChannel() tells an empty channel from a page that is none', () => {
  assert.deepEqual(read('<div class="tgme_channel_info"></div>').value, []);
  assert.equal(read('<html><body>Sign in</body></html>').issues[0]?.code, 'channel.not_a_channel');
});
