import { tokenise } from '../persian/keys.js';
import { stemOf } from '../persian/stem.js';
import { findWord } from '../persian/words.js';
import type { SearchWord } from './search_entries.js';

/**
 * The words of a text as the index and a query both see them: each with its key and its stems, so that any
 * spelling and any inflection of a word meets every other. Words without a letter or digit do not count.
 */
export function searchWords(text: string): readonly SearchWord[] {
  return tokenise(text)
    .filter(({ key }) => /[\p{L}\p{N}]/u.test(key))
    .map(({ key }) => {
      const readings = searchReadings(key);
      return readings.length === 1 ? key : readings;
    });
}

/** All readings of a key: itself first, then what its inflections and spellings share. */
export function searchReadings(key: string): readonly string[] {
  const stems = [stemOf(key), ...indefiniteOf(key)];
  return [...new Set([key, ...stems, ...stems.map(withoutMadda)])];
}

/** «مصاحبهای» is «مصاحب‌های» or «مصاحبه‌ای»; solid letters cannot tell, so both are meant where both are words. */
function indefiniteOf(key: string): readonly string[] {
  const noun = /^(.+ه)ای$/.exec(key)?.[1];
  return noun !== undefined && findWord(noun) !== undefined ? [noun] : [];
}

/** «آمریکا» and «امریکا», «آذربایجان» and «اذربایجان» are one word to somebody who looks for it. */
function withoutMadda(word: string): string {
  return word.replaceAll('آ', 'ا');
}
