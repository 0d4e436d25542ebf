import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readFundus } from '../eval/extract_fundus.js';
import { readTarGz } from '../eval/tar_entries.js';
import { decodeHtml } from '../src/extract/decode_html.js';
import { extractPage } from '../src/extract/extract_page.js';
import { PACKAGE_ROOT } from '../src/package_root.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import type { Registry } from '../src/sources/registry.js';
import { percentile } from './percentile.js';
import type { BenchRow, BenchTask } from './task.js';

/** Every n-th page of the public set: enough for a mean, and Readability is slow. */
const STEP = 4;
/** The first pages let the compiler settle and are not counted. */
const WARM_UP = 40;
const DATA_FOLDERS = [process.env.SANAD_EVAL_DATA ?? '', join(PACKAGE_ROOT, '..', 'shared')];

interface Page {
  readonly url: string;
  readonly bytes: Uint8Array;
}

/**
 * Milliseconds of processor time of a page from its bytes to all of its fields, and the same pages through Mozilla's Readability on
 * linkedom, which yields title and text alone. Pages of the evaluation sets where they are at hand, else the invented
 * ones of the suite.
 */
export const bench: BenchTask = {
  name: 'extract',
  run() {
    const registry = loadRegistry().value;
    if (!registry) throw new Error('Cannot measure extraction: the built-in registry is broken');
    const pages = readPages();
    const own = timesOf(pages, (page) => extractPage(page, registry));
    const peer = timesOf(pages, readWithReadability);
    const ratio = { to: 'readability on linkedom', value: mean(own) / mean(peer) };
    return Promise.resolve([
      { name: 'extract.pages', value: pages.length, unit: 'pages' },
      { ...row('mean', mean(own)), ratio },
      row('p50', percentile(own, 50)),
      row('p99', percentile(own, 99)),
      row('slowest', Math.max(...own)),
      row('readability_mean', mean(peer)),
      row('readability_p99', percentile(peer, 99)),
      ...pressRows(registry),
    ]);
  },
};

/** The pages of the suite alone: what pages of Persian systems cost. */
function pressRows(registry: Registry): BenchRow[] {
  const times = timesOf(inventedPages(), (page) => extractPage(page, registry));
  return [row('invented_persian_mean', mean(times))];
}

function row(name: string, value: number): BenchRow {
  return { name: `extract.${name}`, value, unit: 'ms' };
}

function readPages(): Page[] {
  const folder = DATA_FOLDERS.find((path) => existsSync(join(path, 'data', 'pages')));
  if (folder === undefined) return inventedPages();
  const files = readTarGz(join(folder, 'data', 'pages', 'trafilatura-eval.tar.gz'));
  const evaluated = [...files]
    .filter(([name]) => name.endsWith('.html'))
    .filter((_, at) => at % STEP === 0)
    .map(([name, bytes]) => ({ url: `https://site.example/${name}`, bytes }));
  const news = readFundus(join(folder, 'data', 'pages', 'fundus-dev.tar.gz'));
  return [...evaluated, ...news.map(({ url, bytes }) => ({ url, bytes }))];
}

function inventedPages(): Page[] {
  const folder = join(PACKAGE_ROOT, 'test', 'pages');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({ url: `https://site.example/${name}`, bytes: readFileSync(join(folder, name)) }));
}

function readWithReadability({ bytes }: Page): unknown {
  const { document } = parseHTML(decodeHtml(bytes, undefined).html);
  return document.documentElement ? new Readability(document as never).parse() : undefined;
}

function timesOf(pages: readonly Page[], run: (page: Page) => unknown): number[] {
  for (const page of pages.slice(0, WARM_UP)) run(page);
  return pages.map((page) => {
    const before = process.cpuUsage();
    run(page);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
