/** Everything that is no article: outlets and their front pages, entities, stories, topics. */
import { importanceOf } from '../../src/rank/importance.js';
import { addressOf, BODY_HASH, HOSTS, keyBytes } from './article_rows.js';
import type { RowBatch } from './copy_rows.js';
import { below, openRandom } from './random.js';
import type { Writing, WrittenArticle } from './writing.js';

/** Articles by their number, 1-based. */
export type Written = (id: number) => WrittenArticle;

const SOURCES_EACH = 2;
const FRONT_LINES = 30;
/** Headlines that once were on a front page are kept. */
const FORMER_LINES = 300;

export function writeOutlets(batch: RowBatch, { world, timeOf, articles }: Writing): void {
  const now = timeOf(articles);
  for (let at = 0; at < HOSTS; at += 1) batch.add('collect_host', `khabar-${at}.example`);
  for (const [place, { id, name, family }] of world.outlets.entries()) {
    const domain = `khabar-${place % HOSTS}.example`;
    batch.add('outlet', id, name, 'agency', family, 'IR', [domain], place % 5 === 0);
    for (let at = 0; at < SOURCES_EACH; at += 1) {
      const url = `https://${domain}/${at === 0 ? 'rss' : ''}${place}`;
      batch.add('source', `${id}-${at}`, id, at === 0 ? 'feed' : 'front_page', url);
      batch.add(
        'source_state',
        `${id}-${at}`,
        domain,
        url,
        url,
        now,
        600_000,
        'well',
        now,
        now,
        now,
        now,
        9000,
      );
    }
  }
  for (const { id, type, name, side } of world.entities) batch.add('entity', id, type, name, true, side);
}

/** Front pages show the newest articles, whoever wrote them. */
export function writeFronts(batch: RowBatch, { world, articles, timeOf }: Writing, written: Written): void {
  const now = timeOf(articles);
  for (const [place, { id }] of world.outlets.entries()) {
    for (let at = 0; at < Math.min(FRONT_LINES + FORMER_LINES, articles); at += 1) {
      const { title, id: articleId, at: seenAt } = written(Math.max(1, articles - place - at * 7));
      const shown = at < FRONT_LINES;
      const url = addressOf(articleId);
      const position = shown ? at + 1 : 40;
      const lead = at === 0 ? seenAt : undefined;
      const last = shown ? now : seenAt;
      batch.add(
        'front_item',
        `${id}-1`,
        keyBytes(url),
        url,
        title,
        seenAt,
        last,
        position,
        at % 5 === 0 ? 1 : 9,
        lead,
        shown,
      );
    }
  }
}

export function writeStories(batch: RowBatch, { plot, timeOf }: Writing, written: Written): void {
  const random = openRandom(41);
  for (const [place, opener] of plot.threadOpeners.entries()) batch.add('thread', place + 1, opener);
  for (const [place, members] of plot.members.entries()) {
    const storyId = place + 1;
    const reports = members.map(written);
    const opener = reports[0];
    const last = reports.at(-1);
    if (!opener || !last) continue;
    const outlets = new Set(reports.map(({ outlet }) => outlet.id)).size;
    const families = new Set(reports.map(({ outlet }) => outlet.family)).size;
    const roots = reports.filter((_, at) => at % 3 === 0).slice(0, 12);
    const origins = roots.map(({ id, outlet }, at) => ({
      first: id,
      label: outlet.name,
      outletId: outlet.id,
      reports: members.filter((_, nth) => Math.floor(nth / 3) % roots.length === at),
      missing: false,
    }));
    const ranked = roots.map(({ at }) => ({ weight: 1, at, isDated: true }));
    const { log2, novelty, breadth } = importanceOf({ origins: ranked, outletCount: outlets, fresh: 1 });
    const parts = JSON.stringify({ origins: ranked, fresh: 1, novelty, breadth });
    const counts = [members.length, outlets, roots.length, families];
    batch.add(
      'story',
      storyId,
      opener.id,
      plot.threadOf[place] || undefined,
      opener.section,
      opener.at,
      last.at,
      ...counts,
      opener.id,
      JSON.stringify(origins),
      log2,
      parts,
    );
    if (random() < 0.5)
      batch.add('story_view', storyId, timeOf(last.id).slice(0, 10), 1 + below(random, 400));
  }
}

const TOPICS = 400;

export function writeTopics(
  batch: RowBatch,
  { world, vocabulary, articles, timeOf }: Writing,
  written: Written,
): void {
  const random = openRandom(43);
  for (let id = 1; id <= TOPICS; id += 1) {
    const outlet = world.drawOutlet(random);
    const name = `${vocabulary.drawName(random).text} ${vocabulary.drawName(random).text}`;
    const count = Math.min(articles, Math.floor(2500 / id ** 0.5));
    batch.add('topic', id, `topic-${id}`, outlet.id, name, count, timeOf(1), timeOf(articles));
    for (let position = 1; position <= count; position += 1) {
      const { id: articleId, title, at } = written(1 + ((id * 7919 + position * 131) % articles));
      batch.add(
        'topic_item',
        id,
        `${articleId}-${position}`,
        position,
        title,
        addressOf(articleId),
        at,
        timeOf(articles),
      );
    }
  }
}

/** The one stored body that all pages share. */
export const SHARED_BODY = [BODY_HASH, 'plain', 0, '\\x'] as const;
