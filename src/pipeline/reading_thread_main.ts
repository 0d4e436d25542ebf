// The thread of `reading_thread.ts`: reads one page for each message until it is ended.
import { parentPort, workerData } from 'node:worker_threads';
import { parseRegistry } from '../sources/registry.js';
import { type ReadRequest, readHere } from './read_guarded.js';
import type { ReadingThreadData } from './reading_thread.js';

const { registryFiles } = workerData as ReadingThreadData;
const { value: registry } = parseRegistry(registryFiles);
if (registry === undefined)
  throw new Error('Cannot start reading: the registry cannot be read a second time');
parentPort?.on('message', (request: ReadRequest) => {
  parentPort?.postMessage(readHere(request, registry));
});
