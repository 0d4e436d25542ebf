/** A story's page, the words that copies share, all stories as a list. */
import type { Context, Hono } from 'hono';
import { countNewStories } from '../../store/site_stories.js';
import { storyHref } from '../addresses.js';
import { badRequest, Fault, NOT_FOUND, UNREADABLE_PLACE } from '../faults.js';
import { SharedTextPage } from '../pages/shared_text.js';
import { StoriesPage } from '../pages/stories.js';
import { StoryPage } from '../pages/story.js';
import { findPictures } from '../pictures/pictures_of_page.js';
import { parsePlace } from '../pieces/pager.js';
import { frameOf, parseNumber, type SiteContext, sendPage } from '../site_context.js';
import { openDiscussion } from '../views/discussion.js';
import { loadSharedTextView, loadStoriesView, loadStoryView } from '../views/story_view.js';

export function addStoryRoutes(app: Hono, site: SiteContext): void {
  const { store } = site;
  app.get('/stories', async (context) => {
    const frame = frameOf(site, context);
    const text = context.req.query('after');
    const after = text === undefined ? undefined : parsePlace(text);
    if (text !== undefined && after === undefined) {
      throw new Fault(badRequest(UNREADABLE_PLACE));
    }
    const [{ newestId }, view] = await Promise.all([
      countNewStories(store, 0),
      loadStoriesView(store, after),
    ]);
    const pictures = await findPictures(
      site,
      view.stories.map(({ headline }) => headline.id),
    );
    return sendPage(context, <StoriesPage frame={frame} view={view} newestStoryId={newestId} />, pictures);
  });
  app.get('/story/:id', async (context) => {
    const frame = frameOf(site, context);
    const id = numberParam(context, 'id');
    const [view, discussion] = await Promise.all([
      loadStoryView(store, id),
      openDiscussion(site, { kind: 'story', id }),
    ]);
    if ('movedTo' in view) return context.redirect(storyHref(view.movedTo), 302);
    const pictures = await findPictures(site, [view.story.headline.id]);
    return sendPage(context, <StoryPage {...{ frame, view, discussion }} />, pictures);
  });
  app.get('/story/:id/shared/:article', async (context) => {
    const frame = frameOf(site, context);
    const storyId = numberParam(context, 'id');
    const view = await loadSharedTextView(store, { storyId, articleId: numberParam(context, 'article') });
    return sendPage(context, <SharedTextPage frame={frame} view={view} />);
  });
}

function numberParam(context: Context, name: string): number {
  const id = parseNumber(context.req.param(name));
  if (id === undefined) throw new Fault(NOT_FOUND);
  return id;
}
