// A thread of `sanad pipe --jobs N`: answers batches of lines until it is ended.
import { parentPort, workerData } from 'node:worker_threads';
import { answerLine, type PipeLine } from './pipe_answer.js';
import { loadPipeStage } from './pipe_stages.js';
import type { PipeWorkerData } from './pipe_workers.js';

const { stage: name, registryFolder } = workerData as PipeWorkerData;
const stage = await loadPipeStage(name, registryFolder);
parentPort?.on('message', async (batch: readonly PipeLine[]) => {
  const answers: string[] = [];
  for (const line of batch) answers.push(await answerLine(stage, line));
  parentPort?.postMessage(answers.join('\n'));
});
