import { remember } from '../persian/bounded_cache.js';
import { keyOf } from '../persian/keys.js';
import type { DatedRole, Gazetteer, GazetteerEntry } from '../sources/gazetteer.js';
import { skeletonOf } from './name_skeleton.js';

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

/** Letters of a name without spaces: `بنسلمان`; a comma stays one: `وزارتصنعت،معدنوتجارت`. */
function solidOf(name: string): string {
  if (!name.includes('،')) return keyOf(name).replaceAll(' ', '');
  return name
    .split('،')
    .map((part) => keyOf(part).replaceAll(' ', ''))
    .join('،');
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

function collectNames(entries: readonly GazetteerEntry[]): Map<string, KnownName[]> {
  const names = new Map<string, KnownName[]>();
  for (const entry of entries) {
    const plain = entry.kind === 'outlet' ? entry.variants : [entry.name, ...entry.variants];
    for (const name of plain) addName(names, name, { entry, use: 'plain', whole: isWhole(entry, name) });
    for (const name of entry.wordLike) addName(names, name, { entry, use: 'wordLike', whole: false });
    for (const name of entry.sourceOnly) addName(names, name, { entry, use: 'source', whole: true });
  }
  return names;
}

/** Of people only a name of two words or more is whole. */
function isWhole(entry: GazetteerEntry, name: string): boolean {
  return entry.type !== 'person' || /\s/.test(name);
}

function addName(names: Map<string, KnownName[]>, name: string, known: KnownName): void {
  const letters = solidOf(name);
  if (letters === '') return;
  const before = names.get(letters);
  if (before === undefined) names.set(letters, [known]);
  else if (!before.some((each) => each.entry === known.entry)) before.push(known);
}

/** «کاخ سرو» → its country: an entry that is known gets no second one, an unknown one is an organisation. */
function addMetonym(
  names: Map<string, KnownName[]>,
  byId: Map<string, GazetteerEntry>,
  { name, country }: { readonly name: string; readonly country: string },
): void {
  const letters = solidOf(name);
  if (names.has(letters)) return;
  const entry: GazetteerEntry = {
    id: `org.${letters}`,
    type: 'organisation',
    name,
    variants: [],
    wordLike: [],
    sourceOnly: [],
    adjectives: [],
    roles: [],
    country,
  };
  byId.set(entry.id, entry);
  names.set(letters, [{ entry, use: 'plain', whole: true }]);
}

function collectOffices(gazetteer: Gazetteer): Map<string, OfficeName> {
  const offices = new Map<string, OfficeName>();
  for (const { id, forms, plurals } of gazetteer.offices) {
    for (const form of forms) addForm(offices, form, { office: id, plural: false });
    for (const form of plurals) addForm(offices, form, { office: id, plural: true });
  }
  return offices;
}

/** Words may end in the ezafe that print shows: «همتا» and «همتای», «سخنگو» and «سخنگوی». */
function addForm<Value>(table: Map<string, Value>, form: string, value: Value): void {
  const letters = solidOf(form);
  if (!table.has(letters)) table.set(letters, value);
  const bound = `${letters}ی`;
  if (/[اوه]$/.test(letters) && !table.has(bound)) table.set(bound, value);
}

function collectInstitutions(gazetteer: Gazetteer): Map<string, string> {
  const table = new Map<string, string>();
  for (const { id, forms } of gazetteer.institutions) for (const form of forms) addForm(table, form, id);
  return table;
}

function collectAdjectives(entries: readonly GazetteerEntry[]): Map<string, string> {
  const table = new Map<string, string>();
  for (const entry of entries) {
    for (const adjective of entry.adjectives) {
      const letters = solidOf(adjective);
      if (!table.has(letters)) table.set(letters, entry.id);
    }
  }
  return table;
}

function collectSkeletons(entries: readonly GazetteerEntry[]): Map<string, string[]> {
  const table = new Map<string, string[]>();
  for (const { type, id, name } of entries) {
    const [first = '', ...rest] = type === 'person' ? keyOf(name).split(' ') : [];
    const last = skeletonOf(rest.join(''));
    if (last !== undefined) pushTo(table, `${skeletonOf(first) ?? first} ${last}`, id);
  }
  return table;
}

interface HolderTables {
  readonly holders: Map<string, Holder[]>;
  readonly officesOf: Map<string, (DatedRole & { key: string })[]>;
}

/** An office that no table knows («رئیس گمرک») is known from then on by its own words. */
function collectHolders(
  entries: readonly GazetteerEntry[],
  {
    offices,
    idOf,
  }: { readonly offices: Map<string, OfficeName>; readonly idOf: (reference: string) => string },
): HolderTables {
  const holders = new Map<string, Holder[]>();
  const officesOf = new Map<string, (DatedRole & { key: string })[]>();
  const ids = new Set([...offices.values()].map((each) => each.office));
  for (const entry of entries) {
    for (const role of entry.roles) {
      const office = ids.has(role.role) ? role.role : officeOfWords(offices, role.role);
      const key = role.of === undefined ? office : `${office}@${idOf(role.of)}`;
      pushTo(holders, key, { entry, ...datesOf(role) });
      pushTo(officesOf, entry.id, { ...role, key });
    }
  }
  return { holders, officesOf };
}

function officeOfWords(offices: Map<string, OfficeName>, words: string): string {
  const letters = solidOf(words);
  const known = offices.get(letters);
  if (known !== undefined) return known.office;
  addForm(offices, words, { office: letters, plural: false });
  return letters;
}

function datesOf({ from, to }: DatedRole): Omit<Holder, 'entry'> {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function pushTo<Value>(table: Map<string, Value[]>, key: string, value: Value): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [value]);
  else list.push(value);
}

function beginningsIn(tables: Record<keyof Beginnings, SolidTable<unknown>>): (word: string) => Beginnings {
  const sorted = (kind: keyof Beginnings): readonly string[] => [...tables[kind].byLetters.keys()].sort();
  const names = sorted('names');
  const offices = sorted('offices');
  const institutions = sorted('institutions');
  const adjectives = sorted('adjectives');
  return remember((word) => ({
    names: longestName(names, word),
    offices: longestName(offices, word),
    institutions: longestName(institutions, word),
    adjectives: longestName(adjectives, word),
  }));
}

/** The longest of the sorted names that begin with a word, or are it but for the ی of the ezafe («آمریکای»). */
function longestName(sorted: readonly string[], word: string): number {
  let longest = 0;
  for (let at = firstFrom(sorted, word); sorted[at]?.startsWith(word) === true; at += 1)
    longest = Math.max(longest, sorted[at]?.length ?? 0);
  if (longest > 0 || !/[او]ی$/.test(word)) return longest;
  const bare = word.slice(0, -1);
  return sorted[firstFrom(sorted, bare)] === bare ? word.length : 0;
}

/** Index of the first of sorted strings that does not come before a word. */
function firstFrom(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
