import { once } from 'node:events';
import type { Config } from '../config.js';
import { type ExportFormat, formatRows } from '../model/export_format.js';
import { parseMoment } from '../serve/as_of.js';
import { contactPart, dossierFilter } from '../serve/views/ledger_views.js';
import type { Store } from '../store/database.js';
import { loadDossier } from '../store/dossiers.js';
import { exportContacts, exportEvents, exportStatements } from '../store/export_rows.js';
import { openStore } from '../store/open_store.js';
import { CliError } from './surroundings.js';

export interface ExportArguments {
  readonly what: 'statements' | 'contacts' | 'dossier';
  readonly format: 'csv' | 'jsonl' | 'plover';
  readonly entity?: string | undefined;
  readonly dyad?: string | undefined;
  readonly dossier?: number | undefined;
  readonly asOf?: string | undefined;
}

/** Writes statements, contacts or a dossier to standard output, piece by piece. */
export async function exportLedger(args: ExportArguments, config: Config): Promise<void> {
  const store = await openStore({ ...config, applicationName: 'sanad export' });
  try {
    const rows = await rowsOf(store, args);
    const format: ExportFormat = args.format === 'plover' ? 'json' : args.format;
    for await (const piece of formatRows(rows, format)) {
      if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    }
  } finally {
    await store.close();
  }
}

async function rowsOf(store: Store, args: ExportArguments): Promise<AsyncIterable<object>> {
  const { what, format, entity } = args;
  const asOf = momentOf(args.asOf);
  if (what === 'dossier') return dossierRows(store, { args, asOf });
  const dyad = dyadOf(args.dyad);
  if (format === 'plover' || what === 'contacts') {
    const filter = { asOf, ...(entity === undefined ? {} : { entity }), ...(dyad && { dyad }) };
    return format === 'plover' ? exportEvents(store, filter) : exportContacts(store, filter);
  }
  return exportStatements(store, { asOf, ...(entity === undefined ? {} : { by: entity }) });
}

async function dossierRows(
  store: Store,
  { args, asOf }: { readonly args: ExportArguments; readonly asOf: string | undefined },
): Promise<AsyncIterable<object>> {
  const dossier = args.dossier === undefined ? undefined : await loadDossier(store, args.dossier);
  if (!dossier)
    throw new CliError(
      'Cannot export a dossier: name its number with --dossier; "sanad dossiers list" has them',
    );
  const filter = { ...dossierFilter(dossier), asOf };
  if (args.format === 'plover') return exportEvents(store, contactPart(filter));
  return both(exportStatements(store, filter), exportContacts(store, contactPart(filter)));
}

async function* both(one: AsyncIterable<object>, other: AsyncIterable<object>): AsyncGenerator<object> {
  yield* one;
  yield* other;
}

function momentOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const moment = parseMoment(text);
  if (moment === undefined)
    throw new CliError(`Cannot read the moment "${text}": write it like 1404/09/24 14:05 or 2025-12-15`);
  return moment;
}

function dyadOf(text: string | undefined): readonly [string, string] | undefined {
  if (text === undefined) return undefined;
  const [a, b] = text.split(',').map((part) => part.trim());
  if (!a || !b)
    throw new CliError(`Cannot read the dyad "${text}": name two entities, like country.ir,country.ru`);
  return [a, b];
}
