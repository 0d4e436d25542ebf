/** Which names, offices and adjectives a word may begin. */
import { remember } from '../persian/bounded_cache.js';
import type { Beginnings, SolidTable } from './entity_lookup.js';

/** Says of a word how long the longest name of each table is that begins with it; remembers what it was asked. */
export function beginningsIn(
  tables: Record<keyof Beginnings, SolidTable<unknown>>,
): (word: string) => Beginnings {
  const sorted = (kind: keyof Beginnings): readonly string[] => [...tables[kind].byLetters.keys()].sort();
  const names = sorted('names');
  const offices = sorted('offices');
  const institutions = sorted('institutions');
  const adjectives = sorted('adjectives');
  return remember((word) => ({
    names: longestName(names, word),
    offices: longestName(offices, word),
    institutions: longestName(institutions, word),
    adjectives: longestName(adjectives, word),
  }));
}

/** The longest of the sorted names that begin with a word, or are it but for the ی of the ezafe («آمریکای»). */
function longestName(sorted: readonly string[], word: string): number {
  let longest = 0;
  for (let at = firstFrom(sorted, word); sorted[at]?.startsWith(word) === true; at += 1)
    longest = Math.max(longest, sorted[at]?.length ?? 0);
  if (longest > 0 || !/[او]ی$/.test(word)) return longest;
  const bare = word.slice(0, -1);
  return sorted[firstFrom(sorted, bare)] === bare ? word.length : 0;
}

/** Index of the first of sorted strings that does not come before a word. */
function firstFrom(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
