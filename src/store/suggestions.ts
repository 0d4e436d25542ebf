/**
 * What a search field offers while somebody types: names that have pages, and words of headlines as publishers spell
 * them. All of it is held in memory and found by the solid letters of what is typed, so that spelling does not matter.
 */
import { displayText } from '../persian/display.js';
import { foldText, lettersOf } from '../persian/folded_text.js';
import { tokenise } from '../persian/keys.js';
import type { Database } from './database.js';

export type NameKind = 'person' | 'organisation' | 'place' | 'topic' | 'outlet' | 'dossier';

/** Something that has a page of its own. */
export interface SuggestedName {
  readonly kind: NameKind;
  /** Of its page: an id or a number. */
  readonly ref: string;
  readonly name: string;
  /** Among names that fit equally well, more stands first. */
  readonly weight: number;
}

export interface Suggestions {
  /** Names of which a word begins as typed, or, where there are none, as the last word; those that begin with it first. */
  readonly names: readonly SuggestedName[];
  /** The query with its last word completed, most common first; in the spelling most headlines have. */
  readonly queries: readonly string[];
}

/** Owns what can be suggested; finding looks only at memory. */
export class SuggestionBook {
  readonly #names: readonly Entry<SuggestedName>[];
  readonly #words: readonly Entry<{ readonly spelling: string; readonly weight: number }>[];

  constructor(names: readonly SuggestedName[], words: ReadonlyMap<string, Spellings>) {
    this.#names = names.flatMap((name) => entriesOf(name)).sort(bySolid);
    this.#words = [...words]
      .map(([solid, spellings]) => ({ solid, rank: 0, value: mostCommonOf(spellings) }))
      .sort(bySolid);
  }

  /** Suggestions for what is typed so far. */
  find(typed: string, limit: number): Suggestions {
    const { before, word } = lastWordOf(typed);
    const whole = solidOf(typed);
    const last = solidOf(word);
    const names = this.#findNames(whole, limit);
    return {
      names: names.length > 0 ? names : this.#findNames(last, limit),
      queries: this.#complete(last, limit).map((spelling) => before + spelling),
    };
  }

  #findNames(solid: string, limit: number): readonly SuggestedName[] {
    if (solid === '') return [];
    const found = rangeOf(this.#names, solid).sort(
      (a, b) => a.rank - b.rank || b.value.weight - a.value.weight || (a.solid < b.solid ? -1 : 1),
    );
    const names = new Map(found.toReversed().map(({ value }) => [addressOf(value), value]));
    return [...names.values()].reverse().slice(0, limit);
  }

  #complete(solid: string, limit: number): readonly string[] {
    if (solid.length < LEAST_LETTERS) return [];
    return rangeOf(this.#words, solid)
      .filter((word) => word.solid !== solid)
      .sort((a, b) => b.value.weight - a.value.weight || (a.solid < b.solid ? -1 : 1))
      .slice(0, limit)
      .map(({ value }) => value.spelling);
  }
}

/** How often each spelling of a word was printed. */
type Spellings = ReadonlyMap<string, number>;

interface Entry<Value> {
  readonly solid: string;
  /** 0 where a name begins, 1 at its later words. */
  readonly rank: number;
  readonly value: Value;
}

/** One letter begins thousands of words. */
const LEAST_LETTERS = 2;

/** Letters and digits folded as in keys, without spaces, half-spaces and signs; «آ» is «ا». */
function solidOf(text: string): string {
  return lettersOf(foldText(text))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('آ', 'ا');
}

function lastWordOf(typed: string): { readonly before: string; readonly word: string } {
  const word = /[\p{L}\p{N}\p{M}\u200c]*$/u.exec(typed)?.[0] ?? '';
  return { before: typed.slice(0, typed.length - word.length), word };
}

function entriesOf(name: SuggestedName): readonly Entry<SuggestedName>[] {
  const words = name.name.split(/[\s\u200c]+/);
  const entries = words.map((_, at) => ({
    solid: solidOf(words.slice(at).join('')),
    rank: Math.min(at, 1),
    value: name,
  }));
  // Outlets are also known by the short names of their addresses: `isna`.
  const id = name.kind === 'outlet' ? [{ solid: solidOf(name.ref), rank: 1, value: name }] : [];
  return [...entries, ...id].filter(({ solid }) => solid !== '');
}

