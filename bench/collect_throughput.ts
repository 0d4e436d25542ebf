import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import Parser from 'rss-parser';
import type { Store } from '../src/store/database.js';
import { openStore } from '../src/store/open_store.js';
import type { PressWorkerSettings } from '../test/press_worker.js';
import { databaseSeconds, processSeconds, residentMb } from './process_stats.js';
import { type ScaledPress, startScaledPress } from './scaled_press.js';
import type { BenchRow, BenchTask } from './task.js';

const SIZE = { hosts: 1000, articlesOfHost: 6 };
/** Longest waits: until everything is stored and extracted, and from there until it is grouped and analysed too. */
const LONGEST_MS = 75_000;
const LONGEST_AFTER_MS = 75_000;
const LOOK_MS = 500;
/** Of the peer as many sources as take some seconds. */
const PEER_HOSTS = 60;
const PEER_PARALLEL = 8;
const WORKER = fileURLToPath(new URL('../test/press_worker.js', import.meta.url));

/**
 * One process that collects and reads 1,000 sources without any pacing. The first row counts articles that are stored and
 * extracted, while grouping goes on beside and analysis gives way; the second counts until all of them are grouped and
 * analysed too. Beside it rss-parser with Readability over the same feeds, which keep nothing.
 */
export const bench: BenchTask = {
  name: 'collect.throughput',
  async run() {
    const press = await startScaledPress(SIZE);
    const folder = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
    try {
      const peer = await timePeer(press);
      const own = await timeCollector(press, folder);
      const { extracted, whole } = own;
      return [
        {
          name: 'collect.throughput.articles',
          value: extracted.rate,
          unit: `articles/s (${extracted.articles} stored and extracted)`,
          ratio: { to: 'rss-parser + readability', value: extracted.rate / peer.rate },
        },
        row('grouped and analysed too', whole.rate, `articles/s (${whole.articles})`),
        row('memory after a third', own.memory.early, 'MB'),
        row('memory in the middle', own.memory.median, 'MB'),
        row('memory at most', own.memory.most, 'MB'),
        row('memory growth in the last two thirds', own.memory.growth, 'MB per 1,000 articles'),
        row('processor time of the process', extracted.program, 'ms/article'),
        row('processor time of the database', extracted.database, 'ms/article'),
        row('processor time of the press', extracted.press, 'ms/article (apart)'),
        row('rss-parser + readability', peer.rate, 'articles/s'),
        row('processor time of the pair', peer.cpuMs, 'ms/article'),
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
  readonly extracted: Stretch & Costs;
  readonly whole: Stretch;
  readonly memory: MemoryUse;
}

/** From the first article to the last. */
interface Stretch {
  readonly articles: number;
  /** Articles a second. */
  readonly rate: number;
}

/** Processor time. */
interface Costs {
  readonly program: number;
  readonly database: number;
  readonly press: number;
}

/** Megabytes while articles are stored and extracted. */
interface MemoryUse {
  readonly early: number;
  readonly median: number;
  readonly most: number;
  readonly growth: number;
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
    return await watch(store, { program: child.pid ?? 0, press: press.pid, folder });
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

interface Watched {
  readonly program: number;
  readonly press: number;
  /** Data folder of the database. */
  readonly folder: string;
}

interface Look {
  /** Milliseconds. */
  readonly at: number;
  readonly articles: number;
  readonly analysed: number;
  readonly memory: number;
}

async function watch(store: Store, watched: Watched): Promise<Collected> {
  const wanted = SIZE.hosts * SIZE.articlesOfHost;
  const looks: Look[] = [];
  const until = async (count: (look: Look) => number, longestMs: number): Promise<Look> => {
    const started = performance.now();
    for (;;) {
      await sleep(LOOK_MS);
      const look = await lookAt(store, watched);
      if (look.articles > 0) looks.push(look);
      if (count(look) >= wanted || look.at - started > longestMs) return look;
    }
  };
  const first = await until(({ articles }) => (articles > 0 ? wanted : 0), LONGEST_MS);
  const before = usedBy(watched);
  const extracted = stretch(first, await until(({ articles }) => articles, LONGEST_MS));
  const memory = memoryUse(looks);
  const used = usedBy(watched);
  const last = await until(({ analysed }) => analysed, LONGEST_AFTER_MS);
  const perArticle = (name: keyof Costs): number => ((used[name] - before[name]) * 1000) / extracted.articles;
  const costs = {
    ...{ program: perArticle('program'), database: perArticle('database'), press: perArticle('press') },
  };
  const whole = stretch({ ...first, articles: first.analysed }, { ...last, articles: last.analysed });
  return { extracted: { ...extracted, ...costs }, whole, memory };
}

async function lookAt(store: Store, { program }: Watched): Promise<Look> {
  const counted = await store.row<{ articles: number; analysed: number }>(
    'select (select count(*) from article) as articles, (select count(*) from analysis) as analysed',
  );
  const { articles, analysed } = counted ?? { articles: 0, analysed: 0 };
  return { at: performance.now(), articles, analysed, memory: residentMb(program) };
}

/** Processor seconds so far. */
function usedBy({ program, press, folder }: Watched): Costs {
  return {
    program: processSeconds(program),
    database: databaseSeconds(folder),
    press: processSeconds(press),
  };
}

function stretch(first: Look, last: Look): Stretch {
  const articles = last.articles - first.articles;
  return { articles, rate: articles / ((last.at - first.at) / 1000) };
}

function memoryUse(looks: readonly Look[]): MemoryUse {
  const all = looks.map(({ memory }) => memory);
  const most = looks.at(-1)?.articles ?? 0;
  const late = looks.filter(({ articles }) => articles > most / 3);
  const sorted = all.toSorted((a, b) => a - b);
  const early = looks.filter(({ articles }) => articles <= most / 3).map(({ memory }) => memory);
  return {
    early: Math.max(0, ...early),
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    most: Math.max(...all),
    growth: slopeOf(late) * 1000,
  };
}

/** Megabytes for each article, by least squares. */
function slopeOf(looks: readonly Look[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const articles = mean(looks.map((look) => look.articles));
  const memory = mean(looks.map((look) => look.memory));
  const both = looks.map((look) => (look.articles - articles) * (look.memory - memory));
  const square = looks.map((look) => (look.articles - articles) ** 2);
  return mean(both) / mean(square);
}

/** The usual pair in one process, without a second thread: it reads title and text and keeps nothing. */
async function timePeer(press: ScaledPress): Promise<{ readonly rate: number; readonly cpuMs: number }> {
  const parser = new Parser();
  const waiting = press.hosts.slice(0, PEER_HOSTS);
  let articles = 0;
  const started = performance.now();
  const before = process.cpuUsage();
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
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - started) / 1000;
  return { rate: articles / seconds, cpuMs: (user + system) / 1000 / articles };
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
