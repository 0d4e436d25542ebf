import type { DatedRole, Gazetteer, GazetteerEntry } from '../sources/gazetteer.js';
import { beginningsIn } from './entity_beginnings.js';
import {
  addMetonym,
  collectAdjectives,
  collectHolders,
  collectInstitutions,
  collectNames,
  collectOffices,
  collectSkeletons,
  solidOf,
} from './entity_tables.js';

/** How sure a name is: a plain one names its entity anywhere; the others need a place where a name is likely. */
export type NameUse = 'plain' | 'wordLike' | 'source';

/** A name of the gazetteer and whom it names. */
export interface KnownName {
  readonly entry: GazetteerEntry;
  readonly use: NameUse;
  /** Whether it is a whole name and no part of one: «سرگئی لاوروف», not «لاوروف». */
  readonly whole: boolean;
}

/** Somebody who holds or held an office. */
export interface Holder {
  readonly entry: GazetteerEntry;
  readonly from?: string;
  readonly to?: string;
}

export interface OfficeName {
  readonly office: string;
  readonly plural: boolean;
}

/** Names by their letters without spaces, so that «بن‌سلمان», «بن سلمان» and «بنسلمان» are one. */
export interface SolidTable<Value> {
  readonly kind: keyof Beginnings;
  readonly byLetters: ReadonlyMap<string, Value>;
}

/** How many letters the longest entry of each table has that begins with a word; 0: none does. */
export interface Beginnings {
  readonly names: number;
  readonly offices: number;
  readonly institutions: number;
  readonly adjectives: number;
}

/** The gazetteer as the rules of this stage look it up. */
export interface EntityIndex {
  readonly names: SolidTable<readonly KnownName[]>;
  readonly offices: SolidTable<OfficeName>;
  readonly institutions: SolidTable<string>;
  /** «روس», «آمریکایی» → id of the country. */
  readonly adjectives: SolidTable<string>;
  /** What a word may begin: most begin nothing, and one look-up says so for all tables. */
  beginningsOf(word: string): Beginnings;
  /** Consonants of first name and surname → person ids, for new spellings of known people. */
  readonly bySkeleton: ReadonlyMap<string, readonly string[]>;
  readonly byId: ReadonlyMap<string, GazetteerEntry>;
  /** `office@country` → holders in the order of the table. */
  readonly holders: ReadonlyMap<string, readonly Holder[]>;
  /** Person id → keys `office@of` with their dates. */
  readonly officesOf: ReadonlyMap<string, readonly (DatedRole & { readonly key: string })[]>;
  readonly home?: string;
  /** Id of the country on whose side an entry acts. */
  sideOf(entry: GazetteerEntry): string | undefined;
}

const INDEXES = new WeakMap<Gazetteer, EntityIndex>();

/** Whether an office is held on a day. */
export function holdsOn(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  day: string,
): boolean {
  return (from === undefined || from <= day) && (to === undefined || day < to);
}

/** The index of a gazetteer, built once. */
export function entityIndexOf(gazetteer: Gazetteer): EntityIndex {
  const known = INDEXES.get(gazetteer);
  if (known) return known;
  const index = buildIndex(gazetteer);
  INDEXES.set(gazetteer, index);
  return index;
}

function buildIndex(gazetteer: Gazetteer): EntityIndex {
  const byId = new Map(gazetteer.entries.map((entry) => [entry.id, entry]));
  const names = collectNames(gazetteer.entries);
  const idOf = (reference: string): string => {
    if (byId.has(reference)) return reference;
    return names.get(solidOf(reference))?.[0]?.entry.id ?? reference;
  };
  for (const [name, country] of gazetteer.metonyms) addMetonym(names, byId, { name, country: idOf(country) });
  const offices = collectOffices(gazetteer);
  const { holders, officesOf } = collectHolders(gazetteer.entries, { offices, idOf });
  const sides = new Map<string, string | undefined>();
  const tables = {
    names: { kind: 'names', byLetters: names },
    offices: { kind: 'offices', byLetters: offices },
    institutions: { kind: 'institutions', byLetters: collectInstitutions(gazetteer) },
    adjectives: { kind: 'adjectives', byLetters: collectAdjectives(gazetteer.entries) },
  } as const;
  return {
    ...tables,
    beginningsOf: beginningsIn(tables),
    bySkeleton: collectSkeletons(gazetteer.entries),
    byId,
    holders,
    officesOf,
    ...(gazetteer.home !== undefined && { home: idOf(gazetteer.home) }),
    sideOf: (entry) => {
      if (!sides.has(entry.id)) sides.set(entry.id, findSide(entry, idOf));
      return sides.get(entry.id);
    },
  };
}

function findSide(entry: GazetteerEntry, idOf: (reference: string) => string): string | undefined {
  if (entry.country !== undefined) return idOf(entry.country);
  if (entry.kind === 'country') return entry.id;
  const of = entry.roles.findLast((role) => role.of !== undefined)?.of;
  return of === undefined ? undefined : sideOfReference(idOf(of));
}

/** Of those who serve an organisation of states, the organisation is the side: «org.eu», «org.iaea». */
function sideOfReference(id: string): string | undefined {
  return /^(?:country|geo|org)\./.test(id) ? id : undefined;
}
