/** Who may ask the machine interface, and how often; what failed askers are told. */
import type { Context } from 'hono';
import { type ApiKey, type ApiScope, findApiKey, OPEN_SCOPES } from '../../store/api_keys.js';
import { noteApiKeyUse } from '../../store/commands.js';
import { isUnreachable } from '../database_faults.js';
import { Fault } from '../faults.js';
import type { SiteContext } from '../site_context.js';
import { addressOf } from '../visitor.js';
import { tehranDay } from '../words.js';
import { Problem, problemOfFault } from './problem.js';
import { type Quota, QuotaCounter } from './quota.js';

/** Without a key: enough for a page that shows news, too little for a copy of the database. */
const WITHOUT_KEY: Quota = { name: 'address', perMinute: 120 };

/** Who may ask, and how often. */
export class Gate {
  readonly #counter = new QuotaCounter();
  readonly #site: SiteContext;

  constructor(site: SiteContext) {
    this.#site = site;
  }

  /** Lets a request in and tells what is left; throws the problem of a wrong key, a missing scope or too many. */
  async enter(
    context: Context,
    scope: ApiScope,
  ): Promise<{
    readonly who: string;
    readonly key: ApiKey | undefined;
    readonly headers: Readonly<Record<string, string>>;
  }> {
    const now = this.#site.clock();
    const letters = context.req.header('Authorization');
    const key = letters === undefined ? undefined : await this.#keyOf(letters);
    const who = key === undefined ? `address ${addressOf(context)}` : `key ${key.id}`;
    const quota = key === undefined ? WITHOUT_KEY : { name: 'key', perMinute: key.requestsPerMinute };
    const { isOver, headers } = this.#counter.take(who, quota, Date.parse(now));
    if (isOver) throw new Problem(TOO_MANY, headers);
    if (!(key?.scopes ?? OPEN_SCOPES).includes(scope))
      throw new Problem(missingScope(scope, key !== undefined), headers);
    if (key !== undefined) await noteApiKeyUse(this.#site.store, { id: key.id, day: tehranDay(now) });
    return { who, key, headers: { ...headers, Vary: 'Accept-Encoding, Authorization' } };
  }

  async #keyOf(letters: string) {
    const [, key] = /^Bearer +([\w.~+/-]{1,200}=*)$/i.exec(letters.trim()) ?? [];
    const known = key === undefined ? undefined : await findApiKey(this.#site.store, key);
    if (known === undefined) throw new Problem(KEY_UNKNOWN, { 'WWW-Authenticate': 'Bearer realm="sanad"' });
    return known;
  }
}

const TOO_MANY = {
  type: 'urn:sanad:problem:too-many-requests',
  title: 'Too Many Requests',
  status: 429,
  detail: 'Wait as long as Retry-After says; a key allows more',
} as const;

const KEY_UNKNOWN = {
  type: 'urn:sanad:problem:unknown-key',
  title: 'Unauthorized',
  status: 401,
  detail: 'The key is unknown or revoked',
} as const;

function missingScope(scope: ApiScope, hasKey: boolean) {
  return {
    type: 'urn:sanad:problem:missing-scope',
    title: hasKey ? 'Forbidden' : 'Unauthorized',
    status: hasKey ? 403 : 401,
    detail: `This needs a key with the scope "${scope}"`,
  };
}

/** What a failed request is answered with; our own faults are logged. */
export function problemOf(error: unknown, context: Context, site: SiteContext): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Fault) return problemOfFault(error);
  const isDown = isUnreachable(error);
  const status = isDown ? 503 : 500;
  site.log?.({ status, path: context.req.path, error });
  return new Problem(
    { type: 'about:blank', title: isDown ? 'Service Unavailable' : 'Internal Server Error', status },
    isDown ? { 'Retry-After': '60' } : {},
  );
}
