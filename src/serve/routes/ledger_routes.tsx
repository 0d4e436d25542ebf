/** Entities, dyads, dossiers, statements and contacts: pages, feeds and exports; all of them as known at a moment. */
import type { Context, Hono } from 'hono';
import { contactPart, dossierFilter, listDossiers, loadDossier } from '../../store/dossiers.js';
import { loadReportedDyads } from '../../store/dyads.js';
import {
  type ContactFilter,
  type ContactLine,
  listContactIds,
  loadContacts,
} from '../../store/site_contacts.js';
import { findEntities, loadEntityLine } from '../../store/site_entities.js';
import { loadStatements, type StatementLine } from '../../store/site_statements.js';
import type { StatementFilter } from '../../store/statement_filter.js';
import { dossierHref, dyadHref, entityHref } from '../addresses.js';
import { addExportsOf, momentOf } from '../export_answers.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { FEED_TYPES, type FeedFormat } from '../feeds/feed.js';
import { entryOfContact, entryOfStatement } from '../feeds/ledger_entries.js';
import { sendFeed } from '../feeds/send_feed.js';
import { ContactPage } from '../pages/contact.js';
import { DossierPage, DossiersPage } from '../pages/dossier.js';
import { DyadPage, DyadsPage } from '../pages/dyad.js';
import { EntitiesPage, EntityPage } from '../pages/entity.js';
import { StatementPage } from '../pages/statement.js';
import { baseUrlOf, frameOf, parseNumber, type SiteContext, sendPage } from '../site_context.js';
import {
  loadContactView,
  loadDossierView,
  loadDyadView,
  loadEntityView,
  loadSides,
  loadStatementView,
} from '../views/ledger_views.js';
import { shown } from '../words.js';
import { addContradictionRoutes } from './contradiction_routes.js';
import { placeOf } from './list_place.js';

const LISTED = 200;
const FEED_LINES = 40;
/** Contacts of two parties whose statements their feed and export have. */
const MOST_LISTED = 5000;

export function addLedgerRoutes(app: Hono, site: SiteContext): void {
  addListPages(app, site);
  addPages(app, site);
  addFeeds(app, site);
  addExports(app, site);
  addContradictionRoutes(app, site);
}

function addListPages(app: Hono, site: SiteContext): void {
  const { store, recall } = site;
  app.get('/entities', async (context) => {
    const words = (context.req.query('q') ?? '').trim().slice(0, 80);
    const entities = await recall(`entities ${words}`, () =>
      findEntities(store, { limit: LISTED, ...(words === '' ? {} : { words }) }),
    );
    return sendPage(
      context,
      <EntitiesPage frame={frameOf(site, context)} entities={entities} words={words} />,
    );
  });
  app.get('/dyads', async (context) =>
    sendPage(
      context,
      <DyadsPage
        frame={frameOf(site, context)}
        dyads={await recall('dyads', () => loadReportedDyads(store, LISTED))}
      />,
    ),
  );
  app.get('/dossiers', async (context) =>
    sendPage(context, <DossiersPage frame={frameOf(site, context)} dossiers={await listDossiers(store)} />),
  );
}

function addPages(app: Hono, site: SiteContext): void {
  const { store } = site;
  app.get('/entity/:id', async (context) => {
    const { asOf } = momentOf(context);
    const after = placeOf(context);
    const view = await loadEntityView(store, context.req.param('id'), { asOf, after });
    if ('movedTo' in view) return context.redirect(entityHref(view.movedTo), 302);
    return sendPage(context, <EntityPage frame={frameOf(site, context)} view={view} asOf={asOf} />);
  });
  app.get('/dyad/:a/:b', async (context) => {
    const [a, b] = sidesOf(context);
    if (a > b) return context.redirect(`${dyadHref(a, b)}${new URL(context.req.url).search}`, 302);
    const { asOf } = momentOf(context);
    const view = await loadDyadView(store, [a, b], { asOf });
    const props = { view, asOf, filter: filterOf(context) };
    return sendPage(context, <DyadPage frame={frameOf(site, context)} {...props} />);
  });
  app.get('/dossier/:id', async (context) => {
    const { asOf } = momentOf(context);
    const view = await loadDossierView(store, numberParam(context), { asOf });
    const props = { view, asOf, filter: filterOf(context) };
    return sendPage(context, <DossierPage frame={frameOf(site, context)} {...props} />);
  });
  app.get('/statement/:id', async (context) => {
    const { asOf } = momentOf(context);
    const view = await loadStatementView(store, context.req.param('id'), { asOf });
    return sendPage(context, <StatementPage frame={frameOf(site, context)} view={view} asOf={asOf} />);
  });
  app.get('/contact/:id', async (context) => {
    const { asOf } = momentOf(context);
    const view = await loadContactView(store, context.req.param('id'), { asOf });
    return sendPage(context, <ContactPage frame={frameOf(site, context)} view={view} asOf={asOf} />);
  });
}

