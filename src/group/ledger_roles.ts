import type { LedgerRole } from '../model/ledger.js';
import type { ContactReport } from './ledger.js';

/** Who brought the contact of a report about. */
export function rolesOf({ article, contact, known }: ContactReport): LedgerRole[] {
  return contact.roles.map(({ evidence, span: _, role: __, ...who }) => ({
    ...who,
    rule: evidence.rule,
    known,
    places: [{ article, span: evidence.span }],
  }));
}

/** Adds roles; one that is known already only gains a place. */
export function addRoles(before: readonly LedgerRole[], more: readonly LedgerRole[]): readonly LedgerRole[] {
  const roles = [...before];
  for (const role of more) {
    const at = roles.findIndex((each) => each.part === role.part && nameOf(each) === nameOf(role));
    const known = roles[at];
    if (known === undefined) roles.push(role);
    else roles[at] = { ...known, places: [...known.places, ...role.places] };
  }
  return roles;
}

function nameOf({ entity, name }: LedgerRole): string {
  return entity ?? name;
}
