import { type JoinRule, NEVER_TAKES_HEH_ENDING, NEVER_TAKES_PLURAL } from './join_rules.js';
import type { PrintedToken } from './printed_tokens.js';
import { isConjugated } from './verb_forms.js';
import { factsOf } from './word_facts.js';
import { findWord, isWord } from './words.js';

/** One word of the key layer. Most are printed tokens as they are; the rest name their parts. */
export interface JoinedToken extends Omit<PrintedToken, 'afterSpace'> {
  /** The printed tokens it was joined from; absent when it is a printed token itself. */
  readonly parts?: readonly PrintedToken[];
  /** Which rule joined the parts; display closes the gaps of affixes only. */
  readonly joinedBy?: 'compound' | 'affix';
}

/**
 * Joins what print tears apart: «می شود» → میشود, «کتاب ها» → کتابها, «گفت و گو» → گفتوگو. Decides on keys
 * alone, so that the spelling of the text (half-spaces, letters, marks) can never change the outcome.
 */
export function joinTokens(printed: readonly PrintedToken[]): JoinedToken[] {
  const joined: JoinedToken[] = [];
  for (let at = 0; at < printed.length; ) {
    const token = printed[at] as PrintedToken;
    const { rule } = token.facts;
    if (rule === undefined) {
      joined.push(token);
      at += 1;
      continue;
    }
    const size = countForward(printed, at, rule);
    const left = joined.at(-1);
    if (size === 1 && left !== undefined && joinsLeft(left, token, rule)) {
      joined[joined.length - 1] = extend(left, token);
    } else {
      joined.push(size === 1 ? token : merge(printed, at, size, rule));
    }
    at += size;
  }
  return joined;
}

/** No word with all its endings is longer; keeps «ها ها ها …» linear. */
const LONGEST_STEM = 24;

function joinsLeft(left: JoinedToken, token: PrintedToken, rule: JoinRule): boolean {
  if (rule.ending === undefined || !token.afterSpace) return false;
  if (left.facts.printed.length > LONGEST_STEM) return false;
  return takesEnding(left.facts.printed, token.facts.printed, rule.ending);
}

/** How many printed tokens from here on make one word. */
function countForward(printed: readonly PrintedToken[], at: number, rule: JoinRule): number {
  const next = printed[at + 1];
  if (next?.afterSpace !== true) return 1;
  const compound = rule.compounds?.get(next.facts.printed)?.find((tail) => follows(printed, at + 1, tail));
  if (compound !== undefined) return compound.length + 1;
  const prefix = (printed[at] as PrintedToken).facts.printed;
  if (rule.prefix === 'verb') return takesVerb(printed, at, prefix) ? 2 : 1;
  const word = prefix + next.facts.printed;
  if (rule.prefix === 'word' && next.facts.printed.length > 1 && isWord(word) && !TWO_WORDS.has(word))
    return 2;
  return 1;
}

/** Rare words that news prints as two others: «در صفحه خود نوشت», «از مردم خود خواسته است», «وی هم گفت». */
const TWO_WORDS = new Set(['خودنوشت', 'خودخواسته', 'همگفت', 'همنوشت', 'همخواست', 'همگفته']);

/** «می شود» joins; «ماه می شد» (the month of May) does not. */
function takesVerb(printed: readonly PrintedToken[], at: number, key: string): boolean {
  const next = printed[at + 1] as PrintedToken;
  const isMonth =
    key === 'می' && printed[at]?.afterSpace === true && printed[at - 1]?.facts.printed === 'ماه';
  return !isMonth && isConjugated(next.facts.printed);
}

function follows(printed: readonly PrintedToken[], at: number, tail: readonly string[]): boolean {
  return tail.every((key, index) => {
    const token = printed[at + index];
    return token?.afterSpace === true && token.facts.printed === key;
  });
}

/** Whether word and ending are one word. */
function takesEnding(left: string, ending: string, kind: NonNullable<JoinRule['ending']>): boolean {
  switch (kind) {
    case 'noun':
      return !NEVER_TAKES_PLURAL.has(left) && !PLURAL.test(left);
    case 'degree':
      return !NEVER_TAKES_PLURAL.has(left) && isPersianWord(left);
    case 'degree_tar':
      return findWord(left)?.adjective === true || isWord(`${left}تر`);
    case 'after_heh':
      return left.length > 2 && left.endsWith('ه') && !NEVER_TAKES_HEH_ENDING.has(left);
    case 'yeh':
      return left.length > 2 && /[اوه]$/.test(left);
    case 'bound':
      return isPersianWord(left) && left.length > 2;
    case 'word':
      return isWord(left + ending);
  }
}

/** A plural takes no second plural ending. */
const PLURAL = /ها(?:ی|یی|یم|یت|یش|یمان|یتان|یشان|ست)?$/;

function isPersianWord(key: string): boolean {
  const first = key.charCodeAt(0);
  return key.length > 1 && first >= 0x620 && first <= 0x6d3;
}

function merge(
  printed: readonly PrintedToken[],
  at: number,
  size: number,
  rule: JoinRule | undefined,
): JoinedToken {
  const parts = printed.slice(at, at + size);
  return joinParts(parts, rule?.prefix === undefined || size > 2 ? 'compound' : 'affix');
}

function extend(left: JoinedToken, token: PrintedToken): JoinedToken {
  return joinParts([...partsOf(left), token], left.joinedBy ?? 'affix');
}

/** The printed tokens behind a word. */
export function partsOf(token: JoinedToken): readonly PrintedToken[] {
  return token.parts ?? [{ ...token, afterSpace: false }];
}

function joinParts(parts: readonly PrintedToken[], joinedBy: 'compound' | 'affix'): JoinedToken {
  let printed = '';
  for (const part of parts) printed += part.facts.printed;
  const [first] = parts as readonly [PrintedToken];
  const facts = factsOf(printed);
  const end = (parts.at(-1) as PrintedToken).end;
  return { start: first.start, end, foldedAt: first.foldedAt, facts, parts, joinedBy };
}
