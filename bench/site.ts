import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { runSanad, type SanadProcess, startSanad } from '../test/sanad_process.js';
import { sampleRecords } from './sample_records.js';
import type { BenchRow, BenchTask } from './task.js';

const RECORDS = 1000;
const LOAD_SECONDS = 5;
const CONNECTIONS = 10;

/** The program as an operator meets it: starting, adding, idling, serving. On loopback, in a folder of its own. */
export const bench: BenchTask = {
  name: 'site',
  async run() {
    const data = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
    const settings = { SANAD_DATA: data, SANAD_PORT: '0' };
    try {
      const rows = [await timeFirstPage('first start to first page', settings)];
      rows.push(await timeAdding(data, settings));
      rows.push(await timeFirstPage('next start to first page', settings));
      rows.push(...(await measureServing(settings)));
      return rows;
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  },
};

async function timeFirstPage(name: string, settings: Readonly<Record<string, string>>): Promise<BenchRow> {
  const started = performance.now();
  const sanad = startSanad(['start'], settings);
  await (await fetch(await addressOf(sanad))).text();
  const value = (performance.now() - started) / 1000;
  await stop(sanad);
  return { name, value, unit: 's' };
}

async function timeAdding(data: string, settings: Readonly<Record<string, string>>): Promise<BenchRow> {
  const file = join(data, 'sample.jsonl');
  writeFileSync(file, sampleRecords(RECORDS));
  const started = performance.now();
  const { code, output } = await runSanad(['add', '--quiet', file], settings);
  if (code !== 0) throw new Error(`adding failed: ${output}`);
  const seconds = (performance.now() - started) / 1000;
  return {
    name: `add ${RECORDS} articles of 2.5 KB, start-up included`,
    value: RECORDS / seconds,
    unit: 'articles/s',
  };
}

async function measureServing(settings: Readonly<Record<string, string>>): Promise<BenchRow[]> {
  const sanad = startSanad(['start'], settings);
  try {
    const address = await addressOf(sanad);
    await (await fetch(address)).text();
    const idle = memoryRows(sanad);
    const home = await load('home page', address);
    const article = await load('article page', `${address}/article/1`);
    const search = await load('search of one word', `${address}/search?q=${encodeURIComponent('سدهای')}`);
    return [...idle, home, article, search];
  } finally {
    await stop(sanad);
  }
}

async function load(name: string, url: string): Promise<BenchRow> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: LOAD_SECONDS });
  if (result.non2xx > 0) throw new Error(`${name}: ${result.non2xx} answers were no pages`);
  return { name: `${name}, ${CONNECTIONS} connections`, value: result.requests.average, unit: 'pages/s' };
}

/** Resident memory of the program, and proportional memory of the database that it started (shared pages once). */
function memoryRows(sanad: SanadProcess): BenchRow[] {
  const pid = sanad.child.pid ?? 0;
  const own = kilobytes(pid, 'Rss');
  const postgres = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && isOwnPostgres(Number(entry)))
    .reduce((sum, entry) => sum + kilobytes(Number(entry), 'Pss'), 0);
  return [
    { name: 'idle memory, program', value: own / 1024, unit: 'MB' },
    { name: 'idle memory, database', value: postgres / 1024, unit: 'MB' },
  ];
}

function isOwnPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('sanad-bench-') || parentIsOwn(pid);
  } catch {
    return false;
  }
}

function parentIsOwn(pid: number): boolean {
  const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return parent !== undefined &&
    parent !== '0' &&
    /postgres/.test(readFileSync(`/proc/${parent}/cmdline`, 'utf8'))
    ? readFileSync(`/proc/${parent}/cmdline`, 'utf8').includes('sanad-bench-')
    : false;
}

function kilobytes(pid: number, field: 'Rss' | 'Pss'): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

async function addressOf(sanad: SanadProcess): Promise<string> {
  return (await sanad.printed(/Sanad is at (http:\S+)/))[1] ?? '';
}

async function stop(sanad: SanadProcess): Promise<void> {
  sanad.child.kill('SIGINT');
  if (sanad.child.exitCode === null) await once(sanad.child, 'close');
}
