import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeHtml } from '../src/extract/decode_html.js';
import { extractPage } from '../src/extract/extract_page.js';
import { toPipeRecord } from '../src/extract/pipe_record.js';
import { PACKAGE_ROOT } from '../src/package_root.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import type { Registry } from '../src/sources/registry.js';
import type { EvalScore, EvalTask } from './task.js';

// The invented articles of the suite with boxes, tickers and adverts put between their paragraphs at random places,
// under class names that say what they are and under names that say nothing. A page counts as clean when headline,
// lede, body and date are what they were without the noise, letter for letter. The places are drawn from a seed.

export const task: EvalTask = { name: 'extract_noise', run };

/** Draws for each page. */
const ROUNDS = 6;
/** Pieces of noise put into one page. */
const PIECES = 3;

async function run(): Promise<readonly EvalScore[]> {
  const registry = loadRegistry().value;
  if (!registry) throw new Error('Cannot measure extraction: the built-in registry is broken');
  const pages = readArticles();
  return [
    scoreOf('named', pages, { registry, nameOf: ({ name }) => name }),
    scoreOf('unnamed', pages, { registry, nameOf: (_, draw) => `x${Math.floor(draw() * 9000)}` }),
  ];
}

interface NoisyPage {
  readonly file: string;
  readonly url: string;
  readonly html: string;
}

interface Noise {
  /** Class under which content systems print it. */
  readonly name: string;
  readonly markup: (className: string) => string;
}

const HEADLINES = [
  'بارش تگرگ در دشت نارون خسارت زد',
  'مهلت نام\u200cنویسی آزمون وکالت تمام شد',
  'قیمت سکه امروز چند است؟',
  'دربی شهر آبرود بی\u200cگل ماند',
  'وزیر راه از تونل برفگیر بازدید کرد',
  'نخستین نمایشگاه قالی مرند گشایش یافت',
];
const LINKS = HEADLINES.map((headline, at) => `<li><a href="/n/${7000 + at}">${headline}</a></li>`).join('');
const first = (at: number) => HEADLINES[at % HEADLINES.length] ?? '';

const NOISE: readonly Noise[] = [
  { name: 'ticker', markup: (name) => `<div class="${name}"><ul>${LINKS}</ul></div>` },
  { name: 'related', markup: (name) => `<div class="${name}"><h4>اخبار مرتبط</h4><ul>${LINKS}</ul></div>` },
  {
    name: 'inline-related',
    markup: (name) =>
      `<div class="${name}"><span>خبر مرتبط</span> <a href="/n/1">${first(0)}</a> کارشناسان بیمه از فردا راهی باغ\u200cها می\u200cشوند.</div>`,
  },
  { name: 'more', markup: () => `<p><strong>بیشتر بخوانید:</strong> <a href="/n/2">${first(1)}</a></p>` },
  { name: 'also', markup: () => `<p>همچنین بخوانید:</p><ul>${LINKS}</ul>` },
  {
    name: 'advert',
    markup: (name) =>
      `<div class="${name}"><span>آگهی</span><p>با چمدان\u200cهای سبک آراد سفر زمستانی خود را آسان کنید؛ ارسال رایگان تا پایان ماه.</p></div>`,
  },
  {
    name: 'channel',
    markup: (name) =>
      `<div class="${name}">با عضویت در کانال ما در ایتا از تازه\u200cترین خبرها باخبر شوید.</div>`,
  },
  {
    name: 'share',
    markup: (name) =>
      `<div class="${name}"><a href="#">تلگرام</a> <a href="#">ایتا</a> <a href="#">بله</a></div>`,
  },
  {
    name: 'related-table',
    markup: (name) =>
      `<table class="${name}"><tr><td>مطالب مرتبط</td></tr><tr><td><a href="/n/3">${first(2)}</a></td></tr></table>`,
  },
  { name: 'link-line', markup: () => `<p><a href="/n/4">${first(3)}</a></p>` },
  {
    name: 'most-viewed',
    markup: (name) => `<section class="${name}"><h3>پربازدیدها</h3><ol>${LINKS}</ol></section>`,
  },
];

function readArticles(): NoisyPage[] {
  const folder = join(PACKAGE_ROOT, 'test', 'pages');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const { url, kind } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
        url: string;
        kind: string;
      };
      const bytes = readFileSync(join(folder, file.replace('.json', '.html')));
      const { html } = decodeHtml(bytes, 'text/html');
      // Without two paragraphs there is no place between them.
      return kind === 'article' && placesIn(html).length > 0 ? [{ file, url, html }] : [];
    });
}

interface Options {
  readonly registry: Registry;
  readonly nameOf: (noise: Noise, draw: () => number) => string;
}

function scoreOf(name: string, pages: readonly NoisyPage[], options: Options): EvalScore {
  const faults: string[] = [];
  let all = 0;
  for (const [at, page] of pages.entries()) {
    const wanted = textOf(page, page.html, options.registry);
    for (let round = 0; round < ROUNDS; round++) {
      const draw = drawsFrom(at * 1000 + round);
      const { html, used } = withNoise(page.html, draw, options.nameOf);
      all++;
      if (textOf(page, html, options.registry) !== wanted) faults.push(`${page.file} ${used.join('+')}`);
    }
  }
  return {
    name: `extract.noise.${name}`,
    value: (all - faults.length) / all,
    note: `${all} pages, ${PIECES} pieces each${faults.length > 0 ? `; ${faults.slice(0, 5).join('; ')}` : ''}`,
  };
}

function textOf({ url }: NoisyPage, html: string, registry: Registry): string {
  const { value } = extractPage({ url, html }, registry);
  if (!value) return '';
  const { kind, title, lede, body, published } = toPipeRecord(value, 'html');
  return JSON.stringify({ kind, title, lede, body, published });
}

/** Offsets between two paragraphs of a text. */
function placesIn(html: string): number[] {
  return [...html.matchAll(/<\/p>(?=\s*<p[ >])/g)].map((match) => match.index + match[0].length);
}

function withNoise(
  html: string,
  draw: () => number,
  nameOf: Options['nameOf'],
): { html: string; used: readonly string[] } {
  const used: string[] = [];
  let noisy = html;
  for (let piece = 0; piece < PIECES; piece++) {
    const noise = NOISE[Math.floor(draw() * NOISE.length)];
    const places = placesIn(noisy);
    const place = places[Math.floor(draw() * places.length)];
    if (!noise || place === undefined) continue;
    used.push(noise.name);
    noisy = noisy.slice(0, place) + noise.markup(nameOf(noise, draw)) + noisy.slice(place);
  }
  return { html: noisy, used };
}

/** A small generator of numbers in 0..1 (mulberry32): the same pages on every machine. */
function drawsFrom(seed: number): () => number {
  let state = seed + 0x6d2b79f5;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
