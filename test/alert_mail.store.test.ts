/** Alerts by mail against a real SMTP receiver: asked for on the site, confirmed, told, ended with one click. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { matchNews } from '../src/notify/match_news.js';
import { type NotifierDeps, sendDue } from '../src/notify/notifier.js';
import { openMailer } from '../src/notify/send_mail.js';
import { openLaterStages } from '../src/pipeline/later_stages.js';
import { loadWorldGazetteer } from '../src/pipeline/load_gazetteer.js';
import { processPages } from '../src/pipeline/process_page.js';
import { syncRegistry } from '../src/pipeline/sync_registry.js';
import { PRESS_FOLDER } from '../src/press/load_world.js';
import { describeNews } from '../src/serve/api/alert_news.js';
import { writeAlertMail } from '../src/serve/mails/alert_mail.js';
import { createSite } from '../src/serve/site.js';
import { openTestDatabase } from '../src/store/test_database.js';
import { readPress } from './press_arrivals.js';

const BASE_URL = 'https://sanad.example';

interface Mail {
  readonly to: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly parts: readonly string[];
}

const received: Mail[] = [];
let refusal: string | undefined;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo: (address, _session, callback) => {
    const fault = refusal?.startsWith(address.address) ? new Error('No such mailbox') : undefined;
    callback(fault && Object.assign(fault, { responseCode: 550 }));
  },
  onData: (stream, session, callback) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address).join();
      received.push(readMail(to, Buffer.concat(chunks).toString('latin1')));
      callback();
    });
  },
});
server.listen(0, '127.0.0.1');
await once(server.server, 'listening');
after(() => new Promise<void>((resolve) => server.close(() => resolve())));

/** Header and parts of a mail, with their encodings undone. */
function readMail(to: string, raw: string): Mail {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        decodeWords(line.slice(line.indexOf(':') + 2)),
      ]),
  );
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1] ?? '';
  const parts = rest.join('\r\n\r\n').split(`--${boundary}`).slice(1, -1).map(decodePart);
  return { to, headers, parts };
}

function decodePart(part: string): string {
  const [head = '', ...rest] = part.trimStart().split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  return fromQuoted(body.replace(/=\r\n/g, ''));
}

function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('utf8')
        : fromQuoted(word.replaceAll('_', ' ')),
    );
}

function fromQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const store = await openTestDatabase({ after });
const { registry, arrivals } = await readPress();
await syncRegistry(store, registry);
const { value: gazetteer } = loadWorldGazetteer(registry.outlets, PRESS_FOLDER);
assert.ok(gazetteer);
const pipeline = { store, registry, gazetteer };
let nowMs = Date.parse(arrivals[0]?.fetchedAt ?? '');
const clock = (): string => new Date(nowMs).toISOString();
const smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
const site = createSite({ store, config: { baseUrl: BASE_URL, alerts: { smtpUrl }, keptMs: 0 }, clock });
const mailer = openMailer({
  smtpUrl,
  from: 'سند <alerts@sanad.example>',
  write: (message) => writeAlertMail(store, message, { baseUrl: BASE_URL }),
});
after(async () => mailer.close());
const deps: NotifierDeps = {
  ...{ store, clock, describe: describeNews, dailyHour: 8, random: () => 0 },
  post: async () => ({ kind: 'failed', cause: 'nothing is posted here' }),
  mail: mailer.send,
};
const running = new AbortController().signal;

/** Sends what is due; the mails that came of it. */
async function deliver(): Promise<readonly Mail[]> {
  const before = received.length;
  await matchNews(deps);
  await sendDue(deps, running);
  return received.slice(before);
}

async function get(path: string): Promise<string> {
  const response = await site.request(path);
  assert.equal(response.status, 200, path);
  return response.text();
}

function post(path: string, form: Readonly<Record<string, string>>): Promise<Response> {
  return Promise.resolve(site.request(path, { method: 'POST', body: new URLSearchParams(form) }));
}

async function ask(of: string, address: string, rhythm = 'at_once'): Promise<string> {
  const ticket =
    /name="ticket" value="([^"]+)"/.exec(await get(`/alerts/new?of=${encodeURIComponent(of)}`))?.[1] ?? '';
  nowMs += 10_000;
  const response = await post('/alerts/new', { of, address, rhythm, ticket });
  return response.text();
}

/** The path of the first of our links in a text. */
function linkIn(text: string | undefined, place: string): string {
  return new RegExp(`${BASE_URL}(/alerts/${place}/[\\w-]+)`).exec(text ?? '')?.[1] ?? '';
}

