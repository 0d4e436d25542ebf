/** Home, category, outlet and topic: pages, and the same lists as feeds. */
import type { Context, Hono } from 'hono';
import { loadNewestLines } from '../../store/site_lines.js';
import { loadOutlets, loadTopics } from '../../store/site_outlets.js';
import { loadStories, type StoryLine } from '../../store/site_stories.js';
import { loadSourceStatuses } from '../../store/source_state.js';
import { categoryHref, outletHref, topicHref } from '../addresses.js';
import { badRequest, Fault, NOT_FOUND, UNREADABLE_PLACE } from '../faults.js';
import { FEED_TYPES, type FeedFormat } from '../feeds/feed.js';
import { entryOfLine, entryOfStory, entryOfTopicLine } from '../feeds/feed_entries.js';
import { sendFeed } from '../feeds/send_feed.js';
import { CategoryPage } from '../pages/category.js';
import { HomePage } from '../pages/home.js';
import { OutletPage, OutletsPage } from '../pages/outlet.js';
import { SourcesPage } from '../pages/sources.js';
import { TopicPage, TopicsPage, topicName } from '../pages/topic.js';
import { findPictures } from '../pictures/pictures_of_page.js';
import { parsePlace } from '../pieces/pager.js';
import { baseUrlOf, frameOf, parseNumber, type SiteContext, sendPage } from '../site_context.js';
import { loadHomeView } from '../views/home_view.js';
import { loadCategoryView, loadOutletView, loadTopicRail, loadTopicView } from '../views/list_views.js';
import { shown } from '../words.js';

/** The reports that speak for these stories. */
function headlinesOf(stories: readonly StoryLine[]): readonly number[] {
  return stories.map(({ headline }) => headline.id);
}

const TOPICS_LISTED = 200;
const FEED_LINES = 40;

export function addListRoutes(app: Hono, site: SiteContext): void {
  const { store, recall } = site;
  app.get('/', async (context) => {
    const frame = frameOf(site, context);
    const view = await loadHomeView(store, { now: frame.now, recall });
    const pictures = await findPictures(site, headlinesOf(view.important));
    return sendPage(context, <HomePage frame={frame} view={view} />, pictures);
  });
  app.get('/category/:slug', async (context) => {
    const frame = frameOf(site, context);
    const view = await loadCategoryView(store, context.req.param('slug'), {
      ...listOptions(context, frame.now),
      recall,
    });
    const pictures = await findPictures(site, [
      ...headlinesOf(view.stories ?? []),
      ...view.lines.map(({ id }) => id),
    ]);
    return sendPage(context, <CategoryPage frame={frame} view={view} />, pictures);
  });
  app.get('/outlets', async (context) =>
    sendPage(
      context,
      <OutletsPage
        frame={frameOf(site, context)}
        outlets={await recall('outlets', () => loadOutlets(store))}
      />,
    ),
  );
  app.get('/sources', async (context) =>
    sendPage(
      context,
      <SourcesPage frame={frameOf(site, context)} sources={await loadSourceStatuses(store)} />,
    ),
  );
  app.get('/outlet/:id', async (context) => {
    const frame = frameOf(site, context);
    const view = await loadOutletView(store, context.req.param('id'), {
      ...listOptions(context, frame.now),
      recall,
    });
    const pictures = await findPictures(
      site,
      view.lines.map(({ id }) => id),
    );
    return sendPage(context, <OutletPage frame={frame} view={view} />, pictures);
  });
  app.get('/topics', async (context) =>
    sendPage(
      context,
      <TopicsPage frame={frameOf(site, context)} topics={await loadTopics(store, TOPICS_LISTED)} />,
    ),
  );
  app.get('/topic/:id', async (context) => {
    const id = numberParam(context);
    const view = await loadTopicView(store, id, pageParam(context));
    if (view.topic.id !== id) return context.redirect(topicHref(view.topic.id), 302);
    const pictures = await findPictures(
      site,
      view.lines.flatMap(({ articleId }) => articleId ?? []),
    );
    return sendPage(
      context,
      <TopicPage frame={frameOf(site, context)} view={view} rail={await loadTopicRail(site, view)} />,
      pictures,
    );
  });
  addFeedRoutes(app, site);
}

function addFeedRoutes(app: Hono, site: SiteContext): void {
  const { store, recall } = site;
  for (const format of Object.keys(FEED_TYPES) as FeedFormat[]) {
    app.get(`/${format}`, async (context) => {
      const lines = await loadNewestLines(store, { limit: FEED_LINES });
      const entries = lines.map((line) => entryOfLine(line, baseUrlOf(site, context)));
      return sendFeed(site, context, { title: 'سند – تازه‌ترین خبرها', href: '', entries, format });
    });
    app.get(`/stories/${format}`, async (context) => {
      const stories = await loadStories(store, { order: 'newest', limit: FEED_LINES });
      const entries = stories.map((story) => entryOfStory(story, baseUrlOf(site, context)));
      return sendFeed(site, context, { title: 'سند – همهٔ خبرها', href: '/stories', entries, format });
    });
    app.get(`/category/:slug/${format}`, async (context) => {
      const slug = context.req.param('slug') ?? '';
      const view = await loadCategoryView(store, slug, { after: undefined, now: site.clock(), recall });
      const baseUrl = baseUrlOf(site, context);
      const entries =
        view.stories === undefined
          ? view.lines.map((line) => entryOfLine(line, baseUrl))
          : view.stories.map((story) => entryOfStory(story, baseUrl));
      return sendFeed(site, context, {
        title: `سند – ${view.name}`,
        href: categoryHref(slug),
        entries,
        format,
      });
    });
    app.get(`/outlet/:id/${format}`, async (context) => {
      const id = context.req.param('id') ?? '';
      const view = await loadOutletView(store, id, { after: undefined, now: site.clock(), recall });
      const entries = view.lines.map((line) => entryOfLine(line, baseUrlOf(site, context)));
      const title = `سند – ${shown(view.outlet.name)}`;
      return sendFeed(site, context, { title, href: outletHref(id), entries, format });
    });
    app.get(`/topic/:id/${format}`, async (context) => {
      const { topic, lines } = await loadTopicView(store, numberParam(context), 1);
      const href = topicHref(topic.id);
      const outlet = topic.outletName === null ? undefined : shown(topic.outletName);
      const place = { href, outlet, baseUrl: baseUrlOf(site, context) };
      const entries = lines.map((line) => entryOfTopicLine(line, place));
      return sendFeed(site, context, { title: `سند – ${topicName(topic)}`, href, entries, format });
    });
  }
}

function listOptions(context: Context, now: string) {
  const text = context.req.query('after');
  const after = text === undefined ? undefined : parsePlace(text);
  if (text !== undefined && after === undefined) {
    throw new Fault(badRequest(UNREADABLE_PLACE));
  }
  return { after, now };
}

function numberParam(context: Context): number {
  const id = parseNumber(context.req.param('id'));
  if (id === undefined) throw new Fault(NOT_FOUND);
  return id;
}

function pageParam(context: Context): number {
  const text = context.req.query('page');
  const page = text === undefined ? 1 : parseNumber(text);
  if (page === undefined || page > 100_000)
    throw new Fault(
      badRequest({
        fa: 'شمارهٔ صفحه در این نشانی عددی درست نیست.',
        en: 'The page number in this address is no valid number.',
      }),
    );
  return page;
}
