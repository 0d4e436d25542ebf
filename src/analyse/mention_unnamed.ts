import type { EntityIndex } from './entity_lookup.js';
import { ROLE_WORDS } from './role_words.js';
import { longestAt, type SentenceWords } from './sentence_words.js';

/** Somebody without a name in words `from` up to `to`: «یک مقام ارشد آمریکایی», «منابع آگاه». */
export interface UnnamedFound {
  readonly from: number;
  readonly to: number;
  /** Id of the country in its words. */
  readonly side?: string;
}

/** Unnamed speakers and actors of a sentence, left to right. */
export function findUnnamed(words: SentenceWords, index: EntityIndex): readonly UnnamedFound[] {
  const found: UnnamedFound[] = [];
  for (let at = 0; at < words.keys.length; at += 1) {
    const one = ROLE_WORDS.unnamed.has(words.keys[at] ?? '') ? unnamedAt(words, at, index) : undefined;
    if (one === undefined) continue;
    found.push(one);
    at = one.to - 1;
  }
  return found;
}

function unnamedAt(words: SentenceWords, head: number, index: EntityIndex): UnnamedFound | undefined {
  const hasDeterminer = ROLE_WORDS.anybody.has(words.keys[head - 1] ?? '') && words.gaps[head] === 'none';
  let to = head + 1;
  let side: string | undefined;
  while (to < words.keys.length && words.gaps[to] === 'none') {
    const adjective = longestAt(words, to, index.adjectives);
    if (adjective === undefined && !ROLE_WORDS.knowing.has(words.keys[to] ?? '')) break;
    side ??= adjective?.value;
    to = adjective?.to ?? to + 1;
  }
  const isBare = to === head + 1;
  if ((isBare && !hasDeterminer) || ROLE_WORDS.ranks.has(words.keys[to] ?? '')) return undefined;
  return { from: hasDeterminer ? head - 1 : head, to, ...(side !== undefined && { side }) };
}
