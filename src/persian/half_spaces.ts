import { isConjugated } from './verb_forms.js';
import { findWord, isWord } from './words.js';

const ZWNJ = '\u200c';
/** Letters that never join the next one: after them a half-space would be invisible. */
export const NON_JOINING = /[اآدذرزژوءأإؤ]$/;
const PLURAL = /^(.{2,}?)(ها(?:ی|یی|یم|یت|یش|یمان|یتان|یشان|ست|یی)?)$/;
const DEGREE = /^(.{2,}?)(تر(?:ین|ی|ها|های|ینها|ینهای)?)$/;
const AFTER_HEH = /^(.{2,}ه)(ای|ام|ات|اش|ایم|اید|اند|است)$/;

/**
 * Where half-spaces belong in a word that was printed solid: «میشود» → «می‌شود», «رسانهها» → «رسانه‌ها». Returns
 * the usual spelling of the solid key, or the key itself when the word needs none or nothing is certain.
 */
export function spellSolid(key: string): string {
  const known = findWord(key);
  if (known !== undefined) return known.spelling;
  return spellVerb(key) ?? spellEnding(key) ?? key;
}

function spellVerb(key: string): string | undefined {
  const match = /^(ن?می)(.{2,})$/.exec(key);
  if (match === null) return undefined;
  const [, prefix = '', form = ''] = match;
  return isConjugated(form) ? prefix + ZWNJ + form : undefined;
}

function spellEnding(key: string): string | undefined {
  for (const pattern of [AFTER_HEH, PLURAL, DEGREE]) {
    const match = pattern.exec(key);
    if (match === null) continue;
    const [, stem = '', ending = ''] = match;
    const spelled = spellStem(stem, pattern);
    if (spelled !== undefined) return spelled + (NON_JOINING.test(stem) ? '' : ZWNJ) + ending;
  }
  return undefined;
}

function spellStem(stem: string, pattern: RegExp): string | undefined {
  if (isWord(stem)) return spellSolid(stem);
  const spelled = spellSolid(stem);
  if (spelled !== stem) return spelled;
  if (pattern === AFTER_HEH)
    return isConjugated(stem) || isConjugated(stem.replace(/^ن/, '')) ? stem : undefined;
  return pattern === PLURAL && stem.length >= 3 ? stem : undefined;
}
