import type { LedgerContact } from '../model/ledger.js';

/** The contacts of two parties in the order of their days; those of which no day is known lie apart. */
export interface Timeline {
  readonly dated: readonly LedgerContact[];
  readonly undated: readonly LedgerContact[];
}

/**
 * The timeline of a dyad: contacts in which both parties or people on their side take part. A contact with only one
 * end stands at that end: «تا کنون» by its last possible day, «پس از تحلیف» by its first.
 */
export function timelineOf(ledger: readonly LedgerContact[], one: string, other: string): Timeline {
  const own = ledger.filter((contact) => hasParty(contact, one) && hasParty(contact, other));
  const dated = own.filter(({ days }) => days[0] !== null || days[1] !== null);
  return {
    dated: dated.toSorted((a, b) => compareDays(a, b)),
    undated: own.filter((contact) => !dated.includes(contact)),
  };
}

/** `party` is an entity id: of a person, an organisation, or a country for everybody on its side. */
function hasParty({ actors }: LedgerContact, party: string): boolean {
  return actors.some((actor) => actor.entity === party || actor.side === party);
}

function compareDays(a: LedgerContact, b: LedgerContact): number {
  const [one, other] = [dayOf(a), dayOf(b)];
  if (one !== other) return one < other ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The last possible day, else the first. */
function dayOf({ days }: LedgerContact): string {
  return days[1] ?? days[0] ?? '';
}
