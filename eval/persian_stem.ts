import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf } from '../src/persian/keys.js';
import { stemOf } from '../src/persian/stem.js';
import { readTreebanks } from './conllu.js';
import type { EvalScore, EvalTask } from './task.js';

const NAMES = ['ایران', 'تهران', 'لبنان', 'عمان', 'افغانستان', 'پاکستان', 'کرمان', 'گیلان', 'آلمان', 'یونان'];

/** Whether form and lemma share a stem: treebank words but verbs, nouns and adjectives, and the PTB list. */
export const task: EvalTask = {
  name: 'persian.stem',
  run(dataFolder) {
    const words = readTreebanks(dataFolder).flatMap((sentence) => sentence.words);
    const nominal = words.filter(({ tag }) => tag === 'NOUN' || tag === 'ADJ' || tag === 'PROPN');
    const other = words.filter(({ tag }) => tag !== 'VERB' && tag !== 'AUX' && tag !== 'PUNCT');
    const names = NAMES.filter((name) => stemOf(name) === name).length;
    return Promise.resolve([
      matchScore('persian.stem.ud_nominal', nominal),
      matchScore('persian.stem.ud_all_but_verbs', other),
      matchScore('persian.stem.ptb', readWordList(dataFolder)),
      { name: 'persian.stem.names_kept', value: names / NAMES.length },
    ]);
  },
};

function matchScore(name: string, words: readonly { form: string; lemma?: string }[]): EvalScore {
  const pairs = words.flatMap(({ form, lemma }) => (lemma === undefined ? [] : [{ form, lemma }]));
  const right = pairs.filter(({ form, lemma }) => stemOf(keyOf(form)) === stemOf(keyOf(lemma))).length;
  const exact = pairs.filter(({ form, lemma }) => stemOf(keyOf(form)) === keyOf(lemma)).length;
  const note = `${right} of ${pairs.length}; the stem is the lemma itself in ${exact}`;
  return { name, value: right / pairs.length, note };
}

/** Lines of word, lemma and a tag whose verbs begin with V. */
function readWordList(dataFolder: string): { form: string; lemma: string }[] {
  return readFileSync(join(dataFolder, 'data', 'stem', 'PTB_lemma_dataset.txt'), 'utf8')
    .replace('\ufeff', '')
    .split('\n')
    .map((line) => line.trim().split('\t'))
    .filter(([form, lemma, tag = '']) => form && lemma && !tag.startsWith('V'))
    .map(([form = '', lemma = '']) => ({ form, lemma }));
}
