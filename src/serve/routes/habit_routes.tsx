/** What serves a reader's habits: saved pages, settings, reading offline. Nothing of it is stored here. */
import type { Hono } from 'hono';
import { serviceWorker } from '../assets.js';
import { OfflinePage, SavedPage } from '../pages/kept.js';
import { SettingsPage } from '../pages/settings.js';
import { respond } from '../respond.js';
import { frameOf, type SiteContext, sendPage } from '../site_context.js';
import { tongueOf } from '../tongue_choice.js';

export function addHabitRoutes(app: Hono, site: SiteContext): void {
  app.get('/saved', (context) => sendPage(context, <SavedPage frame={frameOf(site, context)} />));
  app.get('/settings', (context) => sendPage(context, <SettingsPage frame={frameOf(site, context)} />));
  app.get('/offline', (context) => sendPage(context, <OfflinePage frame={frameOf(site, context)} />));
  const worker = serviceWorker(site.assets);
  app.get('/sw.js', (context) => respond(context, { body: worker, type: 'text/javascript; charset=utf-8' }));
  app.get('/manifest.webmanifest', (context) => {
    const { language } = tongueOf(context);
    return respond(context, { body: manifest(site, language), type: 'application/manifest+json' });
  });
}

function manifest(site: SiteContext, language: 'fa' | 'en'): string {
  const isPersian = language === 'fa';
  const icon = (name: string, sizes: string, type: string) => ({
    src: site.assets.get(name)?.href,
    sizes,
    type,
  });
  return JSON.stringify({
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    lang: language,
    dir: isPersian ? 'rtl' : 'ltr',
    name: isPersian ? 'سند' : 'Sanad',
    description: isPersian ? 'هر خبر یک بار، با زنجیرهٔ سندش' : 'Every story once, with the chain it rests on',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    icons: [
      icon('icon.svg', 'any', 'image/svg+xml'),
      icon('icon-192.png', '192x192', 'image/png'),
      { ...icon('icon-512.png', '512x512', 'image/png'), purpose: 'any' },
      { ...icon('icon-512.png', '512x512', 'image/png'), purpose: 'maskable' },
    ],
  });
}
