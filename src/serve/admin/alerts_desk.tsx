/** Alerts at the desk: who is told of what, and messages that nobody took. */
import type { Hono } from 'hono';
import { subjectHref } from '../../model/alert.js';
import { type DeadMessage, listDeadMessages } from '../../store/alert_queue.js';
import { type AlertTargetLine, listTargets } from '../../store/alert_targets.js';
import { replayAlerts } from '../../store/desk_commands.js';
import { Ago } from '../pieces/times.js';
import type { SiteContext } from '../site_context.js';
import { number } from '../words.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, numbersOf } from './desk.js';

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
  const [targets, dead] = await Promise.all([listTargets(store, LISTED), listDeadMessages(store, LISTED)]);
  return {
    title: 'خبررسانی',
    place: 'alerts',
    body: (
      <>
        {dead.length === 0 ? null : <Dead messages={dead} desk={desk} />}
        {targets.length === 0 ? (
          <p class="soft desk-empty">
            هنوز به کسی خبر نمی‌دهیم. وب‌هوک را با «sanad alerts add» بیفزایید؛ خوانندگان با «خبرم کن» می‌آیند.
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
    <section class="sec" aria-labelledby="dead">
      <h2 class="sec-h" id="dead">
        نرسیده‌ها <small>تازه‌ترین {number(messages.length)}</small>
      </h2>
      <form method="post" action="/admin/alerts/replay">
        <Csrf csrf={desk.csrf} />
        <ul class="rel rel--one">
          {messages.map(({ id, address, error, attempts, madeAt }) => (
            <li>
              <bdi dir="ltr">{masked(address)}</bdi>
              <span class="note">
                <Ago iso={madeAt} now={desk.frame.now} /> · {number(attempts)} بار ·{' '}
                <bdi dir="ltr">{error ?? ''}</bdi>
              </span>
              <button class="btn btn--s" name="id" value={String(id)} type="submit">
                فرستادن دوباره<span class="vh"> شمارهٔ {number(id)}</span>
              </button>
            </li>
          ))}
        </ul>
        <button class="btn" type="submit">
          فرستادن دوبارهٔ همه
        </button>
      </form>
    </section>
  );
}

const STATES = { waiting: 'چشم‌به‌راه تأیید', open: 'باز', closed: 'بسته' } as const;

function Targets({ targets }: { readonly targets: readonly AlertTargetLine[] }) {
  return (
    <section class="sec" aria-labelledby="targets">
      <h2 class="sec-h" id="targets">
        گیرندگان <small>تازه‌ترین {number(targets.length)}</small>
      </h2>
      <ul class="rel rel--one">
        {targets.map((target) => (
          <li>
            <bdi dir="ltr">{masked(target.address)}</bdi>
            <span class="note">
              {target.kind === 'mail' ? 'ایمیل' : 'وب‌هوک'} · {STATES[target.state]} · {number(target.sent)}{' '}
              فرستاده · {number(target.waiting)} در صف · {number(target.dead)} نرسیده
            </span>
            <span class="note">
              {target.follows.map((follow) => (
                <>
                  <a href={subjectHref(follow)} dir="ltr">
                    {decodeURI(subjectHref(follow))}
                  </a>{' '}
                  ({number(follow.matchCount)}){' '}
                </>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Of a reader's address the desk needs the server alone: `r…@mail.example`. */
function masked(address: string): string {
  return address.includes('://') ? address : address.replace(/^(.).*@/, '$1…@');
}
