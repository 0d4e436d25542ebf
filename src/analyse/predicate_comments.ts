/** What somebody feels, comments on, or leaves without comment. */

import { readVerbPhrases } from '../persian/verb_phrases.js';
import { ownVerb, type Reading, verbWithin } from './predicate_torn.js';
import { PREDICATE_WORDS } from './predicate_words.js';
import { sentenceEnd, type WordBlock } from './statement_words.js';

/** «ابراز تردید کرد» and its like; those with an act of their own are in the list of phrases. */
export function expresses(view: WordBlock, at: number): Reading | undefined {
  return PREDICATE_WORDS.feelings.has(view.keys[at + 1])
    ? ownVerb(view, at + 2, ['کرد', 'داشت', 'نمود'])
    : undefined;
}

/** «به اظهارنظر درباره X پرداخت»: X is only the topic. */
export function commentsOn(view: WordBlock, at: number): Reading | undefined {
  if (view.keys[at - 1] !== 'به' || !/^(?:در|درباره|پیرامون)$/.test(view.keys[at + 1] ?? ''))
    return undefined;
  return verbWithin(view, at + 1, { lemmas: ['پرداخت'], most: 30 });
}

/** «از اظهارنظر دربارهٔ X خودداری کرد». */
export function givesNoComment(view: WordBlock, at: number): Reading | undefined {
  if (view.keys[at - 1] !== 'از') return undefined;
  const end = Math.min(sentenceEnd(view, at), at + 20);
  for (let refusal = at + 1; refusal < end; refusal += 1) {
    if (!/^(?:خودداری|امتناع|اجتناب|پرهیز)$/.test(view.keys[refusal] ?? '')) continue;
    const verb = ownVerb(view, refusal + 1, ['کرد']);
    if (verb !== undefined)
      return {
        ...verb,
        next: at + 1,
        ...(refusal > at + 1 && { verbNext: verb.next, verbSize: verb.next - refusal }),
      };
  }
  return undefined;
}

/** «نه تأیید کرد و نه رد کرد», «نه پذیرفته و نه انکار کرده است». */
export function neitherNor(view: WordBlock, at: number): Reading | undefined {
  const end = Math.min(sentenceEnd(view, at), at + 8);
  const second = view.keys.findIndex(
    (key, index) => index > at && index < end && key === 'نه' && view.keys[index - 1] === 'و',
  );
  if (
    second < 0 ||
    !PREDICATE_WORDS.denials.has(view.keys[second + 1]) ||
    !PREDICATE_WORDS.admissions.has(view.keys[at + 1])
  )
    return undefined;
  const verb = readVerbPhrases(view.keys, second + 2)[0];
  return verb === undefined ? undefined : { next: verb.next, plural: verb.plural === true };
}
