import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PACKAGE_ROOT } from './package_root.js';

/** What a process does: asks sources, reads what was stored, shows the site. */
export type Role = 'collect' | 'process' | 'serve';

export const ROLES: readonly Role[] = ['collect', 'process', 'serve'];

/** Everything that can be set from outside, read once at the start and passed along. */
export interface Config {
  /** Folder of the embedded database, logs and operator files; absolute. */
  readonly dataFolder: string;
  /** An outside PostgreSQL instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly host: string;
  /** TCP port of the site; 0 lets the system choose. */
  readonly port: number;
  /** Address under which readers reach the site, for feeds and sharing; absent: taken from the request. */
  readonly baseUrl: string | undefined;
  /** The WebSub hub that our feeds name and that is told what changed; absent: none. */
  readonly hubUrl: string | undefined;
  /** Folder with the operator's own outlets and rules, read beside the built-in registry. */
  readonly registryFolder: string;
  /** Whom publishers can write to: a mail or web address, sent with every request of the collector. */
  readonly contact: string | undefined;
  /** Least time between two requests to one host, in milliseconds; robots.txt may ask for more. */
  readonly hostIntervalMs: number;
  /** Addresses of proxies by the names that outlets and sources use: `SANAD_PROXY_INSIDE_IRAN` is `inside-iran`. */
  readonly proxies: ReadonlyMap<string, string>;
  /** How much of the raw answers is kept; everything without limits. */
  readonly rawLimits: { readonly maxAgeMs?: number | undefined; readonly maxBytes?: number | undefined };
  /** Room for thumbnails on disk; 0: none are fetched. */
  readonly pictureBytes: number;
  /** What `sanad start` does in this process; any number of processes may share a database. */
  readonly roles: readonly Role[];
  readonly alerts: AlertConfig;
  /** Whether the site shows `/lab`, the developers' page of the language layer (`SANAD_LAB=1`). */
  readonly lab: boolean;
}

/** How alerts go out. */
export interface AlertConfig {
  /** `smtp://user:password@host:587` or `smtps://…`; without it no alerts go by mail. */
  readonly smtpUrl: string | undefined;
  /** Whom mails come from, an address or `Name <address>`. */
  readonly mailFrom: string | undefined;
  /** Hour of daily mails in Tehran, 0 to 23. */
  readonly dailyHour: number;
  /** Hosts on private addresses that webhooks may be sent to: exact name → `ip:port`. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Pause after a first failed attempt, in milliseconds. */
  readonly retryBaseMs: number;
}

/** One documented setting. README and `sanad doctor` list this table. */
export interface Setting {
  readonly name: string;
  readonly fallback: string;
  readonly meaning: string;
}

