import { BOUND_ENDINGS, COMPARABLES, COMPOUND_ENDINGS, MORE_ENDINGS, WORD_ENDINGS } from './affixes.js';
import { LONGEST_KEY, remember } from './bounded_cache.js';
import { byLastLetter } from './by_last_letter.js';
import { COMPOUNDS } from './compounds.js';
import { FIXED_SPELLINGS } from './fixed_spellings.js';
import { HEH_FORMS } from './heh_forms.data.js';
import { isBareStem, isConjugated, isSpoken, verbReadings } from './verb_forms.js';
import { findWord, isWord, solidOf, wordWeight } from './words.js';

const ZWNJ = '\u200c';
/** Letters that never join the next one: after them a half-space would be invisible. */
export const NON_JOINING = /[اآدذرزژو]$/;
const PLURAL = /^(.{2,})(ها(?:ی|یی|یم|یت|یش|یمان|یتان|یشان|ست|یند)?)$/;
const DEGREE = /^(.{2,})(تر(?:ین|ی|ها|های|ینها|ینهای)?)$/;
/** Endings that keep apart from a silent ه or a final ی: «خانه‌ای», «زندگی‌اش». */
const AFTER_VOWEL = /^(.{2,}[هی])(ای|ام|ات|اش|ایم|اید|اند|مان|تان|شان)$/;
const PREFIXED_VERB = /^(بر|باز|فرو|فرا|در|وا|ور|سر)?(ن?می)(.{2,})$/;
/** Endings of a noun that are written solid and hide a known word from the list. */
const SOLID_ENDINGS = [
  'ان',
  'انی',
  'ی',
  'یی',
  'م',
  'ش',
  'ت',
  'یم',
  'ید',
  'ند',
  'شان',
  'مان',
  'تان',
  'یان',
  'گی',
  'اش',
];

/** A noun plus ی this frequent is no verb: «میدانی», «میزی», «میلی». */
const SURE_NOUN = 4;
/** Where no counts tell, «دسته» or «دست» must lead by so many powers of ten before «دستهای» is either. */
const UNSURE_LEAD = 0.5;

/**
 * Where half-spaces belong in a word that was printed solid: «میشود» → «می‌شود», «رسانهها» → «رسانه‌ها». Returns
 * the usual spelling of the solid key, or the key itself when the word needs none or nothing is certain.
 */
export const spellSolid: (key: string) => string = remember(computeSpelling);

function computeSpelling(key: string): string {
  if (key.length > LONGEST_KEY) return key;
  const fixed = FIXED_SPELLINGS.get(key);
  if (fixed !== undefined) return fixed;
  const known = findWord(key);
  const compound = known === undefined ? compoundSpellings().get(key) : undefined;
  if (compound !== undefined) return compound;
  if (known === undefined)
    return spellVerb(key) ?? spellEnding(key) ?? spellInflected(key) ?? spellCompound(key) ?? key;
  if (known.weight >= SURE_NOUN || known.spelling.includes(ZWNJ)) return known.spelling;
  return spellVerb(key) ?? known.spelling;
}

/** Solid key → spelling of the closed list of compounds, with the endings that a compound may carry. */
function compoundSpellings(): ReadonlyMap<string, string> {
  compounds ??= new Map(
    COMPOUNDS.flatMap((spelling) =>
      COMPOUND_ENDINGS.map((ending) => [solidOf(spelling) + ending, withEnding(spelling, ending)] as const),
    ),
  );
  return compounds;
}

let compounds: ReadonlyMap<string, string> | undefined;

function withEnding(spelling: string, ending: string): string {
  const isApart = ending.startsWith('ها') || (/[هی]$/.test(spelling) && /^(?:اش|شان)$/.test(ending));
  return spelling + (isApart && !NON_JOINING.test(spelling) ? ZWNJ : '') + ending;
}

function spellVerb(key: string): string | undefined {
  const match = PREFIXED_VERB.exec(key);
  if (match === null) return undefined;
  const [, before = '', prefix = '', form = ''] = match;
  if (!isConjugated(form) || isBareStem(form)) return undefined;
  // «میری» is a name before it is spoken «می‌روی».
  if (isSpoken(form) && form.endsWith('ی') && isWord(key)) return undefined;
  if (key.endsWith('ی') && wordWeight(key.slice(0, -1)) >= SURE_NOUN) return undefined;
  return before + prefix + ZWNJ + form;
}