/** What a list that also stands as feed and export consists of. */
interface LedgerList {
  readonly title: string;
  readonly href: string;
  readonly statements: Omit<StatementFilter, 'limit'>;
  readonly contacts: Omit<ContactFilter, 'limit'>;
}

const LISTS: readonly (readonly [
  path: string,
  (site: SiteContext, context: Context) => Promise<LedgerList>,
])[] = [
  ['/entity/:id', entityList],
  ['/dyad/:a/:b', dyadList],
  ['/dossier/:id', dossierList],
];

async function entityList({ store }: SiteContext, context: Context): Promise<LedgerList> {
  const id = context.req.param('id') ?? '';
  const entity = await loadEntityLine(store, id);
  if (entity === undefined || entity.mergedInto !== null) throw new Fault(NOT_FOUND);
  return {
    title: shown(entity.name),
    href: entityHref(id),
    statements: { by: id },
    contacts: { entity: id },
  };
}

async function dyadList({ store }: SiteContext, context: Context): Promise<LedgerList> {
  const dyad = sidesOf(context);
  const [[a, b], contactIds] = await Promise.all([
    loadSides(store, dyad),
    listContactIds(store, { dyad, limit: MOST_LISTED }),
  ]);
  return {
    title: `${shown(a.name)} ⇄ ${shown(b.name)}`,
    href: dyadHref(a.id, b.id),
    statements: { contactIds },
    contacts: { dyad },
  };
}

async function dossierList({ store }: SiteContext, context: Context): Promise<LedgerList> {
  const dossier = await loadDossier(store, numberParam(context));
  if (dossier === undefined) throw new Fault(NOT_FOUND);
  const filter = dossierFilter(dossier);
  return {
    title: dossier.name,
    href: dossierHref(dossier.id),
    statements: filter,
    contacts: contactPart(filter),
  };
}

function addFeeds(app: Hono, site: SiteContext): void {
  const { store } = site;
  for (const format of Object.keys(FEED_TYPES) as FeedFormat[]) {
    app.get(`/statements/${format}`, async (context) => {
      const lines = await loadStatements(store, { limit: FEED_LINES });
      const entries = lines.map((line) => entryOfStatement(line, baseUrlOf(site, context)));
      const hrefs = { href: '/entities', feedHref: '/statements' };
      return sendFeed(site, context, { title: 'سند – تازه‌ترین گفته‌ها', ...hrefs, entries, format });
    });
    app.get(`/contacts/${format}`, async (context) => {
      const lines = await loadContacts(store, { limit: FEED_LINES });
      const entries = lines.map((line) => entryOfContact(line, baseUrlOf(site, context)));
      const hrefs = { href: '/dyads', feedHref: '/contacts' };
      return sendFeed(site, context, { title: 'سند – تازه‌ترین تماس‌ها', ...hrefs, entries, format });
    });
    for (const [path, listOf] of LISTS) {
      app.get(`${path}/${format}`, async (context) => {
        const list = await listOf(site, context);
        const [statements, contacts] = await Promise.all([
          loadStatements(store, { ...list.statements, limit: FEED_LINES }),
          loadContacts(store, { ...list.contacts, limit: FEED_LINES }),
        ]);
        const entries = feedEntries(statements, contacts, baseUrlOf(site, context));
        return sendFeed(site, context, { title: `سند – ${list.title}`, href: list.href, entries, format });
      });
    }
  }
}

function feedEntries(
  statements: readonly StatementLine[],
  contacts: readonly ContactLine[],
  baseUrl: string,
) {
  return [
    ...statements.map((line) => entryOfStatement(line, baseUrl)),
    ...contacts.map((line) => entryOfContact(line, baseUrl)),
  ]
    .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))
    .slice(0, FEED_LINES);
}

function addExports(app: Hono, site: SiteContext): void {
  for (const [path, listOf] of LISTS) {
    addExportsOf(app, site, {
      path,
      listOf: async (context) => {
        const { statements, contacts } = await listOf(site, context);
        return { noun: 'ledger', statements, contacts };
      },
    });
  }
}

function filterOf(context: Context) {
  const take = (name: string): string | undefined => {
    const value = context.req.query(name);
    return value === undefined || !/^[a-z_]{1,30}$/.test(value) ? undefined : value;
  };
  return {
    status: take('status'),
    kind: take('kind'),
    secrecy: take('secrecy'),
    isWhole: take('rows') === 'all',
  };
}

function sidesOf(context: Context): readonly [string, string] {
  return [context.req.param('a') ?? '', context.req.param('b') ?? ''];
}

function numberParam(context: Context): number {
  const id = parseNumber(context.req.param('id'));
  if (id === undefined) throw new Fault(NOT_FOUND);
  return id;
}
