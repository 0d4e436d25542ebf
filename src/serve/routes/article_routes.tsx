/** An article's page and its history. */
import type { Context, Hono } from 'hono';
import { Fault, NOT_FOUND } from '../faults.js';
import { ArticlePage } from '../pages/article.js';
import { HistoryPage } from '../pages/history.js';
import { findPictures } from '../pictures/pictures_of_page.js';
import { frameOf, parseNumber, type SiteContext, sendPage } from '../site_context.js';
import { loadArticleView } from '../views/article_view.js';
import { openDiscussion } from '../views/discussion.js';
import { loadHistoryView } from '../views/history_view.js';

export function addArticleRoutes(app: Hono, site: SiteContext): void {
  const { store } = site;
  app.get('/article/:id', async (context) => {
    const id = numberParam(context);
    const frame = frameOf(site, context);
    const isMarked = context.req.query('statements') === '1';
    const [view, discussion, pictures] = await Promise.all([
      loadArticleView(store, id),
      openDiscussion(site, { kind: 'article', id }),
      findPictures(site, [id]),
    ]);
    return sendPage(context, <ArticlePage {...{ frame, view, discussion, isMarked }} />, pictures);
  });
  app.get('/article/:id/history', async (context) => {
    const id = numberParam(context);
    const frame = frameOf(site, context);
    const view = await loadHistoryView(store, id);
    return sendPage(context, <HistoryPage frame={frame} view={view} />);
  });
}

function numberParam(context: Context): number {
  const id = parseNumber(context.req.param('id'));
  if (id === undefined) throw new Fault(NOT_FOUND);
  return id;
}
