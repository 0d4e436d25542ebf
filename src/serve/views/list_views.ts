/** Loads the pages that list articles: categories, outlets, topics. */
import type { Database } from '../../store/database.js';
import { loadFormerLeads, loadFront } from '../../store/front_items.js';
import { countLines, type LineFilter, type ListPlace, loadNewestLines } from '../../store/site_lines.js';
import { countTopicDays, loadOutlet, loadTopic, loadTopicLines } from '../../store/site_outlets.js';
import { loadStanding } from '../../store/site_standing.js';
import { loadNewestReportAt, loadStories } from '../../store/site_stories.js';
import { countNamed, countSpeakers } from '../../store/topic_names.js';
import { findSection } from '../addresses.js';
import { Fault, hidden, NOT_FOUND } from '../faults.js';
import type { CategoryView } from '../pages/category.js';
import type { OutletView } from '../pages/outlet.js';
import type { TopicView } from '../pages/topic.js';
import type { TopicRailView } from '../pieces/topic_rail.js';
import type { Recall } from '../recall.js';
import { shown } from '../words.js';
import { loadRanked } from './ranked_view.js';
import { loadStoriesView } from './story_view.js';

export const LINES_PER_PAGE = 25;
const IMPORTANT_LINES = 8;
const RANKED_LINES = 5;
const TIES = 8;
const FRONT_LINES = 10;

/** Our own sections list stories, each once; a publisher's category lists what it printed there. */
const NO_LINES = { lines: [], isFirst: true, next: undefined } as const;

interface ListOptions {
  readonly after: ListPlace | undefined;
  readonly now: string;
  readonly recall: Recall;
}

/** A category by our slug or by the publisher's word; a word that no article has is not found. */
export async function loadCategoryView(
  database: Database,
  slug: string,
  options: ListOptions,
): Promise<CategoryView> {
  const section = findSection(slug);
  const filter = section === undefined ? { category: slug } : { section: slug };
  const { recall } = options;
  const [count, newestAt = options.now] = await Promise.all([
    recall(`count ${slug}`, () => countLines(database, filter)),
    loadNewestReportAt(database),
  ]);
  if (section === undefined && count === 0) throw new Fault(NOT_FOUND);
  const [list, stories, important, ranked] = await Promise.all([
    section === undefined ? loadList(database, filter, options.after) : NO_LINES,
    section === undefined ? undefined : loadStoriesView(database, options.after, slug),
    section === undefined
      ? []
      : loadStories(database, { order: 'important', section: slug, limit: IMPORTANT_LINES }),
    section === undefined
      ? { viewed: [], discussed: [] }
      : loadRanked(database, { now: options.now, newestAt, section: slug, limit: RANKED_LINES, recall }),
  ]);
  return {
    ...list,
    ...stories,
    slug,
    name: section?.name ?? shown(slug),
    isOwn: section !== undefined,
    count,
    newestAt,
    important,
    ...ranked,
  };
}

export async function loadOutletView(
  database: Database,
  id: string,
  options: ListOptions,
): Promise<OutletView> {
  const outlet = await loadOutlet(database, id);
  if (outlet === undefined) throw new Fault(NOT_FOUND);
  if (outlet.hiddenAt !== null) throw new Fault(hidden('outlet', outlet.hiddenNote));
  const [count, list, standing, front, formerLeads] = await Promise.all([
    options.recall(`outlet ${id}`, () => countLines(database, { outletId: id })),
    loadList(database, { outletId: id }, options.after),
    options.recall(`standing ${id}`, () => loadStanding(database, { outletId: id, limit: TIES })),
    loadFront(database, { outletId: id, limit: FRONT_LINES }),
    loadFormerLeads(database, { outletId: id, limit: FRONT_LINES }),
  ]);
  return { outlet, count, ...list, standing, front, formerLeads };
}

/**
 * A topic's page by number, 1-based; a page behind the last is not found. Of a spelling that was merged into another
 * topic it is that other one.
 */
export async function loadTopicView(database: Database, id: number, pageNumber: number): Promise<TopicView> {
  const topic = await loadTopic(database, id);
  if (topic === undefined) throw new Fault(NOT_FOUND);
  if (topic.hiddenAt !== null) throw new Fault(hidden('topic', topic.hiddenNote));
  if (topic.mergedInto !== null) return loadTopicView(database, topic.mergedInto, pageNumber);
  const pageCount = Math.max(1, Math.ceil(topic.heldCount / LINES_PER_PAGE));
  if (pageNumber > pageCount) throw new Fault(NOT_FOUND);
  const offset = (pageNumber - 1) * LINES_PER_PAGE;
  const lines = await loadTopicLines(database, { topicId: id, offset, limit: LINES_PER_PAGE });
  return { topic, lines, pageNumber, pageCount };
}

/** Names in the rail of a topic. */
const RAIL_NAMES = 8;

/** Who speaks and who is named in the articles that a page of a topic lists, and when all of them were published. */
export async function loadTopicRail(
  { store, recall }: { readonly store: Database; readonly recall: Recall },
  { topic, lines }: TopicView,
): Promise<TopicRailView> {
  const articleIds = lines.flatMap(({ articleId }) => articleId ?? []);
  if (articleIds.length === 0) return { speakers: [], named: [], days: [] };
  const options = { articleIds, limit: RAIL_NAMES };
  const [speakers, named, days] = await Promise.all([
    countSpeakers(store, options),
    countNamed(store, options),
    recall(`topic days ${topic.id}`, () => countTopicDays(store, topic.id)),
  ]);
  return { speakers, named, days };
}

async function loadList(
  database: Database,
  filter: Omit<LineFilter, 'limit' | 'after'>,
  after: ListPlace | undefined,
): Promise<Pick<OutletView, 'lines' | 'isFirst' | 'next'>> {
  const limit = LINES_PER_PAGE + 1;
  const found = await loadNewestLines(
    database,
    after === undefined ? { ...filter, limit } : { ...filter, after, limit },
  );
  const lines = found.slice(0, LINES_PER_PAGE);
  const last = lines.at(-1);
  const next =
    found.length > LINES_PER_PAGE && last !== undefined ? { shownAt: last.shownAt, id: last.id } : undefined;
  return { lines, isFirst: after === undefined, next };
}
