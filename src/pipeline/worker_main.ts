// A thread of `workers.ts`: answers portions of jobs until it is ended.
import { parentPort, workerData } from 'node:worker_threads';
import { parseRegistry } from '../sources/registry.js';
import { doJob, type JobInput, type JobName } from './pure_jobs.js';
import type { WorkerStart } from './workers.js';

const { registryFiles, gazetteer } = workerData as WorkerStart;
const { value: registry } = parseRegistry(registryFiles);
if (registry === undefined)
  throw new Error('Cannot start a thread: the registry cannot be read a second time');
const context = { registry, gazetteer };
parentPort?.on('message', ({ name, inputs }: { name: JobName; inputs: readonly JobInput<JobName>[] }) => {
  parentPort?.postMessage(doJob(name, inputs, context));
});
