/** Reads what the pages of entities, dyads, dossiers, statements and contacts show. */
import type { Database } from '../../store/database.js';
import { contactPart, type Dossier, dossierFilter, loadDossier } from '../../store/dossiers.js';
import { type ContactLine, listContactIds, loadContacts } from '../../store/site_contacts.js';
import {
  type EntityDetail,
  type EntityLine,
  loadCounterparts,
  loadEntity,
  loadEntityLine,
} from '../../store/site_entities.js';
import {
  loadAnswers,
  loadSpoken,
  loadStatement,
  loadStatements,
  loadTwins,
  type SpokenLine,
  type StatementDetail,
  type StatementLine,
} from '../../store/site_statements.js';
import { loadTellings, loadVoiceStatements, type TellingDetail } from '../../store/site_tellings.js';
import type { StatementFilter } from '../../store/statement_filter.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { type Against, loadAgainst } from './against_view.js';

const LIST = 40;
/** Contacts of one page: more than any dyad of a year has; the rest is in the export. */
export const MOST_CONTACTS = 500;
/** Statements of a dyad that are drawn, … */
export const DYAD_STATEMENTS = 150;
/** … and listed under its table; the rest stands on the pages of its contacts. */
const DYAD_LISTED = 24;
/** Contacts that a page of an entity lists; all of them are in the export. */
const CONTACTS_LISTED = 30;

export interface EntityView {
  readonly entity: EntityDetail;
  readonly by: readonly StatementLine[];
  readonly about: readonly StatementLine[];
  /** Those that moved last. */
  readonly contacts: readonly ContactLine[];
  /** Of all its contacts, counted up to `MOST_CONTACTS` + 1. */
  readonly contactCount: number;
  readonly against: Against;
  readonly counterparts: readonly { readonly id: string; readonly name: string; readonly contacts: number }[];
  readonly next: { readonly at: string; readonly id: string } | undefined;
  readonly isFirst: boolean;
}

interface Moment {
  readonly asOf?: string | undefined;
}

/** A person, organisation or place; or the one that it was merged into. */
export async function loadEntityView(
  db: Database,
  id: string,
  { asOf, after }: Moment & { readonly after?: { readonly at: string; readonly id: string } | undefined },
): Promise<EntityView | { readonly movedTo: string }> {
  const [entity, own, by, about, against, counterparts] = await Promise.all([
    loadEntity(db, id, asOf),
    loadOwnContacts(db, { id, asOf }),
    loadStatements(db, { by: id, asOf, after, limit: LIST + 1 }),
    loadStatements(db, { about: id, asOf, limit: LIST / 2 }),
    loadAgainst(db, { speakers: [id], asOf }),
    loadCounterparts(db, id, 12),
  ]);
  if (!entity) throw new Fault(NOT_FOUND);
  if (entity.mergedInto !== null) return { movedTo: entity.mergedInto };
  const last = by.length > LIST ? by[LIST - 1] : undefined;
  return {
    ...{ entity, about, counterparts, against, ...own },
    by: by.slice(0, LIST),
    next: last && { at: last.at, id: last.id },
    isFirst: after === undefined,
  };
}

async function loadOwnContacts(
  db: Database,
  { id, asOf }: Moment & { readonly id: string },
): Promise<Pick<EntityView, 'contacts' | 'contactCount'>> {
  const ids = await listContactIds(db, { entity: id, asOf, limit: MOST_CONTACTS + 1 });
  const listed = { ids: ids.slice(0, CONTACTS_LISTED), asOf, limit: CONTACTS_LISTED };
  return { contacts: await loadContacts(db, listed), contactCount: ids.length };
}

/** Contacts of two parties. */
export interface DyadContacts {
  readonly sides: readonly [a: EntityLine, b: EntityLine];
  /** In the order of their days. */
  readonly dated: readonly ContactLine[];
  readonly undated: readonly ContactLine[];
}

export interface DyadView extends DyadContacts {
  /** The newest, as the page lists them. */
  readonly statements: readonly StatementLine[];
  /** Those and more, as the picture draws them; one more than `DYAD_STATEMENTS` where there are more. */
  readonly spoken: readonly SpokenLine[];
  readonly against: Against;
}

/** The two parties of a dyad, whatever became of them. */
export async function loadSides(
  db: Database,
  [a, b]: readonly [string, string],
): Promise<readonly [EntityLine, EntityLine]> {
  const [one, other] = await Promise.all([loadEntityLine(db, a), loadEntityLine(db, b)]);
  if (!one || !other) throw new Fault(NOT_FOUND);
  return [one, other];
}

export async function loadDyadView(
  db: Database,
  dyad: readonly [string, string],
  { asOf }: Moment,
): Promise<DyadView> {
  const contacts = await loadDyadContacts(db, dyad, { asOf });
  const contactIds = [...contacts.dated, ...contacts.undated].map(({ id }) => id);
  const [said, against] = await Promise.all([
    loadSaid(db, { contactIds, asOf }),
    loadAgainst(db, { between: dyad, contactIds, asOf }),
  ]);
  return { ...contacts, ...said, against };
}

/** The contacts alone. */
export async function loadDyadContacts(
  db: Database,
  dyad: readonly [string, string],
  { asOf }: Moment,
): Promise<DyadContacts> {
  const [sides, contacts] = await Promise.all([
    loadSides(db, dyad),
    loadContacts(db, { dyad, asOf, limit: MOST_CONTACTS }),
  ]);
  return { sides, ...inOrder(contacts) };
}

