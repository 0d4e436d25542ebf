/** Builds contacts anew whose parties turned out to be somebody else: what a rebuild would make of them. */
import type { ContactReport } from '../group/ledger.js';
import {
  dropContacts,
  findCandidates,
  findContactsOf,
  hasBareTellings,
  loadTellingsOf,
  type StoredTelling,
} from '../store/contacts.js';
import type { Transaction } from '../store/database.js';
import { type EntityAct, loadEntityActs } from '../store/entity_acts.js';
import type { ToldContact } from './analyse_version.js';
import { meantReport, searchOf, takeContact } from './take_contact.js';

/** Whether every telling can be taken in anew; not while an older Sanad's articles still wait to be read again. */
export async function canRemerge(tx: Transaction): Promise<boolean> {
  return !(await hasBareTellings(tx));
}

/**
 * Takes apart all contacts in which these entities are parties, and those that could have been one with them, and takes
 * their tellings in again in the order in which they were first analysed. Contacts that nothing touches stay.
 */
export async function remergeContacts(tx: Transaction, entityIds: readonly string[]): Promise<void> {
  const acts = await loadEntityActs(tx);
  const tellings = await closureOf(tx, await findContactsOf(tx, entityIds), acts);
  await dropContacts(tx, [...new Set(tellings.map(({ contactId }) => contactId))]);
  for (const telling of tellings) await takeContact(tx, toldOf(telling), acts);
}

/** Tellings of the contacts and of all that share a party with them and lie near in time, however far that leads. */
async function closureOf(
  tx: Transaction,
  start: readonly string[],
  acts: readonly EntityAct[],
): Promise<readonly StoredTelling[]> {
  const known = new Set<string>();
  const tellings: StoredTelling[] = [];
  let next = [...start];
  while (next.length > 0) {
    for (const id of next) known.add(id);
    const more = await loadTellingsOf(tx, next);
    tellings.push(...more);
    const near = await nearContacts(tx, more, acts);
    next = near.filter((id) => !known.has(id));
  }
  return tellings.sort((a, b) => a.order - b.order || a.position - b.position);
}

/** Contacts that these tellings could mean, before the acts or after them. */
async function nearContacts(
  tx: Transaction,
  tellings: readonly StoredTelling[],
  acts: readonly EntityAct[],
): Promise<readonly string[]> {
  const near = new Set<string>();
  for (const telling of tellings) {
    const { report } = toldOf(telling);
    for (const each of new Set([report, meantReport(report, acts)])) {
      for (const { id } of await findCandidates(tx, searchOf(each))) near.add(id);
    }
  }
  return [...near];
}

function toldOf(telling: StoredTelling): ToldContact {
  const { articleId, version, position, knownAt, told, circumstances } = telling;
  const { id, statementIds, said, published, copyGroup } = circumstances;
  const report: ContactReport = {
    article: `${articleId}.${version}`,
    index: position,
    contact: told,
    known: knownAt,
    said,
    ...(published !== undefined && { published }),
    ...(copyGroup !== undefined && { copyGroup }),
  };
  return { id, statementIds, report };
}
