import { tokenise } from '../persian/keys.js';
import { stemOf } from '../persian/stem.js';
import type { SearchWord } from './search_entries.js';

/**
 * The words of a text as the index and a query both see them: each with its key and its stem, so that any
 * spelling and any inflection of a word meets every other. Words without a letter or digit do not count.
 */
export function searchWords(text: string): readonly SearchWord[] {
  return tokenise(text)
    .filter(({ key }) => /[\p{L}\p{N}]/u.test(key))
    .map(({ key }) => {
      const stem = stemOf(key);
      return stem === key ? key : [key, stem];
    });
}
