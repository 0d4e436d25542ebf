import { keyOf, tokenise } from '../persian/keys.js';
import { isConjugated } from '../persian/verb_forms.js';
import { wordWeight } from '../persian/words.js';
import type { Gazetteer } from '../sources/gazetteer.js';
import { oneName } from './one_name.js';
import type { ReportWord } from './report_words.js';
import type { TermSlot, TermWeights } from './term_weights.js';

/** What a report is about, as threads see it: an actor or place by name, or a rare word of its opening. */
export interface ThreadKey {
  readonly slot: TermSlot;
  /** The same for all spellings of one name or word. */
  readonly term: string;
  readonly isName: boolean;
  /** The name that the gazetteer prefers; absent for words. */
  readonly name?: string;
  /** Words of the report that print it, as indices: `end` is behind the last. */
  readonly start: number;
  readonly end: number;
}

/** Reads the keys off a report's words; each once, in the order of the text. */
export type FindThreadKeys = (words: readonly ReportWord[], weights: TermWeights) => readonly ThreadKey[];

/** Headline and lede: what stands below them is background, which all reports of a region share. */
const OPENING_WORDS = 45;
const LEAST_LETTERS = 3;
/** log10 of a word's count in general Persian from which on it names no subject: اعلام 7.0, داده 7.1; روسیه has 6.1. */
const COMMON_WEIGHT = 7;
/** Words in more than one report of 20 are no subject; names may be. */
const LEAST_RARITY = 3;

/** Makes the finder from a gazetteer: its persons, places and organisations are names; outlets are not, they tell. */
export function threadKeyFinder(gazetteer: Gazetteer | undefined): FindThreadKeys {
  const names = readNames(gazetteer);
  const subjects = new Map<string, boolean>();
  const isSubject = ({ key, stem }: ReportWord): boolean => {
    const known = subjects.get(stem);
    if (known !== undefined) return known;
    const found = saysSomething(key, stem);
    if (subjects.size >= MOST_REMEMBERED) subjects.clear();
    subjects.set(stem, found);
    return found;
  };
  return (words, weights) => {
    const keys = new Map<TermSlot, ThreadKey>();
    const add = (key: ThreadKey): void => {
      if (!keys.has(key.slot)) keys.set(key.slot, key);
    };
    const length = Math.min(words.length, OPENING_WORDS);
    for (let at = 0; at < length; at += 1) {
      // `at` is below the length.
      const word = words[at] as ReportWord;
      if (word.role === 'medium') continue;
      const name = longestName(words, at, names);
      if (name !== undefined) {
        const { id: term, length: taken } = name;
        add({ slot: weights.slotOf(term), term, isName: true, name: name.name, start: at, end: at + taken });
        at += taken - 1;
        continue;
      }
      const one = oneName(word.stem, words[at + 1]?.stem);
      const term = one?.term ?? word.stem;
      const slot = weights.slotOf(term);
      if (weights.weightOf(slot) >= LEAST_RARITY && isSubject(word)) {
        add({ slot, term, isName: false, start: at, end: at + (one?.words ?? 1) });
      }
    }
    return [...keys.values()];
  };
}

const MOST_REMEMBERED = 50_000;

/** Short words are particles, numbers dates and counts; verbs and the commonest nouns stand in any report. */
function saysSomething(key: string, stem: string): boolean {
  if (stem.length < LEAST_LETTERS || /\d/.test(stem) || isConjugated(key) || DAYS.has(key)) return false;
  return Math.max(wordWeight(key), wordWeight(stem)) < COMMON_WEIGHT;
}

/** Days and months say when, not what. */
const DAYS = new Set(
  `شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه امروز امشب دیروز دیشب فردا بامداد صبح ظهر عصر
  فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند ژانویه فوریه مارس آوریل مه ژوئن ژوئیه جولای
  اوت آگوست سپتامبر اکتبر نوامبر دسامبر`
    .split(/\s+/)
    .map(keyOf),
);

interface KnownName {
  readonly id: string;
  readonly name: string;
  /** Keys of its words behind the first. */
  readonly rest: readonly string[];
}

/** Names by the key of their first word, the longest first. */
type Names = ReadonlyMap<string, readonly KnownName[]>;

function readNames(gazetteer: Gazetteer | undefined): Names {
  const names = new Map<string, KnownName[]>();
  for (const entry of gazetteer?.entries ?? []) {
    if (entry.kind === 'outlet') continue;
    for (const spelling of [entry.name, ...entry.variants, ...entry.adjectives]) {
      const [first, ...rest] = tokenise(spelling).map(({ key }) => key);
      if (first === undefined) continue;
      const known = names.get(first);
      const name = { id: entry.id, name: entry.name, rest };
      if (known === undefined) names.set(first, [name]);
      else known.push(name);
    }
  }
  for (const known of names.values()) known.sort((a, b) => b.rest.length - a.rest.length);
  return names;
}

function longestName(
  words: readonly ReportWord[],
  at: number,
  names: Names,
): { readonly id: string; readonly name: string; readonly length: number } | undefined {
  const known = names.get(words[at]?.key ?? '');
  const found = known?.find(({ rest }) => rest.every((key, index) => words[at + 1 + index]?.key === key));
  return found && { id: found.id, name: found.name, length: found.rest.length + 1 };
}
