import { Worker } from 'node:worker_threads';
import type { PipeLine } from './pipe_answer.js';
import type { PipeStageName } from './pipe_stages.js';

/** What each worker is started with. */
export interface PipeWorkerData {
  readonly stage: PipeStageName;
  readonly registryFolder: string;
}

export interface PipeWorkers {
  /** The answers to a batch, joined by line ends, in the order of the lines. */
  answer(batch: readonly PipeLine[]): Promise<string>;
  close(): Promise<void>;
}

interface Job {
  readonly batch: readonly PipeLine[];
  resolve(answers: string): void;
  reject(cause: unknown): void;
}

/** Starts the threads; each takes one batch at a time, so that a slow batch holds nobody else up. */
export function openPipeWorkers(options: PipeWorkerData & { readonly jobs: number }): PipeWorkers {
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Job>();
  const workerData: PipeWorkerData = { stage: options.stage, registryFolder: options.registryFolder };
  const workers = Array.from({ length: options.jobs }, startWorker);

  function startWorker(): Worker {
    const worker = new Worker(new URL('./pipe_worker.js', import.meta.url), { workerData });
    worker.on('message', (answers: string) => {
      busy.get(worker)?.resolve(answers);
      busy.delete(worker);
      idle.push(worker);
      next();
    });
    worker.on('error', (cause) => {
      for (const job of [...busy.values(), ...waiting.splice(0)]) job.reject(cause);
    });
    idle.push(worker);
    return worker;
  }

  function next(): void {
    const worker = waiting.length > 0 ? idle.pop() : undefined;
    const job = worker && waiting.shift();
    if (!worker || !job) return;
    busy.set(worker, job);
    worker.postMessage(job.batch);
  }

  return {
    answer(batch) {
      return new Promise((resolve, reject) => {
        waiting.push({ batch, resolve, reject });
        next();
      });
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
