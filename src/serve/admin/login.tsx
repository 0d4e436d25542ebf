/** Signing in and out. */
import type { Context, Hono } from 'hono';
import { Fault, FOREIGN_FORM, tooMany } from '../faults.js';
import { RateLimit } from '../rate_limit.js';
import { frameOf, type SiteContext, sendPrivatePage } from '../site_context.js';
import { addressOf, isOwnForm } from '../visitor.js';
import { type Form, isSecureSite, readAct, sessionOf, textOf } from './desk.js';
import { LoginPage } from './login_page.js';
import { isOperatorPassword } from './password.js';
import { beginSession, endSessions } from './session.js';

const WINDOW_MS = 15 * 60_000;

export function addLoginRoutes(app: Hono, site: SiteContext): void {
  const perAddress = new RateLimit({ max: 5, windowMs: WINDOW_MS });
  const altogether = new RateLimit({ max: 30, windowMs: WINDOW_MS });
  app.get('/admin/login', async (context) => {
    if ((await sessionOf(site, context)) !== undefined) return context.redirect('/admin', 303);
    return sendPrivatePage(context, <LoginPage frame={frameOf(site, context)} to={wishedPlace(context)} />);
  });
  app.post('/admin/login', async (context) => {
    if (!isOwnForm(context)) throw new Fault(FOREIGN_FORM);
    const frame = frameOf(site, context);
    const nowMs = Date.parse(frame.now);
    const waitMs = perAddress.take(addressOf(context), nowMs) || altogether.take('all', nowMs);
    if (waitMs > 0) throw new Fault(tooMany(waitMs), Math.ceil(waitMs / 1000));
    const form: Form = await context.req.parseBody();
    const to = wishedPlace(context);
    if (!(await isOperatorPassword(site.store, textOf(form, 'password')))) {
      return sendPrivatePage(context, <LoginPage frame={frame} to={to} isWrong />, 403);
    }
    const isSecure = isSecureSite(site, context);
    await beginSession(context, { database: site.store, now: frame.now, isSecure });
    return context.redirect(to ?? '/admin', 303);
  });
  app.post('/admin/logout', async (context) => {
    await readAct(site, context);
    await endSessions(context, { database: site.store, now: site.clock() });
    return context.redirect('/admin/login', 303);
  });
}

/** The page of the desk that was asked for before signing in; never a place outside the desk. */
function wishedPlace(context: Context): string | undefined {
  const to = context.req.query('to') ?? '';
  return /^\/admin\/(?!login|logout)[\w/~.%?=&-]{1,300}$/.test(to) ? to : undefined;
}
