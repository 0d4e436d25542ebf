import { listInputFiles } from '../collect/input_files.js';
import { type Input, readInputFile, readInputStream } from '../collect/inputs.js';
import type { Config } from '../config.js';
import { type AddReport, addInputs } from '../pipeline/add_inputs.js';
import { openLaterStages } from '../pipeline/later_stages.js';
import { openWorkers } from '../pipeline/workers.js';
import { openStore } from '../store/open_store.js';
import { fetchInput, isAddress } from './fetch_input.js';
import { openPipeline } from './open_pipeline.js';
import { formatDuration, openProgress, type Progress } from './progress.js';
import { formatReport, formatTally, type Tally, tallyName } from './report_line.js';
import { CliError, type Surroundings } from './surroundings.js';
import { onStop } from './until_stopped.js';

export interface AddArguments {
  /** Files, folders, addresses, `-`. */
  readonly inputs: readonly string[];
  /** Only the summary and what went wrong. */
  readonly quiet: boolean;
}

/** Adds everything that is named; what cannot be added is told and does not stop the rest. */
export async function add(args: AddArguments, config: Config, surroundings: Surroundings): Promise<void> {
  const started = performance.now();
  const { files, unreadable } = await listInputFiles(
    args.inputs.filter((input) => input !== '-' && !isAddress(input)),
  );
  const store = await openStore({ ...config, applicationName: 'sanad add' });
  const progress = openProgress({
    totalBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0),
    what: 'inputs',
    stream: process.stderr,
    monotonicMs: () => performance.now(),
  });
  const report = newReport(args.quiet, progress);
  const stop = new AbortController();
  onStop(() => stop.abort());
  try {
    const opened = await openPipeline(store, config.registryFolder);
    const workers = openWorkers(opened);
    const pipeline = { ...opened, workers };
    const stages = openLaterStages(pipeline);
    for (const { name, issue } of unreadable) {
      report.tell({ name, outcome: { kind: 'unreadable', issues: [issue] } });
    }
    let bytes = 0;
    const count = (read: number): void => {
      bytes += read;
    };
    const inputs = readInputs(args.inputs, {
      files: files.map((file) => file.path),
      clock: surroundings.clock,
      onBytes: count,
    });
    const context = { pipeline, clock: surroundings.clock, signal: stop.signal, onStored: stages.wake };
    try {
      for await (const one of addInputs(context, inputs)) {
        report.tell(one);
        progress.update(bytes, report.tally.total);
      }
      if (!stop.signal.aborted) await stages.settle();
    } finally {
      await stages.stop();
      await workers.close();
    }
  } finally {
    progress.stop();
    await store.close();
  }
  console.log(formatTally(report.tally, formatDuration(performance.now() - started)));
  if (stop.signal.aborted) {
    throw new CliError(
      'Stopped: all that is reported above is stored; start the same command again to go on',
    );
  }
  const unread = report.tally.counts.get('unreadable') ?? 0;
  if (unread > 0) {
    throw new CliError(
      `Cannot read ${unread} of ${report.tally.total} inputs: the lines above say why; the rest is added`,
    );
  }
}

interface Reading {
  readonly files: readonly string[];
  readonly clock: () => string;
  onBytes(bytes: number): void;
}

async function* readInputs(named: readonly string[], reading: Reading): AsyncGenerator<Input> {
  for (const path of reading.files) yield* readInputFile(path, reading);
  for (const address of named.filter(isAddress)) yield await fetchInput(address, reading.clock);
  if (named.includes('-')) yield* readInputStream(process.stdin, { name: '-' });
}

interface Report {
  readonly tally: Tally;
  tell(one: AddReport): void;
}

/** What went wrong is always told; the rest only when not asked to be quiet. */
function newReport(quiet: boolean, progress: Progress): Report {
  const tally: Tally = { counts: new Map(), total: 0 };
  return {
    tally,
    tell(one) {
      const name = tallyName(one.outcome);
      tally.total += 1;
      tally.counts.set(name, (tally.counts.get(name) ?? 0) + 1);
      const wrong = one.outcome.kind === 'quarantined' || one.outcome.kind === 'unreadable';
      if (quiet && !wrong) return;
      if (process.stdout.isTTY && process.stderr.isTTY) progress.note(formatReport(one));
      else process.stdout.write(`${formatReport(one)}\n`);
    },
  };
}
