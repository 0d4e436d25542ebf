import type { Store } from '../store/database.js';
import { dropRawBodies, type RawLimits } from '../store/upkeep/retention.js';

export interface RetainingOptions {
  readonly store: Store;
  readonly limits: RawLimits;
  /** The present, ISO 8601. */
  readonly clock: () => string;
  /** Runs something after so many milliseconds; gives what calls that off. Default: this process's timers. */
  readonly later?: (run: () => void, ms: number) => () => void;
}

/** The keeper of raw bytes at work in the background. */
export interface Retaining {
  stop(): Promise<void>;
}

/** Limits are kept within an hour: what comes in an hour is small against any sensible budget. */
const EVERY_MS = 60 * 60 * 1000;
/** The first look waits until the start is over. */
const FIRST_MS = 60 * 1000;

/** Drops raw bytes past the limits now and then; without limits nothing is ever looked at. */
export function startRetaining({ store, limits, clock, later = wait }: RetainingOptions): Retaining {
  if (limits.maxAgeMs === undefined && limits.maxBytes === undefined) return { stop: async () => undefined };
  let callOff = (): void => undefined;
  let running = Promise.resolve();
  let isStopped = false;
  function plan(ms: number): void {
    callOff = later(() => {
      running = look().finally(() => {
        if (!isStopped) plan(EVERY_MS);
      });
    }, ms);
  }
  async function look(): Promise<void> {
    try {
      const { bodies, bytes, overBytes } = await dropRawBodies(store, { limits, now: clock() });
      if (bodies > 0) console.log(`Dropped the bytes of ${bodies} stored answers (${megabytes(bytes)})`);
      if (overBytes > 0) {
        console.error(
          `retention: ${megabytes(overBytes)} more than SANAD_RAW_BUDGET is kept: all of it waits to be read`,
        );
      }
    } catch (fault) {
      console.error(`retention: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
  }
  plan(FIRST_MS);
  return {
    async stop() {
      isStopped = true;
      callOff();
      await running;
    },
  };
}

function wait(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}
