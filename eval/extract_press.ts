import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { extractPage } from '../src/extract/extract_page.js';
import { toPipeRecord } from '../src/extract/pipe_record.js';
import { loadWorldRegistry } from '../src/pipeline/load_registry.js';
import { stillPressClock } from '../src/press/clock.js';
import { loadPressWorld, PRESS_FOLDER } from '../src/press/load_world.js';
import { answerTo } from '../src/press/site/answer.js';
import { articleView } from '../src/press/site/article_view.js';
import { houseText } from '../src/press/site/house_spelling.js';
import { httpAnswer } from '../src/press/site/http_answer.js';
import { loadPressSites } from '../src/press/site/load_sites.js';
import type { ArticleView } from '../src/press/site/page_view.js';
import { type PressHosts, pressHosts } from '../src/press/site/press_hosts.js';
import type { PublishedVersion } from '../src/press/site/published_versions.js';
import { publishedVersions } from '../src/press/site/published_versions.js';
import type { SiteMoment } from '../src/press/site/site_moment.js';
import type { PressArticle, PressBlock } from '../src/press/world.js';
import { articleAt } from '../src/press/world_text.js';
import type { Registry } from '../src/sources/registry.js';
import type { EvalScore, EvalTask } from './task.js';

// Every article page that the sample press publishes, in every version, in the spelling and charset of its house:
// each field that the page prints must come out exactly as the world has it. The world is known, so that a score
// below 1 names the page and the field. Channels are no web pages of articles and are left out.

export const task: EvalTask = { name: 'extract_press', run };

async function run(): Promise<readonly EvalScore[]> {
  const registry = loadWorldRegistry(join(PRESS_FOLDER, 'outlets.json')).value;
  if (!registry) throw new Error('Cannot measure extraction: the registry of the sample press is broken');
  const tallies = new Map(FIELDS.map((field) => [field, { all: 0, faults: [] as string[] }]));
  for (const page of pressPages()) checkPage(page, registry, tallies);
  return [...tallies].map(([field, { all, faults }]) => ({
    name: `extract.press.${field}`,
    value: (all - faults.length) / Math.max(1, all),
    note: `${all} pages${faults.length > 0 ? `; ${faults.slice(0, 3).join('; ')}` : ''}`,
  }));
}

const FIELDS = [
  'kind',
  'title',
  'kicker',
  'lede',
  'body',
  'roles',
  'published',
  'modified',
  'newsCode',
  'category',
  'tags',
  'authors',
  'credits',
  'comments',
  'counts',
  'outlet',
  'republishedBy',
] as const;
type Field = (typeof FIELDS)[number];
type Tallies = ReadonlyMap<Field, { all: number; readonly faults: string[] }>;

