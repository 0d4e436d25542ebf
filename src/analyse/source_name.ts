import type { Outlet } from '../model/outlet.js';
import type { OutletNames } from '../persian/outlet_names.js';
import { isWord, solidOf } from '../persian/words.js';
import type { FoldedBlock } from './folded_block.js';
import {
  DESK_WORD,
  INSTITUTION_WORD,
  MEDIUM_NAME_END,
  MEDIUM_TRAIT,
  MEDIUM_WORD,
  NAME_END,
  PERSON_WORD,
} from './source_words.js';

/** The name of a source in a line; offsets into the folded letters. */
export interface SourceName {
  readonly name: string;
  readonly outlet?: Outlet;
  readonly kind: 'medium' | 'institution';
  readonly start: number;
  readonly end: number;
  /** How sure the name is without a source's place around it. */
  readonly by: 'medium_word' | 'gazetteer' | 'ordinary_word' | 'sign';
  /** Behind «خبرنگار», «گروه …»: the medium's own people. */
  readonly desk: boolean;
}

const AT_MEDIUM = new RegExp(
  `^(?:یک\\s+)?(?:${MEDIUM_WORD}\\s+)+(?:${MEDIUM_TRAIT}(?:\\s+|\\s?[-–]\\s?)){0,4}`,
  'u',
);
const BARE_MEDIUM = new RegExp(
  `^یک\\s+${MEDIUM_WORD}\\s+(?:${MEDIUM_TRAIT}|\\p{L}+(?:\\s?ای|ی))(?![\\p{L}])`,
  'u',
);
const AT_DESK = new RegExp(`^${DESK_WORD}(?![\\p{L}])`, 'u');
const AT_MEDIUM_WORD = new RegExp(`^${MEDIUM_WORD}(?![\\p{L}])`, 'u');
const AT_INSTITUTION = new RegExp(`^${INSTITUTION_WORD}(?![\\p{L}])`, 'u');
/** Behind these words stands the name of a body. */
const BEFORE_BODY = /(?:روابط\s+عمومی|اطلاع\s?رسانی)\s+$/u;
const MAX_BODY_WORDS = 9;
/** What is no name by itself: «رسانهٔ پاکستانی», «روابط عمومی سازمان», «سی‌بی‌اس نیوز». */
const NO_NAME = new RegExp(`^(?:${MEDIUM_TRAIT}|${INSTITUTION_WORD})$`, 'u');
/** «بازرگانی خبرگزاری مهر»: a desk that no table knows, before the medium. */
const INNER_MEDIUM = /(?<=\s)(?:خبرگزاری|روزنامه)(?=\s)/u;
/** Media whose kind is half of their name: «شبکهٔ سه», «رادیو معارف». */
const KIND_IN_NAME = /^(?:شبکه|رادیو|تلویزیون|کانال)/u;
const QUOTED_MEDIUM = new RegExp(`^[«"“]\\s*${MEDIUM_WORD}\\s`, 'u');
const OFFICE_OF_NEWS = /^(?:روابط\s+عمومی|پایگاه\s+اطلاع\s?رسانی)/u;
const MAX_NAME_WORDS = 6;
const ANAPHOR = /(?:مذکور|یاد\s?شده|فوق|مزبور|ما|خود)$/u;
const MEDIUM_CENTRE = /^مرکز\s+(?:اطلاع\s?رسانی|خبر|رسانه)/u;

/** Reads the source that is named at a letter, or nothing where none is named. */
export function readSourceName(block: FoldedBlock, at: number, names: OutletNames): SourceName | undefined {
  const start = skipBlank(block.letters, at);
  const rest = block.letters.slice(start);
  if (AT_DESK.test(rest)) {
    const own = readBehindDesk(block, start, names);
    if (own) return { ...own, desk: true };
  }
  const known = readKnown(block, start, names);
  if (known) return known;
  const found = readAfterMedium(block, start, names) ?? readUnknown(block, start, names);
  return found && withAlias(block, found, names);
}

/** A bracket or a dash; the long «ـ» is gone from folded letters and leaves two blanks. */
const ALIAS_JOINT = /^(?:\s*[(]\s?\p{L}\s?[)]\s*[–-]?\s*|\s*[(–-]\s*|\s{2,})/u;

/** «خبرگزاری قدس (قدسنا)», «خبرگزاری اهل بیت(ع) ـ ابنا ـ»: the known name beside the unknown one tells who it is. */
function withAlias(block: FoldedBlock, found: SourceName, names: OutletNames): SourceName {
  const joint = ALIAS_JOINT.exec(block.letters.slice(found.end))?.[0];
  if (joint === undefined) return found;
  const alias = readKnown(block, found.end + joint.length, names);
  if (!alias || !/^(?:\s*[)–،,-]|\s{2})/u.test(block.letters.slice(alias.end))) return found;
  return { ...alias, start: found.start, by: 'medium_word' };
}

