/** The machine interface at `/api/v1` and its description at `/openapi.json`. */
import type { Context, Hono } from 'hono';
import { type ApiScope, findApiKey } from '../../store/api_keys.js';
import { noteApiKeyUse } from '../../store/commands.js';
import { isUnreachable } from '../database_faults.js';
import { Fault } from '../faults.js';
import type { SiteContext } from '../site_context.js';
import { addressOf } from '../visitor.js';
import { tehranDay } from '../words.js';
import { API_ROOT, makeDocument } from './document.js';
import { MovedTo, type Operation, pathParameters } from './operation.js';
import { OPERATIONS } from './operations.js';
import { Problem, problemOfFault, problemResponse } from './problem.js';
import { type Quota, QuotaCounter } from './quota.js';
import { sendJson } from './send_json.js';

/** Without a key: enough for a page that shows news, too little for a copy of the database. */
const WITHOUT_KEY: Quota = { name: 'address', perMinute: 120 };
const OPEN_SCOPES: readonly ApiScope[] = ['read', 'stream'];

export function addApiRoutes(app: Hono, site: SiteContext): void {
  const gate = new Gate(site);
  const document = `${JSON.stringify(makeDocument(OPERATIONS), null, 1)}\n`;
  app.get('/openapi.json', (context) =>
    sendJson(context, document, { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' }),
  );
  app.use(`${API_ROOT}/*`, async (context, next) => {
    if (context.req.method === 'OPTIONS') context.res = preflight();
    else await next();
    context.res.headers.set('Access-Control-Allow-Origin', '*');
    context.res.headers.set(
      'Access-Control-Expose-Headers',
      'ETag, Link, RateLimit, RateLimit-Policy, Retry-After',
    );
    // Answers are for programs of any site; there are no cookies in them.
    context.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  });
  for (const operation of OPERATIONS) addOperation(app, site, { operation, gate });
  app.all(`${API_ROOT}/*`, (context) => problemResponse(noOperation(context)));
}

function addOperation(
  app: Hono,
  site: SiteContext,
  { operation, gate }: { readonly operation: Operation; readonly gate: Gate },
): void {
  const path = `${API_ROOT}${operation.path.replace(/\{(\w+)\}/g, ':$1')}`;
  const names = pathParameters(operation.path);
  app.get(path, async (context) => {
    let headers: Readonly<Record<string, string>> = {};
    try {
      const entered = await gate.enter(context, operation.scope);
      headers = entered.headers;
      const answer = await operation.run(site, {
        path: Object.fromEntries(names.map((name) => [name, context.req.param(name) ?? ''])),
        query: new URL(context.req.url).searchParams,
      });
      return await sendJson(context, `${JSON.stringify(answer)}\n`, {
        ...headers,
        ...linkOf(context, answer),
      });
    } catch (error) {
      if (error instanceof MovedTo) {
        return new Response(null, {
          status: 308,
          headers: { ...headers, Location: `${API_ROOT}${error.path}` },
        });
      }
      return withHeaders(problemResponse(problemOf(error, context, site)), headers);
    }
  });
}

/** Where the next page of a list is (RFC 8288). */
function linkOf(context: Context, answer: unknown): Readonly<Record<string, string>> {
  const next = typeof answer === 'object' && answer !== null && 'next' in answer ? answer.next : null;
  if (typeof next !== 'string') return {};
  const url = new URL(context.req.url);
  url.searchParams.set('cursor', next);
  return { Link: `<${url.pathname}${url.search}>; rel="next"` };
}

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

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

function noOperation(context: Context): Problem {
  if (!['GET', 'HEAD'].includes(context.req.method)) {
    return new Problem(
      { type: 'about:blank', title: 'Method Not Allowed', status: 405 },
      { Allow: 'GET, HEAD, OPTIONS' },
    );
  }
  return new Problem({
    type: 'about:blank',
    title: 'Not Found',
    status: 404,
    detail: 'There is no such operation; /openapi.json lists all of them',
  });
}

function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'Authorization, If-None-Match, Last-Event-ID',
      'Access-Control-Max-Age': '86400',
    },
  });
}

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
  ): Promise<{ readonly who: string; readonly headers: Readonly<Record<string, string>> }> {
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
    return { who, headers: { ...headers, Vary: 'Accept-Encoding, Authorization' } };
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
