/** Nouns that report with the verb of another. */

import { readVerbPhrases } from '../persian/verb_phrases.js';
import type { Reading } from './predicate_torn.js';
import { PREDICATE_WORDS } from './predicate_words.js';
import { isFiniteAt, sentenceEnd, sentenceStart, type WordBlock } from './statement_words.js';

/** «هشدار و بر X تأکید کرد»: the first noun borrows the verb of the second. */
export function withNextVerb(view: WordBlock, at: number): Reading | undefined {
  const { frame } = NEEDS_OBJECT[view.keys[at] ?? ''] ?? {};
  if (frame !== undefined && !hasObjectBefore(view, at, frame)) return undefined;
  if (view.keys[at + 1] !== 'و' || /^(?:از|با|به|در|بر|این|آن|ضمن)$/.test(view.keys[at - 1] ?? ''))
    return undefined;
  const end = Math.min(sentenceEnd(view, at), at + 16);
  for (let verb = at + 2; verb < end; verb += 1) {
    const isPlain = verb === at + 2 && /^(?:افزود|گفت|نوشت)$/.test(view.keys[verb] ?? '');
    const isBorrowed =
      isPlain ||
      (PREDICATE_WORDS.borrowed.has(view.keys[verb - 1]) &&
        readVerbPhrases(view.keys, verb).some(
          ({ lemma, person }) => /^(?:کرد|داد|داشت|نمود)$/.test(lemma) && person !== 1,
        ));
    if (isBorrowed) return { next: at + 1 };
  }
  return undefined;
}

/** Nouns that report with the verb of the next only where an object stands before them: «X را Y اعلام و …». */
export const NEEDS_OBJECT: Readonly<Record<string, { readonly frame: string; readonly mark: string }>> = {
  اعلام: { frame: 'frame/announce', mark: 'را' },
  عنوان: { frame: 'frame/name-as', mark: 'را' },
  تاکید: { frame: 'frame/emphasize', mark: 'بر' },
};

function hasObjectBefore(view: WordBlock, at: number, frame: string): boolean {
  const { mark } = Object.values(NEEDS_OBJECT).find((each) => each.frame === frame) ?? {};
  const start = sentenceStart(view, at);
  for (let back = at - 1; back > start; back -= 1) {
    if (view.keys[back] === mark) return true;
    if (isFiniteAt(view, back)) return false;
  }
  return false;
}

/** «X را مورد انتقاد قرار داد». */
export function madeObjectOf(view: WordBlock, at: number): Reading | undefined {
  if (!/^(?:انتقاد|تاکید|تایید)$/.test(view.keys[at + 1] ?? '') || view.keys[at + 2] !== 'قرار')
    return undefined;
  const verb = readVerbPhrases(view.keys, at + 3).find(
    ({ lemma, negated, passive }) => lemma === 'داد' && !negated && !passive,
  );
  return verb === undefined ? undefined : { next: verb.next, plural: verb.plural === true };
}
