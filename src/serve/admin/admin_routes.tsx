/** The operator's pages under /admin. Every act needs the session and the proof that the form came from the desk. */
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { decideComment, hide, savePageText, saveSetting, unhide, wishReplay } from '../../store/commands.js';
import { loadDeskCounts, loadHidden, loadOpenIssues, loadQueue } from '../../store/site_desk.js';
import { loadPageText, loadSiteSettings } from '../../store/site_settings.js';
import { Fault, FOREIGN_FORM, NOT_FOUND, TOO_LARGE, tooMany } from '../faults.js';
import { type FixedPage, findFixedPage } from '../fixed_pages.js';
import { RateLimit } from '../rate_limit.js';
import { isSameText } from '../secret.js';
import { baseUrlOf, frameOf, parseNumber, type SiteContext, sendPrivatePage } from '../site_context.js';
import { addressOf, isOwnForm } from '../visitor.js';
import { DeskPage } from './desk_page.js';
import { LoginPage } from './login_page.js';
import { isOperatorPassword } from './password.js';
import { beginSession, endSessions, readSession, type Session } from './session.js';
import { PAGE_TEXT_MAX, TextPage } from './text_page.js';

/** Bytes of the largest form: the words of a page, percent-encoded. */
const FORM_BYTES = 200_000;
const LISTED = 50;

type Form = Readonly<Record<string, unknown>>;

export function addAdminRoutes(app: Hono, site: SiteContext): void {
  app.use(
    '/admin/*',
    bodyLimit({
      maxSize: FORM_BYTES,
      onError: () => {
        throw new Fault(TOO_LARGE);
      },
    }),
  );
  addLoginRoutes(app, site);
  addDeskRoutes(app, site);
  addTextRoutes(app, site);
}

function addLoginRoutes(app: Hono, site: SiteContext): void {
  const perAddress = new RateLimit({ max: 5, windowMs: 15 * 60_000 });
  const altogether = new RateLimit({ max: 30, windowMs: 15 * 60_000 });
  app.get('/admin/login', (context) =>
    sendPrivatePage(context, <LoginPage frame={frameOf(site, context)} />),
  );
  app.post('/admin/login', async (context) => {
    if (!isOwnForm(context)) throw new Fault(FOREIGN_FORM);
    const frame = frameOf(site, context);
    const nowMs = Date.parse(frame.now);
    const waitMs = perAddress.take(addressOf(context), nowMs) || altogether.take('all', nowMs);
    if (waitMs > 0) throw new Fault(tooMany(waitMs), Math.ceil(waitMs / 1000));
    const form: Form = await context.req.parseBody();
    if (!(await isOperatorPassword(site.store, textOf(form.password).trim()))) {
      return sendPrivatePage(
        context,
        <LoginPage frame={frame} fault="گذرواژه درست نیست؛ دوباره بنویسید." />,
        403,
      );
    }
    const isSecure = baseUrlOf(site, context).startsWith('https:');
    await beginSession(context, { database: site.store, now: frame.now, isSecure });
    return context.redirect('/admin', 303);
  });
  app.post('/admin/logout', async (context) => {
    await readAct(site, context);
    await endSessions(context, { database: site.store, now: site.clock() });
    return context.redirect('/admin/login', 303);
  });
}

