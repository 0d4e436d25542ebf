import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extractPage } from '../src/extract/extract_page.js';
import type { ExtractedPage } from '../src/model/extracted_page.js';
import { cut } from '../src/model/span.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import { readTarGz } from './tar_entries.js';
import type { EvalScore, EvalTask } from './task.js';

// News pages of flairNLP/fundus (MIT) with gold from hand-written parsers: title, publication date, summary and
// paragraphs. A publisher's file holds one gold per parser version; the one whose paragraphs the page contains
// is its gold. Body: F1 over the multiset of tokens, mean over pages. Title: equal letters and digits. Date:
// the same instant to the minute, or the same day where page or gold state no more.

interface Gold {
  readonly body?: {
    readonly summary?: readonly string[];
    readonly sections?: readonly {
      readonly headline?: readonly string[];
      readonly paragraphs?: readonly string[];
    }[];
  } | null;
  readonly title?: string | null;
  readonly publishing_date?: string | null;
}

export interface FundusPage {
  readonly name: string;
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly gold: Gold;
}

export const task: EvalTask = { name: 'extract_fundus', run };

async function run(dataFolder: string): Promise<readonly EvalScore[]> {
  const registry = loadRegistry().value;
  if (!registry) throw new Error('Cannot measure extraction: the built-in registry is broken');
  const body: number[] = [];
  const title: number[] = [];
  const date: number[] = [];
  for (const { url, bytes, gold } of readFundus(join(dataFolder, 'data', 'pages', 'fundus-dev.tar.gz'))) {
    const { value } = extractPage({ url, bytes }, registry);
    const wanted = goldText(gold);
    const found = value?.title ? cut(value.text, value.title) : '';
    if (wanted) body.push(tokenF1(wanted, value ? textOf(value) : ''));
    if (gold.title) title.push(Number(sameLetters(gold.title, found)));
    if (gold.publishing_date) date.push(Number(sameTime(gold.publishing_date, value?.published?.iso)));
  }
  return [
    { name: 'extract.fundus.body_f1', value: mean(body), note: `${body.length} pages` },
    { name: 'extract.fundus.title', value: mean(title), note: `${title.length} pages` },
    { name: 'extract.fundus.date', value: mean(date), note: `${date.length} pages` },
  ];
}

/** The pages of the set, each with the gold version that fits it. */
export function readFundus(file: string): FundusPage[] {
  const files = readTarGz(file);
  const pages: FundusPage[] = [];
  for (const [name, packed] of files) {
    const match = /^(?:.*\/)?([a-z]+)\/([^/]+)_\d{4}_\d{2}_\d{2}(?:_\d+)?\.html\.gz$/.exec(name);
    if (!match?.[1] || !match[2]) continue;
    const bytes = gunzipSync(packed);
    const folder = name.slice(0, name.lastIndexOf('/'));
    const versions = Object.values(readJson<Record<string, Gold>>(files, `${folder}/${match[2]}.json`) ?? {});
    const gold = bestVersion(versions, bytes.toString('utf8'));
    const meta = readJson<Record<string, { url?: string }>>(files, `${folder}/meta.info`);
    if (gold) pages.push({ name, url: meta?.[name.slice(folder.length + 1)]?.url ?? '', bytes, gold });
  }
  return pages;
}

function readJson<Value>(files: ReadonlyMap<string, Uint8Array>, name: string): Value | undefined {
  const bytes = files.get(name);
  return bytes ? (JSON.parse(Buffer.from(bytes).toString('utf8')) as Value) : undefined;
}

function bestVersion(versions: readonly Gold[], html: string): Gold | undefined {
  const page = bare(html.replace(/<[^>]*>/g, ''));
  const fit = (gold: Gold) =>
    goldText(gold)
      .split('\n')
      .filter((line) => line.length > 30 && page.includes(bare(line).slice(0, 40))).length +
    (gold.title && page.includes(bare(gold.title)) ? 1 : 0);
  return [...versions].sort((a, b) => fit(b) - fit(a))[0];
}

function goldText({ body }: Gold): string {
  const sections = (body?.sections ?? []).flatMap(({ headline, paragraphs }) => [
    ...(headline ?? []),
    ...(paragraphs ?? []),
  ]);
  return [...(body?.summary ?? []), ...sections].join('\n');
}

function textOf(page: ExtractedPage): string {
  const ranges = [...(page.lede ? [page.lede] : []), ...page.body.map((block) => block.span)];
  return ranges.map((range) => cut(page.text, range)).join('\n');
}

function tokenF1(wanted: string, found: string): number {
  const counts = new Map<string, number>();
  const gold = tokensOf(wanted);
  for (const token of gold) counts.set(token, (counts.get(token) ?? 0) + 1);
  const own = tokensOf(found);
  let shared = 0;
  for (const token of own) {
    const left = counts.get(token) ?? 0;
    if (left === 0) continue;
    shared++;
    counts.set(token, left - 1);
  }
  return gold.length + own.length === 0 ? 1 : (2 * shared) / (gold.length + own.length);
}

function tokensOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function sameLetters(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/&[a-z#0-9]+;/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function sameTime(gold: string, found: string | undefined): boolean {
  if (found === undefined) return false;
  const wall = found.slice(0, 10) === gold.slice(0, 10);
  if (!found.includes('T') || !/[+-]\d{2}:\d{2}$/.test(gold)) return wall;
  const wanted = Date.parse(gold.replace(' ', 'T'));
  return (
    Math.abs(wanted - Date.parse(found)) < 60_000 ||
    (gold.includes(' 00:00:00') && gold.slice(0, 10) === found.slice(0, 10))
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
