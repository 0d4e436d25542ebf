/** The site as one Hono application: all routes, security headers, error pages. */
import { Hono } from 'hono';
import { addAdminRoutes } from './admin/admin_routes.js';
import { addApiRoutes } from './api/api_routes.js';
import { EventHub } from './api/event_hub.js';
import { loadAssets } from './assets.js';
import { isUnreachable } from './database_faults.js';
import { DATABASE_DOWN, Fault, INTERNAL, NOT_FOUND } from './faults.js';
import { keepPages } from './kept_pages.js';
import { createMetrics } from './metrics.js';
import { openRecall } from './recall.js';
import { addAlertRoutes } from './routes/alert_routes.js';
import { addArchiveRoutes } from './routes/archive_routes.js';
import { addArticleRoutes } from './routes/article_routes.js';
import { addCommentRoutes } from './routes/comment_routes.js';
import { addExportRoutes } from './routes/export_routes.js';
import { addFixedRoutes } from './routes/fixed_routes.js';
import { addFrontRoutes } from './routes/front_routes.js';
import { addHabitRoutes } from './routes/habit_routes.js';
import { addLabRoutes } from './routes/lab_routes.js';
import { addLedgerRoutes } from './routes/ledger_routes.js';
import { addListFeeds } from './routes/list_feeds.js';
import { addListRoutes } from './routes/list_routes.js';
import { addLiveRoutes } from './routes/live_routes.js';
import { addOpmlRoutes } from './routes/opml_routes.js';
import { addPictureRoutes } from './routes/picture_routes.js';
import { addSearchRoutes } from './routes/search_routes.js';
import { addSitemapRoutes } from './routes/sitemap_routes.js';
import { addStoryRoutes } from './routes/story_routes.js';
import { addSuggestRoutes } from './routes/suggest_routes.js';
import { addThreadRoutes } from './routes/thread_routes.js';
import { addViewCounting } from './routes/view_counting.js';
import { addWebSubRoutes } from './routes/websub_routes.js';
import { securityHeaders } from './security_headers.js';
import { nameInEnglish, offerMail, readFace, type SiteContext, sendFault } from './site_context.js';
import type { SiteDeps } from './site_deps.js';
import { rememberTongue } from './tongue_choice.js';

/** Builds the site over a store. Works without a server: tests call `request()` on what it returns. */
export function createSite(deps: SiteDeps): Hono {
  const keptMs = deps.config.keptMs ?? KEPT_MS;
  const { recall, forget } = openRecall({ keptMs: keptMs * RECALLED, clock: deps.clock });
  const hub = new EventHub({
    store: deps.store,
    clock: deps.clock,
    pollMs: deps.config.streamPollMs ?? STREAM_POLL_MS,
    onFault: (error) => deps.log?.({ status: 503, path: 'stream', error }),
  });
  const site: SiteContext = { ...deps, assets: loadAssets(), recall, hub };
  const app = new Hono();
  const metrics = createMetrics();
  app.use(metrics.count);
  app.use(securityHeaders());
  app.use(rememberTongue());
  addViewCounting(app, site);
  app.use(keepPages({ keptMs, clock: site.clock }));
  app.use(async (context, next) => {
    await next();
    if (context.req.method === 'POST') forget();
  });
  app.use(readFace(site));
  app.use(offerMail(site));
  app.use(nameInEnglish(site));
  addListRoutes(app, site);
  addListFeeds(app, site);
  addArchiveRoutes(app, site);
  addFrontRoutes(app, site);
  addArticleRoutes(app, site);
  addStoryRoutes(app, site);
  addCommentRoutes(app, site);
  addPictureRoutes(app, site);
  addThreadRoutes(app, site);
  addLedgerRoutes(app, site);
  addExportRoutes(app, site);
  addSearchRoutes(app, site);
  addSuggestRoutes(app, site);
  addFixedRoutes(app, site);
  addHabitRoutes(app, site);
  addOpmlRoutes(app, site);
  addLiveRoutes(app, site);
  addAlertRoutes(app, site);
  addWebSubRoutes(app, site);
  addSitemapRoutes(app, site);
  addApiRoutes(app, site);
  app.get('/metrics', async (context) => {
    const { type, text } = await metrics.render(site.store, site.clock());
    return context.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  });
  addLabRoutes(app, site);
  addAdminRoutes(app, site);
  app.notFound((context) => sendFault(site, context, new Fault(NOT_FOUND)));
  app.onError((error, context) => {
    const fault = faultOf(error);
    if (!(error instanceof Fault)) {
      site.log?.({ status: fault.view.status, path: context.req.path, error });
    }
    return sendFault(site, context, fault);
  });
  return app;
}

/** Short enough that nobody misses news, long enough that a rush costs one rendering. */
const KEPT_MS = 3000;

/** How often new stories are looked for while somebody listens. */
const STREAM_POLL_MS = 1000;

/** Slow parts of pages are kept so many times longer: a minute. */
const RECALLED = 20;

/** Seconds after which a database that restarts is usually back. */
const RETRY_SECONDS = 60;

function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  return isUnreachable(error) ? new Fault(DATABASE_DOWN, RETRY_SECONDS) : new Fault(INTERNAL);
}
