import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf, tokenise } from './keys.js';

/** Spellings of one word or phrase, and the key that they share. */
const SPELLINGS: readonly (readonly [key: string, ...spellings: string[]])[] = [
  ['کتابهای رییسجمهور', 'كتاب هاي رييس جمهور', 'کتاب\u200cهای رئیس\u200cجمهور', 'کتابهای رئیس جمهور'],
  ['گفتوگو', 'گفتوگو', 'گفت\u200cوگو', 'گفت وگو', 'گفت و گو', 'گفتگو', 'گفت\u200cو\u200cگو'],
  ['میشود', 'میشود', 'می شود', 'می\u200cشود'],
  ['نمیکنیم', 'نمی کنیم', 'نمی\u200cکنیم', 'نميكنيم'],
  ['خانه', 'خانۀ', 'خانهٔ', 'خانه\u200cی', 'خانه ی', 'خانه ء', 'خانهی'],
  ['کرملین', 'کـــرملین'],
  ['کردها', 'کُردها', 'کرد ها', 'کرد\u200cها'],
  ['تاکیدا', 'تأکیداً'],
  ['کتاب', '\ufedb\ufe98\ufe8e\ufe8f'],
  ['الله', '\ufdf2'],
  ['ریال', '\ufdfc'],
  ['ماه می 2022', 'ماه می ۲۰۲۲'],
  ['می سال', 'می سال'],
  ['12500.5', '۱۲٬۵۰۰٫۵', '12,500.5'],
  ['f-35 cnn 12.5%', '\u200f\u2068F-35\u2069 \u200eCNN\u200e ۱۲.۵٪'],
  ['آرتین در', 'آرتین\u00a0-\u00a0در'],
];

test('keyOf() gives all spellings of a word one key', () => {
  for (const [key, ...spellings] of SPELLINGS) {
    for (const spelling of spellings) assert.equal(keyOf(spelling), key, spelling);
  }
});

test('tokenise() cuts the letters of the publisher, marks included', () => {
  const text = 'شرکت \u2068OpenAI\u2069 گفت: «کُردها می رَوند».';
  const cuts = tokenise(text).map(({ start, end, key }) => [text.slice(start, end), key]);
  assert.deepEqual(cuts, [
    ['شرکت', 'شرکت'],
    ['OpenAI', 'openai'],
    ['گفت', 'گفت'],
    ['کُردها', 'کردها'],
    ['می رَوند', 'میروند'],
  ]);
});
