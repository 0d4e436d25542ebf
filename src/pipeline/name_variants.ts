import { keyOf } from '../persian/keys.js';
import type { Gazetteer } from '../sources/gazetteer.js';

/** Words of a name at most; longer names are found by their parts. */
const LONGEST_NAME = 4;
const KNOWN = new WeakMap<Gazetteer, NameVariants>();

interface NameVariants {
  /** Key of a name → the words of all spellings of its bearer, where there is only one bearer. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** First words of these keys: most words of a text begin no name. */
  readonly beginnings: ReadonlySet<string>;
}

/**
 * Other spellings of the people that a text names, as keys: who looks for «اوشاکوف» also means the article that
 * prints «یوشاکاف». Takes the text's keys in order; a name that two people bear adds nothing.
 */
export function otherNames(keys: readonly string[], gazetteer: Gazetteer): readonly string[] {
  const { words, beginnings } = variantsOf(gazetteer);
  const present = new Set(keys);
  const others = new Set<string>();
  for (const [at, key] of keys.entries()) {
    if (!beginnings.has(firstWord(key))) continue;
    for (let length = 1; length <= LONGEST_NAME && at + length <= keys.length; length += 1) {
      for (const word of words.get(keys.slice(at, at + length).join(' ')) ?? []) {
        if (!present.has(word)) others.add(word);
      }
    }
  }
  return [...others];
}

function firstWord(key: string): string {
  const end = key.indexOf(' ');
  return end < 0 ? key : key.slice(0, end);
}

function variantsOf(gazetteer: Gazetteer): NameVariants {
  const known = KNOWN.get(gazetteer);
  if (known) return known;
  const bearers = new Map<string, Set<string>>();
  const words = new Map<string, readonly string[]>();
  for (const { id, type, name, variants } of gazetteer.entries) {
    if (type !== 'person') continue;
    const names = [name, ...variants].map(keyOf);
    words.set(id, [...new Set(names.flatMap((each) => each.split(' ')))]);
    for (const each of names) bearers.set(each, (bearers.get(each) ?? new Set()).add(id));
  }
  const made = new Map<string, readonly string[]>();
  for (const [name, ids] of bearers) {
    const [id, other] = [...ids];
    if (id !== undefined && other === undefined) made.set(name, words.get(id) ?? []);
  }
  const variants = { words: made, beginnings: new Set([...made.keys()].map(firstWord)) };
  KNOWN.set(gazetteer, variants);
  return variants;
}
