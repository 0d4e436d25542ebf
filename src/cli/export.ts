import { once } from 'node:events';
import type { Config } from '../config.js';
import { formatRows } from '../model/export_format.js';
import { parseMoment } from '../serve/as_of.js';
import { type ExportList, listOfDossier, openExport } from '../serve/views/export_view.js';
import type { Store } from '../store/database.js';
import { loadDossier } from '../store/dossiers.js';
import { type ExportPlace, ExportPlaceError, parseExportPlace } from '../store/export_place.js';
import { openStore } from '../store/open_store.js';
import { CliError } from './surroundings.js';

export interface ExportArguments {
  readonly what: 'stories' | 'statements' | 'contacts' | 'dossiers' | 'dossier';
  readonly format: 'csv' | 'jsonl' | 'plover';
  readonly section?: string | undefined;
  readonly entity?: string | undefined;
  readonly dyad?: string | undefined;
  readonly dossier?: number | undefined;
  readonly asOf?: string | undefined;
  /** Cursor of the last row that is there already. */
  readonly after?: string | undefined;
}

/** Writes stories, statements, contacts or dossiers to standard output, piece by piece. */
export async function writeExport(args: ExportArguments, config: Config): Promise<void> {
  const isPlover = args.format === 'plover';
  const wish = { isPlover, asOf: momentOf(args.asOf), after: placeOf(args.after) };
  const store = await openStore({ ...config, applicationName: 'sanad export' });
  try {
    const rows = await openExport(store, await listOf(store, args), wish);
    for await (const piece of formatRows(rows, args.format === 'plover' ? 'json' : args.format)) {
      if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    }
  } catch (error) {
    throw error instanceof ExportPlaceError ? new CliError(error.message) : error;
  } finally {
    await store.close();
  }
}

async function listOf(store: Store, args: ExportArguments): Promise<ExportList> {
  const { what, entity, section } = args;
  if (what === 'stories') return { noun: 'stories', section };
  if (what === 'dossiers') return { noun: 'dossiers' };
  if (what === 'dossier') return listOfDossier(await dossierOf(store, args.dossier));
  if (what === 'contacts') {
    const dyad = dyadOf(args.dyad);
    const contacts = { ...(entity === undefined ? {} : { entity }), ...(dyad && { dyad }) };
    return { noun: 'contacts', contacts };
  }
  return { noun: 'statements', statements: entity === undefined ? {} : { by: entity } };
}

async function dossierOf(store: Store, id: number | undefined) {
  const dossier = id === undefined ? undefined : await loadDossier(store, id);
  if (!dossier)
    throw new CliError(
      'Cannot export a dossier: name its number with --dossier; "sanad dossiers list" has them',
    );
  return dossier;
}

function placeOf(text: string | undefined): ExportPlace | undefined {
  if (text === undefined) return undefined;
  const place = parseExportPlace(text);
  if (place === undefined)
    throw new CliError(`Cannot go on behind "${text}": give the cursor of the last row that you have`);
  return place;
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
