import { setFlagsFromString } from 'node:v8';
import type { Proxies } from '../collect/proxies.js';
import type { PaceSettings } from '../collect/schedule.js';
import type { Role } from '../config.js';
import type { Pipeline } from '../pipeline/process_page.js';
import { startCollecting } from './collecting.js';
import { startReading } from './reading.js';

export interface WorkingOptions {
  readonly pipeline: Pipeline;
  readonly roles: readonly Role[];
  readonly clock: () => string;
  /** Whom publishers may write to, for the User-Agent. */
  readonly contact?: string | undefined;
  /** Exact hosts on loopback that may be asked: those of the sample press, and nothing else. */
  readonly allowedHosts?: ReadonlyMap<string, string>;
  readonly pace?: Partial<PaceSettings>;
  /** Proxies by name, for outlets and sources that name one. */
  readonly proxies?: Proxies | undefined;
  /** Address of the site; where it is known, hubs are asked to push to it. */
  readonly baseUrl?: string | undefined;
  /** How long the work of a killed process stays taken; default half a minute. */
  readonly leaseMs?: number;
}

/** Work in the background; `stop` finishes what is under way or leaves it for the next start. */
export interface Working {
  stop(): Promise<void>;
}

/**
 * Lets the heap grow by so many hundredths over what is in use before all of it is gone through. By itself it grows to the
 * fourfold: what a handful of articles leaves behind would stay until hundreds have come.
 */
const HEAP_GROWTH = 30;

/**
 * Starts what this process does behind the site: asking sources (`collect`), reading what anybody stored
 * (`process`). Where it does both, what was just stored is read at once.
 */
export function startWorking({ pipeline, roles, clock, leaseMs, ...asking }: WorkingOptions): Working {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const { store, registry } = pipeline;
  const reader = roles.includes('process') ? startReading({ pipeline, clock, leaseMs }) : undefined;
  const collecting = roles.includes('collect')
    ? startCollecting({ store, registry, clock, leaseMs, onStored: reader?.wake, ...asking })
    : undefined;
  return {
    async stop() {
      await collecting?.stop();
      await reader?.stop();
    },
  };
}
