/** The machine interface at `/api/v1` and its description at `/openapi.json`. */
import type { Context, Hono } from 'hono';
import type { SiteContext } from '../site_context.js';
import { Gate, problemOf } from './api_gate.js';
import { API_ROOT, makeDocument } from './document.js';
import { addExportRoute } from './export_route.js';
import { MovedTo, type Operation, pathParameters } from './operation.js';
import { OPERATIONS } from './operations.js';
import { Problem, problemResponse } from './problem.js';
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
      'ETag, Link, RateLimit, RateLimit-Policy, Retry-After',
    );
    // Answers are for programs of any site; there are no cookies in them.
    context.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  });
  for (const operation of OPERATIONS) addOperation(app, site, { operation, gate });
  addExportRoute(app, site, gate);
  addStreamRoute(app, site, gate);
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
