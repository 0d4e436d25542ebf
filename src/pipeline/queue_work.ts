/** Work on a queue in the store, in the background: one batch after the other, by one process at a time. */

export interface QueueWork {
  /** Has what waits done in the background. */
  wake(): void;
  /** Works until nothing waits, or until another process has taken the work over. Throws what went wrong. */
  settle(): Promise<void>;
  /** Ends after the batch that is under way; what waits is done by the next process. */
  stop(): Promise<void>;
}

/** `busy`: another process holds the right to work. */
export type BatchOutcome = 'done' | 'empty' | 'busy';

interface Queue {
  runBatch(): Promise<BatchOutcome>;
  isEmpty(): Promise<boolean>;
}

/** Another process that works on the queue is looked at again after this pause, so often at most. */
const BUSY_PAUSE_MS = 100;
const BUSY_LOOKS = 50;

/** Works on one queue. */
export function workOn(queue: Queue): QueueWork {
  let stopped = false;
  return workBy(
    async () => {
      for (let looks = 0; looks < BUSY_LOOKS && !stopped; ) {
        const outcome = await queue.runBatch();
        if (outcome === 'empty') return;
        if (outcome === 'busy') {
          looks += 1;
          await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE_MS));
          if (await queue.isEmpty()) return;
        } else looks = 0;
      }
    },
    () => {
      stopped = true;
    },
  );
}

/**
 * Two queues, of which the first fills the second and wakes it: both are worked on at the same time. Whoever settles
 * waits for the first and then for what it has left to the second.
 */
export function chained(first: QueueWork, second: QueueWork): QueueWork {
  return {
    wake() {
      first.wake();
      // Somebody else may have filled it.
      second.wake();
    },
    async settle() {
      await first.settle();
      await second.settle();
    },
    async stop() {
      await Promise.all([first.stop(), second.stop()]);
    },
  };
}

function workBy(drain: () => Promise<void>, end: () => void | Promise<void>): QueueWork {
  let running: Promise<void> | undefined;
  let again = false;
  function start(): Promise<void> {
    running ??= drain().finally(() => {
      running = undefined;
    });
    return running;
  }
  function wake(): void {
    if (running !== undefined) {
      // What came meanwhile may have been missed.
      again = true;
      return;
    }
    // What could not be done waits in the queue; whoever settles tries again and hears of it.
    start().then(wakeAgain, () => undefined);
  }
  function wakeAgain(): void {
    if (!again) return;
    again = false;
    wake();
  }
  return {
    wake,
    async settle() {
      await running?.catch(() => undefined);
      await start();
    },
    async stop() {
      await end();
      await running?.catch(() => undefined);
    },
  };
}
