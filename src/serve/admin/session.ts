/**
 * The operator's session: a sealed cookie (iron-session) with two ends, bound to the password and to a number that
 * signing out raises. Nothing is kept in memory, so a restart signs nobody out and many processes agree.
 */
import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sealData, unsealData } from 'iron-session';
import { saveSetting } from '../../store/commands.js';
import type { Database } from '../../store/database.js';
import { loadSetting } from '../../store/site_settings.js';
import { ensureSecret, isSameText, proofOf } from '../secret.js';
import { loadPasswordHash } from './password.js';

const COOKIE = 'sanad_operator';
const PATH = '/admin';
/** Says to the pages' script that this browser has signed in, and nothing else; opens no door. */
const MARK = 'sanad_desk';
const EPOCH_KEY = 'operator_epoch';
/** One working day. */
const SESSION_MS = 12 * 3_600_000;
/** A desk that nobody touches is left. */
const IDLE_MS = 3 * 3_600_000;
/** The cookie is written anew at most this often. */
const TOUCH_MS = 5 * 60_000;

/** What the cookie holds. */
interface Sealed {
  /** Instant of signing in. */
  readonly began: string;
  /** Instant of the last request but a few minutes. */
  readonly seen: string;
  /** Goes into every form of the desk and must come back with it. */
  readonly csrf: string;
  /** Proof of the password and the number of signings-out that held then. */
  readonly key: string;
}

export type Session = Pick<Sealed, 'csrf'> & { readonly sealed: Sealed };

interface SessionDeps {
  readonly database: Database;
  readonly now: string;
  readonly isSecure: boolean;
}

/** The session of a request, if its cookie is ours and not over. */
export async function readSession(
  context: Context,
  { database, now }: Pick<SessionDeps, 'database' | 'now'>,
): Promise<Session | undefined> {
  const cookie = getCookie(context, COOKIE);
  if (cookie === undefined) return undefined;
  const password = await ensureSecret(database, now);
  const sealed = await open(cookie, password);
  if (!isWhole(sealed) || !isLive(sealed, Date.parse(now))) return undefined;
  const right = await sessionKey({ database, now });
  return right !== undefined && isSameText(right, sealed.key) ? { csrf: sealed.csrf, sealed } : undefined;
}

/** A cookie that is not ours, or was changed, opens to nothing; the library throws at some of them. */
async function open(cookie: string, password: string): Promise<Partial<Sealed>> {
  try {
    return await unsealData<Partial<Sealed>>(cookie, { password, ttl: SESSION_MS / 1000 });
  } catch {
    return {};
  }
}

function isWhole(sealed: Partial<Sealed>): sealed is Sealed {
  const { began, seen, csrf, key } = sealed;
  return [began, seen, csrf, key].every((part) => typeof part === 'string');
}

function isLive({ began, seen }: Sealed, nowMs: number): boolean {
  return nowMs < Date.parse(began) + SESSION_MS && nowMs < Date.parse(seen) + IDLE_MS;
}

/** Signs the operator in; the caller has checked the password. */
export async function beginSession(context: Context, deps: SessionDeps): Promise<void> {
  const key = await sessionKey(deps);
  if (key === undefined) throw new Error('Cannot begin a session: there is no operator password');
  const { now, isSecure } = deps;
  const csrf = randomBytes(24).toString('base64url');
  await writeCookie(context, { began: now, seen: now, csrf, key }, deps);
  setCookie(context, MARK, '1', {
    sameSite: 'Strict',
    secure: isSecure,
    path: '/',
    maxAge: SESSION_MS / 1000,
  });
}

/** Notes that the desk is in use; writes the cookie only every few minutes. `context.res` must stand already. */
export async function touchSession(context: Context, { sealed }: Session, deps: SessionDeps): Promise<void> {
  if (Date.parse(deps.now) < Date.parse(sealed.seen) + TOUCH_MS) return;
  await writeCookie(context, { ...sealed, seen: deps.now }, deps);
}

/** Ends all sessions of the operator, this one included. */
export async function endSessions(
  context: Context,
  { database, now }: Pick<SessionDeps, 'database' | 'now'>,
): Promise<void> {
  const epoch = await loadSetting(database, EPOCH_KEY);
  await saveSetting(database, { key: EPOCH_KEY, value: Number(epoch ?? 0) + 1, at: now });
  deleteCookie(context, COOKIE, { path: PATH });
  deleteCookie(context, MARK, { path: '/' });
}

async function writeCookie(context: Context, sealed: Sealed, deps: SessionDeps): Promise<void> {
  const password = await ensureSecret(deps.database, deps.now);
  setCookie(context, COOKIE, await sealData(sealed, { password, ttl: SESSION_MS / 1000 }), {
    httpOnly: true,
    sameSite: 'Strict',
    secure: deps.isSecure,
    path: PATH,
    maxAge: SESSION_MS / 1000,
  });
}

async function sessionKey({
  database,
  now,
}: Pick<SessionDeps, 'database' | 'now'>): Promise<string | undefined> {
  const [secret, password, epoch] = await Promise.all([
    ensureSecret(database, now),
    loadPasswordHash(database),
    loadSetting(database, EPOCH_KEY),
  ]);
  return password === undefined ? undefined : proofOf(secret, `desk ${password.hash} ${epoch ?? 0}`);
}
