/** What other processes have used, as Linux tells it. */
import { readdirSync, readFileSync } from 'node:fs';

/** Hundredths of a second: what Linux counts in. */
const TICKS_PER_SECOND = 100;

/** Processor seconds of a living process, all its threads together. */
export function processSeconds(pid: number): number {
  return (statOf(pid)?.own ?? Number.NaN) / TICKS_PER_SECOND;
}

/** Memory of a living process that is not swapped out, in MB. */
export function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}

/** Processor seconds of the postmaster that was started for a data folder and of all its children, ended ones included. */
export function databaseSeconds(dataFolder: string): number {
  const stats = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => statOf(Number(entry)) ?? []);
  const postmaster = stats.find(({ pid }) => isPostmaster(pid, dataFolder));
  if (postmaster === undefined) return Number.NaN;
  const ticks = stats
    .filter(({ pid, parent }) => pid === postmaster.pid || parent === postmaster.pid)
    .reduce((sum, { own }) => sum + own, postmaster.ofChildren);
  return ticks / TICKS_PER_SECOND;
}

interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  /** Ticks. */
  readonly own: number;
  readonly ofChildren: number;
}

function statOf(pid: number): ProcessStat | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    // Fields 4 and 14 to 17 of proc(5), counted from the state, which is field 3.
    const [parent = 0, user = 0, system = 0, childUser = 0, childSystem = 0] = [1, 11, 12, 13, 14].map(
      (at) => fields[at],
    );
    return { pid, parent, own: user + system, ofChildren: childUser + childSystem };
  } catch {
    // It ended while we looked.
    return undefined;
  }
}

function isPostmaster(pid: number, dataFolder: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes(dataFolder) && command.includes('postgres');
  } catch {
    return false;
  }
}
