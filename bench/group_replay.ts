import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createGrouper } from '../src/group/grouper.js';
import { chainOf } from '../src/pipeline/chain_of.js';
import { loadGazetteer } from '../src/pipeline/load_gazetteer.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import { variedNews } from './persian_articles.js';
import type { BenchRow, BenchTask } from './task.js';

const MARKS = [10_000, 40_000, 80_000];
/** Posts over which the time at a mark is averaged. */
const STRETCH = 2_000;

interface Arrival {
  readonly outlet: string;
  readonly published: string;
  readonly text: string;
}

/**
 * Posts a second on one core, credits read from each and names known as in the product, and how the time for one grows with the window: the shared posts replayed by the clock
 * where the evaluation data is there, invented posts otherwise.
 */
export const bench: BenchTask = {
  name: 'group.replay',
  run() {
    const arrivals = readArrivals();
    const { value: registry } = loadRegistry();
    if (registry === undefined) throw new Error('Cannot read the registry that comes with the program');
    const { value: gazetteer } = loadGazetteer(registry.outlets);
    const grouper = createGrouper({ registry, ...(gazetteer && { gazetteer }) });
    const rows: BenchRow[] = [];
    const before = process.cpuUsage();
    let stretch = process.cpuUsage();
    let peak = 0;
    for (const [index, { outlet, published, text }] of arrivals.entries()) {
      const count = index + 1;
      const report = { id: String(index), outlet, published, text };
      grouper.add({ ...report, chain: chainOf(report, registry) });
      if (MARKS.some((mark) => count === Math.min(mark, arrivals.length) - STRETCH))
        stretch = process.cpuUsage();
      const mark = MARKS.find((each) => count === Math.min(each, arrivals.length));
      if (mark !== undefined) rows.push(row(`ms_a_post_at_${mark}`, milliseconds(stretch) / STRETCH, 'ms'));
      if (count % 5_000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    }
    const seconds = milliseconds(before) / 1000;
    rows.unshift(row('posts', arrivals.length / seconds, 'posts/s'));
    rows.push(row('peak_memory', peak / 1e6, 'MB'));
    return Promise.resolve(rows);
  },
};

function row(name: string, value: number, unit: string): BenchRow {
  return { name: `group.replay.${name}`, value, unit };
}

function milliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function readArrivals(): readonly Arrival[] {
  const folder = process.env.SANAD_EVAL_DATA;
  const file = join(folder ?? '', 'data', 'telegram', 'news-dev.jsonl.gz');
  if (folder === undefined || !existsSync(file)) return inventedArrivals();
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { channel: string; time: string; text: string | null })
    .map(({ channel, time, text }) => ({ outlet: channel, published: time, text: text ?? '' }))
    .map((arrival) => ({ arrival, at: Date.parse(arrival.published) }))
    .sort((a, b) => a.at - b.at)
    .map(({ arrival }) => arrival);
}

const INVENTED_BYTES = 12_000_000;
const SECONDS_APART = 76;

function inventedArrivals(): readonly Arrival[] {
  const start = Date.parse('2026-01-01T00:00:00Z');
  return variedNews(INVENTED_BYTES)
    .flatMap((text) => text.split('\n'))
    .map((text, index) => ({
      outlet: `nemune-${index % 11}`,
      published: new Date(start + index * SECONDS_APART * 1000).toISOString(),
      text,
    }));
}