/** One version of one article as its host sends it. */
interface PressPage {
  readonly version: PublishedVersion;
  readonly article: PressArticle;
  readonly view: ArticleView;
  readonly moment: SiteMoment;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** Pages a day after they were published or changed, so that comments and counts are there. */
const MINUTES_LATER = 60;

function pressPages(): PressPage[] {
  const world = loadPressWorld();
  const clock = stillPressClock(world.setting, 0);
  const hosts = pressHosts(world, { sites: loadPressSites(), calm: [], clock });
  const last = world.setting.days * 24 * 60;
  return publishedVersions(hosts, last * 2).flatMap((version) => {
    clock.set(version.at + MINUTES_LATER);
    return pageOf(hosts, version, world.articles) ?? [];
  });
}

function pageOf(
  hosts: PressHosts,
  version: PublishedVersion,
  articles: readonly PressArticle[],
): PressPage | undefined {
  const url = new URL(version.url);
  const host = hosts.find(url.hostname);
  const first = articles.find((article) => article.id === version.article);
  if (!host || !first || host.site().family === 'channel') return undefined;
  const moment = hosts.moment(host.site());
  const article = articleAt(first, moment.minute);
  const answer = answerTo(host.router()(url), { moment, url, files: new Map(), links: hosts.links });
  const { body, headers } = httpAnswer(answer, moment, {});
  if (!article || typeof body === 'function') return undefined;
  const view = articleView(article, moment);
  return { version, article, view, moment, bytes: body, contentType: headers['content-type'] ?? '' };
}

function checkPage(page: PressPage, registry: Registry, tallies: Tallies): void {
  const { version, bytes, contentType } = page;
  const { value } = extractPage({ url: version.url, bytes, contentType }, registry);
  if (!value) throw new Error(`Cannot measure "${version.url}": nothing was read`);
  const record = toPipeRecord(value, 'html') as Record<Field, unknown>;
  const found: Readonly<Record<Field, unknown>> = {
    ...record,
    published: value.published?.iso ?? null,
    modified: value.modified?.iso ?? null,
    roles: value.body.map((block) => block.role),
    republishedBy: value.republishedBy?.name ?? null,
    credits: value.credits.filter(({ evidence }) => TRAILING.test(evidence.rule)).map(({ name }) => name),
  };
  const wanted = wantedOf(page, registry);
  for (const field of FIELDS) {
    const tally = tallies.get(field);
    if (!tally || !(field in wanted)) continue;
    tally.all++;
    if (isDeepStrictEqual(found[field], wanted[field])) continue;
    tally.faults.push(
      `${version.article} v${version.version}: ${firstDifference(found[field], wanted[field])}`,
    );
  }
}

/** Credits at the end; who is named in the first sentence is measured elsewhere. */
const TRAILING = /^credit\/(?:source-line|slash|parenthesis)/;

function wantedOf(page: PressPage, registry: Registry): Partial<Record<Field, unknown>> {
  const { article, view, moment } = page;
  const { site, printer, instantOf } = moment;
  const { house, habits } = site;
  const spelled = (text: string) => houseText(text, house).replace(/\s+/g, ' ').trim();
  const lines = withoutByline(article.body.flatMap(linesOf), registry);
  const { metadata } = habits;
  const hasMachineDates = metadata.includes('json_ld') || metadata.includes('meta_dates');
  const wanted: Partial<Record<Field, unknown>> = {
    kind: 'article',
    title: spelled(article.headline),
    kicker: article.kicker === undefined ? null : spelled(article.kicker),
    lede: article.lede === undefined ? null : spelled(article.lede),
    body: lines.map(({ text }) => spelled(text)),
    roles: lines.map(({ role }) => role),
    published: printer.iso(instantOf(article.published)),
    category: (site.family === 'studiokhabar' ? article.category.slice(0, 1) : article.category).map(spelled),
    tags: article.tags.map(spelled),
    credits: article.credits.map((credit) => spelled(credit.replace(/^منبع:\s*|^[./(\s]+|[)\s]+$/gu, ''))),
    comments: view.comments.map(({ author, text }, at) => ({
      author: spelled(author),
      text: spelled(text),
      published: printer.iso(instantOf(article.comments[at]?.at ?? 0)),
    })),
  };
  // An aggregator shows other outlets' texts: it is who republishes, not who writes.
  const self = registry.outletById(site.outlet.id);
  if (self?.kind === 'aggregator') wanted.republishedBy = self.name;
  else wanted.outlet = self?.name;
  if (!hasMachineDates)
    wanted.modified = article.modified === undefined ? null : printer.iso(instantOf(article.modified));
  if (view.views !== undefined && PRINTS_COUNTS.has(site.family)) wanted.counts = countsOf(view, site.family);
  if (site.family !== 'wordpress') wanted.newsCode = site.addresses.get(article.id)?.code;
  if (PRINTS_AUTHORS.has(site.family) || metadata.includes('json_ld'))
    wanted.authors = article.authors.map(spelled);
  return wanted;
}

/** Families whose article pages name the author. */
const PRINTS_AUTHORS = new Set(['nastooh', 'asam', 'wordpress']);

/** Families whose article pages print how many have read an article; StudioKhabar prints no comments. */
const PRINTS_COUNTS = new Set(['iransamaneh', 'asam', 'studiokhabar']);

function countsOf(view: ArticleView, family: string): { views: number | null; comments: number | null } {
  const number = (text: string | undefined) =>
    text === undefined
      ? null
      : Number([...text].map((digit) => digit.charCodeAt(0) - '۰'.charCodeAt(0)).join(''));
  return {
    views: number(view.views),
    comments: family === 'studiokhabar' ? null : number(view.commentCount),
  };
}

/** «نیمروز آنلاین: …»: who wrote a text stands before its first word and is no part of it. */
function withoutByline(
  lines: readonly { role: string; text: string }[],
  registry: Registry,
): { role: string; text: string }[] {
  const names = registry.outlets.flatMap(({ name, aliases }) => [name, ...aliases]);
  const byline = new RegExp(`^(?:${names.sort((a, b) => b.length - a.length).join('|')})\\s*[:؛-]\\s*`, 'u');
  return lines.map((line, at) => (at === 0 ? { ...line, text: line.text.replace(byline, '') } : line));
}

function linesOf(block: PressBlock): { role: string; text: string }[] {
  if (typeof block === 'string') return [{ role: 'paragraph', text: block }];
  if (block.role === 'list') return block.items.map((text) => ({ role: 'list_item', text }));
  if (block.role === 'table') return block.rows.flat().map((text) => ({ role: 'table', text }));
  return [{ role: block.role, text: block.text }];
}

function firstDifference(found: unknown, wanted: unknown): string {
  if (!Array.isArray(found) || !Array.isArray(wanted)) return `${brief(found)} for ${brief(wanted)}`;
  const at = [...found, ...wanted].findIndex((_, index) => !isDeepStrictEqual(found[index], wanted[index]));
  return `[${at}] ${brief(found[at])} for ${brief(wanted[at])}`;
}

function brief(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 90);
}
