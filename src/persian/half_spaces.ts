import { BOUND_ENDINGS, MORE_ENDINGS, WORD_ENDINGS } from './affixes.js';
import { remember } from './bounded_cache.js';
import { FIXED_SPELLINGS } from './fixed_spellings.js';
import { HEH_FORMS } from './heh_forms.data.js';
import { isConjugated } from './verb_forms.js';
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
/** By so many powers of ten must «دسته» lead «دست» before «دستهای» is «دسته‌ای» where no counts tell. */
const HEH_LEAD = 0;

/**
 * Where half-spaces belong in a word that was printed solid: «میشود» → «می‌شود», «رسانهها» → «رسانه‌ها». Returns
 * the usual spelling of the solid key, or the key itself when the word needs none or nothing is certain.
 */
export const spellSolid: (key: string) => string = remember(computeSpelling);

function computeSpelling(key: string): string {
  const fixed = FIXED_SPELLINGS.get(key);
  if (fixed !== undefined) return fixed;
  const known = findWord(key);
  if (known === undefined)
    return spellVerb(key) ?? spellEnding(key) ?? spellInflected(key) ?? spellCompound(key) ?? key;
  if (known.weight >= SURE_NOUN || known.spelling.includes(ZWNJ)) return known.spelling;
  return spellVerb(key) ?? known.spelling;
}

function spellVerb(key: string): string | undefined {
  const match = PREFIXED_VERB.exec(key);
  if (match === null) return undefined;
  const [, before = '', prefix = '', form = ''] = match;
  if (!isConjugated(form)) return undefined;
  if (key.endsWith('ی') && wordWeight(key.slice(0, -1)) >= SURE_NOUN) return undefined;
  return before + prefix + ZWNJ + form;
}

function spellEnding(key: string): string | undefined {
  if (key.endsWith('ی') && isWord(key.slice(0, -1)) && /[او]$/.test(key.slice(0, -1))) return undefined;
  const plural = PLURAL.exec(key);
  const vowel = AFTER_VOWEL.exec(key);
  if (vowel !== null && isVowelStem(vowel[1] ?? '', vowel[2] ?? '', plural?.[1])) return joinParts(vowel);
  if (plural !== null && isPluralStem(plural[1] ?? '', key)) return joinParts(plural);
  const degree = DEGREE.exec(key);
  return degree !== null && isComparable(degree[1] ?? '') ? joinParts(degree) : undefined;
}

/** Comparable words: adjectives, a few adverbs, and what ends like an adjective. */
function isComparable(stem: string): boolean {
  const known = findWord(stem);
  if (known !== undefined) return known.adjective || COMPARABLE_ADVERBS.has(stem);
  return stem.length >= 4 && spellSolid(stem) !== stem;
}

const COMPARABLE_ADVERBS = new Set(['پیش', 'عقب', 'پایین', 'جلو', 'بالا', 'سریع', 'نزدیک', 'آهسته', 'محکم']);

/** «هستهای» is «هسته‌ای», «کارهای» is the plural of کار. */
function isVowelStem(stem: string, ending: string, pluralStem: string | undefined): boolean {
  const isHeh = stem.endsWith('ه');
  const participle = isHeh && isParticiple(stem);
  if (participle && /^(?:ایم|اید|اند)$/.test(ending)) return true;
  if (!participle && !isKnown(stem)) return false;
  if (!isHeh && (stem.length < 4 || ending === 'ات' || ending === 'اید')) return false;
  if (/ان$/.test(ending) && isWord(stem + ending.slice(0, -2))) return false;
  if (pluralStem === undefined || !isKnown(pluralStem) || isNumber(pluralStem)) return true;
  return ending === 'ای' && prefersHeh(pluralStem, stem);
}

/** «دست‌های» or «دسته‌ای»: what news prints more often; by the words' own counts where news has neither. */
function prefersHeh(pluralStem: string, hehStem: string): boolean {
  hehForms ??= new Map(
    HEH_FORMS.trim()
      .split('\n')
      .map((line) => readHehForm(line)),
  );
  const counts = hehForms.get(pluralStem);
  if (counts !== undefined) return counts.heh > counts.plural;
  return wordWeight(hehStem) >= wordWeight(pluralStem) + HEH_LEAD;
}

let hehForms: Map<string, { plural: number; heh: number }> | undefined;

function readHehForm(line: string): [string, { plural: number; heh: number }] {
  const [stem = '', plural, heh] = line.split(' ');
  return [solidOf(stem), { plural: Number(plural), heh: Number(heh) }];
}

function isNumber(stem: string): boolean {
  return /^(?:دو|سه|چهار|پنج|شش|هفت|هشت|ده|بیست|سی|چهل|پنجاه|صد|هست)$/.test(stem);
}

/** Unknown words take a plural too («پرسپولیسیها»), but «انتهای» is «انتها» with its ezafe. */
function isPluralStem(stem: string, key: string): boolean {
  if (key.endsWith('ی') && wordWeight(key.slice(0, -1)) > wordWeight(stem)) return false;
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
  for (const ending of COMPOUND_PARTS) {
    if (!key.endsWith(ending)) continue;
    const stem = key.slice(0, -ending.length);
    if (stem.length >= 3 && wordWeight(stem) > 0) return spellSolid(stem) + ZWNJ + ending;
  }
  for (const prefix of COMPOUND_PREFIXES) {
    if (!key.startsWith(prefix)) continue;
    const rest = key.slice(prefix.length);
    if (rest.length >= 3 && wordWeight(rest.replace(/ی$/, '')) > 0) return prefix + ZWNJ + spellSolid(rest);
  }
  return undefined;
}

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
