import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import Parser from 'rss-parser';
import type { Store } from '../src/store/database.js';
import { openStore } from '../src/store/open_store.js';
import type { PressWorkerSettings } from '../test/press_worker.js';
import { type ScaledPress, startScaledPress } from './scaled_press.js';
import type { BenchRow, BenchTask } from './task.js';

const SIZE = { hosts: 1000, articlesOfHost: 6 };
/** The collector is stopped after this time, wherever it is. */
const LONGEST_MS = 75_000;
const LOOK_MS = 500;
/** Of the peer as many sources as take some seconds. */
const PEER_HOSTS = 60;
const PEER_PARALLEL = 8;
const WORKER = fileURLToPath(new URL('../test/press_worker.js', import.meta.url));

/**
 * One process that collects and reads 1,000 sources without any pacing: articles a second, stored and extracted, while
 * grouping and analysis take their share. Beside it rss-parser with Readability over the same feeds, which store nothing.
 */
export const bench: BenchTask = {
  name: 'collect.throughput',
  async run() {
    const press = await startScaledPress(SIZE);
    const folder = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
    try {
      const peer = await timePeer(press);
      const own = await timeCollector(press, folder);
      const rate = own.articles / own.seconds;
      return [
        {
          name: 'collect.throughput.articles',
          value: rate,
          unit: 'articles/s',
          ratio: { to: 'rss-parser + readability', value: rate / peer },
        },
        row('stored and extracted', own.articles, 'articles'),
        row('analysed meanwhile', own.analysed, 'articles'),
        row('memory after a third', own.earlyMb, 'MB'),
        row('memory at most', own.mostMb, 'MB'),
        row('processor time of the process', own.cpuMs / own.articles, 'ms/article'),
        row('rss-parser + readability', peer, 'articles/s'),
      ];
    } finally {
      await press.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function row(name: string, value: number, unit: string): BenchRow {
  return { name: `collect.throughput.${name.replaceAll(' ', '_')}`, value, unit };
}

interface Collected {
  readonly articles: number;
  readonly analysed: number;
  /** From the first article to the last. */
  readonly seconds: number;
  readonly earlyMb: number;
  readonly mostMb: number;
  readonly cpuMs: number;
}

async function timeCollector(press: ScaledPress, folder: string): Promise<Collected> {
  const store = await openStore({ dataFolder: folder, applicationName: 'sanad bench' });
  const settings: PressWorkerSettings = {
    roles: ['collect', 'process'],
    dataFolder: folder,
    registryFolder: writeRegistry(press, folder),
    addresses: press.hosts.map((host) => [host, press.address]),
    pace: { hostIntervalMs: 0, minPollMs: 3_600_000 },
    leaseMs: 60_000,
  };
  const child = spawn(process.execPath, [WORKER, JSON.stringify(settings)], { stdio: 'inherit' });
  try {
    return await watch(store, child.pid ?? 0);
  } finally {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
    await store.close();
  }
}

function writeRegistry(press: ScaledPress, folder: string): string {
  const registryFolder = join(folder, 'bench-registry');
  mkdirSync(registryFolder);
  const outlets = press.hosts.map((host, at) => ({
    id: `matbuat${at}`,
    name: `مطبوعات ${at}`,
    domains: [host],
  }));
  const sources = press.hosts.map((host, at) => ({
    ...{ id: `matbuat${at}-feed`, outletId: `matbuat${at}`, kind: 'feed', url: `http://${host}/feed` },
  }));
  writeFileSync(join(registryFolder, 'bench.json'), JSON.stringify({ outlets, sources }));
  return registryFolder;
}

async function watch(store: Store, pid: number): Promise<Collected> {
  const wanted = SIZE.hosts * SIZE.articlesOfHost;
  const started = performance.now();
  let first = { at: started, articles: 0 };
  let [earlyMb, mostMb] = [0, 0];
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const now = performance.now();
    const counted = await store.row<{ articles: number; analysed: number }>(
      'select (select count(*) from article) as articles, (select count(*) from analysis) as analysed',
    );
    const { articles, analysed } = counted ?? { articles: 0, analysed: 0 };
    if (first.articles === 0 && articles > 0) first = { at: now, articles };
    const mb = residentMb(pid);
    mostMb = Math.max(mostMb, mb);
    if (articles <= wanted / 3) earlyMb = Math.max(earlyMb, mb);
    if (articles < wanted && now - started < LONGEST_MS) continue;
    const seconds = (now - first.at) / 1000;
    return { articles: articles - first.articles, analysed, seconds, earlyMb, mostMb, cpuMs: cpuMs(pid) };
  }
}

function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}

/** Ticks of `/proc/<pid>/stat` are hundredths of a second. */
const TICK_MS = 10;

function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Articles a second of the usual pair, which reads title and text and keeps nothing. */
async function timePeer(press: ScaledPress): Promise<number> {
  const parser = new Parser();
  const waiting = press.hosts.slice(0, PEER_HOSTS);
  let articles = 0;
  const started = performance.now();
  async function work(): Promise<void> {
    for (let host = waiting.pop(); host !== undefined; host = waiting.pop()) {
      const { items } = await parser.parseString(await ask(press, `http://${host}/feed`));
      for (const { link = '' } of items) {
        const { document } = parseHTML(await ask(press, link));
        if (new Readability(document as never).parse()?.title) articles += 1;
      }
    }
  }
  await Promise.all(Array.from({ length: PEER_PARALLEL }, work));
  return articles / ((performance.now() - started) / 1000);
}

function ask({ address }: ScaledPress, url: string): Promise<string> {
  const { host, pathname } = new URL(url);
  return new Promise((resolve, reject) => {
    get(`http://${address}${pathname}`, { headers: { host } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    }).on('error', reject);
  });
}
