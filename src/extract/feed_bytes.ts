import jschardet from 'jschardet';

/** Bytes at the start in which an XML declaration can stand, with room for what servers print before it. */
const DECLARATION_BYTES = 1024;
const GUESS_BYTES = 16 * 1024;
/** Share of replacement characters below which Persian text in UTF-8 is only scratched, not something else. */
const SCRATCHED_SHARE = 0.01;

/**
 * Reads the letters of a feed: byte order mark, then UTF-16 as its zero bytes betray it, then strict UTF-8
 * (which other encodings do not pass by accident), then what header and declaration claim, then a guess, then
 * windows-1256. Claims come after UTF-8 because feeds lie about it more often than not.
 */
export function decodeFeed(bytes: Uint8Array, contentType?: string): string {
  const marked = charsetOfMark(bytes) ?? charsetOfZeros(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked) ?? '';
  const strict = decodeStrict(bytes);
  if (strict !== undefined && !isEscaped(bytes)) return strict;
  let best: string | undefined;
  for (const charset of candidates(bytes, contentType)) {
    const text = decodeAs(bytes, charset);
    if (text === undefined) continue;
    if (brokenShare(text) === 0) return text;
    if (best === undefined || brokenShare(text) < brokenShare(best)) best = text;
  }
  return best ?? new TextDecoder('utf-8').decode(bytes);
}

function* candidates(bytes: Uint8Array, contentType: string | undefined): Generator<string> {
  const whole = new TextDecoder('utf-8').decode(bytes);
  if (/[\u0600-\u06ff]{3}/.test(whole) && brokenShare(whole) < SCRATCHED_SHARE) {
    yield 'utf-8';
    return;
  }
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARATION_BYTES));
  const header = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  const declared = /<\?xml[^>]*?\bencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1];
  for (const name of [header, declared])
    if (name !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(name)) yield name;
  const guess = jschardet.detect(Buffer.from(bytes.subarray(0, GUESS_BYTES)));
  if (guess.encoding) yield guess.encoding;
  yield 'windows-1256';
  yield 'windows-1252';
}

function charsetOfMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** `<?` in UTF-16 has a zero byte beside each letter. */
function charsetOfZeros([a, b, c, d]: Uint8Array): string | undefined {
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) return 'utf-16be';
  return undefined;
}

function decodeStrict(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** ISO-2022 writes other letters with ASCII bytes after an escape: valid UTF-8 that means something else. */
function isEscaped(bytes: Uint8Array): boolean {
  return bytes.subarray(0, GUESS_BYTES).includes(0x1b);
}

function decodeAs(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return undefined;
  }
}

function brokenShare(text: string): number {
  let broken = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) broken += 1;
  return broken / Math.max(1, text.length);
}
