/**
 * The operator's session: a signed cookie with an end, bound to the password and to a number that signing out
 * raises. Nothing is kept in memory, so a restart signs nobody out and many processes agree.
 */
import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { saveSetting } from '../../store/commands.js';
import type { Database } from '../../store/database.js';
import { loadSetting } from '../../store/site_settings.js';
import { ensureSecret, isProof, proofOf } from '../secret.js';
import { loadPasswordHash } from './password.js';

const COOKIE = 'sanad_operator';
const EPOCH_KEY = 'operator_epoch';
/** One working day. */
const SESSION_MS = 12 * 3_600_000;

export interface Session {
  /** Goes into every form of the desk and must come back with it. */
  readonly csrf: string;
}

interface SessionDeps {
  readonly database: Database;
  readonly now: string;
}

/** The session of a request, if its cookie is ours and not over. */
export async function readSession(context: Context, deps: SessionDeps): Promise<Session | undefined> {
  const [end = '', nonce = '', proof = ''] = (getCookie(context, COOKIE) ?? '').split('.');
  if (!(Number(end) > Date.parse(deps.now))) return undefined;
  const key = await sessionKey(deps);
  if (key === undefined || !isProof(key, `session ${end} ${nonce}`, proof)) return undefined;
  return { csrf: proofOf(key, `csrf ${nonce}`) };
}

/** Signs the operator in; the caller has checked the password. */
export async function beginSession(
  context: Context,
  deps: SessionDeps & { readonly isSecure: boolean },
): Promise<void> {
  const key = await sessionKey(deps);
  if (key === undefined) throw new Error('Cannot begin a session: there is no operator password');
  const end = Date.parse(deps.now) + SESSION_MS;
  const nonce = randomBytes(12).toString('base64url');
  setCookie(context, COOKIE, `${end}.${nonce}.${proofOf(key, `session ${end} ${nonce}`)}`, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: deps.isSecure,
    path: '/admin',
    maxAge: SESSION_MS / 1000,
  });
}

/** Ends all sessions of the operator, this one included. */
export async function endSessions(context: Context, deps: SessionDeps): Promise<void> {
  const epoch = await loadSetting(deps.database, EPOCH_KEY);
  await saveSetting(deps.database, { key: EPOCH_KEY, value: Number(epoch ?? 0) + 1, at: deps.now });
  deleteCookie(context, COOKIE, { path: '/admin' });
}

async function sessionKey({ database, now }: SessionDeps): Promise<string | undefined> {
  const [secret, password, epoch] = await Promise.all([
    ensureSecret(database, now),
    loadPasswordHash(database),
    loadSetting(database, EPOCH_KEY),
  ]);
  return password === undefined ? undefined : `${secret} ${password.hash} ${epoch ?? 0}`;
}
