import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { readLines } from '../collect/lines.js';
import { answerLine, type PipeLine } from './pipe_answer.js';
import { loadPipeStage, type PipeStageName } from './pipe_stages.js';
import { openPipeWorkers } from './pipe_workers.js';
import { CliError } from './surroundings.js';

export interface PipeOptions {
  readonly stage: PipeStageName;
  /** Worker threads; 1 answers in this thread. */
  readonly jobs: number;
  readonly registryFolder: string;
  readonly input: Readable;
  readonly output: Writable;
}

/** Answers each line of the input with one line, in order. Ends quietly when nobody reads any more. */
export async function runPipe(options: PipeOptions): Promise<void> {
  const { output, stage, jobs } = options;
  if (stage === 'group' && jobs > 1) {
    throw new CliError(
      `Cannot run the stage "group" with ${jobs} jobs: it reads lines in order of arrival; leave out --jobs`,
    );
  }
  let closed = false;
  output.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EPIPE') throw cause;
    closed = true;
  });
  for await (const answers of options.jobs > 1 ? answerInWorkers(options) : answerHere(options)) {
    if (closed) return;
    if (!output.write(`${answers}\n`)) await Promise.race([once(output, 'drain'), once(output, 'close')]);
  }
}

async function* answerHere(options: PipeOptions): AsyncGenerator<string> {
  const stage = await loadPipeStage(options.stage, options.registryFolder);
  for await (const line of readLines(options.input)) yield await answerLine(stage, line);
}

async function* answerInWorkers(options: PipeOptions): AsyncGenerator<string> {
  const workers = openPipeWorkers(options);
  const waiting: Promise<string>[] = [];
  try {
    for await (const batch of batches(readLines(options.input))) {
      waiting.push(workers.answer(batch));
      if (waiting.length > options.jobs * 2) yield (await waiting.shift()) ?? '';
    }
    for (const answers of waiting) yield await answers;
  } finally {
    await workers.close();
  }
}

/** Enough lines for a message between threads to cost nothing beside the work, little enough to stay even. */
const BATCH_LINES = 64;
const BATCH_CHARACTERS = 512 * 1024;

async function* batches(lines: AsyncIterable<PipeLine>): AsyncGenerator<PipeLine[]> {
  let batch: PipeLine[] = [];
  let characters = 0;
  for await (const line of lines) {
    batch.push(line);
    characters += line.text?.length ?? 0;
    if (batch.length < BATCH_LINES && characters < BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}
