/** Alerts at the desk: who is told of what, and messages that nobody took. */
import type { Hono } from 'hono';
import { subjectHref } from '../../model/alert.js';
import { type DeadMessage, listDeadMessages } from '../../store/alert_queue.js';
import { type AlertTargetLine, listTargets } from '../../store/alert_targets.js';
import { dropTarget, replayAlerts, sendTest } from '../../store/webhook_commands.js';
import { say, type Words } from '../language.js';
import { Ago } from '../pieces/times.js';
import { parseNumber, type SiteContext } from '../site_context.js';
import { counted, number } from '../words.js';
import { AddTarget, addTarget, SecretMade } from './alert_forms.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, numbersOf, sendDesk, textOf } from './desk.js';
import { DESK_NOUNS } from './desk_nouns.js';
import { ActButton, Facts, Latin, Section } from './form_pieces.js';

const LISTED = 100;

export function addAlertsDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/alerts', page: alertsPage });
  addDeskAct(app, site, { path: '/admin/alerts/replay', page: alertsPage, act: replay });
  addDeskAct(app, site, {
    path: '/admin/alerts',
    page: alertsPage,
    act: async (desk) => {
      const made = await addTarget(desk);
      if (made.kind === 'mail') return '/admin/alerts?done=asked';
      const page = (shown: Desk): Promise<DeskView> => alertsPage(shown, made.secret);
      // Shown in the answer itself: behind no address and in no history.
      return sendDesk({ ...desk, form: {} }, undefined, { page, status: 200 });
    },
  });
  addDeskAct(app, site, { path: '/admin/alerts/:id', page: alertsPage, act: changeTarget });
}

/** Tests or removes one target. */
async function changeTarget({ site, context, form }: Desk): Promise<string> {
  const [id, at] = [parseNumber(context.req.param('id')), site.clock()];
  const [target] = id === undefined ? [] : await listTargets(site.store, { id, limit: 1 });
  if (target === undefined) return '/admin/alerts?done=missing';
  if (textOf(form, 'act') === 'test') {
    const canTest = target.kind === 'webhook' && target.state === 'open';
    if (canTest) await sendTest(site.store, { id: target.id, at });
    return `/admin/alerts?done=${canTest ? 'tested' : 'missing'}`;
  }
  const isDone = textOf(form, 'act') === 'remove' && (await dropTarget(site.store, { id: target.id, at }));
  return `/admin/alerts?done=${isDone ? 'unalerted' : 'missing'}`;
}

/** The chosen messages, or all dead ones where none is chosen. */
async function replay({ site, form }: Desk): Promise<string> {
  const ids = numbersOf(form, 'id');
  const wish = { at: site.clock(), ...(ids.length > 0 && { ids }) };
  const count = await replayAlerts(site.store, wish);
  return `/admin/alerts?done=${count > 0 ? 'alerts' : 'missing'}`;
}

async function alertsPage(desk: Desk, secret?: string): Promise<DeskView> {
  const { store } = desk.site;
  const [targets, dead] = await Promise.all([
    listTargets(store, { limit: LISTED }),
    listDeadMessages(store, { limit: LISTED }),
  ]);
  return {
    title: say('خبررسانی', 'Alerts'),
    place: 'alerts',
    body: (
      <>
        {secret === undefined ? null : <SecretMade secret={secret} />}
        {dead.length === 0 ? null : <Dead messages={dead} desk={desk} />}
        <AddTarget desk={desk} />
        {targets.length === 0 ? (
          <p class="soft desk-empty">
            {say(
              'هنوز به کسی خبر نمی‌دهیم. خوانندگان با «خبرم کن» می‌آیند، برنامه‌ها با رابط.',
              'Nobody is told yet. Readers come by “Tell me”, programs through the API.',
            )}
          </p>
        ) : (
          <Targets targets={targets} desk={desk} />
        )}
      </>
    ),
  };
}

function Dead({ messages, desk }: { readonly messages: readonly DeadMessage[]; readonly desk: Desk }) {
  return (
    <Section id="dead" title={say('نرسیده‌ها', 'Not delivered')} note={newest(messages.length)}>
      <form method="post" action="/admin/alerts/replay">
        <Csrf csrf={desk.csrf} />
        <ul class="rel rel--one">
          {messages.map(({ id, address, error, attempts, madeAt }) => (
            <li>
              <Latin>{masked(address)}</Latin>
              <span class="note">
                <Facts
                  of={[
                    <Ago iso={madeAt} now={desk.frame.now} />,
                    counted(attempts, DESK_NOUNS.time),
                    error === null ? undefined : <Latin>{error}</Latin>,
                  ]}
                />
              </span>
              <button class="btn btn--s" name="id" value={String(id)} type="submit">
                {say('فرستادن دوباره', 'Send again')}
                <span class="vh"> {say(`شمارهٔ ${number(id)}`, `number ${number(id)}`)}</span>
              </button>
            </li>
          ))}
        </ul>
        <button class="btn" type="submit">
          {say('فرستادن دوبارهٔ همه', 'Send all again')}
        </button>
      </form>
    </Section>
  );
}

function newest(count: number): string {
  return say(`تازه‌ترین ${number(count)}`, `newest ${number(count)}`);
}

const STATES: Readonly<Record<AlertTargetLine['state'], Words>> = {
  waiting: { fa: 'چشم‌به‌راه تأیید', en: 'waiting for confirmation' },
  open: { fa: 'باز', en: 'open' },
  closed: { fa: 'بسته', en: 'closed' },
};

function Targets({ targets, desk }: { readonly targets: readonly AlertTargetLine[]; readonly desk: Desk }) {
  return (
    <Section id="targets" title={say('گیرندگان', 'Who is told')} note={newest(targets.length)}>
      <ul class="rel rel--one">
        {targets.map((target) => (
          <li>
            <Latin>{masked(target.address)}</Latin>
            <span class="note">
              <Facts of={factsOf(target)} />
            </span>
            <span class="note">
              {target.follows.map((follow) => (
                <>
                  <a href={subjectHref(follow)} translate="no" dir="ltr">
                    {decodeURI(subjectHref(follow))}
                  </a>{' '}
                  ({number(follow.matchCount)}){' '}
                </>
              ))}
            </span>
            <span class="row">
              {target.kind === 'webhook' && target.state === 'open' ? (
                <TargetButton target={target} desk={desk} act="test" text={say('آزمایش', 'Test')} />
              ) : null}
              <TargetButton target={target} desk={desk} act="remove" text={say('بردار', 'Remove')} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function TargetButton({
  target,
  desk,
  act,
  text,
}: {
  readonly target: AlertTargetLine;
  readonly desk: Desk;
  readonly act: 'test' | 'remove';
  readonly text: string;
}) {
  const { id, address } = target;
  const about = <Latin>{masked(address)}</Latin>;
  return <ActButton {...{ desk, text, about }} action={`/admin/alerts/${id}`} name="act" value={act} />;
}

function factsOf({ kind, state, sent, waiting, dead }: AlertTargetLine): readonly string[] {
  return [
    kind === 'mail' ? say('ایمیل', 'mail') : say('وب‌هوک', 'webhook'),
    say(STATES[state]),
    say(`${number(sent)} فرستاده`, `${number(sent)} sent`),
    say(`${number(waiting)} در صف`, `${number(waiting)} queued`),
    say(`${number(dead)} نرسیده`, `${number(dead)} not delivered`),
  ];
}

/** Of a reader's address the desk needs the server alone: `r…@mail.example`. */
function masked(address: string): string {
  return address.includes('://') ? address : address.replace(/^(.).*@/, '$1…@');
}
