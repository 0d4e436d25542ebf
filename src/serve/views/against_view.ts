/** Reads what stands against each other for one page. */
import type { Database } from '../../store/database.js';
import { type ContactLine, loadContacts } from '../../store/site_contacts.js';
import {
  type ContradictionFilter,
  type ContradictionPair,
  loadContradictions,
} from '../../store/site_contradictions.js';
import { type EntityLine, findEntities } from '../../store/site_entities.js';

export interface Against {
  readonly pairs: readonly ContradictionPair[];
  /** Contacts that they are about, by their ids. */
  readonly contacts: ReadonlyMap<string, ContactLine>;
}

export const NOTHING_AGAINST: Against = { pairs: [], contacts: new Map() };

/** Pairs of one section of a page at most. */
const SECTION = 12;

/** What stands against each other, with the contacts that it is about. */
export async function loadAgainst(
  db: Database,
  { limit = SECTION, ...filter }: Omit<ContradictionFilter, 'limit'> & { readonly limit?: number },
): Promise<Against> {
  const pairs = await loadContradictions(db, { ...filter, limit });
  const ids = [...new Set(pairs.flatMap(({ contactId }) => contactId ?? []))];
  const { asOf } = filter;
  const contacts = ids.length === 0 ? [] : await loadContacts(db, { ids, asOf, limit: ids.length });
  return { pairs, contacts: new Map(contacts.map((line) => [line.id, line])) };
}

/** What a reader narrows the list of contradictions by. */
export interface AgainstFilter {
  /** `opposed` of claims, `contact`, or `changed`. */
  readonly kind: 'claim' | 'contact' | 'changed' | undefined;
  /** A name, as it was typed. */
  readonly actor: string;
  /** Days of Tehran `2025-12-15`. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly asOf: string | undefined;
  readonly after: { readonly at: string; readonly id: string } | undefined;
}

export interface ContradictionsView extends Against {
  readonly filter: AgainstFilter;
  /** Whom the typed name was taken for; absent when none was typed or nobody has it. */
  readonly actor: EntityLine | undefined;
  readonly next: { readonly at: string; readonly id: string } | undefined;
}

const PAGE = 20;

export async function loadContradictionsView(
  db: Database,
  filter: AgainstFilter,
): Promise<ContradictionsView> {
  const [actor] = filter.actor === '' ? [] : await findEntities(db, { words: filter.actor, limit: 1 });
  if (filter.actor !== '' && actor === undefined)
    return { ...NOTHING_AGAINST, filter, actor, next: undefined };
  const against = await loadAgainst(db, { ...storeFilter(filter, actor), limit: PAGE + 1 });
  const last = against.pairs.length > PAGE ? against.pairs[PAGE - 1] : undefined;
  return {
    pairs: against.pairs.slice(0, PAGE),
    contacts: against.contacts,
    filter,
    actor,
    next: last && { at: last.at, id: last.id },
  };
}

function storeFilter(
  { kind, from, to, asOf, after }: AgainstFilter,
  actor: EntityLine | undefined,
): Omit<ContradictionFilter, 'limit'> {
  return {
    ...(kind === 'changed' ? { kind } : kind === undefined ? {} : { kind: 'opposed', subject: kind }),
    ...(actor === undefined ? {} : { speakers: [actor.id] }),
    ...{ dayFrom: from, dayTo: to, asOf, after },
  };
}
