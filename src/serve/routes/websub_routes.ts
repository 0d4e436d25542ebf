/** Where hubs confirm subscriptions and push (WebSub §§ 5.3, 7). The address holds an unguessable token. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { confirmSubscription, refuseSubscription, takePush } from '../../store/commands.js';
import { loadSubscription } from '../../store/subscriptions.js';
import type { SiteContext } from '../site_context.js';

/** As large as a feed that the collector fetches itself. */
const MAX_PUSH_BYTES = 5 * 1024 * 1024;
/** Leases outside of this are bent to it: shorter ones would be renewed all day, longer ones forgotten. */
const MIN_LEASE_S = 10 * 60;
const MAX_LEASE_S = 30 * 24 * 60 * 60;

export function addWebSubRoutes(app: Hono, site: SiteContext): void {
  const limit = bodyLimit({
    maxSize: MAX_PUSH_BYTES,
    onError: (context) => context.text('too large\n', 413),
  });
  app.get('/websub/:token', (context) => confirm(site, context));
  app.post('/websub/:token', limit, (context) => takeFrom(site, context));
}

/** Confirms what we asked for and nothing else: another topic, or a wish to end it, is not ours. */
async function confirm(site: SiteContext, context: Context): Promise<Response> {
  const token = context.req.param('token') ?? '';
  const subscription = await loadSubscription(site.store, token);
  const mode = context.req.query('hub.mode');
  if (subscription === undefined || context.req.query('hub.topic') !== subscription.topicUrl) {
    return context.text('no such subscription\n', 404);
  }
  const at = site.clock();
  if (mode === 'denied') {
    const reason = (context.req.query('hub.reason') ?? '').slice(0, 300);
    await refuseSubscription(site.store, { token, reason, at });
    return context.text('noted\n');
  }
  const challenge = context.req.query('hub.challenge');
  const asked = Number(context.req.query('hub.lease_seconds'));
  if (mode !== 'subscribe' || challenge === undefined) return context.text('not asked for\n', 404);
  const leaseS = Math.min(Math.max(Number.isFinite(asked) ? asked : 0, MIN_LEASE_S), MAX_LEASE_S);
  const isOurs = await confirmSubscription(site.store, { token, leaseS, at });
  return isOurs ? context.text(challenge) : context.text('not asked for\n', 404);
}

async function takeFrom(site: SiteContext, context: Context): Promise<Response> {
  const token = context.req.param('token') ?? '';
  const subscription = await loadSubscription(site.store, token);
  if (subscription === undefined) return context.text('no such subscription\n', 404);
  const body = new Uint8Array(await context.req.arrayBuffer());
  if (!isSignedBy(subscription.secret, context.req.header('X-Hub-Signature'), body)) {
    return context.text('the signature is not right\n', 403);
  }
  const contentType = context.req.header('Content-Type');
  const at = site.clock();
  await site.store.transaction((tx) => takePush(tx, { ...subscription, body, contentType, at }));
  return context.text('taken\n', 202);
}

/** The methods of § 7; sha1 too, since large hubs still sign with it and HMAC with it has not been broken. */
const METHODS = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

function isSignedBy(secret: string, signature: string | undefined, body: Uint8Array): boolean {
  const [method = '', given = ''] = (signature ?? '').split('=');
  if (!METHODS.has(method.toLowerCase())) return false;
  const right = createHmac(method.toLowerCase(), secret).update(body).digest();
  const proof = Buffer.from(given.trim(), 'hex');
  return proof.length === right.length && timingSafeEqual(proof, right);
}
