import { findChallenge } from '../collect/challenge.js';
import { decodeHtml } from '../extract/decode_html.js';
import { type ExtractInput, type ExtractResult, noText } from '../extract/extract_input.js';
import { extractPage } from '../extract/extract_page.js';
import type { LineCounts } from '../extract/repeated_lines.js';
import type { FetchedPage } from '../model/fetched_page.js';
import { fatal, type Issue } from '../model/issue.js';
import type { Registry } from '../sources/registry.js';
import { type PageRecord, parsePageRecord } from './page_record.js';

/** What the store knows of a page beside its bytes: on how many other pages of its host each line stood. */
export interface PageContext {
  readonly hostLines?: LineCounts | undefined;
}

/**
 * Reads the bytes of a page, whatever their format, up to the extracted page. Never throws, but a large page takes
 * its time: the product reads through `readGuarded`.
 */
export function readPage(
  page: FetchedPage,
  registry: Registry,
  { hostLines }: PageContext = {},
): ExtractResult {
  if (page.format !== 'record') return readInput({ ...inputOf(page), hostLines }, registry);
  const { value: record, issues } = parsePageRecord(page.body);
  if (record === undefined) return noText(issues);
  const stated = asStated(readInput({ ...inputOfRecord(record), hostLines }, registry), record);
  return withIssues(withForward(stated, record.forwardedFrom), issues);
}

function withForward(result: ExtractResult, forwardedFrom: string | undefined): ExtractResult {
  const { value } = result;
  return value && forwardedFrom ? { ...result, value: { ...value, forwardedFrom } } : result;
}

/** Reads a page that is no record; bytes that are no text, and pages that only ask who reads them, are refused. */
export function readInput(input: ExtractInput, registry: Registry): ExtractResult {
  const refusal = refuse(input);
  return refusal === undefined ? extractPage(input, registry) : noText([refusal]);
}

/**
 * A record that gives a headline beside a text or a fragment of HTML is one article by the word of whoever made
 * it, however short it is (a headline over a film) and however many pictures it has. Only of whole pages it is for us to say what they are.
 */
function asStated(result: ExtractResult, record: PageRecord): ExtractResult {
  const { value } = result;
  const isPart = record.html === undefined || !/<(!doctype|html|head|body)\b/i.test(record.html);
  if (value === undefined || record.title === undefined || !isPart) return result;
  const isList = value.kind === 'topic' || value.kind === 'home';
  return isList ? result : { ...result, value: { ...value, kind: 'article' } };
}

function inputOf(page: FetchedPage): ExtractInput {
  const { url, contentType, body } = page;
  if (page.format === 'html' || isBinary(body)) return { url, contentType, bytes: body };
  return { url, text: decodeHtml(body).html };
}

/** A record that has its page both ways is read from the HTML, which still knows its paragraphs. */
function inputOfRecord(record: PageRecord): ExtractInput {
  const { url, outlet, title, published } = record;
  const known = { url, outlet, title, published };
  return record.html === undefined ? { ...known, text: record.text } : { ...known, html: record.html };
}

function withIssues(result: ExtractResult, issues: readonly Issue[]): ExtractResult {
  return { ...result, issues: [...issues, ...result.issues] };
}

function refuse({ bytes, html }: ExtractInput): Issue | undefined {
  if (bytes !== undefined && isBinary(bytes)) {
    return fatal('decode.binary', 'Cannot read the page: its bytes are no text; add HTML or plain text');
  }
  const page = bytes ?? (html !== undefined && html.length < CHALLENGE_CHARS ? Buffer.from(html) : undefined);
  const challenger = page && findChallenge(page, NO_HEADERS);
  if (challenger === undefined) return undefined;
  return fatal(
    'page.challenge',
    `Cannot read the page: instead of it ${challenger} asks who reads; fetch it again later`,
  );
}

/** The pages of protection services are smaller; of larger ones no copy is made to find out. */
const CHALLENGE_CHARS = 20_000;
const NO_HEADERS = {};

/** Bytes looked at, and how many of them may be control characters: text has none, random bytes have 11 %. */
const BINARY_SAMPLE_BYTES = 4096;
const MAX_CONTROL_SHARE = 0.02;

/** Whether bytes are no text in any encoding that a page may have (UTF-16 tells itself by its byte order mark). */
function isBinary(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return false;
  const length = Math.min(bytes.length, BINARY_SAMPLE_BYTES);
  let controls = 0;
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) controls += 1;
  }
  return controls > length * MAX_CONTROL_SHARE;
}
