/** Feeds of lists that lead to other lists: an entry for each thread, entity, dyad, dossier, topic and outlet; and of a story's reports. */
import type { Hono } from 'hono';
import { listTopics } from '../../store/api_lists.js';
import { listDossiers } from '../../store/dossiers.js';
import { loadDyads } from '../../store/dyads.js';
import { findEntities } from '../../store/site_entities.js';
import { loadLines } from '../../store/site_lines.js';
import { loadOutlets, loadTopics } from '../../store/site_outlets.js';
import { loadThreads } from '../../store/site_threads.js';
import {
  dossierHref,
  dyadHref,
  entityHref,
  outletHref,
  storyHref,
  threadHref,
  topicHref,
} from '../addresses.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { FEED_TYPES, type FeedEntry, type FeedFormat } from '../feeds/feed.js';
import { entryOfLine } from '../feeds/feed_entries.js';
import { sendFeed } from '../feeds/send_feed.js';
import { NOUNS } from '../nouns.js';
import { topicName } from '../pages/topic.js';
import { threadName } from '../pieces/story_thread.js';
import { baseUrlOf, parseNumber, type SiteContext } from '../site_context.js';
import { loadStoryView } from '../views/story_view.js';
import { counted, headlineOf, shown } from '../words.js';

const FEED_LINES = 40;
/** Entities among which the ones that were named last are taken: those that the page of names lists. */
const NAMED = 200;

interface Listed {
  readonly href: string;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly outlet?: string | undefined;
  readonly at: string | null;
}

interface ListFeed {
  readonly href: string;
  readonly title: string;
  readonly lines: (site: SiteContext) => Promise<readonly Listed[]>;
}

const LISTS: readonly ListFeed[] = [
  { href: '/threads', title: 'رشته‌خبرها', lines: threadLines },
  { href: '/entities', title: 'نام‌ها', lines: entityLines },
  { href: '/dyads', title: 'دوسویه‌ها', lines: dyadLines },
  { href: '/dossiers', title: 'پرونده‌ها', lines: dossierLines },
  { href: '/topics', title: 'موضوع‌ها', lines: topicLines },
  { href: '/outlets', title: 'رسانه‌ها', lines: outletLines },
];

export function addListFeeds(app: Hono, site: SiteContext): void {
  for (const format of Object.keys(FEED_TYPES) as FeedFormat[]) {
    for (const { href, title, lines } of LISTS) {
      app.get(`${href}/${format}`, async (context) => {
        const baseUrl = baseUrlOf(site, context);
        const entries = (await lines(site)).flatMap((line) => entryOf(line, baseUrl)).sort(byTime);
        return sendFeed(site, context, {
          title: `سند – ${title}`,
          href,
          entries: entries.slice(0, FEED_LINES),
          format,
        });
      });
    }
    app.get(`/story/:id/${format}`, async (context) => {
      const storyId = parseNumber(context.req.param('id'));
      if (storyId === undefined) throw new Fault(NOT_FOUND);
      const view = await loadStoryView(site.store, storyId);
      if ('movedTo' in view) return context.redirect(`${storyHref(view.movedTo)}/${format}`, 302);
      const lines = await loadLines(
        site.store,
        view.reports.map(({ articleId }) => articleId),
      );
      const entries = lines.map((line) => entryOfLine(line, baseUrlOf(site, context))).sort(byTime);
      return sendFeed(site, context, {
        title: `سند – ${headlineOf(view.story.headline)}`,
        href: storyHref(storyId),
        entries: entries.slice(0, FEED_LINES),
        format,
      });
    });
  }
}

function entryOf({ href, title, summary, outlet, at }: Listed, baseUrl: string): readonly FeedEntry[] {
  if (at === null) return [];
  return [{ url: `${baseUrl}${href}`, title, summary, outlet, category: undefined, publishedAt: at }];
}

function byTime(a: FeedEntry, b: FeedEntry): number {
  return a.publishedAt < b.publishedAt ? 1 : a.publishedAt > b.publishedAt ? -1 : 0;
}

async function threadLines({ store }: SiteContext): Promise<readonly Listed[]> {
  const threads = await loadThreads(store, { limit: FEED_LINES });
  return threads.map((thread) => ({
    href: threadHref(thread.threadId),
    title: threadName(thread),
    summary: `${counted(thread.storyCount, NOUNS.story)} · ${counted(thread.reportCount, NOUNS.report)}`,
    at: thread.lastAt,
  }));
}

async function entityLines({ store, recall }: SiteContext): Promise<readonly Listed[]> {
  const entities = await recall('entities ', () => findEntities(store, { limit: NAMED }));
  return entities.map(({ id, name, articleCount, newestAt }) => ({
    href: entityHref(id),
    title: shown(name),
    summary: counted(articleCount, NOUNS.article),
    at: newestAt,
  }));
}

async function dyadLines({ store }: SiteContext): Promise<readonly Listed[]> {
  const dyads = await loadDyads(store, { limit: FEED_LINES });
  return dyads.map(({ a, aName, b, bName, contacts, newestAt }) => ({
    href: dyadHref(a, b),
    title: `${shown(aName)} ⇄ ${shown(bName)}`,
    summary: counted(contacts, NOUNS.contact),
    at: newestAt,
  }));
}

async function dossierLines({ store }: SiteContext): Promise<readonly Listed[]> {
  const dossiers = await listDossiers(store, { limit: FEED_LINES });
  return dossiers.map(({ id, name, note, madeAt }) => ({
    href: dossierHref(id),
    title: name,
    summary: note ?? undefined,
    at: madeAt,
  }));
}

async function topicLines({ store }: SiteContext): Promise<readonly Listed[]> {
  const [shownTopics, topics] = await Promise.all([
    loadTopics(store, NAMED),
    listTopics(store, { limit: NAMED }),
  ]);
  const times = new Map(topics.map(({ id, firstSeenAt }) => [id, firstSeenAt]));
  return shownTopics.map((topic) => ({
    href: topicHref(topic.id),
    title: topicName(topic),
    outlet: topic.outletName === null ? undefined : shown(topic.outletName),
    at: times.get(topic.id) ?? null,
  }));
}

async function outletLines({ store, recall }: SiteContext): Promise<readonly Listed[]> {
  const outlets = await recall('outlets', () => loadOutlets(store));
  return outlets.map(({ id, name, articleCount, newestAt }) => ({
    href: outletHref(id),
    title: shown(name),
    summary: counted(articleCount, NOUNS.article),
    at: newestAt,
  }));
}
