import { wordWeight } from '../persian/words.js';
import type { Document } from './document.js';
import type { EntityIndex } from './entity_lookup.js';
import { AliasTable } from './mention_aliases.js';
import { findNames } from './names.js';
import type { NameFound } from './names_known.js';
import { type SentenceWords, sentenceWords } from './sentence_words.js';

/** A sentence with the names in it. */
export interface NamedSentence {
  readonly words: SentenceWords;
  readonly names: readonly NameFound[];
}

/** The names of an article: first what each sentence shows, then what the full names say about bare surnames. */
export function findNamesIn(document: Document, index: EntityIndex): readonly NamedSentence[] {
  const aliases = new AliasTable(index, { published: document.published, weightOf: wordWeight });
  const seen = document.blocks
    .flatMap((block) => block.sentences)
    .map((sentence) => {
      const words = sentenceWords(document.text, sentence, index);
      return { words, names: aliases.learn(words, findNames(words, index)) };
    });
  return seen.map(({ words, names }) => ({ words, names: aliases.settle(words, names) }));
}
