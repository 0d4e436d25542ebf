/** Front pages of outlets over time. */
import type { Context, Hono } from 'hono';
import { countFrontDays, loadFrontEnds, loadFrontOfDay } from '../../store/site_fronts.js';
import { loadOutlet } from '../../store/site_outlets.js';
import { frontsHref } from '../addresses.js';
import { isoOf, jalaliOf, monthAfter, readDay } from '../calendar.js';
import { Fault, hidden, NOT_FOUND } from '../faults.js';
import { FrontsPage, type FrontsView } from '../pages/fronts.js';
import { frameOf, type SiteContext, sendPage } from '../site_context.js';
import { tehranDay } from '../words.js';

/** More than any front page has in a day. */
const MOST_HEADLINES = 200;

export function addFrontRoutes(app: Hono, site: SiteContext): void {
  app.get('/outlet/:id/front', async (context) => {
    const { outlet, ends } = await outletOf(site, context);
    const last = jalaliOf(ends.last);
    if (last === undefined) throw new Fault(NOT_FOUND);
    return context.redirect(frontsHref(outlet.id, last), 302);
  });
  for (const path of ['/outlet/:id/front/:year/:month', '/outlet/:id/front/:year/:month/:day']) {
    app.get(path, async (context) =>
      sendPage(
        context,
        <FrontsPage frame={frameOf(site, context)} view={await loadFrontsView(site, context)} />,
      ),
    );
  }
}

async function outletOf({ store }: SiteContext, context: Context) {
  const id = context.req.param('id') ?? '';
  const outlet = await loadOutlet(store, id);
  if (outlet === undefined) throw new Fault(NOT_FOUND);
  if (outlet.hiddenAt !== null) throw new Fault(hidden('outlet', outlet.hiddenNote));
  const ends = await loadFrontEnds(store, id);
  if (ends === undefined) throw new Fault(NOT_FOUND);
  return { outlet, ends: { first: tehranDay(ends.first), last: tehranDay(ends.last) } };
}

async function loadFrontsView(site: SiteContext, context: Context): Promise<FrontsView> {
  const {
    year = '',
    month: monthText = '',
    day: dayText,
  } = context.req.param() as Readonly<Record<string, string>>;
  const at = readDay(year, monthText, dayText);
  if (at === undefined || (dayText !== undefined && at.day === 0)) throw new Fault(NOT_FOUND);
  const { outlet, ends } = await outletOf(site, context);
  const month = { year: at.year, month: at.month };
  const day = at.day === 0 ? undefined : isoOf(at);
  const span = { from: isoOf({ ...month, day: 1 }), until: isoOf({ ...monthAfter(month, 1), day: 1 }) };
  const [counts, headlines] = await Promise.all([
    countFrontDays(site.store, { outletId: outlet.id, ...span }),
    day === undefined ? [] : loadFrontOfDay(site.store, { outletId: outlet.id, day, limit: MOST_HEADLINES }),
  ]);
  return { outlet, month, day, counts, headlines, ends };
}
