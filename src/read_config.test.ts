import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { PACKAGE_ROOT } from './package_root.js';
import { readConfig } from './read_config.js';
import { ConfigError } from './setting_values.js';

test('readConfig() has a default for everything', () => {
  const config = readConfig({});
  assert.equal(config.dataFolder, join(PACKAGE_ROOT, 'var'));
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.port, 8080);
  assert.equal(config.databaseUrl, undefined);
  assert.equal(config.registryFolder, join(PACKAGE_ROOT, 'var', 'registry'));
});

test('readConfig() reads a secret from a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'sanad-config-')), 'url');
  writeFileSync(file, 'postgresql://sanad:pässword@db.example/sanad\n');
  assert.equal(
    readConfig({ DATABASE_URL_FILE: file }).databaseUrl,
    'postgresql://sanad:pässword@db.example/sanad',
  );
});

test('readConfig() takes all roles unless some are named', () => {
  assert.deepEqual(readConfig({}).roles, ['collect', 'process', 'serve']);
  assert.deepEqual(readConfig({ SANAD_ROLES: 'serve, process' }).roles, ['process', 'serve']);
});

test('readConfig() asks a host once a second unless told to wait longer', () => {
  assert.equal(readConfig({}).hostIntervalMs, 1000);
  assert.equal(readConfig({ SANAD_HOST_INTERVAL: '2.5' }).hostIntervalMs, 2500);
});

test('readConfig() names proxies after their settings, addresses in files too', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'sanad-config-')), 'proxy');
  writeFileSync(file, 'https://127.0.0.1:1080\n');
  const { proxies } = readConfig({
    SANAD_PROXY_INSIDE_IRAN: 'http://me:geheim@proxy.example:3128',
    SANAD_PROXY_FAR_FILE: file,
  });
  assert.deepEqual(
    [...proxies],
    [
      ['inside-iran', 'http://me:geheim@proxy.example:3128'],
      ['far', 'https://127.0.0.1:1080'],
    ],
  );
});

test('readConfig() keeps raw answers for ever unless told otherwise', () => {
  assert.deepEqual(readConfig({}).rawLimits, { maxAgeMs: undefined, maxBytes: undefined });
  const { rawLimits } = readConfig({ SANAD_RAW_DAYS: '30', SANAD_RAW_BUDGET: '1.5GB' });
  assert.deepEqual(rawLimits, { maxAgeMs: 30 * 86_400_000, maxBytes: 1.5 * 1024 ** 3 });
});

test('readConfig() leaves the memory of the embedded server to the machine unless told otherwise', () => {
  assert.equal(readConfig({}).cacheBytes, undefined);
  assert.equal(readConfig({ SANAD_DATABASE_CACHE: '512MB' }).cacheBytes, 512 * 1024 ** 2);
});

const refused: readonly [string, Record<string, string>, RegExp][] = [
  ['a port that is a word', { SANAD_PORT: 'http' }, /Cannot use SANAD_PORT "http": .*0 to 65535/],
  ['a port beyond the range', { SANAD_PORT: '65536' }, /SANAD_PORT/],
  ['a typing error in a name', { SANAD_PROT: '80' }, /Cannot use the setting "SANAD_PROT".*SANAD_PORT/],
  ['another database', { DATABASE_URL: 'mysql://x' }, /Cannot use DATABASE_URL: it must look like/],
  ['a registry that is missing', { SANAD_REGISTRY: '/nowhere/at/all' }, /SANAD_REGISTRY "\/nowhere/],
  [
    'a role that there is not',
    { SANAD_ROLES: 'serve,cook' },
    /SANAD_ROLES "serve,cook": .*collect, process, serve/,
  ],
  ['a host interval below a second', { SANAD_HOST_INTERVAL: '0.5' }, /SANAD_HOST_INTERVAL "0.5".*1 to 3600/],
  [
    'a proxy of another kind',
    { SANAD_PROXY_IRAN: 'socks5://127.0.0.1:1080' },
    /SANAD_PROXY_IRAN: it must look/,
  ],
  ['a proxy called direct', { SANAD_PROXY_DIRECT: 'http://proxy.example' }, /SANAD_PROXY_DIRECT/],
  ['raw answers kept for no day', { SANAD_RAW_DAYS: '0' }, /SANAD_RAW_DAYS "0"/],
  ['a budget without a unit', { SANAD_RAW_BUDGET: '500' }, /SANAD_RAW_BUDGET "500".*500MB/],
  ['a cache without a unit', { SANAD_DATABASE_CACHE: '512' }, /SANAD_DATABASE_CACHE "512".*500MB/],
  ['a budget of nothing', { SANAD_RAW_BUDGET: '0GB' }, /SANAD_RAW_BUDGET "0GB"/],
  ['a base address that is none', { SANAD_BASE_URL: 'sanad' }, /SANAD_BASE_URL "sanad"/],
  ['a secret file that is missing', { SANAD_HOST_FILE: '/nowhere/at/all' }, /SANAD_HOST_FILE "\/nowhere/],
];
for (const [name, environment, message] of refused) {
  test(`readConfig() refuses ${name}`, () => {
    assert.throws(
      () => readConfig(environment),
      (error) => error instanceof ConfigError && message.test(error.message),
    );
  });
}

test('readConfig() never repeats a secret in an error', () => {
  assert.throws(
    () => readConfig({ DATABASE_URL: 'mysql://user:geheim@host/db' }),
    (error) => error instanceof ConfigError && !error.message.includes('geheim'),
  );
  assert.throws(
    () => readConfig({ SANAD_PROXY_IRAN: 'me:geheim@host' }),
    (error) => error instanceof ConfigError && !error.message.includes('geheim'),
  );
});

test('readConfig() reads how alerts go out, and refuses half of it', () => {
  const mail = {
    SANAD_SMTP_URL: 'smtps://user:word@mail.example',
    SANAD_MAIL_FROM: 'سند <alerts@sanad.example>',
    SANAD_BASE_URL: 'https://sanad.example',
  };
  const { alerts } = readConfig({
    ...mail,
    SANAD_ALERT_HOSTS: 'hooks.example=10.0.0.5:8443',
    SANAD_MAIL_HOUR: '6',
  });
  assert.deepEqual([...alerts.hosts], [['hooks.example', '10.0.0.5:8443']]);
  assert.deepEqual(
    [alerts.dailyHour, alerts.retryBaseMs, alerts.mailFrom],
    [6, 30_000, mail.SANAD_MAIL_FROM],
  );
  for (const wrong of [
    { ...mail, SANAD_SMTP_URL: 'https://mail.example' },
    { ...mail, SANAD_MAIL_FROM: undefined },
    { ...mail, SANAD_BASE_URL: undefined },
    { ...mail, SANAD_MAIL_FROM: 'سند' },
    { SANAD_MAIL_HOUR: '24' },
    { SANAD_ALERT_RETRY: '0' },
    { SANAD_ALERT_HOSTS: 'hooks.example' },
  ])
    assert.throws(() => readConfig(wrong), ConfigError, JSON.stringify(wrong));
});
