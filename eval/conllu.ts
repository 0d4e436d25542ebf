import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One surface word of a treebank with its lemma; a word of several syntactic parts has none. */
export interface TreebankWord {
  readonly form: string;
  readonly lemma?: string;
  readonly tag: string;
  readonly spaceAfter: boolean;
}

export interface TreebankSentence {
  readonly text: string;
  readonly words: readonly TreebankWord[];
}

const FILES = ['fa_perdt-ud-dev.conllu', 'fa_seraji-ud-dev.conllu'];

/** The sentences of the Persian Universal Dependencies development sets. */
export function readTreebanks(dataFolder: string): TreebankSentence[] {
  return FILES.flatMap((name) => readConllu(readFileSync(join(dataFolder, 'data', 'ud', name), 'utf8')));
}

function readConllu(content: string): TreebankSentence[] {
  return content
    .split(/\n\n+/)
    .filter((block) => block.trim() !== '')
    .map((block) => readSentence(block.split('\n')));
}

function readSentence(lines: readonly string[]): TreebankSentence {
  const text = lines.find((line) => line.startsWith('# text = '))?.slice('# text = '.length) ?? '';
  const words: TreebankWord[] = [];
  let covered = 0;
  for (const line of lines) {
    const [id = '', form = '', lemma = '', tag = '', , , , , , misc = ''] = line.split('\t');
    if (!/^\d+(-\d+)?$/.test(id)) continue;
    const [first = 0, last = first] = id.split('-').map(Number);
    if (first <= covered) continue;
    covered = last;
    const whole = !id.includes('-');
    words.push({ form, tag, spaceAfter: !misc.includes('SpaceAfter=No'), ...(whole ? { lemma } : {}) });
  }
  return { text, words };
}