/** The first medium word behind «خبرنگار …», else the last known name: «خبرنگار حوزهٔ دولت خبرگزاری تسنیم». */
function readBehindDesk(block: FoldedBlock, start: number, names: OutletNames): SourceName | undefined {
  const stop = /[،,:؛.()\n«]|\s(?:به|از|در|با|که)\s/u.exec(block.letters.slice(start))?.index ?? 90;
  let last: SourceName | undefined;
  for (const word of block.letters.slice(start, start + Math.min(stop, 90)).matchAll(/[\p{L}\p{N}]+/gu)) {
    if (word.index === 0) continue;
    const at = start + word.index;
    if (AT_MEDIUM_WORD.test(block.letters.slice(at))) {
      const found = readKnown(block, at, names) ?? readAfterMedium(block, at, names);
      if (found) return found;
    }
    last = readKnown(block, at, names) ?? last;
  }
  return last;
}

function readKnown(block: FoldedBlock, start: number, names: OutletNames): SourceName | undefined {
  const rawStart = block.rawAt(start);
  const mention = names.at(block.raw, rawStart);
  if (!mention || AT_DESK.test(block.letters.slice(start))) return undefined;
  const end = block.letterAt(mention.end);
  const printed = block.letters.slice(start, end);
  const sure = AT_MEDIUM_WORD.test(printed) || /^[«"“]/.test(printed);
  return {
    name: mention.outlet.name,
    outlet: mention.outlet,
    kind: 'medium',
    start,
    end: trimEnd(block.letters, start, end),
    by: sure ? 'medium_word' : isOrdinary(printed, mention.outlet) ? 'ordinary_word' : 'gazetteer',
    desk: false,
  };
}

/** «تارنمای روزنامهٔ الحیات», «خبرگزاری عربستانی (واس)», «یک روزنامهٔ لاژوری». */
function readAfterMedium(block: FoldedBlock, start: number, names: OutletNames): SourceName | undefined {
  const rest = block.letters.slice(start);
  const lead = AT_MEDIUM.exec(rest)?.[0];
  if (!lead) return undefined;
  const nameAt = start + lead.length;
  const known = readKnown(block, nameAt, names);
  if (known) return { ...known, start, by: 'medium_word' };
  const kind = 'medium';
  const bare = BARE_MEDIUM.exec(rest)?.[0];
  const end = bare ? start + bare.length : endOfName(block.letters, nameAt, true);
  if (end === undefined) return undefined;
  const whole = bare || KIND_IN_NAME.test(rest) || NO_NAME.test(block.letters.slice(nameAt, end));
  const from = whole ? start : nameAt;
  const named = OFFICE_OF_NEWS.test(rest) || !AT_INSTITUTION.test(block.letters.slice(nameAt));
  if (!named) return undefined;
  return { name: printedName(block, from, end), kind, start, end, by: 'medium_word', desk: false };
}

/** A name that nothing but its place tells: «به نقل از تله ترادر، …», «به نقل از وزارت دفاع، …». */
function readUnknown(block: FoldedBlock, start: number, names: OutletNames): SourceName | undefined {
  const rest = block.letters.slice(start);
  if (AT_DESK.test(rest) && !AT_INSTITUTION.test(rest)) return undefined;
  const end = endOfName(block.letters, start, false);
  if (end === undefined || /^[,،]\s*[A-Za-z]/.test(block.letters.slice(end))) return undefined;
  const printed = block.letters.slice(start, end);
  const inner = INNER_MEDIUM.exec(printed);
  if (inner)
    return readKnown(block, start + inner.index, names) ?? readAfterMedium(block, start + inner.index, names);
  if (ANAPHOR.test(printed) || printed.replace(MEDIUM_NAME_END, '') === '') return undefined;
  const kind = AT_INSTITUTION.test(rest) && !MEDIUM_CENTRE.test(rest) ? 'institution' : 'medium';
  const by =
    QUOTED_MEDIUM.test(rest) || MEDIUM_NAME_END.test(block.letters.slice(start, end)) ? 'gazetteer' : 'sign';
  return { name: printedName(block, start, end), kind, start, end, by, desk: false };
}

/** Where an unknown name ends: at its closing quote, a sign, or a word that cannot belong to it. */
function endOfName(letters: string, start: number, mediumNamed: boolean): number | undefined {
  const quoted = /^[«"“(]([^»"”)\n]{2,40})[»"”)]/u.exec(letters.slice(start))?.[0];
  if (quoted) return quoted.split(/\s+/).length <= MAX_NAME_WORDS + 1 ? start + quoted.length : undefined;
  const words = wordsOfName(letters, start);
  const end = words.at(-1);
  if (end === undefined) return mediumNamed ? soleWord(letters, start) : undefined;
  if (words.length > MAX_NAME_WORDS && !holdsAnd(letters, start))
    return mediumNamed ? firstWordEnd(letters, start) : undefined;
  const signed = /^\s*(?:[(]\p{L}{1,2}[)])?\s*[،,:؛]/u.test(letters.slice(end));
  // Nothing shows where «روزنامهٔ فونکه مدین تصمیم ایران برای …» ends: two words are the safer guess.
  if (mediumNamed && !signed && words.length > LOOSE_WORDS && !holdsAnd(letters, start)) return words[1];
  const known = mediumNamed || MEDIUM_NAME_END.test(letters.slice(start, end));
  return known || signed || isChained(letters, end) ? end : undefined;
}

