import jschardet from 'jschardet';
import { type Issue, warning } from '../model/issue.js';

/** Letters of a page, and the encoding that they were read with. */
export interface DecodedHtml {
  readonly html: string;
  readonly charset: string;
  readonly issues: readonly Issue[];
}

/** Bytes read at most: the largest real news pages are below 3 MB, and everything after is dropped with an issue. */
export const MAX_HTML_BYTES = 5_000_000;
/** A page declares its encoding in the first kilobyte (HTML standard); sites put scripts before it. */
const DECLARATION_BYTES = 4096;
const GUESS_BYTES = 65_536;

/**
 * Reads a page's bytes: byte order mark, then strict UTF-8 (no other encoding passes it by accident, whatever
 * header and meta claim), then the declared encoding, then a guess from the bytes, then windows-1256, which is
 * what old Persian pages are. Never throws; broken bytes become U+FFFD and an issue.
 */
export function decodeHtml(bytes: Uint8Array, contentType?: string): DecodedHtml {
  const issues: Issue[] = [];
  if (bytes.length > MAX_HTML_BYTES) {
    issues.push(
      warning('decode.too_large', `Cannot read all of a page of ${bytes.length} bytes: the rest is cut`),
    );
  }
  const kept = bytes.subarray(0, MAX_HTML_BYTES);
  const marked = charsetOfMark(kept);
  if (marked) return { html: decodeAs(kept, marked) ?? '', charset: marked, issues };
  const strict = decodeStrictUtf8(kept, bytes.length > MAX_HTML_BYTES);
  if (strict !== undefined) return { html: strict, charset: 'utf-8', issues };
  for (const charset of candidates(kept, contentType)) {
    const html = decodeAs(kept, charset);
    if (html !== undefined && plausible(html)) return { html, charset, issues };
  }
  issues.push(
    warning('decode.broken_bytes', 'Cannot read every byte: no encoding fits, UTF-8 with gaps is used'),
  );
  return { html: new TextDecoder('utf-8').decode(kept), charset: 'utf-8', issues };
}

function* candidates(bytes: Uint8Array, contentType: string | undefined): Generator<string> {
  const head = latin1(bytes.subarray(0, DECLARATION_BYTES));
  const declared = [
    /charset=["']?([\w-]+)/i.exec(contentType ?? '')?.[1],
    /charset=["']?([\w-]+)/i.exec(head)?.[1],
  ];
  const mostlyUtf8 = new TextDecoder('utf-8').decode(bytes.subarray(0, GUESS_BYTES));
  if (isUtf8WithFaults(mostlyUtf8)) yield 'utf-8';
  for (const name of declared) if (name && !/^utf-?8$/i.test(name)) yield name;
  const guess = jschardet.detect(Buffer.from(bytes.subarray(0, GUESS_BYTES)));
  if (guess?.encoding && guess.confidence > 0.6) yield guess.encoding;
  yield 'windows-1256';
  yield 'windows-1252';
}

function charsetOfMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** `cut` forgives an incomplete letter at the end of a page that was cut off. */
function decodeStrictUtf8(bytes: Uint8Array, cut: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return undefined;
  }
}

function decodeAs(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-8 with some broken bytes, as pages pieced together from several sources have: far more whole letters than gaps. */
function isUtf8WithFaults(decoded: string): boolean {
  let gaps = 0;
  let letters = 0;
  for (let at = 0; at < decoded.length; at++) {
    const unit = decoded.charCodeAt(at);
    if (unit === 0xfffd) gaps++;
    else if (unit > 0x7f) letters++;
  }
  return letters > gaps * 10;
}

/** Few gaps, and few of the letters that only appear when Persian bytes are read as a Western page. */
function plausible(html: string): boolean {
  return gapShare(html) < 0.002;
}

function gapShare(text: string): number {
  let gaps = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) gaps++;
  return gaps / Math.max(1, text.length);
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}