export const SETTINGS: readonly Setting[] = [
  {
    name: 'SANAD_DATA',
    fallback: 'var',
    meaning: 'folder of the embedded database, logs and operator files',
  },
  { name: 'SANAD_HOST', fallback: '127.0.0.1', meaning: 'address that the site listens on' },
  { name: 'SANAD_PORT', fallback: '8080', meaning: 'port that the site listens on; 0 takes any free one' },
  { name: 'SANAD_BASE_URL', fallback: '', meaning: 'address under which readers reach the site, for feeds' },
  {
    name: 'SANAD_HUB',
    fallback: '',
    meaning: 'WebSub hub that pushes our feeds, such as https://hub.example/; needs SANAD_BASE_URL',
  },
  { name: 'SANAD_REGISTRY', fallback: '<data>/registry', meaning: 'folder with your own outlets and rules' },
  {
    name: 'SANAD_CONTACT',
    fallback: '',
    meaning: 'mail or web address that publishers see in our requests',
  },
  {
    name: 'SANAD_HOST_INTERVAL',
    fallback: '1',
    meaning: 'least seconds between two requests to one host; robots.txt may ask for more',
  },
  {
    name: 'SANAD_PROXY_<NAME>',
    fallback: '',
    meaning: 'HTTP proxy for outlets and sources whose "egress" is <name>',
  },
  {
    name: 'SANAD_RAW_DAYS',
    fallback: '',
    meaning: 'days after which raw answers of publishers may be dropped; never without it',
  },
  {
    name: 'SANAD_RAW_BUDGET',
    fallback: '',
    meaning: 'room for raw answers, such as 20GB or 500MB; the oldest go first; no limit without it',
  },
  {
    name: 'SANAD_SMTP_URL',
    fallback: '',
    meaning: 'SMTP server for alerts by mail, smtp://user:password@host:587 or smtps://…; none without it',
  },
  {
    name: 'SANAD_MAIL_FROM',
    fallback: '',
    meaning: 'whom mails come from: an address, or "Name <address>"; needed with SANAD_SMTP_URL',
  },
  { name: 'SANAD_MAIL_HOUR', fallback: '8', meaning: 'hour in Tehran at which daily mails go, 0 to 23' },
  {
    name: 'SANAD_ALERT_HOSTS',
    fallback: '',
    meaning: 'hosts in your own network that webhooks may reach, as name=ip:port with commas between',
  },
  {
    name: 'SANAD_ALERT_RETRY',
    fallback: '30',
    meaning: 'seconds before a failed alert is tried again; twice as long each time',
  },
  {
    name: 'SANAD_PICTURES',
    fallback: '200MB',
    meaning: 'room for thumbnails of publishers\' pictures; "off" fetches none',
  },
  {
    name: 'SANAD_ROLES',
    fallback: 'collect,process,serve',
    meaning: 'what "sanad start" does: one or more of collect, process, serve',
  },
  {
    name: 'DATABASE_URL',
    fallback: '',
    meaning: 'an outside PostgreSQL 15 or later instead of the embedded one',
  },
];

/** A setting that cannot be used; the message names it, its value and the remedy. */
export class ConfigError extends Error {}

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

function readRegistryFolder(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (existsSync(value)) return resolve(value);
  throw new ConfigError(
    `Cannot use SANAD_REGISTRY "${value}": there is no such folder; make it or leave it out`,
  );
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

function readPort(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new ConfigError(`Cannot use SANAD_PORT "${value}": a port is a whole number from 0 to 65535`);
}

/** From a second, the least that publishers may expect, to an hour. */
function readSeconds(name: string, value: string): number {
  const seconds = Number(value);
  if (/^\d+(\.\d+)?$/.test(value) && seconds >= 1 && seconds <= 3600) return seconds;
  throw new ConfigError(`Cannot use ${name} "${value}": it must be a number of seconds from 1 to 3600`);
}

function readAlerts(read: (name: string) => string | undefined): AlertConfig {
  const [smtpUrl, mailFrom] = [read('SANAD_SMTP_URL'), read('SANAD_MAIL_FROM')];
  // The address is not repeated: it may hold a password.
  if (smtpUrl !== undefined && !(URL.canParse(smtpUrl) && /^smtps?:$/.test(new URL(smtpUrl).protocol)))
    throw new ConfigError('Cannot use SANAD_SMTP_URL: it must look like "smtp://user:password@host:587"');
  if (smtpUrl !== undefined && mailFrom === undefined)
    throw new ConfigError('Cannot use SANAD_SMTP_URL: SANAD_MAIL_FROM must say whom mails come from');
  if (smtpUrl !== undefined && read('SANAD_BASE_URL') === undefined)
    throw new ConfigError('Cannot use SANAD_SMTP_URL: SANAD_BASE_URL must say where links in mails lead');
  if (mailFrom !== undefined && !/^(?:[^<>\r\n]* <)?[^\s<>@]+@[^\s<>@]+>?$/.test(mailFrom))
    throw new ConfigError(
      `Cannot use SANAD_MAIL_FROM "${mailFrom}": it must be an address, or "Name <address>"`,
    );
  return {
    ...{ smtpUrl, mailFrom },
    dailyHour: readHour(read('SANAD_MAIL_HOUR') ?? '8'),
    hosts: readHosts(read('SANAD_ALERT_HOSTS')),
    retryBaseMs: readRetry(read('SANAD_ALERT_RETRY') ?? '30'),
  };
}

function readHour(value: string): number {
  if (/^\d{1,2}$/.test(value) && Number(value) < 24) return Number(value);
  throw new ConfigError(`Cannot use SANAD_MAIL_HOUR "${value}": it must be an hour from 0 to 23`);
}

function readHosts(value: string | undefined): ReadonlyMap<string, string> {
  if (value === undefined) return new Map();
  return new Map(
    value.split(',').map((part) => {
      const [, name, target] =
        /^\s*([a-z0-9.-]+)=([\d.]+:\d{1,5}|\[[\da-f:.]+\]:\d{1,5})\s*$/i.exec(part) ?? [];
      if (name !== undefined && target !== undefined) return [name.toLowerCase(), target] as const;
      throw new ConfigError(
        `Cannot use SANAD_ALERT_HOSTS "${part}": it must look like "hooks.example=10.0.0.5:8443"`,
      );
    }),
  );
}

function readRetry(value: string): number {
  const seconds = Number(value);
  if (/^\d+(\.\d+)?$/.test(value) && seconds > 0 && seconds <= 3600) return seconds * 1000;
  throw new ConfigError(
    `Cannot use SANAD_ALERT_RETRY "${value}": it must be a number of seconds above 0, up to 3600`,
  );
}

function readDays(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,4}$/.test(value)) return Number(value) * 24 * 60 * 60 * 1000;
  throw new ConfigError(`Cannot use SANAD_RAW_DAYS "${value}": it must be a whole number of days, 1 or more`);
}

