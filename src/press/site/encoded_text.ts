/** Documents as bytes: UTF-8, or windows-1256 as old Persian sites still have it. */
import type { PressSite } from '../behaviours.js';

/**
 * Encodes HTML or XML. windows-1256 has no ی, no Persian digits and no hamza above: such letters become numeric
 * references, as the CMSs of that time wrote them.
 */
export function encodedMarkup(markup: string, charset: PressSite['charset']): Uint8Array<ArrayBuffer> {
  if (charset === 'utf-8') return new Uint8Array(Buffer.from(markup, 'utf8'));
  const bytes: number[] = [];
  for (const letter of markup) {
    const code = letter.codePointAt(0) ?? 0;
    const byte = code < 0x80 ? code : CODE_OF_LETTER.get(letter);
    if (byte !== undefined) bytes.push(byte);
    else bytes.push(...Buffer.from(`&#${code};`, 'latin1'));
  }
  return new Uint8Array(bytes);
}

/** The upper half of the code page, read backwards from the platform's decoder. */
const CODE_OF_LETTER: ReadonlyMap<string, number> = upperHalf();

function upperHalf(): ReadonlyMap<string, number> {
  const upper = Uint8Array.from({ length: 128 }, (_, index) => index + 128);
  const letters = [...new TextDecoder('windows-1256').decode(upper)];
  return new Map(letters.map((letter, index) => [letter, index + 128]));
}
