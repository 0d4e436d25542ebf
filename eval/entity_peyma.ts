/** Names against PEYMA. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNamesIn } from '../src/analyse/article_names.js';
import { readDocument } from '../src/analyse/document.js';
import { entityIndexOf } from '../src/analyse/entity_lookup.js';
import { spanOf } from '../src/analyse/sentence_words.js';
import type { EntityType } from '../src/model/entity.js';
import type { Span } from '../src/model/span.js';
import type { Gazetteer } from '../src/sources/gazetteer.js';
import type { EvalScore } from './task.js';

type Row = readonly [word: string, tag: string];

interface Named extends Span {
  readonly type: EntityType;
}

const PEYMA_TYPES: Readonly<Record<string, EntityType>> = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'place',
};

/** Its articles have no borders: so many sentences are read as one. */
const SENTENCES_PER_ARTICLE = 20;

/** The sentences of PEYMA’s development part, each word with its tag. */
export function readPeyma(dataFolder: string): readonly (readonly Row[])[] {
  return readFileSync(join(dataFolder, 'data', 'ner', 'peyma_dev.txt'), 'utf8')
    .split(/\n\s*\n/)
    .map((block) =>
      block.split('\n').flatMap((line): Row[] => {
        const match = /^(.*)\|(\S+)\s*$/.exec(line);
        return match === null ? [] : [[match[1] ?? '', match[2] ?? 'O']];
      }),
    )
    .filter((rows) => rows.length > 0);
}

/** A word as it stands; the other reading takes its half-spaces away. */
export function keepLetters(word: string): string {
  return word;
}

/** People, organisations and places of PEYMA, never trained on, found by words and type. */
export function peymaScores(
  sentences: readonly (readonly Row[])[],
  gazetteer: Gazetteer,
  spell: (word: string) => string,
): readonly EvalScore[] {
  const counts = new Map<string, { right: number; found: number; gold: number }>();
  const count = (type: string, field: 'right' | 'found' | 'gold'): void => {
    const entry = counts.get(type) ?? { right: 0, found: 0, gold: 0 };
    entry[field] += 1;
    counts.set(type, entry);
  };
  for (let at = 0; at < sentences.length; at += SENTENCES_PER_ARTICLE) {
    const { text, gold } = articleOf(sentences.slice(at, at + SENTENCES_PER_ARTICLE), spell);
    const wanted = new Set(gold.map(keyOfName));
    for (const { type } of gold) for (const each of [type, 'all']) count(each, 'gold');
    for (const name of namesIn(text, gazetteer)) {
      for (const each of [name.type, 'all']) {
        count(each, 'found');
        if (wanted.has(keyOfName(name))) count(each, 'right');
      }
    }
  }
  return ['person', 'organisation', 'place', 'all'].map((type) => {
    const { right, found, gold } = counts.get(type) ?? { right: 0, found: 0, gold: 0 };
    const note = `P ${(right / found).toFixed(3)}, R ${(right / gold).toFixed(3)} of ${gold}`;
    return {
      name: `analyse.entities.peyma_${type === 'all' ? 'f1' : type}`,
      value: (2 * right) / (found + gold),
      note,
    };
  });
}

function articleOf(
  sentences: readonly (readonly Row[])[],
  spell: (word: string) => string,
): { readonly text: string; readonly gold: readonly Named[] } {
  let text = '';
  const gold: { start: number; end: number; type: EntityType }[] = [];
  for (const rows of sentences) {
    let open = false;
    for (const [word, tag] of rows) {
      const type = PEYMA_TYPES[tag.slice(2)];
      const start = text.length;
      text += spell(word);
      const last = gold.at(-1);
      if (type !== undefined && tag.startsWith('I') && open && last !== undefined) last.end = text.length;
      else if (type !== undefined) gold.push({ start, end: text.length, type });
      open = type !== undefined;
      text += ' ';
    }
    text = `${text.slice(0, -1)}\n`;
  }
  return { text, gold };
}

function namesIn(text: string, gazetteer: Gazetteer): readonly Named[] {
  return findNamesIn(readDocument({ text }), entityIndexOf(gazetteer)).flatMap(({ words, names }) =>
    names.map((name) => ({ ...spanOf(words, name), type: name.type })),
  );
}

function keyOfName({ start, end, type }: Named): string {
  return `${type}:${start}:${end}`;
}
