import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

/**
 * A name beside `path` under which to make it before it is renamed into place. It tells which process makes it,
 * by number and start, because numbers come again.
 */
export function unfinishedName(path: string): string {
  return `${path}.part-${process.pid}-${Math.round(performance.timeOrigin)}-${randomUUID().slice(0, 8)}`;
}

/**
 * Removes from a data folder what starts that died in the middle left, and programs of older versions. To be
 * called while no server runs there; what a living process is making is left alone.
 */
export async function removeLeftovers(dataFolder: string, binaries: string): Promise<void> {
  for (const name of readdirSync(dataFolder)) {
    const maker = /\.part-(\d+)-(\d+)-\w+$/.exec(name);
    const unfinished = maker !== null && !isMaking(Number(maker[1]), Number(maker[2]));
    const outdated = maker === null && /^postgres-\d/.test(name) && name !== basename(binaries);
    if (unfinished || outdated) await rm(join(dataFolder, name), { recursive: true, force: true });
  }
}

function isMaking(pid: number, startedAtMs: number): boolean {
  if (pid === process.pid) return startedAtMs === Math.round(performance.timeOrigin);
  return isAlive(pid);
}

/** Whether a process of this number exists. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
