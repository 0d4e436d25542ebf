import type { Gazetteer } from '../sources/gazetteer.js';
import { openGrouping } from './grouping.js';
import { openLedger } from './ledger.js';
import type { Pipeline } from './process_page.js';
import { chained, type QueueWork } from './queue_work.js';

/** Everything that the stages need, those behind extraction too. */
export interface WholePipeline extends Pipeline {
  readonly gazetteer: Gazetteer;
}

export interface LaterStagesOptions {
  /** Returns when analysis may go on with its next batch; it never waits unless told otherwise. */
  readonly beforeAnalysis?: () => Promise<void>;
}

/**
 * The stages that work on queues behind extraction: grouping, then analysis with the ledger. Without a gazetteer
 * nobody can be named: then what is to be analysed waits for a process that has one.
 */
export function openLaterStages(pipeline: Pipeline, options: LaterStagesOptions = {}): QueueWork {
  const { gazetteer } = pipeline;
  if (gazetteer === undefined) return openGrouping(pipeline);
  const ledger = openLedger({ ...pipeline, gazetteer, beforeBatch: options.beforeAnalysis });
  return chained(openGrouping({ ...pipeline, onBatch: ledger.wake }), ledger);
}
