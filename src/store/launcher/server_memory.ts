import { existsSync, readdirSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';

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
const MOST = 8192 * MB;
/** The collector, the readers' threads and the system's cache want the rest. */
const CACHE_SHARE = 1 / 4;
const EXPECTED_SHARE = 1 / 2;
/** Of the data so much is asked for again and again. A server of little data plans with little: its lists of pages take room too. */
const DATA_SHARE = 1 / 2;

export interface MemoryAsked {
  readonly machineBytes: number;
  /** What the databases hold at the start. */
  readonly dataBytes: number;
  /** What the operator says. */
  readonly wishedBytes?: number | undefined;
}

/**
 * Room for half of the data, within a quarter of the machine's memory and 8 GB; 128 MB at least, unless the operator
 * says how much.
 */
export function planServerMemory({ machineBytes, dataBytes, wishedBytes }: MemoryAsked): ServerMemory {
  const share = Math.max(LEAST, Math.min(MOST, machineBytes * CACHE_SHARE, dataBytes * DATA_SHARE));
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

/** Bytes of the databases of a cluster; 0 of one that is yet to be made. */
export function dataBytesOf(clusterFolder: string): number {
  const databases = join(clusterFolder, 'base');
  if (!existsSync(databases)) return 0;
  return readdirSync(databases, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(join(databases, file), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
}

/** As the server's settings write it. */
export function formatMemory(bytes: number): string {
  return `${Math.round(bytes / MB)}MB`;
}
