import type { SharedKey } from './story.js';

/** Words in the name of a thread. */
const NAME_WORDS = 3;

/**
 * The name of a thread: of what its stories share, the names and words that most of them share, three at most; of
 * equals the rarest. Names of persons, places and organisations come first. Nothing is made up: each word is one that
 * a report prints or a name that is known. Empty where nothing is shared.
 *
 * `shared` has a list for each story that joined, in order of arrival.
 */
export function nameThread(shared: readonly (readonly SharedKey[])[]): readonly string[] {
  const tallies = new Map<string, Tally>();
  for (const key of shared.flat()) {
    const tally = tallies.get(key.term) ?? { key, count: 0, weight: 0, words: new Map<string, number>() };
    tallies.set(key.term, tally);
    tally.count += 1;
    tally.weight = Math.max(tally.weight, key.weight);
    tally.words.set(key.word, (tally.words.get(key.word) ?? 0) + 1);
  }
  return [...tallies.values()]
    .sort((a, b) => b.count - a.count || b.weight - a.weight)
    .slice(0, NAME_WORDS)
    .sort((a, b) => Number(b.key.isName) - Number(a.key.isName))
    .map(({ words }) => commonest(words));
}

interface Tally {
  readonly key: SharedKey;
  count: number;
  weight: number;
  readonly words: Map<string, number>;
}

/** The spelling that most reports use, of equals the shortest: «پهپاد» before «پهپادهای». */
function commonest(words: ReadonlyMap<string, number>): string {
  const [best] = [...words].sort(([a, x], [b, y]) => y - x || a.length - b.length);
  return best?.[0] ?? '';
}