function readBytes(value: string | undefined, name = 'SANAD_RAW_BUDGET'): number | undefined {
  if (value === undefined) return undefined;
  const [, amount, unit] = /^(\d+(?:\.\d+)?) ?([MGT])i?B$/i.exec(value) ?? [];
  const bytes = Number(amount) * 1024 ** ('MGT'.indexOf(unit?.toUpperCase() ?? '') + 2);
  if (bytes > 0) return Math.round(bytes);
  throw new ConfigError(`Cannot use ${name} "${value}": it must be a size such as 500MB or 20GB`);
}

/** "off" or a size. */
function readPictures(value: string): number {
  return value === 'off' ? 0 : (readBytes(value, 'SANAD_PICTURES') ?? 0);
}

function readRoles(value: string): readonly Role[] {
  const names = value.split(',').map((name) => name.trim());
  const roles = ROLES.filter((role) => names.includes(role));
  if (names.every((name) => ROLES.some((role) => role === name))) return roles;
  throw new ConfigError(
    `Cannot use SANAD_ROLES "${value}": it must be one or more of ${ROLES.join(', ')}, with commas between`,
  );
}

function readDatabaseUrl(value: string | undefined): string | undefined {
  if (value === undefined || /^postgres(ql)?:\/\//.test(value)) return value;
  throw new ConfigError(
    'Cannot use DATABASE_URL: it must look like "postgresql://user:password@host:5432/database"',
  );
}

/** It goes into a header, which holds plain ASCII only. */
function readContact(value: string | undefined): string | undefined {
  if (value === undefined || /^(?:https?:\/\/|mailto:)?[\x21-\x7e]+[@.][\x21-\x7e]+$/.test(value))
    return value;
  throw new ConfigError(
    `Cannot use SANAD_CONTACT "${value}": it must be a mail address or a web address in ASCII`,
  );
}

function readBaseUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value.replace(/\/+$/, '');
  throw new ConfigError(`Cannot use SANAD_BASE_URL "${value}": it must be an http or https address`);
}

/** A hub fetches feeds by their public addresses. */
function readHub(value: string | undefined, baseUrl: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    throw new ConfigError(`Cannot use SANAD_HUB "${value}": it must be an http or https address`);
  if (baseUrl === undefined)
    throw new ConfigError(
      `Cannot use SANAD_HUB "${value}": SANAD_BASE_URL must say under which address it finds the feeds`,
    );
  return new URL(value).href;
}
