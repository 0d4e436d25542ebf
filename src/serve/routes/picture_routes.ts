/** Thumbnails: only what is kept of the pictures of articles that readers may see; no other address leads anywhere. */
import type { Hono } from 'hono';
import { loadPictures } from '../../store/site_pictures.js';
import { loadSiteSettings } from '../../store/site_settings.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { SHAPES, type Shape } from '../pictures/thumbnail.js';
import { toBody } from '../respond.js';
import { parseNumber, type SiteContext } from '../site_context.js';

export function addPictureRoutes(app: Hono, site: SiteContext): void {
  const { pictures, store } = site;
  if (pictures === undefined) return;
  app.get('/article/:id/picture/:shape', async (context) => {
    const id = parseNumber(context.req.param('id'));
    const shape = context.req.param('shape');
    if (id === undefined || !isShape(shape)) throw new Fault(NOT_FOUND);
    const [[picture], settings] = await Promise.all([loadPictures(store, [id]), loadSiteSettings(store)]);
    const file = picture && settings.pictures ? pictures.find(picture.url, shape) : undefined;
    const bytes = file === undefined ? undefined : await pictures.read(file);
    if (bytes === undefined) throw new Fault(NOT_FOUND);
    // A day, not forever: pictures go with their articles when a publisher asks for it.
    const headers = { 'Content-Type': 'image/webp', 'Cache-Control': 'public, max-age=86400' };
    return new Response(toBody(bytes), { headers });
  });
}

function isShape(name: string): name is Shape {
  return Object.hasOwn(SHAPES, name);
}
