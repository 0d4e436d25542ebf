import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { startSanad } from '../test/sanad_process.js';
import type { BenchRow, BenchTask } from './task.js';

const CONNECTIONS = 200;
const LOAD_SECONDS = 60;
/** Before the load is measured: connections open, pages are compiled, the memory grows to what the work needs. */
const WARM_SECONDS = 15;
/** The demonstration has stories on its front page and a ledger by then. */
const STORIES_WANTED = 30;
const PATIENCE_MS = 300_000;
const SAMPLE_MS = 1000;
/** Pages between where one reader begins and the next. */
const SPREAD = 7;
const SEARCHES = ['سپیدبار', 'گفت\u200cوگو', 'رئیس\u200cجمهور', 'آب مرز', 'تکذیب'];

/**
 * Two hundred readers at once on the demonstration while it collects: the whole program in one process, as `npm run demo`
 * starts it, with its sample press. All come from one address; pages have no limit of requests for an address (comments,
 * votes, alerts, signing in and the API have, and are not asked here). Addresses are those that the pages link, so that
 * what is kept for three seconds is asked beside what is not.
 */
export const bench: BenchTask = {
  name: 'site.load',
  onDemand: true,
  async run() {
    const data = mkdtempSync(join(tmpdir(), 'sanad-bench-load-'));
    const sanad = startSanad(['demo'], { SANAD_DATA: data, SANAD_PORT: '0' });
    try {
      const base = (await sanad.printed(/Sanad is at (http:\S+)/))[1] ?? '';
      const paths = await gatherPaths(base);
      const pid = sanad.child.pid ?? 0;
      const idle = residentMb(pid);
      await load(base, paths, WARM_SECONDS);
      const before = await countStories(base);
      const memory = sampleMemory(pid);
      const result = await load(base, paths, LOAD_SECONDS);
      const sizes = memory.stop();
      const added = (await countStories(base)) - before;
      return [
        ...speedRows(result, paths.length),
        ...memoryRows(idle, sizes),
        { name: 'stories that came in meanwhile', value: added, unit: '' },
      ];
    } finally {
      sanad.child.kill('SIGINT');
      if (sanad.child.exitCode === null) await once(sanad.child, 'close');
      rmSync(data, { recursive: true, force: true });
    }
  },
};

/** Addresses of pages that the first pages of each kind lead to, and searches; waits until there are enough stories. */
async function gatherPaths(base: string): Promise<readonly string[]> {
  const until = Date.now() + PATIENCE_MS;
  while ((await countStories(base)) < STORIES_WANTED) {
    if (Date.now() > until) throw new Error('Cannot load the demonstration: it collects no stories');
    await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
  }
  const first = [
    '/',
    '/stories',
    '/entities',
    '/dyads',
    '/threads',
    '/topics',
    '/outlets',
    '/contradictions',
  ];
  const linked: string[] = [];
  for (const path of first) {
    const html = await (await fetch(base + path)).text();
    linked.push(
      ...[...html.matchAll(/href="(\/(?:story|entity|dyad|thread|topic|outlet|category)\/[^"#?]+)"/g)].map(
        (match) => match[1] ?? '',
      ),
    );
  }
  const stories = [...new Set(linked)].filter((path) => path.startsWith('/story/')).slice(0, 20);
  for (const path of stories) {
    const html = await (await fetch(base + path)).text();
    linked.push(
      ...[...html.matchAll(/href="(\/(?:article|contact|statement)\/[^"#?]+)"/g)].map(
        (match) => match[1] ?? '',
      ),
    );
  }
  const pages = [...new Set(linked)].filter((path) => !/\.(xml|json|csv|jsonl)$/.test(path));
  return [...first, ...pages, ...SEARCHES.map((words) => `/search?q=${encodeURIComponent(words)}`)];
}

async function countStories(base: string): Promise<number> {
  const html = await (await fetch(`${base}/sitemap-stories-1.xml`)).text();
  return html.split('<loc>').length - 1;
}

function load(base: string, paths: readonly string[], seconds: number): Promise<autocannon.Result> {
  let begun = 0;
  return autocannon({
    url: base,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { 'accept-encoding': 'gzip' },
    // Each reader begins at another page, so that they are spread over all of them.
    setupClient: (client) => {
      const start = (begun++ * SPREAD) % paths.length;
      client.setRequests([...paths.slice(start), ...paths.slice(0, start)].map((path) => ({ path })));
    },
  });
}

function speedRows(result: autocannon.Result, pathCount: number): readonly BenchRow[] {
  const { requests, latency, non2xx, errors, timeouts } = result;
  return [
    { name: `${CONNECTIONS} connections, ${pathCount} addresses`, value: requests.average, unit: 'pages/s' },
    { name: 'p50', value: latency.p50, unit: 'ms' },
    { name: 'p99', value: latency.p99, unit: 'ms' },
    { name: 'answers', value: requests.total, unit: '' },
    { name: 'answers that were no pages', value: non2xx, unit: '' },
    { name: 'broken connections and timeouts', value: errors + timeouts, unit: '' },
  ];
}

/** Resident memory of the program, second by second. */
function sampleMemory(pid: number): { stop(): readonly number[] } {
  const sizes = [residentMb(pid)];
  const timer = setInterval(() => sizes.push(residentMb(pid)), SAMPLE_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return sizes;
    },
  };
}

function memoryRows(idle: number, sizes: readonly number[]): readonly BenchRow[] {
  const third = Math.ceil(sizes.length / 3);
  const [first, last] = [median(sizes.slice(0, third)), median(sizes.slice(-third))];
  return [
    { name: 'memory before any load', value: idle, unit: 'MB' },
    { name: `memory, first third of ${LOAD_SECONDS} s`, value: first, unit: 'MB' },
    {
      name: 'memory, last third',
      value: last,
      unit: 'MB',
      ratio: { to: 'the first third', value: last / first },
    },
    { name: 'memory, largest', value: Math.max(...sizes), unit: 'MB' },
    { name: 'memory at the end', value: sizes.at(-1) ?? 0, unit: 'MB' },
  ];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}
