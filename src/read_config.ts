import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Config, ROLES } from './config.js';
import { PACKAGE_ROOT } from './package_root.js';
import {
  ConfigError,
  readAlerts,
  readBaseUrl,
  readBytes,
  readContact,
  readDatabaseUrl,
  readDays,
  readHub,
  readPictures,
  readPort,
  readRegistryFolder,
  readRoles,
  readSeconds,
} from './setting_values.js';
import { SETTINGS } from './settings.js';

/**
 * Reads the settings from an environment. Every setting may instead be given as `<NAME>_FILE`, a path whose
 * first line holds the value (for secrets). Unknown `SANAD_*` names are refused, since they are typing errors.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  refuseUnknown(environment);
  const read = (name: string): string | undefined => readSetting(environment, name);
  const dataFolder = resolve(read('SANAD_DATA') ?? join(PACKAGE_ROOT, 'var'));
  return Object.freeze({
    dataFolder,
    databaseUrl: readDatabaseUrl(read('DATABASE_URL')),
    host: read('SANAD_HOST') ?? '127.0.0.1',
    port: readPort(read('SANAD_PORT') ?? '8080'),
    baseUrl: readBaseUrl(read('SANAD_BASE_URL')),
    hubUrl: readHub(read('SANAD_HUB'), read('SANAD_BASE_URL')),
    registryFolder: readRegistryFolder(read('SANAD_REGISTRY')) ?? join(dataFolder, 'registry'),
    contact: readContact(read('SANAD_CONTACT')),
    hostIntervalMs: readSeconds('SANAD_HOST_INTERVAL', read('SANAD_HOST_INTERVAL') ?? '1') * 1000,
    proxies: readProxies(environment, read),
    rawLimits: { maxAgeMs: readDays(read('SANAD_RAW_DAYS')), maxBytes: readBytes(read('SANAD_RAW_BUDGET')) },
    cacheBytes: readBytes(read('SANAD_DATABASE_CACHE'), 'SANAD_DATABASE_CACHE'),
    pictureBytes: readPictures(read('SANAD_PICTURES') ?? '200MB'),
    roles: readRoles(read('SANAD_ROLES') ?? ROLES.join(',')),
    alerts: readAlerts(read),
    lab: environment.SANAD_LAB === '1',
  });
}

/** Settings of the programs around Sanad (evaluation, tests, builds) that share its prefix. */
const DEVELOPMENT_NAMES = new Set(['SANAD_EVAL_DATA', 'SANAD_DIST', 'SANAD_CHROMIUM', 'SANAD_LAB']);

function refuseUnknown(environment: Readonly<Record<string, string | undefined>>): void {
  const known = new Set(SETTINGS.flatMap(({ name }) => [name, `${name}_FILE`]));
  for (const name of Object.keys(environment)) {
    if (!name.startsWith('SANAD_') || known.has(name) || DEVELOPMENT_NAMES.has(name)) continue;
    if (name.startsWith('SANAD_TEST_') || PROXY_NAME.test(name)) continue;
    const names = SETTINGS.map((setting) => setting.name).join(', ');
    throw new ConfigError(`Cannot use the setting "${name}": there is none of that name; known are ${names}`);
  }
}

function readSetting(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
): string | undefined {
  const direct = environment[name];
  if (direct !== undefined && direct !== '') return direct;
  const file = environment[`${name}_FILE`];
  if (file === undefined || file === '') return undefined;
  try {
    return readFileSync(file, 'utf8').split('\n')[0]?.trim() || undefined;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`Cannot read ${name}_FILE "${file}": ${why}; name a readable file`);
  }
}

/** `SANAD_PROXY_INSIDE_IRAN` and `SANAD_PROXY_INSIDE_IRAN_FILE` set the proxy `inside-iran`. */
const PROXY_NAME = /^SANAD_PROXY_([A-Z0-9]+(?:_[A-Z0-9]+)*?)(?:_FILE)?$/;

function readProxies(
  environment: Readonly<Record<string, string | undefined>>,
  read: (name: string) => string | undefined,
): ReadonlyMap<string, string> {
  const proxies = new Map<string, string>();
  for (const setting of Object.keys(environment)) {
    const part = PROXY_NAME.exec(setting)?.[1];
    const address = part === undefined ? undefined : read(`SANAD_PROXY_${part}`);
    if (part === undefined || address === undefined) continue;
    // The address is not repeated: it may hold a password.
    if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
      throw new ConfigError(
        `Cannot use SANAD_PROXY_${part}: it must look like "http://user:password@host:8080"`,
      );
    proxies.set(part.toLowerCase().replaceAll('_', '-'), address);
  }
  if (proxies.has('direct'))
    throw new ConfigError(
      'Cannot use SANAD_PROXY_DIRECT: "direct" is the way without a proxy; choose another name',
    );
  return proxies;
}
