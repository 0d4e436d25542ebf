/** Alerts at the desk: who is told of what, and messages that nobody took. */
import type { Hono } from 'hono';
import { subjectHref } from '../../model/alert.js';
import { type DeadMessage, listDeadMessages } from '../../store/alert_queue.js';
import { type AlertTargetLine, listTargets } from '../../store/alert_targets.js';
import { replayAlerts } from '../../store/webhook_commands.js';
import { say, type Words } from '../language.js';
import { Command } from '../pieces/states.js';
import { Ago } from '../pieces/times.js';
import type { SiteContext } from '../site_context.js';
import { counted, number } from '../words.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, numbersOf } from './desk.js';
import { DESK_NOUNS } from './desk_nouns.js';
import { Facts, Latin, Section } from './form_pieces.js';

const LISTED = 100;

export function addAlertsDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/alerts', page: alertsPage });
  addDeskAct(app, site, { path: '/admin/alerts/replay', page: alertsPage, act: replay });
}

/** The chosen messages, or all dead ones where none is chosen. */
async function replay({ site, form }: Desk): Promise<string> {
  const ids = numbersOf(form, 'id');
  const wish = { at: site.clock(), ...(ids.length > 0 && { ids }) };
  const count = await replayAlerts(site.store, wish);
  return `/admin/alerts?done=${count > 0 ? 'alerts' : 'missing'}`;
}

async function alertsPage(desk: Desk): Promise<DeskView> {
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
        {dead.length === 0 ? null : <Dead messages={dead} desk={desk} />}
        {targets.length === 0 ? (
          <p class="soft desk-empty">
            {say('هنوز به کسی خبر نمی‌دهیم. وب‌هوک را با', 'Nobody is told yet. Add a webhook with')}{' '}
            <Command>npx sanad alerts add</Command>
            {say(' بیفزایید؛ خوانندگان با «خبرم کن» می‌آیند.', '; readers come by “Tell me”.')}
          </p>
        ) : (
          <Targets targets={targets} />
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

function Targets({ targets }: { readonly targets: readonly AlertTargetLine[] }) {
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
          </li>
        ))}
      </ul>
    </Section>
  );
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
