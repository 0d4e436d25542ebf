/** The operator's view of the sources: what each brought against what it usually brings, and how soon. */
import type { Hono } from 'hono';
import { loadSourceHealth } from '../../store/source_health.js';
import { loadSourceStatuses } from '../../store/source_state.js';
import { frameOf, type SiteContext, sendPrivatePage } from '../site_context.js';
import { readSession } from './session.js';
import { SourceHealthPage } from './source_health_page.js';

export function addSourceHealthRoutes(app: Hono, site: SiteContext): void {
  const { store } = site;
  app.get('/admin/sources', async (context) => {
    const now = site.clock();
    const session = await readSession(context, { database: store, now });
    if (session === undefined) return context.redirect('/admin/login', 303);
    const [sources, health] = await Promise.all([
      loadSourceStatuses(store),
      loadSourceHealth(store, { now }),
    ]);
    const frame = frameOf(site, context);
    return sendPrivatePage(context, <SourceHealthPage frame={frame} sources={sources} health={health} />);
  });
}
