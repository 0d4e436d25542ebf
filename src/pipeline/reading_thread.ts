import { Worker } from 'node:worker_threads';
import { type ExtractResult, noText } from '../extract/extract_input.js';
import { fatal } from '../model/issue.js';
import type { NamedJson, Registry } from '../sources/registry.js';
import type { ReadRequest } from './read_guarded.js';

/** What the thread is started with. */
export interface ReadingThreadData {
  readonly registryFiles: readonly NamedJson[];
}

/** Limits of one reading. */
export interface ReadingLimits {
  /** Wall-clock time, start of the thread included; then it is stopped in the middle of whatever it does. */
  readonly timeMs: number;
  /** Heap of the thread, language tables included. */
  readonly heapMb: number;
  /** A thread that nobody asks for so long is ended and gives its memory back. */
  readonly idleMs: number;
}

/**
 * The largest pages that are read at all (5 MB of letters, 100,000 elements) take some two seconds and 300 MB here;
 * a busy or slow machine gets ten times the time.
 */
const LIMITS: ReadingLimits = { timeMs: 30_000, heapMb: 768, idleMs: 20_000 };

/** A thread for pages that may be too much; one page at a time, in the order of asking. */
export interface ReadingThread {
  /** Reads a page, or says with a fatal issue which limit it broke; then the next page has a new thread. Never throws. */
  read(request: ReadRequest): Promise<ExtractResult>;
}

/** Opens the way to the thread, which starts with the first page and never keeps the process from ending. */
export function openReadingThread(registry: Registry, given: Partial<ReadingLimits> = {}): ReadingThread {
  const limits = { ...LIMITS, ...given };
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function readNow(request: ReadRequest): Promise<ExtractResult> {
    clearTimeout(idle);
    worker ??= startThread(registry, limits);
    const answer = await askThread(worker, request, limits.timeMs);
    if (answer.isBroken) stop();
    else idle = setTimeout(stop, limits.idleMs).unref();
    return answer.result;
  }

  function stop(): void {
    void worker?.terminate();
    worker = undefined;
  }

  return {
    read(request) {
      const answer = last.then(() => readNow(request));
      last = answer;
      return answer;
    },
  };
}

function startThread(registry: Registry, limits: ReadingLimits): Worker {
  const workerData: ReadingThreadData = { registryFiles: registry.files };
  const worker = new Worker(new URL('./reading_thread_main.js', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
  });
  // What goes wrong between two pages is found by the next one; while it is stopped it is of no interest.
  worker.on('error', () => undefined);
  worker.unref();
  return worker;
}

interface Answer {
  readonly result: ExtractResult;
  /** Whether the thread must not be asked again. */
  readonly isBroken: boolean;
}

function askThread(worker: Worker, request: ReadRequest, timeMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const onMessage = (result: ExtractResult): void => finish({ result, isBroken: false });
    const onError = (cause: NodeJS.ErrnoException): void => finish(brokenBy(cause));
    const onExit = (): void => finish(broken('extract.crashed', 'the reading thread ended'));
    const timer = setTimeout(
      () => finish(broken('extract.timed_out', `it took longer than ${timeMs} ms`)),
      timeMs,
    );
    const finish = (answer: Answer): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
      resolve(answer);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit).ref();
    worker.postMessage(request);
  });
}

function brokenBy(cause: NodeJS.ErrnoException): Answer {
  if (cause.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return broken('extract.out_of_memory', 'it needs more memory than a page may have');
  }
  return broken('extract.crashed', cause.stack ?? cause.message);
}

function broken(code: string, why: string): Answer {
  return { result: noText([fatal(code, `Cannot extract the page: ${why}`)]), isBroken: true };
}
