/** Alerts by mail without an account: asked for at a page, confirmed by mail, ended by the token in every mail. */
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { parseSubject, RHYTHMS, type Rhythm, type Subject } from '../../model/alert.js';
import {
  askMailFollow,
  confirmMailFollow,
  endMailAlerts,
  loadFollowName,
  loadMailAlerts,
  loadMailWish,
  setMailRhythm,
} from '../../store/alert_commands.js';
import type { Store } from '../../store/database.js';
import { Fault, FOREIGN_FORM, NOT_FOUND, TOO_LARGE, tooMany } from '../faults.js';
import { makeTicket, readTicket } from '../form_ticket.js';
import type { Words } from '../language.js';
import { MAIL_MAX, mailAddressIn } from '../mail_address.js';
import {
  AlertNotePage,
  ASKED,
  AskAlertPage,
  ConfirmAlertPage,
  ENDED,
  MyAlertsPage,
} from '../pages/alerts.js';
import { RateLimit } from '../rate_limit.js';
import { frameOf, parseNumber, type SiteContext, sendPrivatePage } from '../site_context.js';
import { tongueOf } from '../tongue_choice.js';
import { siteSecret } from '../views/discussion.js';
import { addressOf, isOwnForm } from '../visitor.js';
import { networkOf } from '../visitor_mark.js';

const FORM_BYTES = 8000;
/** Wishes of one network within an hour. */
const LIMIT = { max: 10, windowMs: 60 * 60_000 };

export function addAlertRoutes(app: Hono, site: SiteContext): void {
  const small = bodyLimit({
    maxSize: FORM_BYTES,
    onError: () => {
      throw new Fault(TOO_LARGE);
    },
  });
  const limit = new RateLimit(LIMIT);
  app.get('/alerts/new', async (context) => {
    const followed = await followedOf(site, context.req.query('of'));
    return sendPrivatePage(
      context,
      <AskAlertPage {...{ frame: frameOf(site, context), followed, ticket: await freshTicket(site) }} />,
    );
  });
  app.post('/alerts/new', small, (context) => takeWish(site, context, limit));
  app.get('/alerts/confirm/:token', async (context) => {
    const token = context.req.param('token');
    const wish = await loadMailWish(site.store, token);
    if (wish === undefined) throw new Fault(NOT_FOUND);
    const followed = { ...wish, name: (await loadFollowName(site.store, wish)) ?? wish.subject };
    const frame = frameOf(site, context);
    return sendPrivatePage(
      context,
      <ConfirmAlertPage {...{ frame, followed, token, address: wish.address }} />,
    );
  });
  app.post('/alerts/confirm/:token', small, async (context) => {
    const token = context.req.param('token');
    const mine = await site.store.transaction((tx) => confirmMailFollow(tx, token, site.clock()));
    if (mine === undefined) throw new Fault(NOT_FOUND);
    return context.redirect(`/alerts/mine/${mine}?done=confirmed`, 303);
  });
  addOwnPage(app, site, small);
}

function addOwnPage(app: Hono, site: SiteContext, small: ReturnType<typeof bodyLimit>): void {
  const { store } = site;
  app.get('/alerts/mine/:token', async (context) => {
    const token = context.req.param('token');
    const mine = await loadMailAlerts(store, token);
    if (mine === undefined) throw new Fault(NOT_FOUND);
    const follows = await Promise.all(
      mine.follows.map(async (follow) => ({
        ...follow,
        name: (await loadFollowName(store, follow)) ?? follow.subject,
      })),
    );
    return sendPrivatePage(
      context,
      <MyAlertsPage
        {...{ ...mine, follows, token, frame: frameOf(site, context), done: context.req.query('done') }}
      />,
    );
  });
  // Programs of mail post here by themselves (RFC 8058), so neither cookie nor origin is asked for: the token is the right.
  app.post('/alerts/mine/:token', small, async (context) => {
    const token = context.req.param('token');
    const form = await context.req.parseBody();
    await doAct(store, token, form);
    const isLeft = (await loadMailAlerts(store, token)) !== undefined;
    if (isLeft) return context.redirect(`/alerts/mine/${token}?done=saved`, 303);
    return sendPrivatePage(context, <AlertNotePage frame={frameOf(site, context)} {...ENDED} />);
  });
}