function addDeskRoutes(app: Hono, site: SiteContext): void {
  const { store } = site;
  app.get('/admin', async (context) => {
    const session = await sessionOf(site, context);
    if (session === undefined) return context.redirect('/admin/login', 303);
    const [counts, pending, published, rejected, issues, hiddenNouns, settings] = await Promise.all([
      loadDeskCounts(store),
      loadQueue(store, { state: 'pending', limit: LISTED }),
      loadQueue(store, { state: 'published', limit: LISTED }),
      loadQueue(store, { state: 'rejected', limit: LISTED }),
      loadOpenIssues(store, LISTED),
      loadHidden(store),
      loadSiteSettings(store),
    ]);
    const decided = [...published, ...rejected].sort((a, b) =>
      (a.decidedAt ?? '') < (b.decidedAt ?? '') ? 1 : -1,
    );
    const notice = NOTICES[context.req.query('done') ?? ''];
    const view = {
      counts,
      pending,
      decided: decided.slice(0, LISTED),
      issues,
      hidden: hiddenNouns,
      settings,
      notice,
    };
    return sendPrivatePage(
      context,
      <DeskPage frame={frameOf(site, context)} view={view} csrf={session.csrf} />,
    );
  });
  app.post('/admin/comments/:id', async (context) => {
    const { form } = await readAct(site, context);
    const id = parseNumber(context.req.param('id'));
    const state = COMMENT_STATES.find((known) => known === form.state);
    if (id === undefined || state === undefined) throw new Fault(NOT_FOUND);
    const isDone = await decideComment(store, { id, state, decidedAt: site.clock() });
    return context.redirect(`/admin?done=${isDone ? state : 'missing'}`, 303);
  });
  app.post('/admin/issues/:id/replay', async (context) => {
    await readAct(site, context);
    const id = parseNumber(context.req.param('id'));
    if (id === undefined) throw new Fault(NOT_FOUND);
    const count = await wishReplay(store, { issueIds: [id], at: site.clock() });
    return context.redirect(`/admin?done=${count > 0 ? 'replay' : 'missing'}`, 303);
  });
  app.post('/admin/hide', async (context) => {
    const { form } = await readAct(site, context);
    const what = nounOf(form);
    const note = textOf(form.note).trim().slice(0, 300);
    const isDone = what !== undefined && (await hide(store, { ...what, note, at: site.clock() }));
    return context.redirect(`/admin?done=${isDone ? 'hidden' : 'missing'}`, 303);
  });
  app.post('/admin/unhide', async (context) => {
    const { form } = await readAct(site, context);
    const what = nounOf(form);
    const isDone = what !== undefined && (await unhide(store, what));
    return context.redirect(`/admin?done=${isDone ? 'unhidden' : 'missing'}`, 303);
  });
  app.post('/admin/settings', async (context) => {
    const { form } = await readAct(site, context);
    const at = site.clock();
    await saveSetting(store, { key: 'comments_open', value: form.comments_open !== undefined, at });
    await saveSetting(store, {
      key: 'full_text',
      value: form.full_text === undefined ? 'excerpt' : 'full',
      at,
    });
    return context.redirect('/admin?done=settings', 303);
  });
}

function addTextRoutes(app: Hono, site: SiteContext): void {
  const { store } = site;
  app.get('/admin/text/:slug', async (context) => {
    const session = await sessionOf(site, context);
    if (session === undefined) return context.redirect('/admin/login', 303);
    const page = pageOf(context);
    const text = (await loadPageText(store, page.slug))?.text ?? page.text;
    const props = { frame: frameOf(site, context), page, text, csrf: session.csrf };
    return sendPrivatePage(context, <TextPage {...props} isPreview={false} />);
  });
  app.post('/admin/text/:slug', async (context) => {
    const { form, session } = await readAct(site, context);
    const page = pageOf(context);
    const text = textOf(form.text).replaceAll('\r\n', '\n').slice(0, PAGE_TEXT_MAX);
    if (form.act !== 'save') {
      const props = { frame: frameOf(site, context), page, text, csrf: session.csrf };
      return sendPrivatePage(context, <TextPage {...props} isPreview />);
    }
    await savePageText(store, { slug: page.slug, text, at: site.clock() });
    return context.redirect('/admin?done=text', 303);
  });
}

const COMMENT_STATES = ['pending', 'published', 'rejected'] as const;

/** What the desk says after an act. */
const NOTICES: Readonly<Record<string, string>> = {
  published: 'دیدگاه منتشر شد. از «تصمیم‌های گذشته» می‌توانید آن را بازگردانید.',
  rejected: 'دیدگاه رد شد. از «تصمیم‌های گذشته» می‌توانید آن را بازگردانید.',
  pending: 'دیدگاه به صف بازگشت.',
  hidden: 'پنهان شد؛ یادداشت در نشانی آن دیده می‌شود.',
  unhidden: 'دوباره دیده می‌شود.',
  replay: 'در نوبت بازخوانی است؛ اگر این بار خوانده شود از فهرست بیرون می‌رود.',
  settings: 'تنظیم‌ها ذخیره شد.',
  text: 'متن صفحه ذخیره شد؛ نسخه‌های پیشین نگه داشته می‌شود.',
  missing: 'چیزی با این نشانی نبود، یا پیش از این چنین شده بود.',
};

function sessionOf(site: SiteContext, context: Context): Promise<Session | undefined> {
  return readSession(context, { database: site.store, now: site.clock() });
}

/** The form of an act; refuses those that are not the operator's own. */
async function readAct(site: SiteContext, context: Context): Promise<{ form: Form; session: Session }> {
  const session = await sessionOf(site, context);
  const form: Form = await context.req.parseBody();
  if (session === undefined || !isOwnForm(context) || !isSameText(session.csrf, textOf(form.csrf))) {
    throw new Fault(FOREIGN_FORM);
  }
  return { form, session };
}

function nounOf(form: Form): { kind: 'article' | 'outlet'; id: string } | undefined {
  const id = textOf(form.id).trim();
  if (form.kind === 'outlet' && id !== '') return { kind: 'outlet', id };
  return form.kind === 'article' && parseNumber(id) !== undefined ? { kind: 'article', id } : undefined;
}

function pageOf(context: Context): FixedPage {
  const page = findFixedPage(context.req.param('slug') ?? '');
  if (page === undefined) throw new Fault(NOT_FOUND);
  return page;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
