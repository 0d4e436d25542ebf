import assert from 'node:assert/strict';
import { test } from 'node:test';
import { houseText } from './house_spelling.js';

const TEXT = 'می\u200cشود ۱۲ کیلو';

const CASES = [
  ['standard', 'persian', 'می\u200cشود ۱۲ کیلو'],
  ['solid', 'persian', 'میشود ۱۲ کیلو'],
  ['spaced', 'persian', 'می شود ۱۲ کیلو'],
  ['arabic_letters', 'persian', 'مي\u200cشود ۱۲ كيلو'],
  ['standard', 'latin', 'می\u200cشود 12 کیلو'],
] as const;

for (const [spelling, digits, expected] of CASES) {
  test(`houseText() writes as a ${spelling} house with ${digits} digits`, () => {
    assert.equal(houseText(TEXT, { spelling, digits }), expected);
  });
}
