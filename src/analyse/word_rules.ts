import { solidOf } from '../persian/words.js';

/** A text, and what is read in it: speakers, contents or names, by the kind of the table. */
export type WordExample = readonly [text: string, ...read: string[]];

/** A list of words that decides something: a text that it reads so, and one like it that it must leave alone. */
interface WordRow {
  /** Words with blanks between them, or phrases with «|» between them; spelled as keys spell them. */
  readonly words: string;
  readonly yes: WordExample;
  readonly no: WordExample;
}

export interface WordRule extends Omit<WordRow, 'words'> {
  readonly id: string;
  readonly words: ReadonlySet<string>;
  /** Whether a key is one of the words. */
  readonly has: (key: string | undefined) => boolean;
}

/**
 * The lists of one family as rules. A list without examples does not compile; `word_rules.test.ts` runs the examples, and
 * takes each list away to see that its example needs it.
 */
export function wordRules<Name extends string>(
  family: string,
  rows: Readonly<Record<Name, WordRow>>,
): Readonly<Record<Name, WordRule>> {
  const rules: Partial<Record<Name, WordRule>> = {};
  for (const name of Object.keys(rows) as Name[]) {
    const { words: list, yes, no } = rows[name];
    const words: ReadonlySet<string> = new Set(list.split(list.includes('|') ? ' | ' : ' ').map(solidOf));
    const has = (key: string | undefined): boolean => key !== undefined && words.has(key);
    rules[name] = { id: `${family}/${name}`, words, has, yes, no };
  }
  // Every name of the rows has its rule now.
  return rules as Record<Name, WordRule>;
}
