/** What a request tells about who asks, used for a moment and never stored. */
import type { Context } from 'hono';

interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/**
 * The asking network address. Behind a proxy on the same machine it is the last address that the proxy named;
 * from anywhere else that header could be made up and is not believed.
 */
export function addressOf(context: Context): string {
  const bindings = context.env as NodeBindings | undefined;
  const peer = bindings?.incoming?.socket?.remoteAddress ?? 'unknown';
  if (!LOOPBACK.test(peer)) return peer;
  return context.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() || peer;
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Programs that fetch pages without a reader name themselves so, or do not claim to be a browser at all. Messengers that
 * open a page inside themselves are read by people («Telegram-Android/10.2»); what fetches their previews is a bot by
 * name, or no browser. Cubot makes telephones.
 */
const PROGRAM =
  /(?<!\bcu)bot|crawl|spider|slurp|preview|fetch|monitor|scan|curl|wget|python|java\/|go-http|headless|lighthouse|facebookexternalhit/i;

/** Whether a page load counts as a view: a browser, asking for itself, not loading ahead of the reader. */
export function isReader(context: Context): boolean {
  const agent = context.req.header('User-Agent') ?? '';
  const purpose = `${context.req.header('Sec-Purpose') ?? ''} ${context.req.header('Purpose') ?? ''}`;
  return /mozilla/i.test(agent) && !PROGRAM.test(agent) && !/prefetch|prerender/.test(purpose);
}

/**
 * Whether a form came from one of our own pages. Browsers say so themselves where the connection is safe; elsewhere
 * they name the origin, or `null`, since our pages send no referrer. Programs without these headers pass: they
 * carry nobody's cookies.
 */
export function isOwnForm(context: Context): boolean {
  const site = context.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = context.req.header('Origin');
  if (origin === undefined || origin === 'null') return true;
  const host = context.req.header('Host') ?? new URL(context.req.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}
