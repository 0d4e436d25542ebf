/** Words for invented articles: those of the word list as often as Persian has them, and a long tail of invented names. */

import { WORDS } from '../../src/persian/words.data.js';
import { solidOf } from '../../src/persian/words.js';
import type { SearchWord } from '../../src/store/search_entries.js';
import { searchReadings } from '../../src/store/search_words.js';
import { below, openRandom, openWeighted, type Random } from './random.js';

export interface InventedWord {
  readonly text: string;
  /** As the index and queries see it. */
  readonly search: SearchWord;
}

export interface Vocabulary {
  draw(random: Random): InventedWord;
  /** A rare word, as names are. */
  drawName(random: Random): InventedWord;
}

/** Listed words that are used: with the names some 100,000, what 500,000 articles of a few outlets really have. */
const LISTED = 50_000;
const NAMES = 60_000;
/** Share of running text that the invented names make up. */
const NAMES_SHARE = 0.04;
const FIRST = [
  'آر',
  'بر',
  'پا',
  'تی',
  'دا',
  'را',
  'زر',
  'سا',
  'شه',
  'فر',
  'کی',
  'گل',
  'ما',
  'نو',
  'ور',
  'هی',
  'یا',
];
const MIDDLE = ['با', 'تو', 'دی', 'ران', 'زین', 'سو', 'شان', 'کا', 'لی', 'مین', 'نا', 'وا'];
const LAST = [
  'پور',
  'ستان',
  'ند',
  'وش',
  'یار',
  'آباد',
  'زاد',
  'گان',
  'مند',
  'نیا',
  'دره',
  'رود',
  'شهر',
  'بان',
];

export function openVocabulary(): Vocabulary {
  const listed = listWords();
  const names = inventNames();
  const total = listed.reduce((sum, { count }) => sum + count, 0);
  const nameWeight = openWeighted(names.map((_, at) => 1 / (at + 1)));
  const words = listed.map(({ text }) => wordOf(text));
  const named = names.map(wordOf);
  const drawListed = openWeighted(listed.map(({ count }) => count / total));
  const missing = wordOf('خبر');
  const drawName = (random: Random): InventedWord => named[nameWeight(random)] ?? missing;
  return {
    drawName,
    draw: (random) => (random() < NAMES_SHARE ? drawName(random) : (words[drawListed(random)] ?? missing)),
  };
}

/** The most frequent words of the list with their counts. */
function listWords(): readonly { readonly text: string; readonly count: number }[] {
  return WORDS.split('\n')
    .flatMap((line) => {
      const [spelling = '', facts = ''] = line.split(' ');
      const weight = Number.parseInt(facts, 10) / 10;
      return weight > 0 ? [{ text: spelling.replaceAll('_', '\u200c'), count: 10 ** weight }] : [];
    })
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, LISTED);
}

function inventNames(): readonly string[] {
  const random = openRandom(11);
  const pick = (parts: readonly string[]): string => parts[below(random, parts.length)] ?? '';
  const names = new Set<string>();
  while (names.size < NAMES) {
    const middle = Array.from({ length: 1 + below(random, 3) }, () => pick(MIDDLE)).join('');
    names.add(pick(FIRST) + middle + pick(LAST));
  }
  return [...names];
}

function wordOf(text: string): InventedWord {
  const readings = searchReadings(solidOf(text));
  return { text, search: readings.length === 1 ? (readings[0] ?? text) : readings };
}
