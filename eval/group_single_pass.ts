import type { Report } from '../src/model/story.js';
import { tokenise } from '../src/persian/keys.js';

/**
 * The plain peer: TF-IDF over all words, cosine to the mean of each group, one pass, one threshold. Its idf is that
 * of all reports, which a stream would not have.
 */
export function singlePass(
  reports: readonly Pick<Report, 'id' | 'text'>[],
  threshold: number,
): ReadonlyMap<string, string> {
  const documents = reports.map(({ text }) => tokenise(text).map(({ key }) => key));
  const vectors = documents.map(vectorMaker(documents));
  const groups: { readonly id: string; readonly sum: Map<string, number> }[] = [];
  const found = new Map<string, string>();
  for (const [at, vector] of vectors.entries()) {
    const id = reports[at]?.id ?? '';
    const scored = groups.map((group) => ({ group, score: cosine(vector, group.sum) }));
    const best = scored.reduce<(typeof scored)[number] | undefined>(
      (top, next) => (top === undefined || next.score > top.score ? next : top),
      undefined,
    );
    const group = best !== undefined && best.score >= threshold ? best.group : { id, sum: new Map() };
    if (group.id === id) groups.push(group);
    for (const [term, weight] of vector) group.sum.set(term, (group.sum.get(term) ?? 0) + weight);
    found.set(id, group.id);
  }
  return found;
}

function vectorMaker(
  documents: readonly (readonly string[])[],
): (words: readonly string[]) => Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of documents) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return (words) => {
    const vector = new Map<string, number>();
    for (const word of words) vector.set(word, (vector.get(word) ?? 0) + 1);
    for (const [word, times] of vector) {
      vector.set(word, (1 + Math.log(times)) * Math.log(1 + documents.length / (counts.get(word) ?? 1)));
    }
    const length = norm(vector);
    for (const [word, weight] of vector) vector.set(word, weight / length);
    return vector;
  };
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let product = 0;
  for (const [term, weight] of a) product += weight * (b.get(term) ?? 0);
  return product / (norm(a) * norm(b) || 1);
}

function norm(vector: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum) || 1;
}
