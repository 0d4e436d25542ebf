/** Verbs that stand apart from the noun with which they report. */
import { readVerbPhrases } from '../persian/verb_phrases.js';
import { sentenceEnd, type WordBlock } from './statement_words.js';

/** What was read at the head of a special predicate. */
export interface Reading {
  readonly next: number;
  readonly verbNext?: number;
  /** Words of the verb that stands apart, where it is more than a form. */
  readonly verbSize?: number;
  readonly plural?: boolean;
  readonly present?: boolean;
  readonly sourceError?: boolean;
  /** Word for the text in which it stands. */
  readonly inText?: number;
}

/** The next third-person form of one of the verbs in the same sentence. */
export function verbWithin(
  view: WordBlock,
  from: number,
  want: { lemmas: readonly string[]; most: number },
): Reading | undefined {
  const end = Math.min(sentenceEnd(view, from - 1), from + want.most);
  for (let at = from; at < end; at += 1) {
    const verb = readVerbPhrases(view.keys, at).find(
      ({ lemma, person, negated, passive }) =>
        want.lemmas.includes(lemma) && person !== 1 && person !== 2 && !negated && !passive,
    );
    if (verb === undefined) continue;
    return {
      next: at === from ? verb.next : from,
      ...(at > from && { verbNext: verb.next }),
      plural: verb.plural === true,
      present: verb.tense === 'present',
    };
  }
  return undefined;
}

/** «وعده پایان خاموشی (را) داد»; «وعده داد» itself is in the list. */
export function tornApart(view: WordBlock, at: number, lemmas: readonly string[]): Reading | undefined {
  const reading = verbWithin(view, at + 1, { lemmas, most: 12 });
  if (reading?.verbNext === undefined) return undefined;
  const between = view.keys.slice(at + 1, reading.verbNext - 1);
  return between.some((key) => /^(?:که|و|کرد|شد|است|خود)$/.test(key)) ? undefined : reading;
}

/** A form of one of the verbs at a word. */
export function ownVerb(view: WordBlock, at: number, lemmas: readonly string[]): Reading | undefined {
  const verb = readVerbPhrases(view.keys, at).find(
    ({ lemma, person, negated, passive }) =>
      lemmas.includes(lemma) && person !== 1 && person !== 2 && !negated && !passive,
  );
  if (verb === undefined || /^شد/.test(view.keys[verb.next] ?? '')) return undefined;
  return { next: verb.next, plural: verb.plural === true };
}
