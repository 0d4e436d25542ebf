/** Articles of invented prose: realistic in length and in how often words come, meaning nothing. */
import type { SearchWord } from '../../src/store/search_entries.js';
import { below, type Random } from './random.js';
import type { InventedWord, Vocabulary } from './vocabulary.js';

export interface InventedText {
  readonly title: string;
  readonly lede: string;
  /** One line each. */
  readonly paragraphs: readonly string[];
  /** What somebody may have said: the first sentence of each paragraph that has one. */
  readonly sentences: readonly InventedSentence[];
  readonly search: {
    readonly title: readonly SearchWord[];
    readonly lede: readonly SearchWord[];
    readonly body: readonly SearchWord[];
  };
}

/** The beginning of a paragraph. */
export interface InventedSentence {
  readonly text: string;
  readonly search: readonly SearchWord[];
}

/** News has some 250 words; the logarithm of the length is bell-shaped. Range 60 to 1,500. */
const MEAN_WORDS = 230;
const SPREAD = 0.5;
const PARAGRAPH_WORDS = 38;
const SENTENCE_WORDS = 18;
const TITLE_WORDS = 9;
const LEDE_WORDS = 24;

/** An article about some names, which come again and again in it. */
export function inventText(vocabulary: Vocabulary, random: Random): InventedText {
  const names = [vocabulary.drawName(random), vocabulary.drawName(random)];
  const words = (count: number): readonly InventedWord[] =>
    Array.from({ length: count }, () =>
      random() < 0.03 ? (names[below(random, 2)] ?? vocabulary.draw(random)) : vocabulary.draw(random),
    );
  const title = [...names.slice(0, 1), ...words(TITLE_WORDS - 1)];
  const lede = words(LEDE_WORDS);
  const count = Math.round(Math.min(1500, Math.max(60, MEAN_WORDS * Math.exp(SPREAD * bell(random)))));
  const body = words(count);
  const paragraphs: string[] = [];
  const sentences: InventedSentence[] = [];
  for (let from = 0; from < body.length; from += PARAGRAPH_WORDS) {
    paragraphs.push(`${join(body.slice(from, from + PARAGRAPH_WORDS))}.`);
    const sentence = body.slice(from, from + SENTENCE_WORDS);
    if (sentence.length === SENTENCE_WORDS)
      sentences.push({ text: join(sentence), search: sentence.map(searchOf) });
  }
  return {
    title: join(title),
    lede: `${join(lede)}.`,
    paragraphs,
    sentences,
    search: { title: title.map(searchOf), lede: lede.map(searchOf), body: body.map(searchOf) },
  };
}

function join(words: readonly InventedWord[]): string {
  return words.map(({ text }) => text).join(' ');
}

function searchOf({ search }: InventedWord): SearchWord {
  return search;
}

/** Bell-shaped around 0 with a spread of 1 (Box and Muller). */
function bell(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
