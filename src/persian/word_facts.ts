import { decodeUnits } from './folded_text.js';
import { type JoinRule, joinRuleOf } from './join_rules.js';
import { isWord } from './words.js';

/** What is known of one printed solid word, worked out once and looked up for every occurrence. */
export interface WordFacts {
  /** The solid word as printed. */
  readonly printed: string;
  /** The key of the word: itself, but for variants and the bare ezafe. */
  readonly key: string;
  readonly rule: JoinRule | undefined;
  /** Filled by `stemOfFacts` on demand. */
  stem?: string;
  /** Filled by `breaksOfFacts` on demand: before which letters a half-space belongs and shows. */
  breaks?: readonly number[];
}

/** Words repeat as Zipf says: so many remembered ones serve nearly all of a day's news and cost some 10 MB. */
const MOST_WORDS = 60_000;
/** Slots of the table, a power of two that keeps it less than half full. */
const SLOTS = 131_072;
/** Slots looked at before a word is worked out anew: words chosen to collide must not make the table slow. */
const MOST_LOOKS = 32;
/** Longer runs are not words and would fill the table with text. */
const LONGEST_WORD = 40;

// The table lies in dense arrays, words in the order in which they were first seen: a look-up waits for memory, and
// the common words of a text, which come first, stay together in the processor's cache.

/** Number of the word in each slot, counted from 1; 0 is a free slot. */
const slots = new Uint16Array(SLOTS);
const hashes = new Int32Array(MOST_WORDS);
/** Where the letters of each word end in `letters`; they begin where those of the word before end. */
const ends = new Int32Array(MOST_WORDS + 1);
let letters = new Uint16Array(16_384);
const known: WordFacts[] = [];

/**
 * The facts of the word whose letters are `units[start..end]`. A table of our own, since making a string and
 * hashing it for every word of a text would take half of all time.
 */
export function factsAt(units: Uint16Array, start: number, end: number): WordFacts {
  const length = end - start;
  if (length > LONGEST_WORD) return makeFacts(decodeUnits(units.subarray(start, end), length));
  let rough = length;
  for (let at = start; at < end; at += 1) rough = (Math.imul(rough, 31) + (units[at] as number)) | 0;
  const hash = spread(rough);
  let slot = hash & (SLOTS - 1);
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const number = slots[slot] as number;
    if (number === 0) return addFacts(units, { start, end, hash, slot });
    if (hashes[number - 1] === hash && isSame(number - 1, units, start, length))
      return known[number - 1] as WordFacts;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return makeFacts(String.fromCharCode(...units.subarray(start, end)));
}

interface NewWord {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
  readonly slot: number;
}

function addFacts(units: Uint16Array, { start, end, hash, slot }: NewWord): WordFacts {
  const word = units.subarray(start, end);
  const made = makeFacts(String.fromCharCode(...word));
  const number = known.length;
  if (number >= MOST_WORDS) {
    slots.fill(0);
    known.length = 0;
    return made;
  }
  // Making facts looks other words up, which may have taken the slot: then this one is remembered another time.
  if (slots[slot] !== 0) return made;
  const from = ends[number] as number;
  if (from + word.length > letters.length) {
    const wider = new Uint16Array(letters.length * 2);
    wider.set(letters);
    letters = wider;
  }
  letters.set(word, from);
  ends[number + 1] = from + word.length;
  hashes[number] = hash;
  known.push(made);
  slots[slot] = number + 1;
  return made;
}

function isSame(index: number, units: Uint16Array, start: number, length: number): boolean {
  const from = ends[index] as number;
  if ((ends[index + 1] as number) - from !== length) return false;
  for (let at = 0; at < length; at += 1) if (letters[from + at] !== units[start + at]) return false;
  return true;
}

/** The last steps of MurmurHash3: without them words that differ in one letter crowd into neighbouring slots. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ (mixed >>> 16);
}

/** The facts of a printed solid word. */
export function factsOf(printed: string): WordFacts {
  const units = new Uint16Array(printed.length);
  for (let at = 0; at < printed.length; at += 1) units[at] = printed.charCodeAt(at);
  return factsAt(units, 0, units.length);
}

function makeFacts(printed: string): WordFacts {
  const rule = joinRuleOf(printed);
  return { printed, key: finalKey(printed, rule), rule };
}

const HEH = 0x647;
const YEH = 0x6cc;

/** «گفتگو» is گفتوگو; «خانهی», what is left of «خانه‌ی», is خانه, but «گواهی» stays itself. */
function finalKey(key: string, rule: JoinRule | undefined): string {
  if (rule?.alias !== undefined) return rule.alias;
  const isEzafe = key.charCodeAt(key.length - 1) === YEH && key.charCodeAt(key.length - 2) === HEH;
  return isEzafe && key.length > 3 && isBareEzafe(key) ? key.slice(0, -1) : key;
}

function isBareEzafe(key: string): boolean {
  return !isWord(key) && isWord(key.slice(0, -1));
}
