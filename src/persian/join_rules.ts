import {
  AFTER_HEH_ENDINGS,
  BOUND_ENDINGS,
  COMPOUND_ENDINGS,
  DEGREE_ENDINGS,
  NEVER_BEFORE_ENDINGS,
  NEVER_PLURAL,
  NOUN_ENDINGS,
  WORD_ENDINGS,
  WORD_PREFIXES,
} from './affixes.js';
import { COMPOUND_VARIANTS, COMPOUNDS } from './compounds.js';
import { solidOf } from './words.js';

/** What a printed token may do to its neighbours. */
export interface JoinRule {
  /** The token is an ending that may join the token before it. */
  readonly ending?: 'noun' | 'degree' | 'degree_tar' | 'after_heh' | 'yeh' | 'bound' | 'word';
  /** The token is a prefix that may join the token after it. */
  readonly prefix?: 'verb' | 'word';
  /** Spaced compounds that begin with this token: the keys that must follow, by the first of them. */
  readonly compounds?: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** The key to use in the place of this one. */
  readonly alias?: string;
}

/** The rule of a printed key; most words have none. */
export function joinRuleOf(key: string): JoinRule | undefined {
  rules ??= makeRules();
  return rules.get(key);
}

export const NEVER_TAKES_HEH_ENDING: ReadonlySet<string> = new Set(NEVER_BEFORE_ENDINGS);
export const NEVER_TAKES_PLURAL: ReadonlySet<string> = new Set(NEVER_PLURAL);

const NUMBER_TENS = ['بیست', 'سی', 'چهل', 'پنجاه', 'شصت', 'هفتاد', 'هشتاد', 'نود', 'صد'];
const NUMBER_UNITS = ['یک', 'دو', 'سه', 'چهار', 'پنج', 'شش', 'هفت', 'هشت', 'نه'];
const ORDINAL_UNITS = ['یکم', 'دوم', 'سوم', 'چهارم', 'پنجم', 'ششم', 'هفتم', 'هشتم', 'نهم'];

let rules: Map<string, JoinRule> | undefined;

function makeRules(): Map<string, JoinRule> {
  const made = new Map<string, JoinRule>();
  const add = (key: string, rule: JoinRule): unknown => made.set(key, { ...made.get(key), ...rule });
  for (const key of WORD_ENDINGS) add(solidOf(key), { ending: 'word' });
  for (const key of BOUND_ENDINGS) add(solidOf(key), { ending: 'bound' });
  for (const key of NOUN_ENDINGS) add(solidOf(key), { ending: 'noun' });
  for (const key of DEGREE_ENDINGS) add(solidOf(key), { ending: 'degree' });
  for (const key of AFTER_HEH_ENDINGS) add(solidOf(key), { ending: 'after_heh' });
  add('تر', { ending: 'degree_tar' });
  add('ی', { ending: 'yeh' });
  for (const key of WORD_PREFIXES) add(solidOf(key), { prefix: 'word' });
  for (const key of ['می', 'نمی', 'همی']) add(key, { prefix: 'verb' });
  for (const [head, tails] of spacedCompounds()) add(head, { compounds: byFirst(tails) });
  for (const [printed, compound] of COMPOUND_VARIANTS) {
    for (const ending of COMPOUND_ENDINGS) add(printed + ending, { alias: compound + ending });
  }
  return made;
}

/** Short heads («به», «هم») begin a hundred compounds: looking one up must not mean trying all. */
function byFirst(tails: readonly string[][]): Map<string, string[][]> {
  const found = new Map<string, string[][]>();
  for (const tail of tails) {
    const [first = ''] = tail;
    found.set(first, [...(found.get(first) ?? []), tail]);
  }
  return found;
}

/** First printed token → the tokens that must follow, for every way to print a compound with spaces. */
function spacedCompounds(): Map<string, string[][]> {
  const heads = new Map<string, string[][]>();
  const add = ([head = '', ...tail]: string[]): void => {
    const tails = heads.get(head) ?? [];
    tails.push(tail);
    heads.set(head, tails);
  };
  for (const compound of COMPOUNDS) {
    for (const parts of groupings(compound.split('\u200c').map(solidOf))) {
      for (const ending of COMPOUND_ENDINGS) add([...parts.slice(0, -1), parts.at(-1) + ending]);
    }
  }
  for (const tens of NUMBER_TENS) {
    for (const unit of [...NUMBER_UNITS, ...ORDINAL_UNITS]) add([tens, 'و', unit]);
  }
  for (const tails of heads.values()) tails.sort((a, b) => b.length - a.length);
  return heads;
}

/** گفت‌و‌گو → [گفت و گو], [گفتو گو], [گفت وگو]: every way to print it with at least one space. */
function groupings(parts: readonly string[]): string[][] {
  const [first = '', ...rest] = parts;
  let found: string[][] = [[first]];
  for (const part of rest) {
    found = found.flatMap((group) => [
      [...group, part],
      [...group.slice(0, -1), (group.at(-1) ?? '') + part],
    ]);
  }
  return found.filter((group) => group.length > 1);
}
