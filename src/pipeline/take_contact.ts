/** Takes what articles tell of contacts into the ledger, with those who are meant after operators' acts. */
import { type ContactReport, takeReport } from '../group/ledger.js';
import { spanOfDays } from '../group/ledger_match.js';
import { settleOpen } from '../group/ledger_open.js';
import type { ContactActor } from '../model/contact.js';
import { type LedgerContact, type LedgerRole, resolutionOf } from '../model/ledger.js';
import {
  type ActorRow,
  type ContactSearch,
  type ContactTelling,
  findCandidates,
  findResolvedTo,
  keysOf,
  type RoleRow,
  type StoredContact,
  saveContact,
  saveTellings,
} from '../store/contacts.js';
import type { Transaction } from '../store/database.js';
import { type EntityAct, meantBy } from '../store/entity_acts.js';
import type { ToldContact } from './analyse_version.js';

/** Takes what one version tells of a contact into the ledger: a new contact, or more of one that is known. */
export async function takeContact(
  tx: Transaction,
  told: ToldContact,
  acts: readonly EntityAct[],
): Promise<void> {
  const report = meantReport(told.report, acts);
  const isOpen = report.contact.isOpen === true;
  const candidates = await findCandidates(tx, { ...searchOf(report), isOpen });
  const before = candidates.map(({ entry }) => entry);
  const after = takeReport(before, report);
  const at = after.findIndex((entry, index) => entry !== before[index]);
  const known = at >= 0 ? at : before.findIndex((entry) => hasTelling(entry, report));
  const entry = after[known];
  if (entry === undefined) return;
  const { id, resolvedTo } = candidates[known] ?? { id: told.id };
  const contact = { id, entry, resolvedTo };
  if (at >= 0) await save(tx, contact);
  await saveTellings(tx, [tellingOf(told, contact.id)]);
  if (at >= 0) await settleAround(tx, contact, report.known);
}

function tellingOf({ id, statementIds, report }: ToldContact, contactId: string): ContactTelling {
  const [articleId = 0, version = 0] = report.article.split('.').map(Number);
  const { index: position, contact: told, known: knownAt, said, published, copyGroup } = report;
  const circumstances = { id, statementIds, said, published, copyGroup };
  return { articleId, version, position, contactId, knownAt, told, statementIds, circumstances };
}

function save(tx: Transaction, contact: StoredContact): Promise<void> {
  const { actors, roles } = contact.entry;
  return saveContact(tx, contact, { actors: actors.map(actorRow), roles: roles.map(roleRow) });
}

/** A contact has changed: finds anew which contacts the open ones near it mean, or, of an open one, which it means. */
async function settleAround(tx: Transaction, changed: StoredContact, known: string): Promise<void> {
  const { id, entry } = changed;
  if (entry.isOpen) return settle(tx, changed, known);
  const near = await findCandidates(tx, { ...searchOfRow(entry), isOpen: true });
  const given = await findResolvedTo(tx, id);
  const open = [...near, ...given.filter((each) => !near.some((other) => other.id === each.id))];
  for (const each of open) await settle(tx, each, known);
}

async function settle(tx: Transaction, open: StoredContact, known: string): Promise<void> {
  const search = { ...searchOfRow(open.entry), isOpen: false, resolvedFrom: open.id };
  const whole = await findCandidates(tx, search);
  const before = [...whole, open];
  const after = settleOpen(
    before.map(({ entry }) => entry),
    known,
  );
  for (const [at, entry] of after.entries()) {
    const stored = before[at];
    if (stored === undefined || stored.entry === entry) continue;
    const target = resolutionOf(entry);
    const resolvedTo = whole.find((each) => each.entry.id === target)?.id;
    await save(tx, { id: stored.id, entry, resolvedTo });
  }
}

/** By what the ledger is asked for the contact that a report tells of. */
export function searchOf(report: ContactReport): ContactSearch {
  const day = (report.published ?? report.known).slice(0, 10);
  return { keys: keysOf(report.contact), days: spanOfDays(report), told: [day, day] };
}

function searchOfRow(entry: LedgerContact): ContactSearch {
  const told = entry.tellings.map(({ published, known }) => (published ?? known).slice(0, 10)).toSorted();
  return { keys: keysOf(entry), days: entry.days, told: [told[0] ?? '', told.at(-1) ?? ''] };
}

/** The report with who is meant in place of whom the analysis named; who that was stays beside it. */
export function meantReport(report: ContactReport, acts: readonly EntityAct[]): ContactReport {
  if (acts.length === 0) return report;
  const articleId = Number.parseInt(report.article, 10);
  const meant = (machineId: string): string => meantBy(acts, { machineId, articleId });
  const { contact, said } = report;
  return {
    ...report,
    contact: {
      ...contact,
      actors: contact.actors.map((actor) => meantActor(actor, meant)),
      roles: contact.roles.map((role) => meantActor(role, meant)),
    },
    said: Object.fromEntries(
      Object.entries(said).map(([index, speech]) => [
        index,
        speech.entity === undefined ? speech : { ...speech, entity: meant(speech.entity) },
      ]),
    ),
  };
}

function meantActor<Actor extends ContactActor>(actor: Actor, meant: (machineId: string) => string): Actor {
  const { entity: machineEntity } = actor;
  if (machineEntity === undefined) return actor;
  const entity = meant(machineEntity);
  return entity === machineEntity ? actor : { ...actor, entity, machineEntity };
}

function roleRow(role: LedgerRole): RoleRow {
  return { ...actorRow(role), part: role.part };
}

function actorRow({ name, entity, machineEntity, side, via }: ContactActor): ActorRow {
  const stands = side ?? (entity?.startsWith('country.') ? entity : undefined);
  return {
    ...{ name, via },
    ...(entity !== undefined && { machineId: machineEntity ?? entity, entityId: entity }),
    ...(stands !== undefined && { side: stands }),
  };
}

function hasTelling(
  { tellings }: { readonly tellings: readonly { readonly article: string; readonly index: number }[] },
  report: ContactReport,
): boolean {
  return tellings.some(({ article, index }) => article === report.article && index === report.index);
}
