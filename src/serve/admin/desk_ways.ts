/** From a page of the site to where the desk acts upon what it shows. */
import type { Hono } from 'hono';

/** The first that fits leads on; `$1` is the number or id in the address. */
const WAYS: readonly (readonly [from: RegExp, to: string])[] = [
  [/^\/story\/(\d+)/, '/admin/stories/$1'],
  [/^\/thread\/(\d+)/, '/admin/stories?thread=$1'],
  [/^\/article\/(\d+)/, '/admin/hidden?kind=article&id=$1'],
  [/^\/outlet\/([\w.~%-]+)/, '/admin/hidden?kind=outlet&id=$1'],
  [/^\/entity\/([\w.~%-]+)/, '/admin/entities/$1'],
  [/^\/topic\/(\d+)/, '/admin/topics/$1'],
  [/^\/dossier\/(\d+)/, '/admin/dossiers/$1'],
  [/^\/(stories|entities|topics|dossiers|sources)$/, '/admin/$1'],
  [/^\/(about|contact|rules|ads|privacy)$/, '/admin/text/$1'],
];

/** `/admin/go?to=/story/12` leads to that story at the desk; what the desk does not know leads to its first page. */
export function addDeskWays(app: Hono): void {
  app.get('/admin/go', (context) => context.redirect(deskPlaceOf(context.req.query('to') ?? ''), 303));
}

/** Where the desk acts upon what stands at an address of the site. */
export function deskPlaceOf(path: string): string {
  for (const [from, to] of WAYS) {
    const what = from.exec(path)?.[1];
    if (what !== undefined) return to.replace('$1', () => what);
  }
  return '/admin';
}
