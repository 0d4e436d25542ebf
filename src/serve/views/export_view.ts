/** What an export consists of, wherever it is asked for: at the site, through the API, on the command line. */
import type { Store } from '../../store/database.js';
import { contactPart, type Dossier, dossierFilter, listDossiersUp } from '../../store/dossiers.js';
import {
  checkExportPlace,
  type ExportPlace,
  ExportPlaceError,
  formatExportPlace,
} from '../../store/export_place.js';
import { exportContacts, exportEvents, exportStatements } from '../../store/export_rows.js';
import { exportStories, exportStoryEvents, type StoryExportFilter } from '../../store/export_stories.js';
import type { ContactFilter } from '../../store/site_contacts.js';
import type { StatementFilter } from '../../store/statement_filter.js';

/** `ledger`: statements, then contacts; `dossiers`: those of each dossier. */
export type ExportList =
  | ({ readonly noun: 'stories' } & StoryExportFilter)
  | { readonly noun: 'statements'; readonly statements: Omit<StatementFilter, 'limit'> }
  | { readonly noun: 'contacts'; readonly contacts: Omit<ContactFilter, 'limit'> }
  | {
      readonly noun: 'ledger';
      readonly statements: Omit<StatementFilter, 'limit'>;
      readonly contacts: Omit<ContactFilter, 'limit'>;
    }
  | { readonly noun: 'dossiers' };

export interface ExportWish {
  /** In the terms of event coders: contacts, stories with theirs. Statements, which have no such code, stay as they are. */
  readonly isPlover: boolean;
  readonly asOf?: string | undefined;
  readonly after?: ExportPlace | undefined;
}

/** The rows of an export, read as they are taken. Throws ExportPlaceError where its place is none of this list. */
export async function openExport(
  store: Store,
  list: ExportList,
  wish: ExportWish,
): Promise<AsyncIterable<object>> {
  const { after } = wish;
  if (after !== undefined) {
    if (
      !kindsOf(list, wish).includes(after.kind) ||
      (after.dossier !== undefined) !== (list.noun === 'dossiers')
    )
      throw new ExportPlaceError(
        `Cannot go on behind "${formatExportPlace(after)}": it is no row of this list; take the cursor of one`,
      );
    await checkExportPlace(store, after);
  }
  return rowsOf(store, list, wish);
}

function kindsOf({ noun }: ExportList, { isPlover }: ExportWish): readonly ExportPlace['kind'][] {
  if (noun === 'stories') return ['story'];
  if (noun === 'statements') return ['statement'];
  return isPlover || noun === 'contacts' ? ['contact'] : ['statement', 'contact'];
}

function rowsOf(store: Store, list: ExportList, wish: ExportWish): AsyncIterable<object> {
  const { isPlover, asOf, after } = wish;
  switch (list.noun) {
    case 'stories': {
      const filter = { ...list, asOf };
      return isPlover ? exportStoryEvents(store, filter, { after }) : exportStories(store, filter, { after });
    }
    case 'statements':
      return exportStatements(store, { ...list.statements, asOf }, { after });
    case 'contacts': {
      const filter = { ...list.contacts, asOf };
      return isPlover ? exportEvents(store, filter, { after }) : exportContacts(store, filter, { after });
    }
    case 'ledger':
      return ledgerRows(store, list, wish);
    case 'dossiers':
      return dossierRows(store, wish);
  }
}

async function* ledgerRows(
  store: Store,
  { statements, contacts }: Extract<ExportList, { readonly noun: 'ledger' }>,
  { isPlover, asOf, after }: ExportWish,
): AsyncGenerator<object> {
  const ofContacts = after?.kind === 'contact' ? { after } : {};
  if (isPlover) {
    yield* exportEvents(store, { ...contacts, asOf }, ofContacts);
    return;
  }
  if (after?.kind !== 'contact') yield* exportStatements(store, { ...statements, asOf }, { after });
  yield* exportContacts(store, { ...contacts, asOf }, ofContacts);
}

async function* dossierRows(store: Store, { after, ...wish }: ExportWish): AsyncGenerator<object> {
  let begun = after?.dossier ?? 0;
  for (let from = begun; ; from = begun + 1) {
    const [dossier] = await listDossiersUp(store, { from, limit: 1 });
    if (dossier === undefined) return;
    begun = dossier.id;
    const place = dossier.id === after?.dossier ? after : undefined;
    for await (const row of ledgerRows(store, listOfDossier(dossier), { ...wish, after: place })) {
      const { cursor, ...rest } = row as { readonly cursor: string };
      yield { dossier: dossier.id, dossier_name: dossier.name, cursor: `${dossier.id}/${cursor}`, ...rest };
    }
  }
}

/** The list of one dossier. */
export function listOfDossier(dossier: Dossier) {
  const filter = dossierFilter(dossier);
  return { noun: 'ledger' as const, statements: filter, contacts: contactPart(filter) };
}
