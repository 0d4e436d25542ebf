import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { findRepeated } from '../extract/repeated_lines.js';
import { parseRegistry } from '../sources/registry.js';
import { loadPage } from '../store/fetched_pages.js';
import { loadLineCounts } from '../store/host_lines.js';
import { openTestDatabase } from '../store/test_database.js';
import { readArticlePage } from './article_page.js';
import {
  type Arrival,
  type Pipeline,
  processPage,
  processPages,
  processStoredPages,
} from './process_page.js';
import { rebuildArticles } from './rebuild.js';

const { value: registry } = parseRegistry([]);
const QUIET = { signal: new AbortController().signal };

/** What the host prints into every article; nothing in it is a cue. */
const SLOGAN = 'کشتی‌بان را سیاستی دگر آمد، هم‌سفر ما شوید';
const TOWNS = [
  'سپیدبار',
  'فیروزان',
  'آرتان',
  'گلدره',
  'نیک‌شهر',
  'کوهپایه',
  'دریاکنار',
  'سروستان',
  'مهرآباد',
  'بیدستان',
];
const QUOTED = 'استاندار گفت: «هیچ روستایی تا پایان هفته بی‌آب نخواهد ماند و تانکرها در راه‌اند.»';

function articleOf(town: string, ...more: readonly string[]): string {
  return [
    `<!doctype html><html lang="fa"><head><title>آب ${town} وصل شد</title></head><body><article><h1>آب ${town} وصل شد</h1>`,
    `<p>آب شهر ${town} که از دیروز به سبب شکستگی لوله قطع بود، بامداد امروز دوباره وصل شد و مدرسه‌ها باز شدند.</p>`,
    `<p>شهردار ${town} گفت لولهٔ تازه از جنس دیگری است و دست‌کم سی سال بی‌نیاز از تعمیر در جای خود می‌ماند.</p>`,
    ...more.map((line) => `<p>${line}</p>`),
    `<p>این سومین بار است که آب ${town} در سال جاری قطع می‌شود و مردم از کندی کار گله کرده بودند.</p>`,
    '</article></body></html>',
  ].join('\n');
}

function arrivalOf(town: string, html: string, hour = 8): Arrival {
  const at = TOWNS.indexOf(town);
  return {
    body: Buffer.from(html),
    format: 'html',
    url: `https://abkhabar.example/news/${at}`,
    fetchedAt: new Date(Date.UTC(2026, 1, 1, hour, at)).toISOString(),
    via: 'collect',
  };
}

async function openPipeline(t: TestContext): Promise<Pipeline> {
  assert.ok(registry);
  return { store: await openTestDatabase(t), registry };
}

/** Bodies in the order of arrival, current versions. */
async function bodiesOf({ store }: Pipeline): Promise<readonly string[]> {
  const rows = await store.rows<{ body: string }>(
    `select v.body from article a join article_version v on v.article_id = a.id and v.number = a.current_version
     order by a.id`,
  );
  return rows.map(({ body }) => body);
}

test('processPages() takes a line out of bodies once three other pages of the host have it', async (t) => {
  const pipeline = await openPipeline(t);
  await processPages(
    pipeline,
    TOWNS.map((town) => arrivalOf(town, articleOf(town, SLOGAN))),
  );
  const bodies = await bodiesOf(pipeline);
  assert.deepEqual(
    bodies.map((body) => body.includes(SLOGAN)),
    TOWNS.map((_town, at) => at < 3),
  );
  for (const [at, body] of bodies.entries()) assert.equal(body.split('\n').length, at < 3 ? 4 : 3);
  const explained = await readArticlePage(pipeline, TOWNS.length);
  assert.ok(
    explained?.result.trace.some(
      ({ rule, decision }) => rule === 'line/repeated-on-host' && decision === 'dropped',
    ),
  );
});

test('processPages() keeps a line that stands once and a sentence that two articles quote', async (t) => {
  const pipeline = await openPipeline(t);
  const once = 'مسیر جایگزین: جادهٔ قدیم کوهپایه';
  const more = new Map([
    ['آرتان', [once]],
    ['گلدره', [QUOTED]],
    ['نیک‌شهر', [QUOTED]],
  ]);
  await processPages(
    pipeline,
    TOWNS.map((town) => arrivalOf(town, articleOf(town, ...(more.get(town) ?? []), SLOGAN))),
  );
  const bodies = await bodiesOf(pipeline);
  assert.equal(bodies.filter((body) => body.includes(once)).length, 1);
  assert.equal(bodies.filter((body) => body.includes(QUOTED)).length, 2);
});

test('processPages() keeps the lines of an article that was fetched again and again', async (t) => {
  const pipeline = await openPipeline(t);
  const [town = ''] = TOWNS;
  for (let hour = 0; hour < 12; hour += 1)
    await processPage(pipeline, arrivalOf(town, articleOf(town, SLOGAN, `بازدید تا ساعت ${hour}`), hour));
  const [body] = await bodiesOf(pipeline);
  assert.ok(body?.includes(SLOGAN));
});

test('processPage() makes no edit of a line that has become known as the site’s since', async (t) => {
  const pipeline = await openPipeline(t);
  for (const town of TOWNS) await processPage(pipeline, arrivalOf(town, articleOf(town, SLOGAN)));
  const [town = ''] = TOWNS;
  const later = articleOf(town, SLOGAN).replace('</article>', '<!-- ۲۱ --></article>');
  const outcome = await processPage(pipeline, arrivalOf(town, later, 20));
  assert.ok(outcome.kind === 'article');
  assert.equal(outcome.change, 'unchanged');
});

test('reading again, in any order and company, and rebuilding change nothing', async (t) => {
  const pipeline = await openPipeline(t);
  const { store } = pipeline;
  await processPages(
    pipeline,
    TOWNS.map((town) => arrivalOf(town, articleOf(town, SLOGAN))),
  );
  const dump = async () =>
    JSON.stringify([
      await bodiesOf(pipeline),
      await store.rows('select * from host_page order by host, place'),
      await store.rows('select page_id, line_counts from page_result order by page_id'),
    ]);
  const before = await dump();
  for (const pageId of [7, 1, 4]) {
    const page = await loadPage(store, pageId);
    assert.ok(page);
    await processStoredPages(pipeline, [page]);
  }
  assert.equal(await dump(), before);
  await rebuildArticles(pipeline, QUIET);
  assert.equal(await dump(), before);
  const [counts] = (await loadLineCounts(store, [9])).values();
  assert.ok(counts && counts.size === 1 && findRepeated([], counts).size === 0);
});

test('processPages() keeps channels of one host apart', async (t) => {
  const pipeline = await openPipeline(t);
  const post = (town: string, at: number): Arrival => ({
    ...arrivalOf(town, articleOf(town, SLOGAN)),
    url: `https://t.me/kanal${at % 4}/${at}`,
  });
  await processPages(pipeline, TOWNS.map(post));
  assert.ok((await bodiesOf(pipeline)).every((body) => body.includes(SLOGAN)));
});
