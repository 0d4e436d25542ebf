/** The machine interface at `/api/v1` and its description at `/openapi.json`. */
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { SiteContext } from '../site_context.js';
import { Gate, problemOf } from './api_gate.js';
import { API_ROOT, makeDocument } from './document.js';
import { addExportRoute } from './export_route.js';
import { MovedTo, type Operation, pathParameters } from './operation.js';
import { OPERATIONS } from './operations.js';
import { badParameters, Problem, problemResponse } from './problem.js';
import { sendJson } from './send_json.js';
import { STREAM } from './stream_operation.js';
import { addStreamRoute } from './stream_routes.js';

export function addApiRoutes(app: Hono, site: SiteContext): void {
  const gate = new Gate(site);
  const document = `${JSON.stringify(makeDocument(OPERATIONS, STREAM), null, 1)}\n`;
  app.get('/openapi.json', (context) =>
    sendJson(context, document, { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' }),
  );
  app.use(`${API_ROOT}/*`, async (context, next) => {
    if (context.req.method === 'OPTIONS') context.res = preflight();
    else await next();
    context.res.headers.set('Access-Control-Allow-Origin', '*');
    context.res.headers.set(
      'Access-Control-Expose-Headers',
      'ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After',
    );
    // Answers are for programs of any site; there are no cookies in them.
    context.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  });
  for (const operation of OPERATIONS) addOperation(app, site, { operation, gate });
  addExportRoute(app, site, gate);
  addStreamRoute(app, site, gate);
  app.all(`${API_ROOT}/*`, (context) => problemResponse(noOperation(context)));
}

/** The most that is sent to an operation: a webhook with all that it follows. */
const BODY_BYTES = 64_000;

function addOperation(
  app: Hono,
  site: SiteContext,
  { operation, gate }: { readonly operation: Operation; readonly gate: Gate },
): void {
  const path = `${API_ROOT}${operation.path.replace(/\{(\w+)\}/g, ':$1')}`;
  const names = pathParameters(operation.path);
  const { method, body: sent } = operation;
  const small = bodyLimit({ maxSize: BODY_BYTES, onError: () => problemResponse(TOO_LARGE) });
  app.on(method.toUpperCase(), path, small, async (context) => {
    let headers: Readonly<Record<string, string>> = {};
    try {
      const { key, headers: quota } = await gate.enter(context, operation.scope);
      headers = quota;
      const raw = {
        path: Object.fromEntries(names.map((name) => [name, context.req.param(name) ?? ''])),
        query: new URL(context.req.url).searchParams,
        ...(sent && { body: await readBody(context) }),
      };
      const answer = await operation.run(site, raw, { key });
      return await sendAnswer(context, { operation, answer, headers });
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

const TOO_LARGE = new Problem({ type: 'about:blank', title: 'Content Too Large', status: 413 });

/** What was sent as JSON; the problem of what is none. */
async function readBody(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    throw badParameters([{ field: '', in: 'body', message: 'must be a JSON object' }]);
  }
}

/** Sends what was read under its tag; of what was done nothing is kept anywhere, since it may hold a secret. */
async function sendAnswer(
  context: Context,
  given: {
    readonly operation: Operation;
    readonly answer: unknown;
    readonly headers: Readonly<Record<string, string>>;
  },
): Promise<Response> {
  const { operation, answer, headers } = given;
  const { method, status } = operation;
  const text = `${JSON.stringify(answer)}\n`;
  if (method === 'get') return sendJson(context, text, { ...headers, ...linkOf(context, answer) });
  const done = { ...headers, 'Cache-Control': 'no-store' };
  if (status === 204) return new Response(null, { status, headers: done });
  return new Response(text, {
    status,
    headers: { ...done, 'Content-Type': 'application/json; charset=utf-8', ...placeOf(context, answer) },
  });
}

/** Where what was made stands. */
function placeOf(context: Context, answer: unknown): Readonly<Record<string, string>> {
  const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : undefined;
  return typeof id === 'number' ? { Location: `${new URL(context.req.url).pathname}/${id}` } : {};
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

function noOperation(context: Context): Problem {
  const methods = methodsAt(context.req.path);
  const isRead = ['GET', 'HEAD'].includes(context.req.method);
  if (methods.length > 0 || !isRead) {
    return new Problem(
      { type: 'about:blank', title: 'Method Not Allowed', status: 405 },
      { Allow: [...(methods.length === 0 ? ['GET', 'HEAD'] : methods), 'OPTIONS'].join(', ') },
    );
  }
  return new Problem({
    type: 'about:blank',
    title: 'Not Found',
    status: 404,
    detail: 'There is no such operation; /openapi.json lists all of them',
  });
}

/** Methods of the operations at a path. */
function methodsAt(path: string): readonly string[] {
  const here = OPERATIONS.filter((operation) => {
    const pattern = operation.path.replace(/\{\w+\}/g, '[^/]+');
    return new RegExp(`^${API_ROOT}${pattern}$`).test(path);
  });
  return here.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
}

function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'GET, HEAD, POST, DELETE',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, If-None-Match, Last-Event-ID',
      'Access-Control-Max-Age': '86400',
    },
  });
}
