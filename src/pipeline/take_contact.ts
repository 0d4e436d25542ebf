/** Takes what articles tell of contacts into the ledger, with those who are meant after operators' acts. */
import { type ContactReport, mergeContacts } from '../group/ledger.js';
import { spanOfDays } from '../group/ledger_match.js';
import type { ContactActor } from '../model/contact.js';
import type { LedgerRole } from '../model/ledger.js';
import {
  type ActorRow,
  findCandidates,
  keysOf,
  type RoleRow,
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
  const candidates = await findCandidates(tx, searchOf(report));
  const before = candidates.map(({ entry }) => entry);
  const after = mergeContacts(before, [report]);
  const at = after.findIndex((entry, index) => entry !== before[index]);
  const known = at >= 0 ? at : before.findIndex((entry) => hasTelling(entry, report));
  const entry = after[known];
  if (entry === undefined) return;
  const contactId = candidates[known]?.id ?? told.id;
  if (at >= 0) {
    const [actors, roles] = [entry.actors.map(actorRow), entry.roles.map(roleRow)];
    await saveContact(tx, { id: contactId, entry }, { actors, roles });
  }
  const [articleId = 0, version = 0] = report.article.split('.').map(Number);
  const { index: position, contact, known: knownAt, said, published, copyGroup } = told.report;
  const { id, statementIds } = told;
  const circumstances = { id, statementIds, said, published, copyGroup };
  await saveTellings(tx, [
    { articleId, version, position, contactId, knownAt, told: contact, statementIds, circumstances },
  ]);
}

/** By what the ledger is asked for the contact that a report tells of. */
export function searchOf(report: ContactReport): Parameters<typeof findCandidates>[1] {
  return {
    keys: keysOf(report.contact),
    days: spanOfDays(report),
    told: (report.published ?? report.known).slice(0, 10),
  };
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
