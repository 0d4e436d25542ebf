import { findSentences } from '../src/persian/sentences.js';
import { readTreebanks } from './conllu.js';
import type { EvalTask } from './task.js';

/** Sentence ends found in treebank sentences that were joined by a space. */
export const task: EvalTask = {
  name: 'persian.sentences',
  run(dataFolder) {
    const sentences = readTreebanks(dataFolder).map((sentence) => sentence.text.trim());
    const gold = new Set<number>();
    let text = '';
    for (const sentence of sentences) {
      text += sentence;
      gold.add(text.length);
      text += ' ';
    }
    const found = findSentences(text).map((sentence) => sentence.end);
    const right = found.filter((end) => gold.has(end)).length;
    return Promise.resolve([
      {
        name: 'persian.sentences.boundary_f1',
        value: (2 * right) / (found.length + gold.size),
        note: `precision ${(right / found.length).toFixed(3)}, recall ${(right / gold.size).toFixed(3)}`,
      },
    ]);
  },
};
