import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runSanad, type SanadProcess, startSanad, temporaryFolder } from './sanad_process.js';

const running = new Set<SanadProcess>();
after(() => {
  for (const sanad of running) sanad.child.kill('SIGKILL');
});

function start(settings: Readonly<Record<string, string>>): SanadProcess {
  const sanad = startSanad(['start'], { SANAD_PORT: '0', ...settings });
  running.add(sanad);
  return sanad;
}

async function addressOf(sanad: SanadProcess): Promise<string> {
  return (await sanad.printed(/Sanad is at (http:\S+)/))[1] ?? '';
}

const CAPTURE =
  'رودخانهٔ سپیدبار از بستر گذشت\nتاریخ انتشار: ۱۲ آذر ۱۴۰۴ - ۱۰:۲۰\nکد خبر: ۷۷۱۲\nآب سپیدبار بامداد امروز به سه روستای پایین‌دست رسید و راه روستایی را بست.\nفرماندار گفت: هیچ‌کس آسیب ندیده است.';

test('start serves a page, and Ctrl-C stops it and its database cleanly', async () => {
  const data = temporaryFolder('start');
  const sanad = start({ SANAD_DATA: data });
  const response = await fetch(await addressOf(sanad));
  assert.equal(response.status, 200);
  assert.match(await response.text(), /dir="rtl"/);
  sanad.child.kill('SIGINT');
  assert.equal(await sanad.ended(), 0);
  assert.equal(existsSync(join(data, 'db', 'postmaster.pid')), false);
});

test('start prints the operator password on the first run only', async () => {
  const data = temporaryFolder('password');
  const first = start({ SANAD_DATA: data });
  const password = (await first.printed(/password .* shown this once: (\S+)/))[1] ?? '';
  assert.ok(password.length >= 12);
  first.child.kill('SIGTERM');
  await first.ended();
  const second = start({ SANAD_DATA: data });
  await addressOf(second);
  second.child.kill('SIGTERM');
  await second.ended();
  assert.doesNotMatch(second.output(), /password/i);
});

test('after kill -9 the next start serves all that was stored', async () => {
  const data = temporaryFolder('killed');
  const sanad = start({ SANAD_DATA: data });
  await addressOf(sanad);
  const added = await runSanad(['add', '-'], { SANAD_DATA: data }, CAPTURE);
  const number = added.output.match(/article (\d+)/)?.[1];
  assert.ok(number, added.output);
  sanad.child.kill('SIGKILL');
  await sanad.ended();
  const next = start({ SANAD_DATA: data });
  const response = await fetch(`${await addressOf(next)}/article/${number}`);
  assert.equal(response.status, 200);
  assert.match(await response.text(), /سپیدبار/);
  next.child.kill('SIGINT');
  assert.equal(await next.ended(), 0);
});

test('a second start on the same folder joins its database', async () => {
  const data = temporaryFolder('second');
  const [first, second] = [start({ SANAD_DATA: data }), start({ SANAD_DATA: data })];
  const addresses = await Promise.all([addressOf(first), addressOf(second)]);
  first.child.kill('SIGINT');
  assert.equal(await first.ended(), 0);
  assert.equal((await fetch(addresses[1] ?? '')).status, 200);
  second.child.kill('SIGINT');
  assert.equal(await second.ended(), 0);
});

test('start does only what its roles are, and doctor says what nobody does', async () => {
  const SANAD_DATA = temporaryFolder('roles');
  const site = start({ SANAD_DATA, SANAD_ROLES: 'serve' });
  assert.equal((await fetch(await addressOf(site))).status, 200);
  const doctor = (): Promise<{ output: string }> => runSanad(['doctor'], { SANAD_DATA });
  assert.match((await doctor()).output, /Nothing collects/);
  const collector = start({ SANAD_DATA, SANAD_ROLES: 'collect' });
  await collector.printed(/Sanad is at work: collect \(/);
  assert.match((await doctor()).output, /nobody reads/);
  const reader = start({ SANAD_DATA, SANAD_ROLES: 'process' });
  await reader.printed(/Sanad is at work: process \(/);
  assert.doesNotMatch((await doctor()).output, /nobody reads/);
  for (const sanad of [collector, reader, site]) {
    sanad.child.kill('SIGINT');
    assert.equal(await sanad.ended(), 0);
  }
  assert.doesNotMatch(site.output() + reader.output(), /collector/);
});

test('start refuses a taken port in one sentence that names the remedy', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as AddressInfo;
  const { code, output } = await runSanad(['start'], {
    SANAD_DATA: temporaryFolder('port'),
    SANAD_PORT: String(port),
  });
  taken.close();
  assert.equal(code, 1);
  assert.match(output, new RegExp(`Cannot listen on .*${port}.*SANAD_PORT`));
  assert.doesNotMatch(output, /\n\s+at /);
});

const refused: readonly [string, Record<string, string>, RegExp][] = [
  ['a folder that cannot be written', { SANAD_DATA: '/proc/sanad' }, /Cannot .*\/proc\/sanad.*SANAD_DATA/],
  ['an address that is no database', { DATABASE_URL: 'http://localhost/x' }, /Cannot use DATABASE_URL/],
  [
    'a database that does not answer',
    { DATABASE_URL: 'postgresql://sanad@127.0.0.1:9/sanad' },
    /Cannot .*DATABASE_URL/,
  ],
  ['a setting that does not exist', { SANAD_PROT: '1' }, /Cannot use the setting "SANAD_PROT"/],
];
for (const [name, settings, sentence] of refused) {
  test(`start refuses ${name} in one sentence`, async () => {
    const { code, output } = await runSanad(['start'], { SANAD_PORT: '0', ...settings });
    assert.equal(code, 1);
    assert.match(output, sentence);
    assert.equal(output.trim().split('\n').length, 1, output);
  });
}
