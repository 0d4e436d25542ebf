/** What all pages and acts of the desk share: the session, the proof of a form, the frame, faults at their field. */
import type { Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { loadWaiting } from '../../store/site_desk.js';
import { Fault, FOREIGN_FORM } from '../faults.js';
import type { Words } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { isSameText } from '../secret.js';
import { baseUrlOf, frameOf, type SiteContext, sendPrivatePage } from '../site_context.js';
import { isOwnForm } from '../visitor.js';
import { type ActLine, loadAllActs } from './act_lines.js';
import { DeskFrame, type DeskPlace } from './desk_frame.js';
import { LoginPage } from './login_page.js';
import { readSession, type Session, touchSession } from './session.js';

export type Form = Readonly<Record<string, unknown>>;

/** A request to the desk whose session is right. */
export interface Desk {
  readonly site: SiteContext;
  readonly context: Context;
  readonly frame: Frame;
  readonly csrf: string;
  /** What was sent; empty for a page that was only asked for. */
  readonly form: Form;
  /** Why what was sent cannot be done. */
  readonly fault: FormFault | undefined;
}

/** What a page of the desk shows. */
export interface DeskView {
  readonly title: string;
  /** Instead of the title where that is a publisher's or an operator's. */
  readonly heading?: Child;
  readonly place: DeskPlace;
  /** Beside the title. */
  readonly count?: string;
  readonly body: Child;
}

/** Called while the page is rendered: it and what it calls speak the operator's language. */
export type DeskPageMaker = (desk: Desk) => DeskView | Promise<DeskView>;

/** Thrown by an act that cannot do what was sent: which field, what is wrong there, what to do. */
export class FormFault extends Error {
  /** Name of the field in the form. */
  readonly field: string;
  readonly words: Words;
  /** In English, from a command; stands below the words. */
  readonly detail: string | undefined;

  constructor(field: string, words: Words, detail?: string) {
    super(`Cannot do what the form wishes: ${field}`);
    this.field = field;
    this.words = words;
    this.detail = detail;
  }
}

/** Shows a page of the desk to the operator; others are asked to sign in. */
export function addDeskPage(
  app: Hono,
  site: SiteContext,
  route: { readonly path: string; readonly page: DeskPageMaker },
): void {
  app.get(route.path, async (context) => {
    const session = await sessionOf(site, context);
    if (session === undefined) return context.redirect(loginHref(context), 303);
    const desk = deskOf(site, context, { session, form: {} });
    return sendDesk(desk, session, { page: route.page, status: 200 });
  });
}

/**
 * Does what a form wishes and goes to the address that the act returns. What it cannot do is said on the page that
 * the form stands on, at its field, with everything that was written.
 */
export function addDeskAct(
  app: Hono,
  site: SiteContext,
  route: {
    readonly path: string;
    readonly page: DeskPageMaker;
    readonly act: (desk: Desk) => string | Response | Promise<string | Response>;
  },
): void {
  app.post(route.path, async (context) => {
    if (isOwnForm(context) && (await sessionOf(site, context)) === undefined) {
      return sendSessionOver(site, context);
    }
    const { session, form } = await readAct(site, context);
    const desk = deskOf(site, context, { session, form });
    try {
      const outcome = await route.act(desk);
      return typeof outcome === 'string' ? context.redirect(outcome, 303) : outcome;
    } catch (fault) {
      if (!(fault instanceof FormFault)) throw fault;
      return sendDesk({ ...desk, fault }, session, { page: route.page, status: 400 });
    }
  });
}

/** Fields of forms that no operator has written. */
const NOT_WRITTEN: ReadonlySet<string> = new Set(['csrf', 'back', 'state', 'kind', 'act', 'id']);

/** The session ended while somebody wrote: he signs in again, and what he wrote stands there to be copied. */
async function sendSessionOver(site: SiteContext, context: Context): Promise<Response> {
  const form: Form = await context.req.parseBody({ all: true });
  const unsent = Object.keys(form).flatMap((field) =>
    NOT_WRITTEN.has(field) ? [] : textOf(form, field) || [],
  );
  return sendPrivatePage(
    context,
    <LoginPage frame={frameOf(site, context)} to={undefined} unsent={unsent} />,
    403,
  );
}

/** Renders a page in the frame of the desk. */
export async function sendDesk(
  desk: Desk,
  session: Session | undefined,
  { page, status }: { readonly page: DeskPageMaker; readonly status: number },
): Promise<Response> {
  const { site, context, frame } = desk;
  const done = status === 200 ? context.req.query('done') : undefined;
  context.res = await sendPrivatePage(context, <DeskPage desk={desk} page={page} done={done} />, status);
  const isSecure = isSecureSite(site, context);
  if (session !== undefined) {
    await touchSession(context, session, { database: site.store, now: frame.now, isSecure });
  }
  return context.res;
}

interface DeskPageProps {
  readonly desk: Desk;
  readonly page: DeskPageMaker;
  readonly done: string | undefined;
}

async function DeskPage({ desk, page, done }: DeskPageProps) {
  const [view, waiting, act] = await Promise.all([
    page(desk),
    loadWaiting(desk.site.store),
    done === undefined ? undefined : loadActJustDone(desk),
  ]);
  return <DeskFrame desk={desk} waiting={waiting} view={view} done={done} act={act} />;
}

/** Who acts is brought to a page that says so within moments; later the act is found among the others. */
const JUST_MS = 60_000;

/** The newest act, where it was done just now and can be undone. */
async function loadActJustDone({ site, frame }: Desk): Promise<ActLine | undefined> {
  const [act] = await loadAllActs(site.store, { limit: 1 });
  if (act === undefined || act.undoneAt !== undefined || !act.canUndo) return undefined;
  return Date.parse(frame.now) - Date.parse(act.doneAt) < JUST_MS ? act : undefined;
}

/** The form of an act; refuses those that are not the operator's own. */
export async function readAct(
  site: SiteContext,
  context: Context,
): Promise<{ readonly form: Form; readonly session: Session }> {
  const session = await sessionOf(site, context);
  const form: Form = await context.req.parseBody({ all: true });
  if (session === undefined || !isOwnForm(context) || !isSameText(session.csrf, textOf(form, 'csrf'))) {
    throw new Fault(FOREIGN_FORM);
  }
  return { form, session };
}

export function sessionOf(site: SiteContext, context: Context): Promise<Session | undefined> {
  return readSession(context, { database: site.store, now: site.clock() });
}

/** Whether browsers may be told to send cookies over safe connections alone. */
export function isSecureSite(site: SiteContext, context: Context): boolean {
  return baseUrlOf(site, context).startsWith('https:');
}

/** A field of one line or more, without the blanks around it; '' when it was not sent. */
export function textOf(form: Form, field: string): string {
  const value = form[field];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first.trim() : '';
}

/** All values of a field that may be sent several times. */
function textsOf(form: Form, field: string): readonly string[] {
  const value = form[field];
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((each): each is string => typeof each === 'string' && each !== '');
}

/** Numbers of a field that may be sent several times; what is no number is left out. */
export function numbersOf(form: Form, field: string): readonly number[] {
  return textsOf(form, field).flatMap((text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : []));
}

function deskOf(
  site: SiteContext,
  context: Context,
  { session, form }: { readonly session: Session; readonly form: Form },
): Desk {
  return { site, context, frame: frameOf(site, context), csrf: session.csrf, form, fault: undefined };
}

function loginHref(context: Context): string {
  const { pathname, search } = new URL(context.req.url);
  return pathname === '/admin' ? '/admin/login' : `/admin/login?to=${encodeURIComponent(pathname + search)}`;
}
