import { join } from 'node:path';
import { relatedness } from '../src/group/relatedness.js';
import { tokenise } from '../src/persian/keys.js';
import { readJsonLines } from './group_data.js';
import { areaUnderCurve } from './group_measures.js';
import type { EvalTask } from './task.js';

interface HeadlinePair {
  readonly claim: string;
  readonly news_title: string;
  readonly stance: string;
}

/** Stance of a headline that has nothing to do with the claim. */
const UNRELATED = '3';

/** Whether a claim and a headline speak of the same thing, beside the cosine of letters in threes. */
export const task: EvalTask = {
  name: 'group.relate',
  run(dataFolder) {
    const file = join(dataFolder, 'data', 'stance', 'farexstance-headline_pairs_dev.jsonl.gz');
    const pairs = readJsonLines<HeadlinePair>(file);
    const auc = (score: (a: string, b: string) => number) =>
      areaUnderCurve(
        pairs.map(({ claim, news_title, stance }) => ({
          score: score(claim, news_title),
          positive: stance !== UNRELATED,
        })),
      );
    return Promise.resolve([
      { name: 'group.relate.auc', value: auc(relatedness), note: `${pairs.length} pairs` },
      {
        name: 'group.relate.auc_half_stripped',
        value: auc((a, b) => relatedness(a.replaceAll('\u200c', ''), b)),
      },
      { name: 'group.relate.auc_of_letters', value: auc(lettersInThrees), note: 'the peer' },
    ]);
  },
};

function lettersInThrees(a: string, b: string): number {
  const first = threesOf(a);
  const second = threesOf(b);
  const both = [...first].filter((three) => second.has(three)).length;
  return both / Math.sqrt(first.size * second.size || 1);
}

function threesOf(text: string): Set<string> {
  const letters = ` ${tokenise(text)
    .map(({ key }) => key)
    .join(' ')} `;
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 2) }, (_, at) => letters.slice(at, at + 3)),
  );
}