type Form = Readonly<Record<string, unknown>>;

/** What a reader wishes about his alerts: another rhythm, the end of one or of all. */
async function doAct(store: Store, token: string, form: Form): Promise<void> {
  const [rhythm, followId] = [rhythmOf(form.rhythm), parseNumber(String(form.follow ?? ''))];
  if (form.act === 'rhythm' && rhythm !== undefined) await setMailRhythm(store, token, rhythm);
  if (form.act === 'end' && followId !== undefined)
    await store.transaction((tx) => endMailAlerts(tx, token, followId));
  if (form.act === 'end_all' || form['List-Unsubscribe'] === 'One-Click')
    await store.transaction((tx) => endMailAlerts(tx, token));
}

async function takeWish(site: SiteContext, context: Context, limit: RateLimit): Promise<Response> {
  if (!isOwnForm(context)) throw new Fault(FOREIGN_FORM);
  const form = await context.req.parseBody();
  const followed = await followedOf(site, String(form.of ?? ''));
  const frame = frameOf(site, context);
  const asked = <AlertNotePage frame={frame} {...ASKED} />;
  // A program that filled the trap is told that all went well, so that it learns nothing.
  if (form.website !== undefined && form.website !== '') return sendPrivatePage(context, asked);
  const nowMs = Date.parse(site.clock());
  const address = mailAddressIn(String(form.address ?? ''));
  const ticket = readTicket(await siteSecret(site), String(form.ticket ?? ''), nowMs);
  const rhythm = rhythmOf(form.rhythm) ?? 'daily';
  if (address === undefined || ticket !== 'good') {
    const fault = address === undefined ? NO_ADDRESS : AGAIN;
    const draft = { address: String(form.address ?? '').slice(0, MAIL_MAX), rhythm, fault };
    const props = { frame, followed, draft, ticket: await freshTicket(site) };
    return sendPrivatePage(context, <AskAlertPage {...props} />, 400);
  }
  const waitMs = limit.take(networkOf(addressOf(context)), nowMs);
  if (waitMs > 0) throw new Fault(tooMany(waitMs), Math.ceil(waitMs / 1000));
  const { kind, subject } = followed;
  const { language } = tongueOf(context);
  const wish = { kind, subject, address, rhythm, language, at: site.clock() };
  await site.store.transaction((tx) => askMailFollow(tx, wish));
  return sendPrivatePage(context, asked);
}

/** What a page shows, with its name; a fault where mails are not offered or there is no such thing. */
async function followedOf(
  site: SiteContext,
  page: string | undefined,
): Promise<Subject & { readonly name: string }> {
  const subject = page?.startsWith('/') ? parseSubject(page) : undefined;
  if (!offersMail(site) || subject === undefined) throw new Fault(NOT_FOUND);
  const name = await loadFollowName(site.store, subject);
  if (name === undefined) throw new Fault(NOT_FOUND);
  return { ...subject, name };
}

function offersMail({ config }: SiteContext): boolean {
  return config.alerts?.smtpUrl !== undefined;
}

async function freshTicket(site: SiteContext): Promise<string> {
  return makeTicket(await siteSecret(site), Date.parse(site.clock()));
}

function rhythmOf(value: unknown): Rhythm | undefined {
  return RHYTHMS.find((rhythm) => rhythm === value);
}

const NO_ADDRESS: Words = {
  fa: 'این نشانی ایمیل درست نیست؛ آن را چون name@example.com بنویسید.',
  en: 'This is no e-mail address; write it like name@example.com.',
};

const AGAIN: Words = {
  fa: 'فرم خیلی زود یا خیلی دیر فرستاده شد؛ یک بار دیگر بفرستید.',
  en: 'The form was sent too early or too late; send it once more.',
};
