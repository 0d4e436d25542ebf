/** What stands against each other: its list with filters, its feeds and exports, all as known at a moment. */
import type { Context, Hono } from 'hono';
import { exportContradictions } from '../../store/export_contradictions.js';
import { loadContradictions } from '../../store/site_contradictions.js';
import { parseDay } from '../as_of.js';
import { type EXPORT_TYPES, momentOf, streamRows } from '../export_answers.js';
import { badRequest, Fault } from '../faults.js';
import { FEED_TYPES, type FeedFormat } from '../feeds/feed.js';
import { entryOfPair } from '../feeds/ledger_entries.js';
import { sendFeed } from '../feeds/send_feed.js';
import { AGAINST_KINDS, ContradictionsPage } from '../pages/contradictions.js';
import { baseUrlOf, frameOf, type SiteContext, sendPage } from '../site_context.js';
import { type AgainstFilter, loadContradictionsView } from '../views/against_view.js';
import { placeOf } from './list_place.js';

const FEED_PAIRS = 40;
/** What narrows the list, in the order in which addresses have it. */
const NARROWING = ['kind', 'actor', 'from', 'to', 'asOf'] as const;

export function addContradictionRoutes(app: Hono, site: SiteContext): void {
  const { store, recall } = site;
  app.get('/contradictions', async (context) => {
    const filter = filterOf(context);
    const query = queryOf(context);
    const view = await recall(`contradictions ${query} ${filter.after?.id ?? ''}`, () =>
      loadContradictionsView(store, filter),
    );
    return sendPage(context, <ContradictionsPage frame={frameOf(site, context)} view={view} query={query} />);
  });
  for (const format of Object.keys(FEED_TYPES) as FeedFormat[]) {
    app.get(`/contradictions/${format}`, async (context) => {
      const pairs = await loadContradictions(store, { limit: FEED_PAIRS });
      const entries = pairs.map((pair) => entryOfPair(pair, baseUrlOf(site, context)));
      return sendFeed(site, context, { title: 'سند – روبه‌روی هم', href: '/contradictions', entries, format });
    });
  }
  for (const format of ['csv', 'jsonl'] as const) {
    app.get(`/contradictions/export.${format}`, (context) => {
      const rows = exportContradictions(store, { ...momentOf(context), after: placeOf(context) });
      return streamRows(rows, {
        format: format satisfies keyof typeof EXPORT_TYPES,
        name: `export.${format}`,
      });
    });
  }
}

function filterOf(context: Context): AgainstFilter {
  const kind = context.req.query('kind') ?? '';
  return {
    kind: isKind(kind) ? kind : undefined,
    actor: (context.req.query('actor') ?? '').trim().slice(0, 80),
    from: dayOf(context, 'from'),
    to: dayOf(context, 'to'),
    ...momentOf(context),
    after: placeOf(context),
  };
}

function isKind(text: string): text is keyof typeof AGAINST_KINDS {
  return Object.hasOwn(AGAINST_KINDS, text);
}

function dayOf(context: Context, name: string): string | undefined {
  const text = (context.req.query(name) ?? '').trim();
  if (text === '') return undefined;
  const day = parseDay(text);
  if (day !== undefined) return day;
  throw new Fault(
    badRequest({
      fa: 'این روز خوانا نیست؛ آن را چون ۱۴۰۴/۰۹/۲۴ یا \u2066۲۰۲۵-۱۲-۱۵\u2069 بنویسید.',
      en: 'This day cannot be read; write it as 2025-12-15 or 1404/09/24.',
    }),
  );
}

/** What narrows the list as an address has it: `kind=changed&from=1404%2F09%2F01`. */
function queryOf(context: Context): string {
  const given = NARROWING.flatMap((name): [string, string][] => {
    const value = (context.req.query(name) ?? '').trim().slice(0, 80);
    return value === '' ? [] : [[name, value]];
  });
  return new URLSearchParams(given).toString();
}
