import type { Mention } from '../model/entity.js';
import type { Span } from '../model/span.js';
import type { Block, Document, Sentence } from './document.js';

/** A word of a sentence as the rules of contacts see it. */
interface Word extends Span {
  readonly key: string;
  /** Signs between this word and the one before it: `، `, ` «`. */
  readonly before: string;
}

/** A sentence with everything that rules of contacts need of it. */
export interface Line {
  readonly sentence: Sentence;
  readonly block: Block;
  readonly words: readonly Word[];
  /** Keys of the words; spellings share them, half-spaces or not. */
  readonly keys: readonly string[];
  readonly mentions: readonly Mention[];
  readonly text: string;
}

/** Words `from` to before `to` of a line. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** The sentences of a document in order, each with the mentions that stand in it. */
export function readLines(document: Document, mentions: readonly Mention[]): Line[] {
  const ordered = [...mentions].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return document.blocks.flatMap((block) =>
    block.sentences.map((sentence) => {
      const words = sentence.tokens.map(({ key, start, end }, at) => {
        const previous = sentence.tokens[at - 1]?.end ?? sentence.start;
        return { key, start, end, before: document.text.slice(previous, start) };
      });
      const inside = ordered.filter(
        ({ span }) => span.start >= sentence.start && span.end <= sentence.end && span.end > span.start,
      );
      return {
        sentence,
        block,
        words,
        keys: words.map(({ key }) => key),
        mentions: inside,
        text: document.text,
      };
    }),
  );
}

/** The words that a span covers or touches. */
export function wordsOf(line: Line, span: Span): WordRange {
  const from = line.words.findIndex((word) => word.end > span.start);
  if (from < 0) return { from: line.words.length, to: line.words.length };
  const after = line.words.findIndex((word) => word.start >= span.end);
  return { from, to: Math.max(from + 1, after < 0 ? line.words.length : after) };
}

/** The letters of words, from the first to the last. */
export function spanOfWords(line: Line, range: WordRange): Span {
  const first = line.words[range.from];
  const last = line.words[range.to - 1];
  if (first === undefined || last === undefined || range.to <= range.from) {
    return { start: line.sentence.start, end: line.sentence.end };
  }
  return { start: first.start, end: last.end };
}

/** Whether a sign stands before a word: a comma, colon, bracket. */
export function hasSignBefore(line: Line, at: number, signs: RegExp): boolean {
  return signs.test(line.words[at]?.before ?? '');
}
