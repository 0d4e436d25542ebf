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

const slots: (WordFacts | undefined)[] = new Array(SLOTS).fill(undefined);
let wordCount = 0;

/**
 * The facts of the word whose letters are `units[start..end]`. A table of our own, since making a string and
 * hashing it for every word of a text would take half of all time.
 */
export function factsAt(units: Uint16Array, start: number, end: number): WordFacts {
  const length = end - start;
  if (length > LONGEST_WORD) return makeFacts(decodeUnits(units.subarray(start, end), length));
  let hash = length;
  for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (units[at] as number)) | 0;
  let slot = spread(hash) & (SLOTS - 1);
  let looks = 0;
  for (let facts = slots[slot]; facts !== undefined && looks < MOST_LOOKS; facts = slots[slot]) {
    if (isSame(facts.printed, units, start, length)) return facts;
    slot = (slot + 1) & (SLOTS - 1);
    looks += 1;
  }
  const made = makeFacts(String.fromCharCode(...units.subarray(start, end)));
  if (looks === MOST_LOOKS) return made;
  if (wordCount >= MOST_WORDS) {
    slots.fill(undefined);
    wordCount = 0;
    return made;
  }
  slots[slot] = made;
  wordCount += 1;
  return made;
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

function isSame(word: string, units: Uint16Array, start: number, length: number): boolean {
  if (word.length !== length) return false;
  for (let at = 0; at < length; at += 1) if (word.charCodeAt(at) !== units[start + at]) return false;
  return true;
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
