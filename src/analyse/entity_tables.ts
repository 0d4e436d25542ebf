/** The tables of names, offices and holders that a gazetteer is looked up in. */
import { keyOf } from '../persian/keys.js';
import type { DatedRole, Gazetteer, GazetteerEntry } from '../sources/gazetteer.js';
import type { Holder, KnownName, OfficeName } from './entity_lookup.js';
import { skeletonOf } from './name_skeleton.js';

/** Letters of a name without spaces: `بنسلمان`; a comma stays one: `وزارتصنعت،معدنوتجارت`. */
export function solidOf(name: string): string {
  if (!name.includes('،')) return keyOf(name).replaceAll(' ', '');
  return name
    .split('،')
    .map((part) => keyOf(part).replaceAll(' ', ''))
    .join('،');
}

/** Letters of a name → whom it names and how surely. */
export function collectNames(entries: readonly GazetteerEntry[]): Map<string, KnownName[]> {
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
export function addMetonym(
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

/** Letters of a title → its office. */
export function collectOffices(gazetteer: Gazetteer): Map<string, OfficeName> {
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

/** Letters of an institution that every state has → its id. */
export function collectInstitutions(gazetteer: Gazetteer): Map<string, string> {
  const table = new Map<string, string>();
  for (const { id, forms } of gazetteer.institutions) for (const form of forms) addForm(table, form, id);
  return table;
}

/** «روس», «آمریکایی» → id of the country. */
export function collectAdjectives(entries: readonly GazetteerEntry[]): Map<string, string> {
  const table = new Map<string, string>();
  for (const entry of entries) {
    for (const adjective of entry.adjectives) {
      const letters = solidOf(adjective);
      if (!table.has(letters)) table.set(letters, entry.id);
    }
  }
  return table;
}

/** Consonants of first name and surname → ids of people. */
export function collectSkeletons(entries: readonly GazetteerEntry[]): Map<string, string[]> {
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
export function collectHolders(
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
