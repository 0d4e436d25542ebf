/** Alerts to a receiver that fails three times of ten, with the sender killed in between: nothing lost, nothing unsigned. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { openLaterStages } from '../src/pipeline/later_stages.js';
import { loadWorldGazetteer } from '../src/pipeline/load_gazetteer.js';
import { processPages } from '../src/pipeline/process_page.js';
import { syncRegistry } from '../src/pipeline/sync_registry.js';
import { PRESS_FOLDER } from '../src/press/load_world.js';
import { addWebhook } from '../src/store/alert_targets.js';
import { openTestDatabase } from '../src/store/test_database.js';
import { readPress } from './press_arrivals.js';

const HOST = 'hooks.example';
const FAILING_SHARE = 0.3;
/** So many alerts at least. */
const LEAST_NEWS = 1000;

interface Received {
  readonly id: string;
  readonly body: string;
  readonly isSigned: boolean;
  readonly isTaken: boolean;
}

/** Numbers below 1 that are the same in every run (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A receiver that keeps all it gets: of ten messages it refuses one, breaks off one unread and one after reading it. */
async function startReceiver(secrets: ReadonlyMap<string, string>) {
  const received: Received[] = [];
  const chance = chanceFrom(7);
  const waiting: { count: number; resolve: () => void }[] = [];
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const { data } = JSON.parse(body) as { data: { challenge?: string } };
    const { challenge } = data;
    const roll = challenge === undefined ? chance() : 1;
    const isTaken = isRead(roll);
    const isSigned = isRight(request, body, secrets);
    received.push({ id: String(request.headers['webhook-id']), body, isSigned, isTaken });
    for (const wait of waiting) if (received.length >= wait.count) wait.resolve();
    if (roll < (FAILING_SHARE * 2) / 3) response.destroy();
    else response.writeHead(roll < FAILING_SHARE ? 500 : 200).end(JSON.stringify({ challenge }));
  }
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    received,
    port: (server.address() as AddressInfo).port,
    atLeast: (count: number) =>
      new Promise<void>((resolve) => {
        if (received.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Below the first third of failures it was taken, and the sender does not hear of it. */
function isRead(roll: number): boolean {
  return roll >= FAILING_SHARE || roll < FAILING_SHARE / 3;
}

function isRight(
  { headers, url }: IncomingMessage,
  body: string,
  secrets: ReadonlyMap<string, string>,
): boolean {
  const key = Buffer.from((secrets.get(url ?? '') ?? '').replace('whsec_', ''), 'base64');
  const words = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(words).digest('base64')}`;
}

const PROGRAM = `
const [notifying, opening, databaseUrl, port, startedAt] = process.argv.slice(1);
const { startNotifying } = await import(notifying);
const { openStore } = await import(opening);
const store = await openStore({ dataFolder: '', databaseUrl, applicationName: 'sanad test' });
const offset = Date.parse(startedAt) - Date.now();
const clock = () => new Date(Date.now() + offset).toISOString();
const alerts = { hosts: new Map([['${HOST}', '127.0.0.1:' + port]]), dailyHour: 8, retryBaseMs: 20 };
const notifier = startNotifying({ store, clock, leaseMs: 1500, config: { alerts } });
process.stdin.on('end', async () => {
  await notifier.stop();
  await store.close();
}).resume();
`;

test('alerts come at least once, signed, each under one key, through failing receivers and kills', async () => {
  const store = await openTestDatabase({ after });
  const { registry, arrivals } = await readPress();
  await syncRegistry(store, registry);
  const { value: gazetteer } = loadWorldGazetteer(registry.outlets, PRESS_FOLDER);
  assert.ok(gazetteer);
  const startedAt = arrivals[0]?.fetchedAt ?? '';
  const secrets = new Map<string, string>();
  const receiver = await startReceiver(secrets);
  const outlets = registry.outlets.map(({ id }) => ({ kind: 'outlet' as const, subject: id }));
  const names = gazetteer.entries.map(({ id }) => ({ kind: 'entity' as const, subject: id }));
  for (const [path, subjects] of [
    ['/outlets', outlets],
    ['/names', names],
    ['/all', [...outlets, ...names]],
  ] as const) {
    const { secret } = await store.transaction((tx) =>
      addWebhook(tx, {
        address: `http://${HOST}${path}`,
        subjects,
        at: startedAt,
      }),
    );
    secrets.set(path, secret);
  }
  const senders: ChildProcess[] = [];
  const start = (): ChildProcess => {
    const modules = ['../src/cli/notifying.js', '../src/store/open_store.js'].map(
      (path) => new URL(path, import.meta.url).href,
    );
    const argv = ['--input-type=module', '--eval', PROGRAM, ...modules];
    const child = spawn(process.execPath, [...argv, store.databaseUrl, String(receiver.port), startedAt], {
      stdio: ['pipe', 'inherit', 'inherit'],
    });
    senders.push(child);
    return child;
  };
  try {
    const doomed = start();
    await receiver.atLeast(secrets.size);
    await processPages({ store, registry, gazetteer }, arrivals);
    await openLaterStages({ store, registry, gazetteer }).settle();
    const another = start();
    await receiver.atLeast(150);
    doomed.kill('SIGKILL');
    await once(doomed, 'exit');
    await receiver.atLeast(700);
    another.kill('SIGKILL');
    await once(another, 'exit');
    const last = start();
    while ((await unsent()) > 0) await store.row('select pg_sleep(0.05)');
    last.stdin?.end();
    await once(last, 'exit');

    const messages = await store.rows<{ key: string; body: string; state: string }>(
      "select key, body, state from alert_message where kind = 'news'",
    );
    assert.ok(messages.length >= LEAST_NEWS, `${messages.length} messages`);
    assert.deepEqual(await missedNews(), []);
    const bodies = new Map(messages.map(({ key, body }) => [key, body]));
    const taken = new Set(receiver.received.flatMap(({ id, isTaken }) => (isTaken ? [id] : [])));
    assert.deepEqual(
      messages.filter(({ key, state }) => state !== 'sent' || !taken.has(key)),
      [],
    );
    const news = receiver.received.filter(({ body }) => !body.startsWith('{"type":"verification"'));
    assert.deepEqual(
      news.filter(({ isSigned, id, body }) => !isSigned || bodies.get(id) !== body),
      [],
    );
    assert.ok(news.length > messages.length * 1.2, 'the receiver failed too seldom to prove anything');
  } finally {
    for (const child of senders) child.kill('SIGKILL');
    receiver.close();
  }

  async function unsent(): Promise<number> {
    const row = await store.row<{ count: number }>(
      `select (select count(*) from alert_message where state <> 'sent')
         + (select count(*) from event where id > (select last_event from alert_mark))
         + (select count(*) from event_mark where last_analysis < (select max(id) from analysis)
             or last_arrival < (select max(arrival) from report)) as count`,
    );
    return row?.count ?? 0;
  }

  /** Events that a follow should have been told of, found in another way than the matching does. */
  function missedNews() {
    return store.rows(
      `select f.id, e.kind, e.ref from alert_follow f, event e
         join lateral (select case when e.kind = 'story' then (select opener_id from story where id = e.ref::bigint)
           else split_part(e.ref, '#', 2)::bigint end as id) x on true join article a on a.id = x.id
       where e.kind in ('story', 'story_update') and f.kind = 'outlet' and a.outlet_id = f.subject
         and not exists (select from alert_match m join alert_message s on s.id = m.message_id
           where m.follow_id = f.id and m.kind = e.kind and m.ref = e.ref and s.state = 'sent')`,
    );
  }
});