async function loadSaid(
  db: Database,
  filter: Pick<StatementFilter, 'contactIds' | 'asOf'>,
): Promise<Pick<DyadView, 'statements' | 'spoken'>> {
  const spoken = await loadSpoken(db, { ...filter, limit: DYAD_STATEMENTS + 1 });
  const ids = spoken.slice(0, DYAD_LISTED).map(({ id }) => id);
  return { spoken, statements: await loadStatements(db, { ids, limit: DYAD_LISTED }) };
}

/** Contacts in the order of their days, and those without a day. */
function inOrder(contacts: readonly ContactLine[]): Pick<DyadContacts, 'dated' | 'undated'> {
  const dayOf = ({ entry: { days } }: ContactLine): string => days[1] ?? days[0] ?? '';
  const dated = contacts.filter((line) => dayOf(line) !== '');
  return {
    dated: dated.toSorted((x, y) =>
      dayOf(x) === dayOf(y) ? (x.id < y.id ? -1 : 1) : dayOf(x) < dayOf(y) ? -1 : 1,
    ),
    undated: contacts.filter((line) => dayOf(line) === ''),
  };
}

export interface StatementView {
  readonly line: StatementDetail;
  /** The paragraph in which the sentence stands. */
  readonly text: string;
  readonly blockStart: number;
  readonly target: StatementLine | undefined;
  readonly nestedIn: StatementLine | undefined;
  readonly answers: readonly StatementLine[];
  readonly twins: readonly StatementLine[];
  readonly contacts: readonly ContactLine[];
  readonly against: Against;
}

export async function loadStatementView(db: Database, id: string, { asOf }: Moment): Promise<StatementView> {
  const line = await loadStatement(db, id);
  if (!line || (asOf !== undefined && line.knownAt > asOf)) throw new Fault(NOT_FOUND);
  const ids = [line.targetId, line.nestedIn].flatMap((each) => each ?? []);
  const [block, twins, answers, contacts, against, others] = await Promise.all([
    loadBlock(db, line),
    loadTwins(db, id),
    loadAnswers(db, id),
    loadContacts(db, { statementId: id, asOf, limit: 20 }),
    loadAgainst(db, { statementId: id, asOf }),
    ids.length === 0 ? [] : loadStatements(db, { ids, withTwins: true, limit: 2 }),
  ]);
  const isKnown = ({ knownAt }: StatementLine): boolean => asOf === undefined || knownAt <= asOf;
  return {
    line,
    ...block,
    target: others.find((other) => other.id === line.targetId),
    nestedIn: others.find((other) => other.id === line.nestedIn),
    answers: answers.filter(isKnown),
    twins: twins.filter(isKnown),
    ...{ contacts, against },
  };
}

/** The stretch of the text around an evidence: from the line break before it to the one behind. */
async function loadBlock(
  db: Database,
  { articleId, version, evidenceStart, evidenceEnd }: StatementLine,
): Promise<Pick<StatementView, 'text' | 'blockStart'>> {
  const row = await db.row<{ text: string }>(
    'select text from article_version where article_id = $1 and number = $2',
    [articleId, version],
  );
  const text = row?.text ?? '';
  const { start, end } = paragraphAround(text, evidenceStart, evidenceEnd);
  return { text: text.slice(start, end), blockStart: start };
}

/** The line or lines of a text in which a stretch lies. */
export function paragraphAround(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const before = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
  const after = text.indexOf('\n', end);
  return { start: Math.min(before, start), end: after < 0 ? text.length : after };
}

export interface ContactView {
  readonly line: ContactLine;
  readonly tellings: readonly TellingDetail[];
  /** Statements by the place of their evidence: `12.1:340`. */
  readonly voiceStatements: ReadonlyMap<string, string>;
  readonly against: Against;
}

export async function loadContactView(db: Database, id: string, { asOf }: Moment): Promise<ContactView> {
  const [line] = await loadContacts(db, { ids: [id], asOf, limit: 1 });
  if (!line) throw new Fault(NOT_FOUND);
  const [tellings, voiceStatements, against] = await Promise.all([
    loadTellings(db, { contactIds: [id], asOf }),
    loadVoiceStatements(db, id),
    loadAgainst(db, { contactIds: [id], asOf }),
  ]);
  return { line, tellings, voiceStatements, against };
}

export interface DossierView {
  readonly dossier: Dossier;
  readonly actors: readonly EntityLine[];
  readonly statements: readonly StatementLine[];
  readonly dated: readonly ContactLine[];
  readonly undated: readonly ContactLine[];
  readonly against: Against;
}

export async function loadDossierView(db: Database, id: number, { asOf }: Moment): Promise<DossierView> {
  const dossier = await loadDossier(db, id);
  if (!dossier) throw new Fault(NOT_FOUND);
  const filter = { ...dossierFilter(dossier), asOf };
  const { tsquery, dayFrom, dayTo } = filter;
  const [lines, statements, contacts, against] = await Promise.all([
    Promise.all(dossier.actors.map((actor) => loadEntityLine(db, actor))),
    loadStatements(db, { ...filter, limit: 100 }),
    loadContacts(db, { ...contactPart(filter), limit: MOST_CONTACTS }),
    loadAgainst(db, {
      ...(dossier.actors.length === 0 ? {} : { speakers: dossier.actors }),
      ...{ tsquery, dayFrom, dayTo, asOf },
    }),
  ]);
  return { dossier, statements, actors: lines.flatMap((line) => line ?? []), ...inOrder(contacts), against };
}
