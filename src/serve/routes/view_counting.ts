/** Views of articles and stories: one for a visitor, page and day; robots and reloads are not counted. */
import type { Context, Hono } from 'hono';
import { countStoryView, countView } from '../../store/commands.js';
import { parseNumber, type SiteContext } from '../site_context.js';
import { isReader } from '../visitor.js';
import { SeenPages } from '../visitor_mark.js';
import { tehranDay } from '../words.js';

/** Counts what readers open; stands before whatever answers from memory. */
export function addViewCounting(app: Hono, site: SiteContext): void {
  const { store } = site;
  const seen = new SeenPages();
  const count = async (
    context: Context,
    next: () => Promise<void>,
    note: (id: number, day: string) => Promise<void>,
  ): Promise<void> => {
    // Before `next`: afterwards parameters are those of whatever answered.
    const id = parseNumber(context.req.param('id'));
    await next();
    const isShown = context.res.status === 200 || context.res.status === 304;
    if (id === undefined || !isShown || context.req.method !== 'GET' || !isReader(context)) return;
    const day = tehranDay(site.clock());
    if (seen.isFirst(context, { page: context.req.path, day })) await note(id, day);
  };
  app.use('/article/:id', (context, next) =>
    count(context, next, (articleId, day) => countView(store, { articleId, day })),
  );
  app.use('/story/:id', (context, next) =>
    count(context, next, (storyId, day) => countStoryView(store, { storyId, day })),
  );
}
