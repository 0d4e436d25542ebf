/** Fixed pages, assets, and the addresses that machines ask for. */
import type { Hono } from 'hono';
import { loadPageText } from '../../store/site_settings.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { FIXED_PAGES } from '../fixed_pages.js';
import { choosePacking } from '../packing.js';
import { ApiPage } from '../pages/api.js';
import { FixedPageView } from '../pages/fixed.js';
import { toBody } from '../respond.js';
import { frameOf, type SiteContext, sendPage } from '../site_context.js';

export function addFixedRoutes(app: Hono, site: SiteContext): void {
  for (const page of FIXED_PAGES) {
    app.get(`/${page.slug}`, async (context) => {
      const written = await loadPageText(site.store, page.slug);
      return sendPage(
        context,
        <FixedPageView frame={frameOf(site, context)} page={page} written={written} />,
      );
    });
  }
  app.get('/api', (context) => sendPage(context, <ApiPage frame={frameOf(site, context)} />));
  addAssetRoutes(app, site);
  addMachineRoutes(app, site);
}

function addAssetRoutes(app: Hono, site: SiteContext): void {
  app.get('/assets/:name', (context) => {
    const asset = site.assets.get(context.req.param('name'));
    if (asset === undefined) throw new Fault(NOT_FOUND);
    // Only the address with the right hash means these bytes forever.
    const isPinned = asset.href.endsWith(`?v=${context.req.query('v')}`);
    const headers: Record<string, string> = {
      'Content-Type': asset.type,
      'Cache-Control': isPinned ? 'public, max-age=31536000, immutable' : 'no-cache',
      Vary: 'Accept-Encoding',
      ETag: asset.etag,
    };
    if (context.req.header('If-None-Match') === asset.etag)
      return new Response(null, { status: 304, headers });
    const packing = choosePacking(context.req.header('Accept-Encoding'));
    const packed = packing === undefined ? undefined : asset.packed?.[packing];
    if (packing !== undefined && packed !== undefined) headers['Content-Encoding'] = packing;
    return new Response(toBody(packed ?? asset.plain), { headers });
  });
  app.get('/favicon.ico', (context) => context.redirect(site.assets.get('icon.svg')?.href ?? '/', 302));
}

function addMachineRoutes(app: Hono, site: SiteContext): void {
  app.get('/livez', (context) => context.text('ok\n'));
  app.get('/readyz', async (context) => {
    const isReady = await canReachStore(site);
    return context.text(isReady ? 'ok\n' : 'database unreachable\n', isReady ? 200 : 503);
  });
  app.get('/healthz', async (context) => {
    const isReady = await canReachStore(site);
    const health = {
      status: isReady ? 'ok' : 'degraded',
      database: isReady ? 'ok' : 'unreachable',
      at: site.clock(),
    };
    return context.json(health, isReady ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
}

async function canReachStore(site: SiteContext): Promise<boolean> {
  try {
    await site.store.row('select 1 as one');
    return true;
  } catch {
    return false;
  }
}
