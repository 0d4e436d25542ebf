/** Threads for the pure stages: reading and analysis run beside the thread that talks to the database. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Gazetteer } from '../sources/gazetteer.js';
import type { NamedJson } from '../sources/registry.js';
import { doJob, type JobInput, type JobName, type JobOutcome, type PureContext } from './pure_jobs.js';

export interface Workers {
  /** Does a job for each input; outcomes in the order of inputs. A fault of one does not touch the others. */
  run<Name extends JobName>(
    name: Name,
    inputs: readonly JobInput<Name>[],
  ): Promise<readonly JobOutcome<Name>[]>;
  close(): Promise<void>;
}

/** What a thread is started with. */
export interface WorkerStart {
  readonly registryFiles: readonly NamedJson[];
  readonly gazetteer: Gazetteer | undefined;
}

export interface WorkerLimits {
  readonly count: number;
  /** Wall-clock time of one portion, start of the thread included; then the thread is stopped whatever it does. */
  readonly timeMs: number;
  /** Heap of one thread, language tables (some 40 MB) included. */
  readonly heapMb: number;
  /** Threads without work are ended after this time and give their memory back. */
  readonly idleMs: number;
}

/** One processor is left to the thread that talks to the database, and to the database. */
const LIMITS: WorkerLimits = {
  count: Math.max(1, Math.min(3, availableParallelism() - 1)),
  timeMs: 60_000,
  heapMb: 256,
  idleMs: 300_000,
};
/**
 * New space of a thread: what is read and analysed dies young. Of a third of it a part outlives its article only because
 * the space is full, and then the whole heap has to be gone through every thirty articles; a larger one only takes memory.
 */
const YOUNG_MB = 32;
/** Inputs that go to a thread together: few enough that jobs of several kinds share the threads. */
const PORTION = 8;

/** Does everything in the thread that asks; for tests and for commands that read a page or two. */
export function workHere(context: PureContext): Workers {
  return {
    run: (name, inputs) => Promise.resolve(doJob(name, inputs, context)),
    close: () => Promise.resolve(),
  };
}

/** Opens the way to threads, which start with the first jobs and never keep the process from ending. */
export function openWorkers(context: PureContext, given: Partial<WorkerLimits> = {}): Workers {
  const limits = { ...LIMITS, ...given };
  const start: WorkerStart = { registryFiles: context.registry.files, gazetteer: context.gazetteer };
  const waiting: Portion[] = [];
  const crew = Array.from({ length: limits.count }, () => new CrewThread(start, limits));

  function hand(): void {
    for (const thread of crew) {
      const portion = thread.isFree ? takeNext(waiting) : undefined;
      if (portion) void thread.work(portion).then(hand);
    }
  }

  async function runPortion(name: JobName, inputs: readonly unknown[]): Promise<readonly unknown[]> {
    const answer = await new Promise<Answer>((resolve) => {
      waiting.push({ name, inputs, resolve });
      hand();
    });
    if ('outcomes' in answer) return answer.outcomes;
    // One of them broke the thread: alone it breaks only itself.
    if (inputs.length === 1) return [{ fault: answer.broken }];
    const alone = await Promise.all(inputs.map((input) => runPortion(name, [input])));
    return alone.flat();
  }

  return {
    async run(name, inputs) {
      const portions = [];
      for (let from = 0; from < inputs.length; from += PORTION)
        portions.push(runPortion(name, inputs.slice(from, from + PORTION)));
      // Threads answer with the outcomes of the job that they were given.
      return (await Promise.all(portions)).flat() as JobOutcome<typeof name>[];
    },
    async close() {
      await Promise.all(crew.map((thread) => thread.end()));
    },
  };
}

/** Takes what readers wait for first: an article is on the site before it is analysed. Else the oldest. */
function takeNext(waiting: Portion[]): Portion | undefined {
  const pressing = waiting.findIndex(({ name }) => name !== 'analyse');
  return waiting.splice(Math.max(pressing, 0), 1)[0];
}

interface Portion {
  readonly name: JobName;
  readonly inputs: readonly unknown[];
  resolve(answer: Answer): void;
}

type Answer = { readonly outcomes: readonly unknown[] } | { readonly broken: string };

/** Owns one thread, which is made anew after it broke. */
class CrewThread {
  readonly #start: WorkerStart;
  readonly #limits: WorkerLimits;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  isFree = true;

  constructor(start: WorkerStart, limits: WorkerLimits) {
    this.#start = start;
    this.#limits = limits;
  }

  async work(portion: Portion): Promise<void> {
    this.isFree = false;
    clearTimeout(this.#idle);
    this.#worker ??= startThread(this.#start, this.#limits);
    const answer = await ask(this.#worker, portion, this.#limits.timeMs);
    if ('broken' in answer) void this.end();
    else this.#idle = setTimeout(() => void this.end(), this.#limits.idleMs).unref();
    this.isFree = true;
    portion.resolve(answer);
  }

  async end(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}

function startThread(workerData: WorkerStart, { heapMb }: WorkerLimits): Worker {
  const worker = new Worker(new URL('./worker_main.js', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  // What goes wrong between two portions is found by the next one.
  worker.on('error', () => undefined);
  worker.unref();
  return worker;
}

function ask(worker: Worker, { name, inputs }: Portion, timeMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const onMessage = (outcomes: readonly unknown[]): void => finish({ outcomes });
    const onError = (cause: Error): void => finish({ broken: cause.stack ?? cause.message });
    const onExit = (): void => finish({ broken: 'the thread ended' });
    const timer = setTimeout(() => finish({ broken: `it took longer than ${timeMs} ms` }), timeMs);
    const finish = (answer: Answer): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
      resolve(answer);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit).ref();
    worker.postMessage({ name, inputs });
  });
}