function spellEnding(key: string): string | undefined {
  if (key.endsWith('ی') && isWord(key.slice(0, -1)) && /[او]$/.test(key.slice(0, -1))) return undefined;
  const plural = PLURAL.exec(key);
  const vowel = AFTER_VOWEL.exec(key);
  const choice = vowel === null ? 'plural' : choosePlural(vowel, plural?.[1]);
  if (vowel !== null && choice === 'vowel') return joinParts(vowel);
  if (choice === 'unsure') return undefined;
  if (plural !== null && isPluralStem(plural[1] ?? '', key)) return joinParts(plural);
  return spellDegree(key);
}

function spellDegree(key: string): string | undefined {
  const degree = DEGREE.exec(key);
  return degree !== null && isComparable(degree[1] ?? '') ? joinParts(degree) : undefined;
}

/**
 * Comparable words: adjectives, a few adverbs, and what is spelled like a compound adjective. Short ones must be
 * common, since names and nouns end in تر: «دیمیتری», «شوشتری», «فیلتر», «ریشتر».
 */
function isComparable(stem: string): boolean {
  if (COMPARABLES.has(stem)) return true;
  const known = findWord(stem);
  if (known === undefined) return isRelational(stem) || (stem.length >= 6 && spellSolid(stem) !== stem);
  return known.adjective && (stem.length > SHORT_STEM || known.weight >= COMMON_ADJECTIVE);
}

/** «اقتصادی» of the common noun «اقتصاد»; shorter ones are halves of names («دیمی»). */
function isRelational(stem: string): boolean {
  return stem.length > SHORT_STEM && stem.endsWith('ی') && wordWeight(stem.slice(0, -1)) >= COMMON_NOUN;
}

const COMMON_NOUN = 5;
const SHORT_STEM = 4;
/** log10 of a count; the homonyms of the names above («دیمی», «ریش», «فیل») stay below. */
const COMMON_ADJECTIVE = 6;

/** Whether the stem may carry the ending at all: «هسته‌ای», «زندگی‌اش», «گفته‌اند». */
function isVowelStem(stem: string, ending: string): boolean {
  const isHeh = stem.endsWith('ه');
  const participle = isHeh && isParticiple(stem);
  if (!participle && !isKnown(stem)) return false;
  if (participle && /^(?:ایم|اید|اند)$/.test(ending)) return true;
  if (!isHeh && (stem.length < 4 || ending === 'ات' || ending === 'اید')) return false;
  return !(/ان$/.test(ending) && isWord(stem + ending.slice(0, -2)));
}

/** «هستهای» is «هسته‌ای», «کارهای» is the plural of کار, «بندهای» may be either and stays as printed. */
function choosePlural(
  [, stem = '', ending = '']: RegExpExecArray,
  pluralStem: string | undefined,
): 'vowel' | 'plural' | 'unsure' {
  if (!isVowelStem(stem, ending)) return 'plural';
  if (isParticiple(stem) && /^(?:ایم|اید|اند)$/.test(ending)) return 'vowel';
  if (pluralStem === undefined || !isKnown(pluralStem) || isNumber(pluralStem)) return 'vowel';
  return ending === 'ای' ? chooseByCounts(pluralStem, stem) : 'plural';
}

/** «دست‌های» or «دسته‌ای»: what news prints more often; by the words' own counts where news has neither. */
function chooseByCounts(pluralStem: string, hehStem: string): 'vowel' | 'plural' | 'unsure' {
  hehForms ??= new Map(
    HEH_FORMS.trim()
      .split('\n')
      .map((line) => readHehForm(line)),
  );
  const counts = hehForms.get(pluralStem);
  if (counts !== undefined) return counts.heh > counts.plural ? 'vowel' : 'plural';
  const lead = wordWeight(hehStem) - wordWeight(pluralStem);
  if (Math.abs(lead) < UNSURE_LEAD) return 'unsure';
  return lead > 0 ? 'vowel' : 'plural';
}

