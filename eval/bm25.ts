/** A plain BM25 (k1 1.2, b 0.75) over texts that are words already: the peer that the index must not fall behind. */
export interface Bm25 {
  /** Places of the best texts, best first, at most `limit`. */
  rank(words: readonly string[], limit: number): readonly number[];
}

const K1 = 1.2;
const B = 0.75;

export function openBm25(texts: readonly (readonly string[])[]): Bm25 {
  const meanLength = texts.reduce((sum, words) => sum + words.length, 0) / texts.length;
  const places = new Map<string, Map<number, number>>();
  for (const [at, words] of texts.entries()) {
    for (const word of words) {
      const counts = places.get(word) ?? new Map<number, number>();
      counts.set(at, (counts.get(at) ?? 0) + 1);
      places.set(word, counts);
    }
  }
  return {
    rank(words, limit) {
      const scores = new Map<number, number>();
      for (const word of words) {
        const counts = places.get(word);
        if (!counts) continue;
        const rarity = Math.log(1 + (texts.length - counts.size + 0.5) / (counts.size + 0.5));
        for (const [at, count] of counts) {
          const norm = K1 * (1 - B + (B * (texts[at]?.length ?? 0)) / meanLength);
          scores.set(at, (scores.get(at) ?? 0) + (rarity * count * (K1 + 1)) / (count + norm));
        }
      }
      return [...scores]
        .sort(([a, one], [b, other]) => other - one || a - b)
        .slice(0, limit)
        .map(([at]) => at);
    },
  };
}