/** Words that a name of a medium may have with no sign behind it. */
const LOOSE_WORDS = 3;

/** The name of a body may hold «و»: «مرکز روابط عمومی و اطلاع‌رسانی وزارت …»; where that runs too far, it ends before. */
function wordsOfName(letters: string, start: number): readonly number[] {
  if (!holdsAnd(letters, start)) return nameWords(letters, start, MAX_NAME_WORDS);
  const whole = nameWords(letters, start, MAX_BODY_WORDS, 'و');
  return whole.length > MAX_BODY_WORDS ? nameWords(letters, start, MAX_NAME_WORDS) : whole;
}

function holdsAnd(letters: string, start: number): boolean {
  return AT_INSTITUTION.test(letters.slice(start)) || BEFORE_BODY.test(letters.slice(0, start).slice(-24));
}

/** Ends of the words that may make a name, up to one more than `most`; none where a person is named. */
function nameWords(letters: string, start: number, most: number, allowed?: string): readonly number[] {
  const ends: number[] = [];
  let at = start;
  while (ends.length <= most) {
    const word = NAME_WORD.exec(letters.slice(at, at + 40));
    if (!word?.[1] || (word[1] !== allowed && NAME_END.test(word[1]))) break;
    if (PERSON_WORD.test(word[1]) && (ends.length === 0 || allowed === undefined)) return [];
    at += word[0].length;
    ends.push(at);
  }
  return ends;
}

const NAME_WORD = /^\s*([\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}.-]*[\p{L}\p{N}\p{M}])?)/u;

/** «به گزارش خبرگزاری مزوپوتامیا عزالدین کوچوک استاندار …»: a person follows, the first word is the name. */
function soleWord(letters: string, start: number): number | undefined {
  const [word] = nameWords(letters, start, 0);
  return word;
}

function firstWordEnd(letters: string, start: number): number {
  return start + (/^[^\s،,:؛.]+/u.exec(letters.slice(start))?.[0].length ?? 0);
}

function isChained(letters: string, at: number): boolean {
  return /^\s*(?:و\s+)?(?:به\s+)?نقل\s+از\s/u.test(letters.slice(at));
}

function spaceAt(letters: string, at: number): number {
  return /^\s*/.exec(letters.slice(at))?.[0].length ?? 0;
}

function skipBlank(letters: string, at: number): number {
  return at + spaceAt(letters, at);
}

function trimEnd(letters: string, start: number, end: number): number {
  return start + letters.slice(start, end).trimEnd().length;
}

function printedName(block: FoldedBlock, start: number, end: number): string {
  return block.raw
    .slice(block.rawAt(start), end > start ? block.rawAt(end - 1) + 1 : block.rawAt(start))
    .replace(/^[\s«"“(]+|[\s»"”)]+$/gu, '');
}

/** «مهر», «ایران», «شرق» are words first and outlets second; «ایسنا», «رویترز», «خبرآنلاین» are not. */
function isOrdinary(printed: string, { country }: Outlet): boolean {
  if (country !== undefined && country !== 'IR' && country !== 'AF') return false;
  if (/\p{L}{2}نا$/u.test(printed) || MEDIUM_NAME_END.test(printed)) return false;
  return printed.split(/\s+/).every((word) => isWord(solidOf(word.replace(/[«»"“”]/gu, ''))));
}
