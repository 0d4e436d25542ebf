import type { Contact, ContactActor } from '../model/contact.js';
import type { LedgerContact, Telling } from '../model/ledger.js';
import { judged } from './ledger_judge.js';
import { rowFor, spanOfDays, widened } from './ledger_match.js';
import { settleOpen } from './ledger_open.js';
import { addRoles, rolesOf } from './ledger_roles.js';
import { addVoices, voicesOf } from './ledger_voices.js';

/** A contact as one article tells it, with what the ledger keeps of the article. */
export interface ContactReport {
  readonly article: string;
  /** Index of the contact in the article's analysis. */
  readonly index: number;
  readonly contact: Contact;
  /** ISO instant of publication; absent when the page has none. */
  readonly published?: string;
  /** ISO instant at which we came to know the article. */
  readonly known: string;
  /** Copies of one text share a group: what they say counts once. */
  readonly copyGroup?: string;
  /** Of each statement that is a voice: who says it and its sentence, by the index of the statement. */
  readonly said: Readonly<Record<number, ReportedSpeech>>;
}

/** A statement as the ledger shows it. */
export interface ReportedSpeech {
  readonly speaker?: string;
  readonly entity?: string;
  readonly side?: string;
  /** The letters of its evidence. */
  readonly words: string;
}

/**
 * Takes reports into the ledger, in the order in which we came to know them. The same contact in several articles
 * becomes one, with the days of all of them; its status is found anew from all voices and every change is kept.
 * What names one side alone is an open row of its own, given to the row that it means (`settleOpen`). Taking a report
 * in again changes nothing. Neither argument is changed.
 */
export function mergeContacts(
  ledger: readonly LedgerContact[],
  reports: readonly ContactReport[],
): readonly LedgerContact[] {
  return reports.reduce<readonly LedgerContact[]>((rows, report) => {
    const taken = takeReport(rows, report);
    return taken === rows ? rows : settleOpen(taken, report.known);
  }, ledger);
}

/** Takes one report in; open rows are yet to be settled. The same rows where the report is known already. */
export function takeReport(rows: readonly LedgerContact[], report: ContactReport): readonly LedgerContact[] {
  if (rows.some((row) => hasTelling(row, report))) return rows;
  const at = rowFor(rows, report);
  const row = rows[at];
  return row === undefined ? [...rows, rowOf(report)] : rows.with(at, extended(row, report));
}

function hasTelling(row: LedgerContact, { article, index }: ContactReport): boolean {
  return row.tellings.some((telling) => telling.article === article && telling.index === index);
}

function tellingOf({ article, index, published, known }: ContactReport): Telling {
  return { article, index, known, ...(published !== undefined && { published }) };
}

function rowOf(report: ContactReport): LedgerContact {
  const { contact, article, index, known } = report;
  const { actors, kind, level, secrecy, status, disputed } = contact;
  return judged(
    {
      id: `${article}#${index}`,
      ...{ actors, kind, level, secrecy, status, disputed },
      ...(contact.isOpen && { isOpen: true }),
      roles: rolesOf(report),
      days: spanOfDays(report),
      ...placeOf(contact),
      voices: voicesOf(report),
      history: [],
      tellings: [tellingOf(report)],
    },
    known,
  );
}

function extended(row: LedgerContact, report: ContactReport): LedgerContact {
  const { contact, known } = report;
  const place = row.place === undefined ? placeOf(contact) : {};
  return judged(
    {
      ...row,
      actors: countPeople(contact.actors) > countPeople(row.actors) ? contact.actors : row.actors,
      kind: row.kind === 'contact' || row.kind === 'talks' ? contact.kind : row.kind,
      level: row.level === 'unspecified' || row.level === 'states' ? contact.level : row.level,
      secrecy: row.secrecy === 'unknown' ? contact.secrecy : row.secrecy,
      days: widened(row.days, report),
      ...place,
      roles: addRoles(row.roles, rolesOf(report)),
      voices: addVoices(row.voices, voicesOf(report)),
      tellings: [...row.tellings, tellingOf(report)],
    },
    known,
  );
}

function placeOf({ place }: Contact): Pick<LedgerContact, 'place' | 'placeSide'> {
  if (place === undefined) return {};
  return { place: place.name, ...(place.side !== undefined && { placeSide: place.side }) };
}

/** People say more than states. */
function countPeople(actors: readonly ContactActor[]): number {
  return actors.filter((actor) => actor.entity?.startsWith('per.')).length;
}
