import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as affixes from './affixes.js';
import { BROKEN_PLURALS } from './broken_plurals.js';
import { COMPOUND_VARIANTS, COMPOUNDS } from './compounds.js';
import { keyOf } from './keys.js';
import { DISPLAY_FOLDS, LETTER_FOLDS } from './letter_folds.js';
import { GREGORIAN_VARIANTS, HIJRI_VARIANTS, JALALI_VARIANTS, WEEKDAY_VARIANTS } from './month_names.js';
import { REPORTING_PREDICATES } from './reporting_predicates.js';
import { findPredicates } from './verb_phrases.js';
import { WORDS } from './words.data.js';
import { solidOf } from './words.js';

const LISTS: readonly (readonly [name: string, entries: readonly string[]])[] = [
  ['compounds', COMPOUNDS],
  ['noun endings', affixes.NOUN_ENDINGS],
  ['degree endings', affixes.DEGREE_ENDINGS],
  ['word endings', affixes.WORD_ENDINGS],
  ['word prefixes', affixes.WORD_PREFIXES],
  ['bound endings', affixes.BOUND_ENDINGS],
  ['Jalali variants', JALALI_VARIANTS.map(([key]) => key)],
  ['Gregorian variants', GREGORIAN_VARIANTS.map(([key]) => key)],
  ['Hijri variants', HIJRI_VARIANTS.map(([key]) => key)],
  ['weekday variants', WEEKDAY_VARIANTS.map(([key]) => key)],
  ['predicates by act', REPORTING_PREDICATES.map(({ phrase, act }) => `${act} ${phrase}`)],
];

test('every list names each entry once', () => {
  for (const [name, entries] of LISTS) {
    const twice = entries.filter((entry, at) => entries.indexOf(entry) !== at);
    assert.deepEqual(twice, [], name);
  }
});

test('letter folds have one target each, and it is final', () => {
  for (const folds of [LETTER_FOLDS, DISPLAY_FOLDS]) {
    const sources = folds.map(([from]) => from);
    assert.equal(new Set(sources).size, sources.length);
    for (const [, to, name] of folds) assert.ok(!sources.includes(to), name);
  }
});

test('tables of keys hold solid forms', () => {
  const keys = [...BROKEN_PLURALS].flat().concat(COMPOUND_VARIANTS.flat());
  assert.deepEqual(
    keys.filter((key) => solidOf(key) !== key),
    [],
  );
});

test('every compound has one key, however it is printed', () => {
  for (const compound of COMPOUNDS) {
    const key = keyOf(compound);
    assert.equal(keyOf(compound.replaceAll('\u200c', '')), key, compound);
    assert.equal(keyOf(compound.replaceAll('\u200c', ' ')), key, compound);
  }
});

test('every reporting predicate finds itself', () => {
  for (const { phrase, act } of REPORTING_PREDICATES) {
    const keys = keyOf(phrase).split(' ');
    const found = findPredicates(keys, 0).filter((each) => each.next === keys.length);
    assert.ok(
      found.some((each) => each.entries.some((entry) => entry.act === act)),
      phrase,
    );
  }
});

test('the word list stays below its size and holds clean spellings', () => {
  assert.ok(Buffer.byteLength(WORDS) < 1_500_000);
  assert.ok(
    WORDS.trim()
      .split('\n')
      .every((line) => /^[\u0621-\u06cc_]+(?: \d+a?)?$/.test(line)),
  );
});
