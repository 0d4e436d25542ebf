import { totalmem } from 'node:os';

/** How much memory the embedded server plans with, in bytes. */
export interface ServerMemory {
  /** Pages that the server itself holds. Memory of the machine is taken only as pages are read into it. */
  readonly cacheBytes: number;
  /** What the server may expect to find in its own pages and the system's together; for plans alone. */
  readonly expectedBytes: number;
}

const MB = 1024 ** 2;
/** PostgreSQL's own default: below it even the site of a few days reads pages again and again. */
const LEAST = 128 * MB;
/** Words and newest entries of half a million articles; above it the system's cache serves as well. */
const MOST = 4096 * MB;
/** The collector, the readers' threads and the system's cache want the rest. */
const CACHE_SHARE = 1 / 8;
const EXPECTED_SHARE = 1 / 2;

/** An eighth of the machine's memory for the server's pages, from 128 MB to 4 GB, unless the operator says how much. */
export function planServerMemory(machineBytes: number, wishedBytes?: number): ServerMemory {
  const share = Math.min(MOST, Math.max(LEAST, machineBytes * CACHE_SHARE));
  const cacheBytes = Math.floor((wishedBytes ?? share) / MB) * MB;
  return {
    cacheBytes,
    expectedBytes: Math.max(2 * cacheBytes, Math.floor((machineBytes * EXPECTED_SHARE) / MB) * MB),
  };
}

/** Memory that this process may use at most: the machine's, or its container's limit. */
export function machineBytes(): number {
  // 0 where there is no limit, and on some systems a number beyond all memory.
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** As the server's settings write it. */
export function formatMemory(bytes: number): string {
  return `${Math.round(bytes / MB)}MB`;
}