function addressOf({ kind, ref }: SuggestedName): string {
  return `${kind} ${ref}`;
}

function bySolid(a: Entry<unknown>, b: Entry<unknown>): number {
  if (a.solid === b.solid) return 0;
  return a.solid < b.solid ? -1 : 1;
}

/** All entries that begin so: a run of the sorted list. */
function rangeOf<Value>(entries: readonly Entry<Value>[], solid: string): Entry<Value>[] {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.solid ?? '') < solid) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (entries[end]?.solid.startsWith(solid)) end += 1;
  return entries.slice(low, end);
}

function mostCommonOf(spellings: Spellings): { readonly spelling: string; readonly weight: number } {
  let weight = 0;
  let best = ['', 0] as readonly [string, number];
  for (const [spelling, count] of spellings) {
    weight += count;
    if (count > best[1]) best = [spelling, count];
  }
  return { spelling: displayText(best[0]).replace(/\s+/g, ' '), weight };
}

/** Headlines whose words are offered: weeks of a large press. */
const HEADLINES = 10_000;
/** Headlines that are parted into words before others have their turn: some 5 ms. */
const AT_ONCE = 200;
const MOST_ENTITIES = 20_000;
const MOST_TOPICS = 5000;

/** Reads everything that can be suggested. */
export async function loadSuggestions(database: Database): Promise<SuggestionBook> {
  const names = [...(await loadEntityNames(database)), ...(await loadOtherNames(database))];
  const headlines = await database.rows<{ title: string }>(
    `select v.title from (select id, current_version from article where hidden_at is null
         and (outlet_id is null or outlet_id not in (select id from outlet where hidden_at is not null))
         order by shown_at desc, id desc limit ${HEADLINES}) a
       join article_version v on v.article_id = a.id and v.number = a.current_version where v.title is not null`,
  );
  return new SuggestionBook(names, await countSpellings(headlines.map(({ title }) => title)));
}

/** Entities by in how many articles they were named lately, and all others of the gazetteer that were ever named. */
function loadEntityNames(database: Database): Promise<readonly SuggestedName[]> {
  return database.rows<SuggestedName>(
    `with lately as (select entity_id, count(*)::int as named from (
         select entity_id from entity_mention order by article_id desc, version desc, machine_id desc limit 50000) newest
       group by entity_id)
     select e.type as kind, e.id as ref, coalesce(e.given_name, e.name) as name, coalesce(l.named, 0) as weight
     from entity e left join lately l on l.entity_id = e.id
     where e.merged_into is null and (l.named is not null
       or e.known and exists (select from entity_mention m where m.entity_id = e.id))
     order by weight desc, e.id limit ${MOST_ENTITIES}`,
  );
}

function loadOtherNames(database: Database): Promise<readonly SuggestedName[]> {
  return database.rows<SuggestedName>(
    `select 'outlet' as kind, id as ref, name, 1 as weight from outlet where hidden_at is null
     union all select 'dossier', id::text, name, 1 from dossier where closed_at is null
     union all (select 'topic', t.id::text, t.name, 0 from topic t left join outlet o on o.id = t.outlet_id
       where o.hidden_at is null order by t.last_seen_at desc, t.id desc limit ${MOST_TOPICS})`,
  );
}

async function countSpellings(titles: readonly string[]): Promise<ReadonlyMap<string, Spellings>> {
  const words = new Map<string, Map<string, number>>();
  for (const [at, title] of titles.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve));
    for (const { start, end } of tokenise(title)) {
      const spelling = title.slice(start, end);
      const solid = solidOf(spelling);
      if (solid.length <= LEAST_LETTERS || !/\p{L}/u.test(solid)) continue;
      const spellings = words.get(solid) ?? new Map<string, number>();
      words.set(solid, spellings.set(spelling, (spellings.get(spelling) ?? 0) + 1));
    }
  }
  return words;
}
