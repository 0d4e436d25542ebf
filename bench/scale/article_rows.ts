/** Everything that the tables hold of one invented article. */
import { createHash } from 'node:crypto';
import { SECTIONS } from '../../src/model/section.js';
import { formatTsvector } from '../../src/store/search_entries.js';
import type { RowBatch } from './copy_rows.js';
import { type InventedText, inventText } from './invent_article.js';
import type { World } from './invent_world.js';
import { writeLedger } from './ledger_rows.js';
import { below, type Random } from './random.js';
import { STAGE, type Writing, type WrittenArticle } from './writing.js';

/** All pages share one stored body: the site never shows it. */
export const BODY_HASH = `\\x${createHash('sha256').update('').digest('hex')}`;
export const HOSTS = 60;
/** Shares of news by section; the rest has none. */
const SECTION_SHARES = [0.2, 0.18, 0.15, 0.14, 0.06, 0.08, 0.1];
const RECENT_SHARE = 0.02;

export function addressOf(id: number): string {
  return `https://khabar-${id % HOSTS}.example/news/${id}`;
}

/** The key of an address as the tables take it. */
export function keyBytes(text: string): string {
  return `\\x${createHash('sha256').update(text).digest('hex')}`;
}

export function writeArticle(batch: RowBatch, writing: Writing, id: number): WrittenArticle {
  const { random, world, timeOf } = writing;
  const at = timeOf(id);
  const outlet = world.drawOutlet(random);
  const section = drawSection(random);
  const text = inventText(writing.vocabulary, random);
  const article = { id, at, title: text.title, outlet, section };
  writePage(batch, article);
  writeText(batch, article, text);
  batch.add('search_entry', 'article', id, formatTsvector(text.search), at, outlet.id, section);
  writeReadings(batch, writing, article);
  const copied = writeReport(batch, writing, article);
  writeLedger(batch, writing, { article, text, copied });
  return article;
}

function drawSection(random: Random): string | undefined {
  let left = random();
  const place = SECTION_SHARES.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return SECTIONS[place]?.slug;
}

function writePage(batch: RowBatch, { id, at }: WrittenArticle): void {
  const url = addressOf(id);
  batch.add('fetched_page', id, BODY_HASH, url, 'html', 'text/html', at, at, 'collect');
  batch.add('page_result', id, 'article', id, ...STAGE);
  const host = `khabar-${id % HOSTS}.example`;
  batch.add('frontier', keyBytes(url), url, host, 'page', 0, 'settled', at, 'well', id, at, at);
}

function writeText(batch: RowBatch, article: WrittenArticle, text: InventedText): void {
  const { id, at, outlet, section } = article;
  const category = SECTIONS.filter(({ slug }) => slug === section).map(({ name }) => name);
  const url = addressOf(id);
  batch.add('article', id, `url:${url}`, outlet.id, url, 'fa', category, section, at, at, at, 'minute');
  const whole = [text.title, text.lede, ...text.paragraphs].join('\n');
  let start = text.title.length + text.lede.length + 2;
  const body = text.paragraphs.map((paragraph) => {
    const span = { start, end: start + paragraph.length };
    start = span.end + 1;
    return { role: 'paragraph', span };
  });
  const extracted = JSON.stringify({
    ...{ kind: 'article', title: { start: 0, end: text.title.length }, body },
    lede: { start: text.title.length + 1, end: text.title.length + 1 + text.lede.length },
    published: { iso: at, surface: at, precision: 'minute', basis: 'meta' },
    outlet: { id: outlet.id, name: outlet.name },
    ...{
      category,
      tags: [],
      authors: [],
      credits: [],
      images: [],
      comments: [],
      links: [],
      boilerplate: [],
      issues: [],
    },
  });
  const printed = [text.title, text.lede, text.paragraphs.join('\n'), whole];
  batch.add('article_version', id, 1, id, at, `key${id}`, ...printed, extracted, ...STAGE);
}

/** Tags, credits, views, printed counts, comments. */
function writeReadings(batch: RowBatch, writing: Writing, { id, at }: WrittenArticle): void {
  const { random, world, vocabulary, articles } = writing;
  const tags = below(random, 5);
  for (let position = 0; position < tags; position += 1) {
    batch.add('article_tag', id, 1, position, vocabulary.drawName(random).text);
  }
  if (random() < 0.4) {
    const { name } = world.drawOutlet(random);
    batch.add('article_credit', id, 1, 0, name, name, 0, 1, 'bench');
  }
  const day = at.slice(0, 10);
  if (random() < 0.6) batch.add('article_view', id, day, 1 + below(random, 300));
  // Old articles are read too, by those who come from elsewhere.
  const today = writing.timeOf(articles).slice(0, 10);
  if (random() < RECENT_SHARE && day !== today) batch.add('article_view', id, today, 1);
  if (random() < 0.3) batch.add('printed_count', id, below(random, 90_000), below(random, 60), at);
  if (random() < 0.05) batch.add('comment', id, 'published', vocabulary.draw(random).text, at);
}

/** Says of which article it is a copy. */
function writeReport(
  batch: RowBatch,
  { plot, random, world }: Writing,
  article: WrittenArticle,
): number | undefined {
  const { id, at, outlet, section } = article;
  const storyId = plot.storyOf[id - 1] ?? 0;
  const openerId = plot.members[storyId - 1]?.[0] ?? id;
  const isCopy = openerId !== id && random() < 0.4;
  const placed = [at, true, outlet.id, outlet.name, outlet.family, section, 1];
  const originId = isCopy ? openerId : id;
  const threadOpener = openerId === id ? plot.threadOpenerOf(storyId) : undefined;
  const shared = threadOpener === undefined ? undefined : sharedWith(world, threadOpener);
  batch.add('report', id, id, ...placed, openerId, originId, '[]', threadOpener, shared, ...STAGE);
  batch.add('story_member', id, storyId);
  const source = world.drawOutlet(random);
  if (isCopy) {
    batch.add('copy_link', id, openerId, 'edited', 0.7, 'from_other', '[[0, 40, 0, 40]]');
    batch.add('report_source', id, source.id, true, outlet.id, at);
  }
  batch.add(
    'attribution_hop',
    id,
    1,
    0,
    outlet.name,
    outlet.id,
    'publisher',
    false,
    undefined,
    undefined,
    undefined,
    undefined,
    ...STAGE,
  );
  if (random() < 0.4) {
    const found = isCopy ? openerId : undefined;
    const state = isCopy ? 'found' : 'missing';
    batch.add(
      'attribution_hop',
      id,
      1,
      1,
      source.name,
      source.id,
      'credit',
      false,
      0,
      8,
      state,
      found,
      ...STAGE,
    );
    if (!isCopy) batch.add('report_source', id, source.id, false, outlet.id, at);
  }
  return isCopy ? openerId : undefined;
}

/** Names that keep a thread together: the same for all of its stories. */
function sharedWith({ entities }: World, threadOpener: number): string {
  const names = [threadOpener, threadOpener * 7].map((at) => entities[at % entities.length]);
  return JSON.stringify(
    names.flatMap((entity) =>
      entity ? [{ term: entity.id, word: entity.name, isName: true, weight: 6 }] : [],
    ),
  );
}
