/**
 * Where an export goes on: the cursor that every row carries. It names what the row is about by its permanent number,
 * never a count, so that it holds while news come in and over rebuilds.
 */
import type { Database } from './database.js';

export interface ExportPlace {
  /** Of an export of all dossiers: in which of them. */
  readonly dossier?: number;
  readonly kind: 'story' | 'statement' | 'contact';
  readonly id: string;
  /** Place of the row in it: the number of its article in a story, from 1 in a contact; 0 where all of it is one row. */
  readonly row: number;
}

/** Says that a cursor leads nowhere: it is none, of another list, or of something that is gone. */
export class ExportPlaceError extends Error {}

/** `contact:12-0a1b2c3d4e5f:3`; of all dossiers `7/contact:12-0a1b2c3d4e5f:3`. */
export function formatExportPlace({ dossier, kind, id, row }: ExportPlace): string {
  const place = row === 0 ? `${kind}:${id}` : `${kind}:${id}:${row}`;
  return dossier === undefined ? place : `${dossier}/${place}`;
}

const PLACE =
  /^(?:([1-9]\d{0,14})\/)?(story|statement|contact):([1-9]\d{0,14}(?:-[0-9a-f]{4,40})?)(?::(\d{1,15}))?$/;

/** Undefined when the letters are no cursor. */
export function parseExportPlace(text: string): ExportPlace | undefined {
  const match = PLACE.exec(text);
  if (match === null) return undefined;
  const [, dossier, kind, id = '', row = '0'] = match;
  const isNumber = !id.includes('-');
  if (isNumber !== (kind === 'story')) return undefined;
  return {
    ...(dossier === undefined ? {} : { dossier: Number(dossier) }),
    kind: kind as ExportPlace['kind'],
    id,
    row: Number(row),
  };
}

/** Throws where the store does not know what a cursor names: an export from there would silently be empty. */
export async function checkExportPlace(db: Database, { kind, id }: ExportPlace): Promise<void> {
  const known = await db.row(`select from ${kind} where id = $1`, [id]);
  if (known === undefined) {
    throw new ExportPlaceError(
      `Cannot go on behind ${kind} ${id}: there is none of this number now; begin from the start`,
    );
  }
}
