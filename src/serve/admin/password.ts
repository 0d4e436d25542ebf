/** The operator's password: made on the first run, kept as an scrypt hash. */
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { saveFirstSetting, saveSetting } from '../../store/commands.js';
import type { Database } from '../../store/database.js';
import { loadSetting } from '../../store/site_settings.js';

const KEY = 'operator_password';

/** Cost of one try: 64 MB and some 150 ms, after OWASP's advice for scrypt (N = 2^16, r = 8, p = 2 or 2^17, p = 1). */
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 96 * 1024 * 1024 } as const;
const HASH_BYTES = 32;

/** No letters that look alike; 20 of 31 are 99 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 5;
/** Shorter ones of an operator's own choice are refused. */
const MIN_LENGTH = 10;

interface PasswordHash {
  readonly salt: string;
  readonly hash: string;
}

export type EnsuredPassword =
  | { readonly kind: 'made'; readonly password: string }
  | { readonly kind: 'known' };

/**
 * Makes the operator's password unless there is one. A made password is returned once, to be printed by whoever
 * starts the program; only its hash is kept. Of processes that start at the same time one makes it.
 */
export async function ensureOperatorPassword(database: Database, now: string): Promise<EnsuredPassword> {
  if ((await loadPasswordHash(database)) !== undefined) return { kind: 'known' };
  const password = makePassword();
  const value = await hashPassword(password);
  const saved = await saveFirstSetting(database, { key: KEY, value, at: now });
  return saved ? { kind: 'made', password } : { kind: 'known' };
}

/** Sets the operator's password and ends all sessions. Throws RangeError when it is shorter than 10 letters. */
export async function setOperatorPassword(database: Database, password: string, now: string): Promise<void> {
  if (password.length < MIN_LENGTH) {
    throw new RangeError(`Cannot set the operator's password: it needs at least ${MIN_LENGTH} letters`);
  }
  await saveSetting(database, { key: KEY, value: await hashPassword(password), at: now });
}

/** A new password: `k7mqx-…`, four groups of five. */
export function makePassword(): string {
  const group = (): string =>
    Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Whether a password is the operator's. Takes as long when none was ever made. */
export async function isOperatorPassword(database: Database, password: string): Promise<boolean> {
  const known = await loadPasswordHash(database);
  const salt = known === undefined ? Buffer.alloc(16) : Buffer.from(known.salt, 'base64');
  const hash = await derive(password, salt);
  return known !== undefined && timingSafeEqual(hash, Buffer.from(known.hash, 'base64'));
}

/** The kept hash; sessions depend on it, so that a new password ends them. */
export async function loadPasswordHash(database: Database): Promise<PasswordHash | undefined> {
  const value = await loadSetting(database, KEY);
  if (typeof value !== 'object' || value === null || !('salt' in value) || !('hash' in value))
    return undefined;
  return { salt: String(value.salt), hash: String(value.hash) };
}

async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64'), hash: (await derive(password, salt)).toString('base64') };
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, HASH_BYTES, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
