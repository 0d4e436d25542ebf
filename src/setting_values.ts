/** How the value of each setting is read; a value that cannot be used throws with its name and the remedy. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type AlertConfig, ROLES, type Role } from './config.js';

/** A setting that cannot be used; the message names it, its value and the remedy. */
export class ConfigError extends Error {}

/** An operator's folder has to be there when it is named. */
export function readRegistryFolder(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (existsSync(value)) return resolve(value);
  throw new ConfigError(
    `Cannot use SANAD_REGISTRY "${value}": there is no such folder; make it or leave it out`,
  );
}

export function readPort(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new ConfigError(`Cannot use SANAD_PORT "${value}": a port is a whole number from 0 to 65535`);
}

/** From a second, the least that publishers may expect, to an hour. */
export function readSeconds(name: string, value: string): number {
  const seconds = Number(value);
  if (/^\d+(\.\d+)?$/.test(value) && seconds >= 1 && seconds <= 3600) return seconds;
  throw new ConfigError(`Cannot use ${name} "${value}": it must be a number of seconds from 1 to 3600`);
}

export function readAlerts(read: (name: string) => string | undefined): AlertConfig {
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

export function readDays(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,4}$/.test(value)) return Number(value) * 24 * 60 * 60 * 1000;
  throw new ConfigError(`Cannot use SANAD_RAW_DAYS "${value}": it must be a whole number of days, 1 or more`);
}

export function readBytes(value: string | undefined, name = 'SANAD_RAW_BUDGET'): number | undefined {
  if (value === undefined) return undefined;
  const [, amount, unit] = /^(\d+(?:\.\d+)?) ?([MGT])i?B$/i.exec(value) ?? [];
  const bytes = Number(amount) * 1024 ** ('MGT'.indexOf(unit?.toUpperCase() ?? '') + 2);
  if (bytes > 0) return Math.round(bytes);
  throw new ConfigError(`Cannot use ${name} "${value}": it must be a size such as 500MB or 20GB`);
}

/** "off" or a size. */
export function readPictures(value: string): number {
  return value === 'off' ? 0 : (readBytes(value, 'SANAD_PICTURES') ?? 0);
}

export function readRoles(value: string): readonly Role[] {
  const names = value.split(',').map((name) => name.trim());
  const roles = ROLES.filter((role) => names.includes(role));
  if (names.every((name) => ROLES.some((role) => role === name))) return roles;
  throw new ConfigError(
    `Cannot use SANAD_ROLES "${value}": it must be one or more of ${ROLES.join(', ')}, with commas between`,
  );
}

export function readDatabaseUrl(value: string | undefined): string | undefined {
  if (value === undefined || /^postgres(ql)?:\/\//.test(value)) return value;
  throw new ConfigError(
    'Cannot use DATABASE_URL: it must look like "postgresql://user:password@host:5432/database"',
  );
}

/** It goes into a header, which holds plain ASCII only. */
export function readContact(value: string | undefined): string | undefined {
  if (value === undefined || /^(?:https?:\/\/|mailto:)?[\x21-\x7e]+[@.][\x21-\x7e]+$/.test(value))
    return value;
  throw new ConfigError(
    `Cannot use SANAD_CONTACT "${value}": it must be a mail address or a web address in ASCII`,
  );
}

export function readBaseUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value.replace(/\/+$/, '');
  throw new ConfigError(`Cannot use SANAD_BASE_URL "${value}": it must be an http or https address`);
}

/** A hub fetches feeds by their public addresses. */
export function readHub(value: string | undefined, baseUrl: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    throw new ConfigError(`Cannot use SANAD_HUB "${value}": it must be an http or https address`);
  if (baseUrl === undefined)
    throw new ConfigError(
      `Cannot use SANAD_HUB "${value}": SANAD_BASE_URL must say under which address it finds the feeds`,
    );
  return new URL(value).href;
}
