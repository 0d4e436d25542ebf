import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { encodedMarkup } from './encoded_text.js';

/** Numeric references as a browser reads them. */
function resolved(markup: string): string {
  return markup.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

const letters = fc
  .array(fc.constantFrom(...'پنجشنبه چژگکك\u200c يیۀهٔ۱۲۳«»،؛ abc 012 🙂 é'))
  .map((all) => all.join(''));

test('encodedMarkup() loses no letter in either charset', () => {
  fc.assert(
    fc.property(letters, fc.constantFrom('utf-8', 'windows-1256' as const), (text, charset) => {
      const bytes = encodedMarkup(text, charset === 'utf-8' ? 'utf-8' : 'windows-1256');
      assert.equal(resolved(new TextDecoder(charset).decode(bytes)), text);
    }),
  );
});

test('encodedMarkup() writes what windows-1256 has as bytes and the rest as references', () => {
  assert.deepEqual(
    [...encodedMarkup('گچی۱', 'windows-1256')],
    [0x90, 0x8d, ...Buffer.from('&#1740;&#1777;')],
  );
});
