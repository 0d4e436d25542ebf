import { openGrouping } from '../pipeline/grouping.js';
import { type Pipeline, processStoredPages } from '../pipeline/process_page.js';
import { type Reader, type ReaderEvent, startReader } from '../pipeline/read_pending.js';

export interface ReadingOptions {
  readonly pipeline: Pipeline;
  readonly clock: () => string;
  readonly leaseMs?: number | undefined;
}

/** Articles that another process has added and left ungrouped are found within this time. */
const LOOK_MS = 5000;

/** Reads stored pages into articles and takes these through the later stages until it is stopped: the role `process`. */
export function startReading({ pipeline, clock, leaseMs }: ReadingOptions): Reader {
  const grouping = openGrouping(pipeline);
  const looking = setInterval(grouping.wake, LOOK_MS);
  grouping.wake();
  const reader = startReader({
    store: pipeline.store,
    clock,
    leaseMs,
    process: async (pages) => {
      await processStoredPages(pipeline, pages);
      grouping.wake();
    },
    log: tellFault,
  });
  return {
    wake: reader.wake,
    async stop() {
      clearInterval(looking);
      await reader.stop();
      await grouping.stop();
    },
  };
}

function tellFault(event: ReaderEvent): void {
  if (event.kind === 'fault') console.error(`reader: ${event.cause}`);
  if (event.kind === 'unread') console.error(`reader: page ${event.page.pageId}: ${event.cause}`);
}
