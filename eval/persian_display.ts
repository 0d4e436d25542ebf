import Virastar from 'virastar';
import { displayText } from '../src/persian/display.js';
import { readTreebanks } from './conllu.js';
import type { EvalScore, EvalTask } from './task.js';

const ZWNJ = '\u200c';

/** Half-spaces restored in treebank sentences from which they were stripped, beside virastar in the same run. */
export const task: EvalTask = {
  name: 'persian.display',
  run(dataFolder) {
    const sentences = readTreebanks(dataFolder).map((sentence) => sentence.text);
    const virastar = new Virastar();
    const ours = compare(sentences, displayText);
    const peer = compare(sentences, (text) => virastar.cleanup(text));
    return Promise.resolve([
      score('persian.display.half_space_f1', ours.f1, `virastar ${peer.f1.toFixed(3)}`),
      score('persian.display.half_space_precision', ours.precision, counts(ours)),
      score(
        'persian.display.half_space_precision_but_endings',
        ours.precisionButEndings,
        'where the treebank prints ها or تر solid, a half-space is the other usual style and not counted wrong',
      ),
      score('persian.display.half_space_recall', ours.recall),
      score(
        'persian.display.visible_half_space_f1',
        ours.visibleF1,
        'after letters that join; elsewhere a half-space cannot be seen',
      ),
      score('persian.display.lead_over_virastar', ours.f1 - peer.f1),
    ]);
  },
};

interface Comparison {
  readonly precision: number;
  readonly precisionButEndings: number;
  readonly recall: number;
  readonly f1: number;
  readonly visibleF1: number;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

function compare(sentences: readonly string[], restore: (text: string) => string): Comparison {
  const all = sentences.map((sentence) => compareOne(sentence, restore(sentence.replaceAll(ZWNJ, ''))));
  const sum = (key: keyof Counts): number => all.reduce((total, each) => total + each[key], 0);
  const [right, wrong, missed] = [sum('right'), sum('wrong'), sum('missed')];
  return {
    precision: right / (right + wrong || 1),
    precisionButEndings: right / (right + wrong - sum('wrongEnding') || 1),
    recall: right / (right + missed || 1),
    f1: (2 * right) / (2 * right + wrong + missed),
    visibleF1: (2 * right) / (2 * right + wrong + missed - sum('missedInvisible')),
    right,
    wrong,
    missed,
  };
}

interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly wrongEnding: number;
  readonly missed: number;
  readonly missedInvisible: number;
}

function compareOne(goldText: string, foundText: string): Counts {
  const gold = halfSpaces(goldText);
  const found = halfSpaces(foundText);
  const right = [...found.keys()].filter((at) => gold.has(at)).length;
  const goldLetters = goldText.replace(/[^\p{L}\p{M}\p{N} ]/gu, '');
  const wrongEnding = [...found.keys()].filter((at) => !gold.has(at) && startsEnding(goldLetters, at)).length;
  const missed = [...gold].filter(([at]) => !found.has(at));
  const invisible = missed.filter(([, before]) => /[اآدذرزژو]/.test(before)).length;
  return { right, wrong: found.size - right, wrongEnding, missed: missed.length, missedInvisible: invisible };
}

/** Whether a plural or degree ending follows the letter of that number, without a space between. */
function startsEnding(text: string, letters: number): boolean {
  let passed = 0;
  let at = 0;
  for (; passed < letters; at += 1) if (text[at] !== ' ') passed += 1;
  return /^(?:ها(?:ی|یی|یش|یشان|ست)?|تر(?:ین)?)(?= |$)/.test(text.slice(at));
}

/** Number of letters before each half-space → the letter before it; immune to other changes of the text. */
function halfSpaces(text: string): Map<number, string> {
  const found = new Map<number, string>();
  let letters = 0;
  let before = '';
  for (const char of text) {
    if (char === ZWNJ) found.set(letters, before);
    else if (/[\p{L}\p{M}\p{N}]/u.test(char)) {
      letters += 1;
      before = char;
    }
  }
  return found;
}

function counts({ right, wrong, missed }: Comparison): string {
  return `${right} right, ${wrong} wrong, ${missed} missed`;
}

function score(name: string, value: number, note?: string): EvalScore {
  return { name, value, ...(note === undefined ? {} : { note }) };
}
