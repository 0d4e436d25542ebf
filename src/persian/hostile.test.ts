import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDates, parseInstant } from './dates.js';
import { toAsciiDigits, toPersianDigits } from './digits.js';
import { displayOf } from './display.js';
import { spellSolid } from './half_spaces.js';
import { tokenise } from './keys.js';
import { identifyLanguage } from './language.js';
import { normalise } from './normalise.js';
import { numberWordValue } from './number_words.js';
import { findSentences } from './sentences.js';
import { stemOf } from './stem.js';
import { isConjugated, verbReadings } from './verb_forms.js';
import { findPredicates } from './verb_phrases.js';

// One piece again and again, for every function of the layer: what looks back or ahead from each letter, or calls itself
// for each ending, hangs or runs out of stack here. `npm run bench -- persian.growth` measures how
// the time grows with the text.

const MEGABYTE = 1_000_000;
/** Long enough for quadratic work to take minutes, short enough for the suite. */
const TEXT_LENGTH = 200_000;

/** Functions of a whole text; each says how much it found. */
const OF_TEXTS: readonly (readonly [name: string, run: (text: string) => number])[] = [
  ['normalise', (text) => normalise(text).tokens.length],
  ['displayOf', (text) => displayOf(text).map.starts.length],
  ['findDates', (text) => findDates(text, { reference: '2022-11-14T12:00:00Z' }).length],
  ['findSentences', (text) => findSentences(text).length],
  ['digits', (text) => toAsciiDigits(toPersianDigits(text)).length],
  ['findPredicates', countPredicates],
];

function countPredicates(text: string): number {
  const keys = tokenise(text).map(({ key }) => key);
  return keys.reduce((sum, _, at) => sum + findPredicates(keys, at).length, 0);
}

const PIECES: readonly string[] = [
  '\u200c',
  'ا\u200c',
  '\u200e',
  '\u0640',
  'ب\u064b',
  '\ufdfa',
  '\ufefb',
  '\ud800',
  'گفت و ',
  'می ',
  'ها ',
  'بیست و ',
  'شنبه تا ',
  'پس از ',
  'یک ',
  '۱۲:',
  '1/',
  '۱٬',
  '" ',
  '«',
  '(',
  '.',
  'ه.ش ',
  'http://a.b/',
];

for (const [name, run] of OF_TEXTS) {
  test(`${name}() comes to the end of hostile text`, () => {
    for (const piece of PIECES) {
      const found = run(piece.repeat(TEXT_LENGTH / piece.length));
      assert.ok(found >= 0 && found <= TEXT_LENGTH * 18, JSON.stringify(piece));
    }
  });
}

/** Functions of one word, which hostile text may make a megabyte long. */
const OF_WORDS: readonly (readonly [name: string, run: (word: string) => unknown])[] = [
  ['stemOf', stemOf],
  ['spellSolid', spellSolid],
  ['verbReadings', (word) => verbReadings(word).length],
  ['isConjugated', isConjugated],
  ['numberWordValue', (word) => numberWordValue(word) ?? 0],
  ['parseInstant', (word) => parseInstant(word) ?? 0],
  ['identifyLanguage', (word) => identifyLanguage(word) ?? 'none'],
];
const ENDINGS: readonly string[] = [
  'ی',
  'ها',
  'هایی',
  'تر',
  'ترین',
  'ان',
  'در',
  'ن',
  'می',
  'هزارو',
  'یکو',
  'ه',
  'ام',
];

for (const [name, run] of OF_WORDS) {
  test(`${name}() takes a word of a megabyte`, () => {
    for (const piece of ENDINGS) {
      const word = piece.repeat(MEGABYTE / piece.length);
      assert.notEqual(run(word), undefined);
      assert.notEqual(run(`کتاب${piece.repeat(9)}`), undefined);
    }
  });
}
