import { type JoinRule, joinRuleOf, NEVER_TAKES_HEH_ENDING, NEVER_TAKES_PLURAL } from './join_rules.js';
import type { PrintedToken } from './printed_tokens.js';
import { isConjugated } from './verb_forms.js';
import { findWord, isWord } from './words.js';

/** One word of the key layer; `parts` are the printed tokens it was joined from, usually one. */
export interface JoinedToken {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  /** The printed keys of the parts run together; differs from `key` in variants and bare ezafe only. */
  readonly printed: string;
  readonly parts: readonly PrintedToken[];
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
    const rule = joinRuleOf(token.key);
    const size = rule === undefined ? 1 : countForward(printed, at, rule);
    const left = joined.at(-1);
    if (size === 1 && rule?.ending !== undefined && left !== undefined && token.afterSpace) {
      if (takesEnding(left.printed, token.key, rule.ending)) {
        joined[joined.length - 1] = extend(left, token);
        at += 1;
        continue;
      }
    }
    joined.push(size === 1 ? single(token, rule) : merge(printed, at, size, rule));
    at += size;
  }
  return joined;
}

/** How many printed tokens from here on make one word. */
function countForward(printed: readonly PrintedToken[], at: number, rule: JoinRule): number {
  const next = printed[at + 1];
  if (next?.afterSpace !== true) return 1;
  const compound = rule.compounds?.find((tail) => follows(printed, at + 1, tail));
  if (compound !== undefined) return compound.length + 1;
  const key = (printed[at] as PrintedToken).key;
  if (rule.prefix === 'verb') return takesVerb(printed, at, key) ? 2 : 1;
  if (rule.prefix === 'word' && next.key.length > 1 && isWord(key + next.key)) return 2;
  return 1;
}

/** «می شود» joins; «ماه می شد» (the month of May) does not. */
function takesVerb(printed: readonly PrintedToken[], at: number, key: string): boolean {
  const next = printed[at + 1] as PrintedToken;
  const isMonth = key === 'می' && printed[at]?.afterSpace === true && printed[at - 1]?.key === 'ماه';
  return !isMonth && isConjugated(next.key);
}

function follows(printed: readonly PrintedToken[], at: number, tail: readonly string[]): boolean {
  return tail.every((key, index) => {
    const token = printed[at + index];
    return token?.afterSpace === true && token.key === key;
  });
}

/** Whether word and ending are one word. */
function takesEnding(left: string, ending: string, kind: NonNullable<JoinRule['ending']>): boolean {
  switch (kind) {
    case 'noun':
      return !NEVER_TAKES_PLURAL.has(left);
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

function isPersianWord(key: string): boolean {
  const first = key.charCodeAt(0);
  return key.length > 1 && first >= 0x620 && first <= 0x6d3;
}

function single(token: PrintedToken, rule: JoinRule | undefined): JoinedToken {
  const { start, end, key: printed } = token;
  return { start, end, key: finalKey(printed, rule), printed, parts: [token] };
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
  return joinParts([...left.parts, token], left.joinedBy ?? 'affix');
}

function joinParts(parts: readonly PrintedToken[], joinedBy: 'compound' | 'affix'): JoinedToken {
  const printed = parts.map((part) => part.key).join('');
  return {
    start: (parts[0] as PrintedToken).start,
    end: (parts.at(-1) as PrintedToken).end,
    key: finalKey(printed, joinRuleOf(printed)),
    printed,
    parts,
    joinedBy,
  };
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