test('mails come after a confirmation alone, right to left, and end with one click', async () => {
  const [first = arrivals[0], second] = registry.outlets.map(({ id }) => id);
  assert.match(await get(`/outlet/${first}`), /href="\/alerts\/new\?of=%2Foutlet%2F/);
  assert.match(await ask(`/outlet/${first}`, 'Reader@Mail.Example'), /ایمیلتان را ببینید/);
  const [question, ...none] = await deliver();
  assert.deepEqual(none, []);
  assert.equal(question?.to, 'Reader@mail.example');
  assert.equal(question.headers.get('subject'), 'خبرها را به این ایمیل بفرستیم؟');
  assert.equal(question.headers.get('list-unsubscribe'), undefined);
  const confirm = linkIn(question.parts[0], 'confirm');
  assert.match(await get(confirm), /بله، بفرستید/);

  // A link that was only opened confirms nothing.
  await processPages(pipeline, arrivals.slice(0, 60));
  await openLaterStages(pipeline).settle();
  nowMs = Date.parse(arrivals[60]?.fetchedAt ?? '');
  assert.deepEqual(await deliver(), []);
  const confirmed = await post(confirm, {});
  const [mine = ''] = (confirmed.headers.get('location') ?? '').split('?');
  assert.equal(confirmed.status, 303);
  assert.match(await get(confirmed.headers.get('location') ?? ''), /role="status">تأیید شد/);
  // Nobody is told of what was there before.
  assert.deepEqual(await deliver(), []);
  await processPages(pipeline, arrivals.slice(60, 140));
  await openLaterStages(pipeline).settle();
  const [letter, ...more] = await deliver();
  assert.deepEqual(more, []);
  assert.ok(letter);
  const [text = '', html = ''] = letter.parts;
  assert.match(letter.headers.get('from') ?? '', /^سند <alerts@sanad\.example>$/);
  assert.match(letter.headers.get('message-id') ?? '', /^<msg_[\w-]+@sanad\.example>$/);
  assert.equal(letter.headers.get('list-unsubscribe'), `<${BASE_URL}${mine}>`);
  assert.equal(letter.headers.get('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
  assert.match(html, /^<!doctype html><html lang="fa" dir="rtl">/);
  assert.match(html, /<body[^>]*><div lang="fa" dir="rtl"/);
  assert.match(html, /رسانهٔ «/);
  assert.match(text, /\nhttps:\/\/sanad\.example\/story\/\d+\n/);
  assert.doesNotMatch(text + html, /object Object|undefined/);
  const told = [...text.matchAll(/\/story\/\d+/g)].map(([href]) => href);
  assert.ok(told.length > 0 && new Set(told).size === told.length, 'each story once');

  assert.match(await get(mine), /پایان همه و فراموشی ایمیل من/);
  const ended = await post(mine, { 'List-Unsubscribe': 'One-Click' });
  assert.match(await ended.text(), /دیگر چیزی نمی‌فرستیم/);
  assert.equal(await store.row('select from alert_target'), undefined);
  assert.equal((await site.request(mine)).status, 404);
  assert.ok(second);
});

test('daily mails wait for the morning of Tehran and tell statements and contacts in words', async () => {
  const said = await store.row<{ id: string }>(
    `select p.entity_id as id from statement_speaker p join statement s on s.id = p.statement_id
     where p.entity_id is not null and s.twin_of is null
     group by p.entity_id order by count(*) desc, p.entity_id limit 1`,
  );
  await ask(`/entity/${said?.id}`, 'daily@mail.example', 'daily');
  const [question] = await deliver();
  await post(linkIn(question?.parts[0], 'confirm'), {});
  await processPages(pipeline, arrivals.slice(140));
  await openLaterStages(pipeline).settle();
  assert.deepEqual(await deliver(), []);
  const due = await store.row<{ at: string; clock: string }>(
    `select min(due_at) as at, to_char(min(due_at) at time zone 'Asia/Tehran', 'HH24:MI') as clock from alert_match`,
  );
  assert.equal(due?.clock, '08:00');
  assert.ok(Date.parse(due.at) > nowMs && Date.parse(due.at) <= nowMs + 86_400_000);
  nowMs = Date.parse(due.at);
  const [letter, ...none] = await deliver();
  assert.deepEqual(none, []);
  assert.match(letter?.parts[0] ?? '', /\/statement\//);
  assert.doesNotMatch(letter?.parts.join('') ?? '', /object Object|undefined/);
});

test('the form refuses what is no address, what programs fill in, and asks an address four times a day at most', async () => {
  const outlet = `/outlet/${registry.outlets[0]?.id}`;
  assert.match(await ask(outlet, 'a@b, c@d.example'), /این نشانی ایمیل درست نیست/);
  assert.match(await ask(outlet, 'x@mail.example\r\nBcc: y@mail.example'), /این نشانی ایمیل درست نیست/);
  const trapped = await post('/alerts/new', { of: outlet, address: 'p@mail.example', website: 'x' });
  assert.match(await trapped.text(), /ایمیلتان را ببینید/);
  assert.deepEqual(await deliver(), []);
  for (let times = 0; times < 6; times++) await ask(outlet, 'often@mail.example');
  assert.equal((await deliver()).length, 4);
  assert.equal((await site.request('/alerts/new?of=/nowhere')).status, 404);
  assert.equal((await site.request('/alerts/new?of=/outlet/none')).status, 404);
});

test('a mailbox that does not exist gets nothing more', async () => {
  refusal = 'gone@mail.example';
  await ask('/search?q=سد', 'gone@mail.example');
  assert.deepEqual(await deliver(), []);
  const row = await store.row('select state from alert_target where address = $1', ['gone@mail.example']);
  assert.deepEqual(row, { state: 'closed' });
});
