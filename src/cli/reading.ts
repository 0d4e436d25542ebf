import { setTimeout as sleep } from 'node:timers/promises';
import { createPrecedence } from '../pipeline/give_way.js';
import { openLaterStages } from '../pipeline/later_stages.js';
import { type PageOutcome, type Pipeline, processStoredPages } from '../pipeline/process_page.js';
import { type Reader, type ReaderEvent, startReader } from '../pipeline/read_pending.js';
import { replayWished } from '../pipeline/replay.js';
import { openWorkers } from '../pipeline/workers.js';

export interface ReadingOptions {
  readonly pipeline: Pipeline;
  readonly clock: () => string;
  readonly leaseMs?: number | undefined;
}

/** Articles that another process has added and left ungrouped are found within this time. */
const LOOK_MS = 5000;

/** Reads stored pages into articles and takes these through the later stages until it is stopped: the role `process`. */
export function startReading({ pipeline: given, clock, leaseMs }: ReadingOptions): Reader {
  const workers = openWorkers(given);
  const pipeline = { ...given, workers };
  const stopping = new AbortController();
  const precedence = createPrecedence({ now: () => performance.now(), sleep: pause });
  const grouping = openLaterStages(pipeline, { beforeAnalysis: () => precedence.giveWay(stopping.signal) });
  const looking = setInterval(grouping.wake, LOOK_MS);
  grouping.wake();
  const { store } = pipeline;
  async function process(pages: Parameters<typeof processStoredPages>[1]): Promise<readonly PageOutcome[]> {
    const outcomes = await processStoredPages(pipeline, pages);
    precedence.note(pages.length);
    grouping.wake();
    return outcomes;
  }
  const reader = startReader({
    store,
    clock,
    leaseMs,
    process,
    alongside: (signal) => replayWished({ store, clock, process }, signal),
    log: tellFault,
  });
  return {
    wake: reader.wake,
    async stop() {
      clearInterval(looking);
      stopping.abort();
      await reader.stop();
      await grouping.stop();
      await workers.close();
    },
  };
}

/** Being told to stop ends the pause. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

function tellFault(event: ReaderEvent): void {
  if (event.kind === 'fault') console.error(`reader: ${event.cause}`);
  if (event.kind === 'unread') console.error(`reader: page ${event.page.pageId}: ${event.cause}`);
}
