/** Processor time as the kernel counts it, in steps of 10 ms. Linux only; elsewhere nothing is counted. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TICKS_PER_SECOND = 100;
/** Places in /proc/<pid>/stat behind the name in brackets: own time in programs and in the kernel. */
const PARENT = 1;
const USER_TICKS = 11;
const SYSTEM_TICKS = 12;

/** What these processes have worked since they began. */
export function cpuSeconds(processIds: readonly number[]): number {
  const ticks = processIds.map((id) => {
    const fields = statOf(id);
    return Number(fields[USER_TICKS] ?? 0) + Number(fields[SYSTEM_TICKS] ?? 0);
  });
  return ticks.reduce((sum, own) => sum + own, 0) / TICKS_PER_SECOND;
}

/** The server of a data folder and the processes that serve its connections. */
export function serverProcesses(dataFolder: string): readonly number[] {
  const postmaster = Number.parseInt(read(join(dataFolder, 'db', 'postmaster.pid')), 10);
  if (Number.isNaN(postmaster)) return [];
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  return [postmaster, ...all.filter((id) => Number(statOf(id)[PARENT]) === postmaster)];
}

function statOf(processId: number): readonly string[] {
  return read(`/proc/${processId}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
