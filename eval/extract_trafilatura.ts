import { join } from 'node:path';
import { extractPage } from '../src/extract/extract_page.js';
import type { ExtractedPage } from '../src/model/extracted_page.js';
import { cut } from '../src/model/span.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import { readTarGz } from './tar_entries.js';
import type { EvalScore, EvalTask } from './task.js';

// The evaluation set of adbar/trafilatura (Apache-2.0): for each page some segments that the text must hold
// (`with`) and some that it must not (`without`). As there, a wanted segment found is a true positive, an
// unwanted one found a false positive; F is the harmonic mean over all segments of all pages. Blank runs are
// compared as one space. Headline and lede are part of the text only where the page prints them in the body.

interface Page {
  readonly file: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly date?: string;
}

export const task: EvalTask = { name: 'extract_trafilatura', run };

async function run(dataFolder: string): Promise<readonly EvalScore[]> {
  const registry = loadRegistry().value;
  if (!registry) throw new Error('Cannot measure extraction: the built-in registry is broken');
  const files = readTarGz(join(dataFolder, 'data', 'pages', 'trafilatura-eval.tar.gz'));
  const gold = JSON.parse(Buffer.from(files.get('evaldata.json') ?? []).toString('utf8')) as Record<
    string,
    Page
  >;
  const count = {
    hit: 0,
    missed: 0,
    leaked: 0,
    pages: 0,
    dates: 0,
    rightDates: 0,
    contradicted: 0,
    rightUncontradicted: 0,
  };
  for (const [url, page] of Object.entries(gold)) {
    const bytes = files.get(`eval/${page.file}`) ?? files.get(`cache/${page.file}`);
    if (!bytes) continue;
    const { value } = extractPage({ url, bytes }, registry);
    count.pages++;
    addSegments(count, page, squash(value ? textOf(value) : ''));
    addDate(count, { ...page, bytes }, value?.published?.iso);
  }
  return scoresOf(count);
}

const STATED = [
  /"datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2})/g,
  /<meta[^>]*(?:published_time|datePublished)["'][^>]*content=["'](\d{4}-\d{2}-\d{2})/g,
];
const DAY_MS = 86_400_000;

/** Whether the page states days of publication for machines and all are more than a day off the gold. */
function contradicts(bytes: Uint8Array, day: string): boolean {
  const html = Buffer.from(bytes).toString('latin1');
  const stated = STATED.flatMap((pattern) => [...html.matchAll(pattern)].map((match) => match[1] ?? ''));
  const off = (other: string) => Math.abs(Date.parse(other) - Date.parse(day)) > DAY_MS;
  return stated.length > 0 && stated.every(off);
}

/** Offsets of the zones in which the set's publishers live, from the west of America to Japan. */
const ZONE_HOURS = { west: -8, east: 9 };

/** Whether an instant lies on a day where its publisher lives: one in UTC may be the day before or after there. */
function namesDay(iso: string, day: string): boolean {
  if (iso.slice(0, 10) === day) return true;
  if (!iso.endsWith('Z')) return false;
  const instant = Date.parse(iso);
  return [ZONE_HOURS.west, ZONE_HOURS.east].some(
    (hours) => new Date(instant + hours * 3_600_000).toISOString().slice(0, 10) === day,
  );
}

type Count = {
  hit: number;
  missed: number;
  leaked: number;
  pages: number;
  dates: number;
  rightDates: number;
  /** Dates of the gold that every machine-readable statement of their page denies. */
  contradicted: number;
  rightUncontradicted: number;
};

function addDate(count: Count, page: Page & { readonly bytes: Uint8Array }, found: string | undefined): void {
  const { date, bytes } = page;
  if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return;
  const isRight = found !== undefined && namesDay(found, date);
  count.dates++;
  if (isRight) count.rightDates++;
  if (contradicts(bytes, date)) count.contradicted++;
  else if (isRight) count.rightUncontradicted++;
}

function addSegments(count: Count, page: Page, body: string): void {
  for (const segment of page.with) {
    if (body.includes(squash(segment))) count.hit++;
    else count.missed++;
  }
  for (const segment of page.without) if (body.includes(squash(segment))) count.leaked++;
}

function textOf(page: ExtractedPage): string {
  const lede = page.lede ? `${cut(page.text, page.lede)}\n` : '';
  return lede + page.body.map((block) => cut(page.text, block.span)).join('\n');
}

function scoresOf(count: Count): EvalScore[] {
  const precision = count.hit / Math.max(1, count.hit + count.leaked);
  const recall = count.hit / Math.max(1, count.hit + count.missed);
  const note = `${count.pages} pages, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; published there: trafilatura 0.924`;
  return [
    { name: 'extract.trafilatura.f', value: (2 * precision * recall) / (precision + recall), note },
    {
      name: 'extract.trafilatura.dates',
      value: count.rightDates / Math.max(1, count.dates),
      note: `${count.dates} pages`,
    },
    {
      name: 'extract.trafilatura.dates_uncontradicted',
      value: count.rightUncontradicted / Math.max(1, count.dates - count.contradicted),
      note: `without ${count.contradicted} pages whose own metadata state another day of publication than the gold`,
    },
  ];
}

function squash(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
