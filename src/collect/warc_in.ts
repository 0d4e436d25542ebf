import { Readable } from 'node:stream';
import { WARCParser, type WARCRecord } from 'warcio';
import { fatal } from '../model/issue.js';
import { readBoundedBody } from './bounded_body.js';
import { type Input, MAX_PAGE_BYTES } from './inputs.js';

const PAGE_TYPES = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i;
const OK = 200;

/**
 * Reads the pages of a WARC file, packed or not: every answer with status 200 that says it is HTML, with the
 * address and the time of its fetch. Robots files, images, redirects and requests are passed over. Names are the
 * file's with the record's number: `CC-NEWS.warc.gz:17`.
 */
export async function* readWarc(name: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Input> {
  let number = 0;
  for await (const record of new WARCParser(stream)) {
    number++;
    if (!isPage(record)) continue;
    yield await readRecord(`${name}:${number}`, record);
  }
  if (number > 0) return;
  const issue = fatal('input.bad_warc', `Cannot read "${name}": there is no WARC record in it`);
  yield { name, format: 'html', bytes: new Uint8Array(), issue };
}

function isPage(record: WARCRecord): boolean {
  const { warcType, httpHeaders } = record;
  if (!record.warcTargetURI || !/^https?:/i.test(addressOf(record))) return false;
  if (warcType === 'resource') return PAGE_TYPES.test(record.warcContentType ?? '');
  if (warcType !== 'response' || httpHeaders === null) return false;
  return (
    Number(httpHeaders.statusCode) === OK && PAGE_TYPES.test(httpHeaders.headers.get('Content-Type') ?? '')
  );
}

/** Older writers set the address between angle brackets. */
function addressOf(record: WARCRecord): string {
  return (record.warcTargetURI ?? '').replace(/^<(.*)>$/, '$1');
}

async function readRecord(name: string, record: WARCRecord): Promise<Input> {
  const headers = record.httpHeaders?.headers;
  const contentType = headers?.get('Content-Type') ?? record.warcContentType ?? undefined;
  const facts = {
    name,
    format: 'html' as const,
    url: addressOf(record),
    ...(contentType && { contentType }),
  };
  // The library undoes chunks, gzip and deflate; Brotli it leaves as it is.
  const isBrotli = headers?.get('Content-Encoding')?.trim().toLowerCase() === 'br';
  const body = Readable.from(isBrotli ? record.reader : record.contentReader);
  const read = await readBoundedBody(body, isBrotli ? 'br' : undefined, { maxBytes: MAX_PAGE_BYTES });
  const fetchedAt = instantOf(record.warcDate);
  if (read.kind === 'whole') return { ...facts, bytes: read.bytes, ...(fetchedAt && { fetchedAt }) };
  const why =
    read.kind === 'too_large' ? `the page is larger than ${MAX_PAGE_BYTES / 1024 / 1024} MB` : read.cause;
  return {
    ...facts,
    bytes: new Uint8Array(),
    issue: fatal('input.bad_warc', `Cannot add "${name}": ${why}`),
  };
}

function instantOf(date: string | null | undefined): string | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
