import { type ExtractInput, type ExtractResult, noText } from '../extract/extract_input.js';
import type { FetchedPage } from '../model/fetched_page.js';
import { fatal } from '../model/issue.js';
import type { Registry } from '../sources/registry.js';
import { type PageContext, readInput, readPage } from './read_page.js';
import { openReadingThread, type ReadingThread } from './reading_thread.js';

/** Something to read: a page as it was fetched or handed in, or the parts of one. */
export type ReadRequest = (PageContext & { readonly page: FetchedPage }) | { readonly input: ExtractInput };

/**
 * Pages above this size are read in a thread that can be stopped. Below it even the worst page that we could think
 * of (cells, line breaks, links without end) takes less than a second, and most pages of news are below it, so that
 * nearly all are read without a message between threads.
 */
const LIGHT_BYTES = 512 * 1024;

/**
 * Reads a page within hard limits of time and memory: whatever a page does, the answer is a value or a fatal issue,
 * and the program goes on. Never throws.
 */
export async function readGuarded(request: ReadRequest, registry: Registry): Promise<ExtractResult> {
  return isLight(request) ? readHere(request, registry) : threadOf(registry).read(request);
}

/** Reads in this thread. Reading is meant never to throw; should a page find a bug all the same, only that page waits. */
export function readHere(request: ReadRequest, registry: Registry): ExtractResult {
  try {
    return 'page' in request ? readPage(request.page, registry, request) : readInput(request.input, registry);
  } catch (cause) {
    const why = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    return noText([fatal('extract.crashed', `Cannot extract the page: ${why}`)]);
  }
}

/** Whether a page may be read without a limit of its own. */
export function isLight(request: ReadRequest): boolean {
  return sizeOf(request) <= LIGHT_BYTES;
}

/** Bytes, or UTF-16 units where the page is already decoded: as a measure of work they are near enough. */
function sizeOf(request: ReadRequest): number {
  if ('page' in request) return request.page.body.length;
  const { bytes, html, text } = request.input;
  return bytes?.length ?? html?.length ?? text?.length ?? 0;
}

/** One thread for each registry, made when the first large page comes; it lives and goes by itself. */
const THREADS = new WeakMap<Registry, ReadingThread>();

function threadOf(registry: Registry): ReadingThread {
  const known = THREADS.get(registry);
  if (known) return known;
  const thread = openReadingThread(registry);
  THREADS.set(registry, thread);
  return thread;
}
