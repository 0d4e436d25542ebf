import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type ExtractInput, extractPage } from '../src/extract/extract_page.js';
import { cut, type Span } from '../src/model/span.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import type { Registry } from '../src/sources/registry.js';
import type { EvalScore, EvalTask } from './task.js';

// 1,729 bodies of Persian news articles, as HTML fragments and as text, with headline. For the articles of the
// development gold every box and end mark must be out of the body, and every line outside them must be in it.
// For all articles: the share that keeps at least 90 % of its letters, and the empty ones told apart.

interface Article {
  readonly id: number;
  readonly outlet: string;
  readonly title: string;
  readonly html: string;
  readonly text: string;
}
interface GoldArticle {
  readonly id: number;
  readonly boilerplate: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

export const task: EvalTask = { name: 'extract_khabaryaab', run };

async function run(dataFolder: string): Promise<readonly EvalScore[]> {
  const registry = loadRegistry().value;
  if (!registry) throw new Error('Cannot measure extraction: the built-in registry is broken');
  const articles = readArticles(join(dataFolder, 'data', 'articles', 'khabaryaab-2019-aug-sep.jsonl.gz'));
  const gold = JSON.parse(readFileSync(join(dataFolder, 'gold', 'dev-statements.json'), 'utf8'));
  const goldArticles = [...gold.articles, ...gold.extraArticles] as GoldArticle[];
  const byId = new Map(articles.map((article) => [article.id, article]));
  const scores: EvalScore[] = [];
  for (const source of ['html', 'text'] as const) {
    const out = { all: 0, right: 0, faults: [] as string[] };
    const kept = { all: 0, right: 0, faults: [] as string[] };
    for (const one of goldArticles) {
      const article = byId.get(one.id);
      if (article)
        checkGold({ article, gold: one, ...textsOf(inputOf(article, source), registry) }, out, kept);
    }
    scores.push(
      score(`extract.khabaryaab.${source}_boxes_out`, out),
      score(`extract.khabaryaab.${source}_lines_kept`, kept),
    );
    scores.push(...wholeSet(articles, source, registry));
  }
  return scores;
}

interface Tally {
  all: number;
  right: number;
  readonly faults: string[];
}

function checkGold(
  { article, gold, body, withBylines }: { article: Article; gold: GoldArticle } & Texts,
  out: Tally,
  kept: Tally,
): void {
  for (const box of gold.boilerplate) {
    const lines = box.text
      .split('\n')
      .map(bare)
      .filter((line) => line.length > 2);
    add(
      out,
      !lines.some(
        (line) =>
          body.split('\n').some((paragraph) => bare(paragraph).includes(line) && line.length > 5) ||
          body.split('\n').some((paragraph) => bare(paragraph) === line),
      ),
      `${article.id} ${box.text.slice(0, 30)}`,
    );
  }
  let rest = article.text;
  for (const box of [...gold.boilerplate].sort((a, b) => b.start - a.start))
    rest = rest.slice(0, box.start) + rest.slice(box.end);
  const all = bare(withBylines);
  for (const line of rest.split('\n').map(bare))
    if (line.length > 2) add(kept, all.includes(line), `${article.id} ${line.slice(0, 40)}`);
}

function wholeSet(articles: readonly Article[], source: 'html' | 'text', registry: Registry): EvalScore[] {
  let empty = 0;
  let whole = 0;
  let filled = 0;
  for (const article of articles) {
    const { body } = textsOf(inputOf(article, source), registry);
    if (body === '') empty++;
    if (article.text.trim() === '') continue;
    filled++;
    if (bare(body).length >= bare(article.text).length * 0.9) whole++;
  }
  return [
    {
      name: `extract.khabaryaab.${source}_whole_bodies`,
      value: whole / filled,
      note: `${filled} bodies, ${empty} without letters`,
    },
  ];
}

function inputOf(article: Article, source: 'html' | 'text'): ExtractInput {
  const { title } = article;
  return source === 'html' ? { html: article.html, title } : { text: article.text, title };
}

interface Texts {
  readonly body: string;
  /** The same with «تهران (پانا) - » before the paragraphs that it was read off: it is kept as data. */
  readonly withBylines: string;
}

function textsOf(input: ExtractInput, registry: Registry): Texts {
  const { value } = extractPage(input, registry);
  if (!value) return { body: '', withBylines: '' };
  const ranges = [...(value.lede ? [value.lede] : []), ...value.body.map((block) => block.span)];
  const bylines = value.boilerplate.filter(({ evidence }) => evidence.rule.startsWith('byline/'));
  const withByline = (range: Span) => {
    const byline = bylines.find(
      ({ evidence: { span } }) => span.end <= range.start && range.start - span.end < 3,
    );
    return byline ? { start: byline.evidence.span.start, end: range.end } : range;
  };
  return {
    body: ranges.map((range) => cut(value.text, range)).join('\n'),
    withBylines: ranges.map((range) => cut(value.text, withByline(range) as Span)).join('\n'),
  };
}

function readArticles(file: string): Article[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean);
  return lines
    .map((line) => JSON.parse(line) as Article)
    .map((article) => ({ ...article, html: article.html ?? '', text: article.text ?? '' }));
}

/** Letters and digits only: fragments and texts differ in blanks and entities. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function add(tally: Tally, right: boolean, what: string): void {
  tally.all++;
  if (right) tally.right++;
  else tally.faults.push(what);
}

function score(name: string, tally: Tally): EvalScore {
  return {
    name,
    value: tally.right / tally.all,
    note: `${tally.all} checks; ${tally.faults.slice(0, 4).join('; ')}`,
  };
}
