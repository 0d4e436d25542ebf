import type { PrintedToken } from './printed_tokens.js';
import { findWord, isWord, type Word } from './words.js';

/** log10 of a count from which on a joined word is common enough to close a gap that the publisher printed. */
const COMMON = 4.5;
/** «هم صحبت» may be "also spoke": only the commonest words in هم are certain («هم‌اکنون»). */
const COMMON_WITH_HAM = 6;
const RARE_BUT_SURE = 1.5;

/** Prefixes that are words of their own: «پیش آمد», «هم گفت», «پر شده», «خود کرده». */
const FREE_PREFIXES = new Set(['پیش', 'پس', 'کم', 'تک', 'چند', 'همه', 'پر', 'ابر', 'خود', 'فرا']);
/** What هم joins without a half-space and never means "also". */
const SOLID_WITH_HAM = new Set(['چنین', 'چنان', 'چون', 'زمان']);

/** Endings that are words of their own: «دستور کار», «مدیر بخش», «سر زده». */
const FREE_ENDINGS = new Set([
  'کار',
  'کاری',
  'بخش',
  'دار',
  'داری',
  'خانه',
  'نامه',
  'گاه',
  'گونه',
  'گو',
  'ساز',
  'گیر',
  'ریز',
  'وار',
  'محور',
  'مدار',
  'خواه',
  'شناس',
  'فروش',
  'رسان',
  'زده',
  'آور',
  'پرور',
  'پرداز',
  'گذار',
]);

/**
 * Whether display may close the gap before `parts[index]`. Keys join more than people should see joined: «این کار»
 * has the key of «اینکار» and stays two words on the page.
 */
export function showsJoin(parts: readonly PrintedToken[], index: number, beforeAnd: boolean): boolean {
  const first = (parts[0] as PrintedToken).facts;
  const { printed, rule } = (parts[index] as PrintedToken).facts;
  if (index === 1 && first.rule?.prefix === 'verb') return true;
  if (index === 1 && first.rule?.prefix === 'word' && isWord(first.printed + printed)) {
    return isCertainPrefix(first.printed, printed, beforeAnd);
  }
  const left = parts
    .slice(0, index)
    .map((part) => part.facts.printed)
    .join('');
  if (rule?.ending === 'word') return isCertainEnding(left, printed);
  return rule?.ending === 'degree' ? findWord(left)?.adjective === true : true;
}

function isCertainPrefix(prefix: string, rest: string, beforeAnd: boolean): boolean {
  const word = findWord(prefix + rest);
  if (word === undefined || prefix === rest) return false;
  const halfSpaced = word.spelling.startsWith(`${prefix}\u200c`);
  switch (prefix) {
    case 'بی':
      // «بی قید و شرط» is one phrase, not a word and another.
      return halfSpaced && !beforeAnd && isCommonOrAbstract(word, prefix + rest);
    case 'هم':
      return SOLID_WITH_HAM.has(rest) || (halfSpaced && word.weight >= COMMON_WITH_HAM);
    case 'غیر':
      return word.adjective && word.weight >= RARE_BUT_SURE;
    case 'پر':
    case 'چند':
    case 'ابر':
    case 'نا':
    case 'ضد':
      return word.weight >= COMMON && (word.adjective || prefix === 'ضد');
    case 'همه':
      return halfSpaced && word.adjective && word.weight >= COMMON;
    default:
      if (FREE_PREFIXES.has(prefix) && /ه$|^آمد$|^رفت$/.test(rest) && !isNounInHeh(rest)) return false;
      return halfSpaced && word.weight >= COMMON;
  }
}

/** «پیش‌زمینه», but «پیش آمده»: what ends in ه behind a free prefix is mostly a participle. */
function isNounInHeh(rest: string): boolean {
  return rest === 'زمینه' || rest === 'جمعه';
}

/** «بی‌توجهی» is certain because «بی‌توجه» is common. */
function isCommonOrAbstract(word: Word, solid: string): boolean {
  if (word.weight >= COMMON) return true;
  return solid.endsWith('ی') && (findWord(solid.slice(0, -1))?.weight ?? 0) >= COMMON;
}

function isCertainEnding(left: string, ending: string): boolean {
  const word = findWord(left + ending);
  if (word === undefined) return false;
  const halfSpaced = word.spelling.endsWith(`\u200c${ending}`);
  if (!FREE_ENDINGS.has(ending)) return halfSpaced || /[اآدذرزژو]$/.test(left);
  if (halfSpaced) return word.weight >= COMMON;
  return word.adjective && word.weight >= COMMON && ending !== 'زده' && /[اآدذرزژو]$/.test(left);
}
