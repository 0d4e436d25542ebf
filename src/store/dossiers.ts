/** Dossiers: sets of actors, words and days that an operator keeps. Primary data. */
import type { Database } from './database.js';
import { formatTsquery } from './search_entries.js';
import { isEmptyQuery, parseQuery } from './search_query.js';

export interface Dossier {
  readonly id: number;
  readonly name: string;
  /** Entity ids. */
  readonly actors: readonly string[];
  readonly words: string | null;
  /** First and last day, `2025-12-06`. */
  readonly dayFrom: string | null;
  readonly dayTo: string | null;
  readonly note: string | null;
  readonly madeAt: string;
}

export interface NewDossier {
  readonly name: string;
  readonly actors: readonly string[];
  readonly words?: string;
  readonly dayFrom?: string;
  readonly dayTo?: string;
  readonly note?: string;
  readonly at: string;
}

const COLUMNS = `id, name, actors, words, day_from as "dayFrom", day_to as "dayTo", note, made_at as "madeAt"`;

/** Opens a dossier; returns its number, which is permanent. */
export async function saveDossier(db: Database, dossier: NewDossier): Promise<number> {
  const row = await db.row<{ id: number }>(
    `insert into dossier (name, actors, words, day_from, day_to, note, made_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7) returning id`,
    [dossier.name, dossier.actors, dossier.words, dossier.dayFrom, dossier.dayTo, dossier.note, dossier.at],
  );
  if (!row) throw new Error('Cannot save a dossier: the database gave it no number');
  return row.id;
}

/** Closes a dossier: it has no page any more, and its number is not used again. False when there is none. */
export async function closeDossier(db: Database, id: number, at: string): Promise<boolean> {
  return (
    (await db.run('update dossier set closed_at = $2 where id = $1 and closed_at is null', [id, at])) > 0
  );
}

export function loadDossier(db: Database, id: number): Promise<Dossier | undefined> {
  return db.row<Dossier>(`select ${COLUMNS} from dossier where id = $1 and closed_at is null`, [id]);
}

/** Open dossiers, or those that were open at a moment, the newest first; `before` leads on behind one of them. */
export function listDossiers(
  db: Database,
  page: {
    readonly before?: number | undefined;
    readonly asOf?: string | undefined;
    readonly limit?: number;
  } = {},
): Promise<readonly Dossier[]> {
  const { before, asOf, limit = 500 } = page;
  return db.rows<Dossier>(
    `select ${COLUMNS} from dossier
     where case when $3::timestamptz is null then closed_at is null
         else made_at <= $3 and (closed_at is null or closed_at > $3) end
       and ($1::bigint is null or id < $1)
     order by id desc limit $2`,
    [before, limit, asOf],
  );
}

/** Open dossiers from a number on, by their numbers. */
export function listDossiersUp(
  db: Database,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<readonly Dossier[]> {
  return db.rows<Dossier>(
    `select ${COLUMNS} from dossier where closed_at is null and id >= $1 order by id limit $2`,
    [from, limit],
  );
}

/** What a dossier asks for, in terms of the store. */
export function dossierFilter({ actors, words, dayFrom, dayTo }: Dossier) {
  const query = parseQuery(words ?? '');
  return {
    ...(actors.length === 0 ? {} : { anyOf: actors }),
    ...(isEmptyQuery(query) ? {} : { tsquery: formatTsquery(query) }),
    ...(dayFrom === null ? {} : { dayFrom }),
    ...(dayTo === null ? {} : { dayTo }),
  };
}

/** The same for contacts, in which several of the actors must take part. */
export function contactPart<Filter extends { readonly anyOf?: readonly string[] }>({
  anyOf,
  ...rest
}: Filter) {
  return { ...rest, ...(anyOf === undefined ? {} : { among: anyOf }) };
}
