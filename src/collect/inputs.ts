import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { PageFormat } from '../model/fetched_page.js';
import { fatal, type Issue } from '../model/issue.js';
import { unreadableIssue } from './input_files.js';
import { readLines } from './lines.js';
import { readWarc } from './warc_in.js';

/** One thing to add: a page, a text capture or one JSON record, with the bytes exactly as they came. */
export interface Input {
  /** Where it came from: a path or `-`; with the line for records: `posts.jsonl:17`. */
  readonly name: string;
  readonly format: PageFormat;
  readonly bytes: Uint8Array;
  /** Address and Content-Type of what was fetched. */
  readonly url?: string;
  readonly contentType?: string;
  /** ISO instant at which it was fetched, where the input itself states it. */
  readonly fetchedAt?: string;
  /** Set when there are no bytes to add, and why. */
  readonly issue?: Issue;
}

/** Largest single page or capture after decompressing; real news pages stay below a tenth of it. */
export const MAX_PAGE_BYTES = 20 * 1024 * 1024;

/** How far reading has come, in bytes of the files as they lie on disk. */
export interface ReadProgress {
  onBytes?(bytes: number): void;
}

/**
 * Reads one file into inputs: an HTML page or a text capture is one input, each line of a JSON-lines file is
 * one. A name ending in `.gz` is decompressed first. Whatever goes wrong becomes an input with an issue.
 */
export async function* readInputFile(path: string, progress: ReadProgress = {}): AsyncGenerator<Input> {
  const raw = createReadStream(path);
  raw.on('data', (chunk) => progress.onBytes?.(chunk.length));
  if (/\.warc(?:\.gz)?$/i.test(path)) {
    yield* readArchive(path, raw);
    return;
  }
  const plain = path.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  if (plain !== raw) raw.on('error', (cause) => plain.destroy(cause));
  yield* readInputStream(plain, { name: path, format: formatOfName(path.replace(/\.gz$/, '')) });
}

/** The pages of an archive up to the place where it is damaged. */
async function* readArchive(path: string, raw: Readable): AsyncGenerator<Input> {
  try {
    yield* readWarc(path, raw);
  } catch (cause) {
    const issue = unreadableIssue(path, cause);
    yield { name: path, format: 'html', bytes: new Uint8Array(), issue };
  } finally {
    raw.destroy();
  }
}

/** Reads a stream whose format may have to be told from its first bytes (standard input). */
export async function* readInputStream(
  stream: Readable,
  origin: { readonly name: string; readonly format?: PageFormat | undefined },
): AsyncGenerator<Input> {
  const { name } = origin;
  try {
    const { first, all } = await peek(stream);
    const format = origin.format ?? formatOfBytes(first);
    if (format === 'record') yield* readRecords(name, all);
    else yield await readPage(name, format, all);
  } catch (cause) {
    yield { name, format: 'text', bytes: new Uint8Array(), issue: brokenStream(name, cause) };
  }
}

function brokenStream(name: string, cause: unknown): Issue {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (!code.startsWith('Z_')) return unreadableIssue(name, cause);
  return fatal(
    'input.broken_gzip',
    `Cannot decompress "${name}": the gzip data is damaged or cut off (${code})`,
  );
}

async function* readRecords(name: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Input> {
  for await (const line of readLines(stream)) {
    const lineName = `${name}:${line.number}`;
    if (line.text === undefined) {
      const issue = fatal('input.line_too_long', `Cannot read "${lineName}": the line is longer than 64 MB`);
      yield { name: lineName, format: 'record', bytes: new Uint8Array(), issue };
    } else if (line.text.trim() !== '') {
      yield { name: lineName, format: 'record', bytes: Buffer.from(line.text, 'utf8') };
    }
  }
}

async function readPage(name: string, format: PageFormat, stream: AsyncIterable<Uint8Array>): Promise<Input> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_PAGE_BYTES) {
      const limit = `${MAX_PAGE_BYTES / 1024 / 1024} MB`;
      const issue = fatal('input.too_large', `Cannot add "${name}": the page is larger than ${limit}`);
      return { name, format, bytes: new Uint8Array(), issue };
    }
    chunks.push(chunk);
  }
  return { name, format, bytes: Buffer.concat(chunks) };
}

const FORMATS: Readonly<Record<string, PageFormat>> = {
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.txt': 'text',
  '.text': 'text',
  '.jsonl': 'record',
  '.ndjson': 'record',
  '.json': 'record',
};

function formatOfName(path: string): PageFormat | undefined {
  return FORMATS[extname(path).toLowerCase()];
}

/** Tells the format from the first bytes: markup begins with `<`, a record with `{`, all else is text. */
export function formatOfBytes(first: Uint8Array): PageFormat {
  const start = Buffer.from(first)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (start.startsWith('{')) return 'record';
  return start.startsWith('<') ? 'html' : 'text';
}

const PEEK_BYTES = 512;

/** Takes enough from the start of a stream to tell its format, without losing any of it. */
async function peek(stream: Readable): Promise<{ first: Uint8Array; all: AsyncGenerator<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const head: Uint8Array[] = [];
  let size = 0;
  while (size < PEEK_BYTES) {
    const next = await iterator.next();
    if (next.done) break;
    head.push(next.value);
    size += next.value.length;
  }
  return { first: Buffer.concat(head), all: continueFrom(head, iterator) };
}

async function* continueFrom(
  head: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* head;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
}