let hehForms: Map<string, { plural: number; heh: number }> | undefined;

function readHehForm(line: string): [string, { plural: number; heh: number }] {
  const [stem = '', plural, heh] = line.split(' ');
  return [solidOf(stem), { plural: Number(plural), heh: Number(heh) }];
}

function isNumber(stem: string): boolean {
  return /^(?:دو|سه|چهار|پنج|شش|هفت|هشت|ده|بیست|سی|چهل|پنجاه|صد|هست)$/.test(stem);
}

/** Unknown words take a plural too («پرسپولیسیها»), but «انتهای» is «انتها», «درنهایت» is «در نهایت». */
function isPluralStem(stem: string, key: string): boolean {
  if (key.endsWith('ی') && wordWeight(key.slice(0, -1)) > wordWeight(stem)) return false;
  if (wordWeight(`${stem}ها`) > wordWeight(stem)) return false;
  if (/های[متش]$/.test(key)) return isKnown(stem);
  return isKnown(stem) || stem.length >= 3;
}

function joinParts(match: RegExpExecArray): string {
  const [, stem = '', ending = ''] = match;
  return spellSolid(stem) + (NON_JOINING.test(stem) ? '' : ZWNJ) + ending;
}

function isKnown(stem: string): boolean {
  return isWord(stem) || (stem.length >= 4 && spellSolid(stem) !== stem);
}

function isParticiple(stem: string): boolean {
  return isConjugated(stem) || isConjugated(stem.replace(/^ن/, ''));
}

/** «سرمایهگذاران», «فرمانداران»: a known word, with half-spaces or without, and an ending that is written solid. */
function spellInflected(key: string): string | undefined {
  for (const ending of SOLID_ENDINGS) {
    if (!key.endsWith(ending)) continue;
    const stem = key.slice(0, -ending.length);
    const spelling = stem.length >= 3 ? findWord(stem)?.spelling : undefined;
    if (spelling !== undefined) return spelling + ending;
  }
  return undefined;
}

/** «مصرفکنندگان», «نیمهابری»: an unlisted word of a known word and a part that makes compounds. */
function spellCompound(key: string): string | undefined {
  return verbReadings(key).length > 0 ? undefined : (spellSecondPart(key) ?? spellFirstPart(key));
}

function spellSecondPart(key: string): string | undefined {
  for (const ending of compoundPartsOf(key)) {
    if (!key.endsWith(ending)) continue;
    const stem = key.slice(0, -ending.length);
    if (stem.length >= 3 && wordWeight(stem) > 0) return spellSolid(stem) + ZWNJ + ending;
  }
  return undefined;
}

function spellFirstPart(key: string): string | undefined {
  for (const prefix of COMPOUND_PREFIXES) {
    if (!key.startsWith(prefix)) continue;
    const rest = key.slice(prefix.length);
    const weight = wordWeight(rest.replace(/ی$/, ''));
    if (rest.length >= 3 && weight > (rest.length === 3 ? COMMON_REST : 0))
      return prefix + ZWNJ + spellSolid(rest);
  }
  return undefined;
}

/** log10 of a count: behind a prefix three letters must be a common word («بی‌حس»), or they cut names. */
const COMMON_REST = 5.5;

const COMPOUND_PREFIXES = [
  'بی',
  'هم',
  'نیمه',
  'بین',
  'برون',
  'درون',
  'پیش',
  'کم',
  'خوش',
  'سه',
  'تک',
  'شبه',
  'میان',
  'همه',
];

/** Second parts, longest first, with their plurals and abstract nouns. */
const COMPOUND_PARTS: readonly string[] = [...WORD_ENDINGS, ...BOUND_ENDINGS, ...MORE_ENDINGS]
  .map(solidOf)
  .flatMap((part) => [part, `${part}ی`, `${part}ان`, `${part}ها`])
  .filter((part) => !/^(?:گر|گری|گران|ور|کار|کاری|ساز|دار|گو|گاه|گاهی)$/.test(part) && part.length > 2)
  .sort((a, b) => b.length - a.length);
const compoundPartsOf = byLastLetter(COMPOUND_PARTS, (part) => part);
