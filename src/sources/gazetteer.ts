import { fatal, type Issue, type StageResult } from '../model/issue.js';
import type { Outlet } from '../model/outlet.js';
import { countriesOfIcu, withIcuName } from './country_names.js';
import { type LineTable, readGazetteerLines } from './gazetteer_lines.js';
import { type GazetteerEntry, gazetteerFile, metonymFile, type TitleEntry } from './gazetteer_schema.js';

export type { DatedRole, GazetteerEntry, TitleEntry } from './gazetteer_schema.js';

/** One file of the gazetteer, already read by the IO edge. */
export type GazetteerPart =
  | { readonly name: string; readonly table: LineTable; readonly text: string }
  | { readonly name: string; readonly table: 'gazetteer' | 'metonyms'; readonly json: unknown };

/** Everybody and everything that the program knows by name. Names are matched elsewhere, by key. */
export interface Gazetteer {
  readonly entries: readonly GazetteerEntry[];
  /** Offices: «رئیس‌جمهور», «وزیر امور خارجه». */
  readonly offices: readonly TitleEntry[];
  /** Institutions that every country has: «وزارت خارجه», «ارتش». */
  readonly institutions: readonly TitleEntry[];
  /** Name of a government's seat → id or name of its country. */
  readonly metonyms: ReadonlyMap<string, string>;
  /** Id or name of the country that «کشورمان» means. */
  readonly home?: string;
}

/**
 * Makes the gazetteer from its files. A later entry with a known id replaces the earlier one, so that an
 * operator can correct what comes with the program. A row or entry that does not fit is a fatal issue with its place.
 */
export function parseGazetteer(
  parts: readonly GazetteerPart[],
  outlets: readonly Outlet[] = [],
): StageResult<Gazetteer> {
  const issues: Issue[] = [];
  const tables: Tables = { entries: new Map(), offices: [], institutions: [], metonyms: new Map() };
  for (const outlet of outlets) tables.entries.set(`outlet.${outlet.id}`, entryOfOutlet(outlet));
  for (const part of parts) {
    for (const message of addPart(tables, part)) {
      issues.push(fatal('sources.bad_gazetteer', `Cannot use "${part.name}": ${message}`));
    }
  }
  if (issues.length > 0) return { value: undefined, issues };
  const { home, metonyms, offices, institutions } = tables;
  const entries = [...tables.entries.values()];
  return { value: { entries, offices, institutions, metonyms, ...(home && { home }) }, issues };
}

interface Tables {
  readonly entries: Map<string, GazetteerEntry>;
  readonly offices: TitleEntry[];
  readonly institutions: TitleEntry[];
  readonly metonyms: Map<string, string>;
  home?: string;
}

/** Adds a file to the tables and tells what is wrong with it. */
function addPart(tables: Tables, part: GazetteerPart): readonly string[] {
  if ('json' in part) {
    return part.table === 'metonyms' ? addMetonyms(tables, part.json) : addEntries(tables, part.json);
  }
  const { entries, titles, faults } = readGazetteerLines(part.table, part.text);
  if (part.table === 'countries') addCountries(tables);
  for (const entry of entries) {
    const known = part.table === 'countries' ? tables.entries.get(entry.id) : undefined;
    tables.entries.set(entry.id, withIcuName(entry, known));
  }
  (part.table === 'institutions' ? tables.institutions : tables.offices).push(...titles);
  return faults.map(({ line, message }) => `line ${line}: ${message}`);
}

function addCountries(tables: Tables): void {
  for (const country of countriesOfIcu()) tables.entries.set(country.id, country);
  tables.home = 'country.ir';
}

function addEntries(tables: Tables, json: unknown): readonly string[] {
  const parsed = gazetteerFile.safeParse(json);
  if (!parsed.success) return parsed.error.issues.map((each) => `${each.path.join('.')}: ${each.message}`);
  for (const entry of parsed.data.entities) tables.entries.set(entry.id, entry);
  if (parsed.data.home !== undefined) tables.home = parsed.data.home;
  return [];
}

function addMetonyms(tables: Tables, json: unknown): readonly string[] {
  const parsed = metonymFile.safeParse(json);
  if (!parsed.success) return parsed.error.issues.map((each) => `${each.path.join('.')}: ${each.message}`);
  for (const [name, country] of Object.entries(parsed.data.metonyms)) tables.metonyms.set(name, country);
  return [];
}

/** Outlets are organisations too; a name of one everyday word («مهر», «شرق») counts only in a source's place. */
function entryOfOutlet(outlet: Outlet): GazetteerEntry {
  const names = [outlet.name, ...outlet.aliases];
  return {
    id: `outlet.${outlet.id}`,
    type: 'organisation',
    kind: 'outlet',
    name: outlet.name,
    ...(outlet.nameEn !== undefined && { nameEn: outlet.nameEn }),
    variants: names.filter((name) => !isEverydayWord(outlet, name)),
    wordLike: [],
    sourceOnly: names.filter((name) => isEverydayWord(outlet, name)),
    adjectives: [],
    roles: [],
  };
}

/** «مهر», «شرق» and «۸ صبح» are words first; «رویترز», «ایسنا» and «واشنگتن پست» nothing else. */
function isEverydayWord({ country }: Outlet, name: string): boolean {
  if (/^[\d۰-۹]/.test(name)) return true;
  if (/\s/.test(name)) return false;
  return (
    WORDS_ABROAD.has(name) ||
    ((country ?? 'IR') === 'IR' && !/(?:نا|نیوز|پرس|نت|آنلاین|لاین)$/.test(name)) ||
    name === 'آنا'
  );
}

const WORDS_ABROAD = new Set(['واس', 'معا', 'وفا', 'انسا', 'حریت', 'تایمز', 'سانا', 'تاس', 'بیلد', 'تایم']);
