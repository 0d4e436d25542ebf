/** What operators did, the newest first, whatever they acted upon; most of it can be undone. */
import type { Hono } from 'hono';
import { undoOperatorAct } from '../../store/undo_act.js';
import { say } from '../language.js';
import type { SiteContext } from '../site_context.js';
import { loadAllActs } from './act_lines.js';
import { ActLines } from './act_list.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, textOf } from './desk.js';

const LISTED = 100;

export function addActsDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/acts', page: actsPage });
  addDeskAct(app, site, { path: '/admin/acts/undo', page: actsPage, act: undo });
}

async function undo({ site, form }: Desk): Promise<string> {
  const [, kind, digits] = /^(story|entity|desk)-([1-9]\d{0,14})$/.exec(textOf(form, 'act')) ?? [];
  if (kind === undefined) {
    throw new FormFault('act', {
      fa: 'شمارهٔ کار خوانا نیست؛ دکمهٔ کنار یکی از کارهای همین فهرست را بزنید.',
      en: 'The number of the act cannot be read; press the button beside an act of this list.',
    });
  }
  const wish = { id: Number(digits), at: site.clock() };
  const { acts } = site;
  const isUndone =
    kind === 'desk'
      ? await undoOperatorAct(site.store, wish)
      : await (kind === 'story' ? acts?.stories.undo(wish) : acts?.entities.undo(wish));
  if (isUndone === true) return '/admin/acts?done=undone';
  throw new FormFault('act', {
    fa: 'این کار پیش از این واگردانده شده یا بازگشتی ندارد؛ فهرست زیر تازه است.',
    en: 'This act was undone before or has no way back; the list below is fresh.',
  });
}

async function actsPage(desk: Desk): Promise<DeskView> {
  const acts = await loadAllActs(desk.site.store, { limit: LISTED });
  return {
    title: say('کارهای گرداننده', 'Operators’ activity'),
    place: 'acts',
    body: (
      <>
        <p class="soft small">
          {say(
            'هر کاری که در میز یا از پایانه بر خبرها و نام‌ها شده است، تازه‌ترین در بالا. واگرداندن یک کار، کارهای پس از آن را تغییر نمی‌دهد.',
            'Everything done at the desk, or to stories and names from the terminal, newest first. Undoing one act leaves later ones alone.',
          )}
        </p>
        <ActLines acts={acts} desk={desk} />
      </>
    ),
  };
}
