/** Which address of a host leads where. */
import type { PressFeed } from '../behaviours.js';
import type { PressArticle } from '../world.js';
import { shortPath } from './article_view.js';
import { channelPath } from './channel_view.js';
import { type OutletSite, pathOf, sectionPath } from './outlet_site.js';
import { TRAP_PATHS, type TrapPath } from './traps.js';

export type Route =
  | {
      readonly kind:
        | 'front'
        | 'about'
        | 'robots'
        | 'news_sitemap'
        | 'sitemap_index'
        | 'channel'
        | 'forbidden';
    }
  | { readonly kind: 'article'; readonly article: PressArticle }
  | { readonly kind: 'section' | 'tag'; readonly name: string; readonly page: number }
  | { readonly kind: 'feed'; readonly feed: PressFeed }
  | { readonly kind: 'archive_sitemap'; readonly page: number }
  | { readonly kind: 'gone'; readonly headline: string }
  | { readonly kind: 'trap'; readonly path: TrapPath }
  | { readonly kind: 'static' | 'picture'; readonly name: string }
  | { readonly kind: 'moved'; readonly to: string; readonly status: 301 | 302 };

/** Finds what an address of one host leads to; nothing for an address that it does not have. */
export type Router = (url: URL) => Route | undefined;

/** Builds the table of a host's addresses once; it grows with the articles of that host alone. */
export function routerOf(site: OutletSite): Router {
  const fixed = fixedRoutes(site);
  const byCode = new Map(
    site.articles.map((article) => [site.addresses.get(article.id)?.code ?? '', article]),
  );
  return (url) => {
    const path = decodedPath(url);
    if (path === undefined) return undefined;
    return (
      listRoute(fixed, path, url) ??
      fixed.get(withPostNumber(path, url)) ??
      fileRoute(path) ??
      archiveRoute(site, path) ??
      forbiddenRoute(site, path) ??
      movedRoute(site, { path, fixed, byCode })
    );
  };
}

function fixedRoutes(site: OutletSite): ReadonlyMap<string, Route> {
  const { habits, plan } = site;
  const table = new Map<string, Route>();
  const add = (path: string, route: Route): void => {
    table.set(decodeURIComponent(path), route);
  };
  for (const article of site.articles) add(pathOf(site, article.id), { kind: 'article', article });
  for (const name of site.tags) add(plan.tag(name), { kind: 'tag', name, page: 1 });
  for (const name of site.sections) add(sectionPath(site, name), { kind: 'section', name, page: 1 });
  for (const { path, headline } of habits.gone) add(path, { kind: 'gone', headline });
  for (const feed of habits.feeds) add(feed.path, { kind: 'feed', feed });
  if (habits.traps) for (const path of TRAP_PATHS) add(path, { kind: 'trap', path });
  if (habits.sitemap !== 'none') add(plan.newsSitemap, { kind: 'news_sitemap' });
  if (habits.sitemap === 'index') add(plan.sitemapIndex, { kind: 'sitemap_index' });
  if (site.family === 'channel') add(channelPath(site.outlet.id), { kind: 'channel' });
  add('/robots.txt', { kind: 'robots' });
  add('/about', { kind: 'about' });
  add('/', { kind: site.family === 'channel' ? 'channel' : 'front' });
  return table;
}

function decodedPath(url: URL): string | undefined {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    // An address with broken percent-encoding is no address of ours.
    return undefined;
  }
}

/** `/?p=1274` is an address of its own on WordPress hosts; every other parameter is tracking. */
function withPostNumber(path: string, url: URL): string {
  const number = path === '/' ? url.searchParams.get('p') : null;
  return number === null ? path : `/?p=${number}`;
}

function fileRoute(path: string): Route | undefined {
  const [, folder, name] = /^\/(static|files)\/([\w.-]{1,120})$/.exec(path) ?? [];
  if (folder === undefined || name === undefined) return undefined;
  return { kind: folder === 'static' ? 'static' : 'picture', name };
}

function listRoute(fixed: ReadonlyMap<string, Route>, path: string, url: URL): Route | undefined {
  const [, list = path, numbered] = /^(.*\/)page\/(\d{1,4})\/$/.exec(path) ?? [];
  const route = fixed.get(list);
  if (route?.kind !== 'section' && route?.kind !== 'tag') return undefined;
  return { ...route, page: numbered === undefined ? pageNumber(url) : Math.max(1, Number(numbered)) };
}

/** Page number of a list from whichever parameter its family uses; 1 for anything unreadable. */
export function pageNumber(url: URL): number {
  const value = url.searchParams.get('page') ?? url.searchParams.get('pi') ?? url.searchParams.get('p') ?? '';
  return /^[1-9]\d{0,3}$/.test(value) ? Number(value) : 1;
}

function archiveRoute(site: OutletSite, path: string): Route | undefined {
  if (site.habits.sitemap !== 'index') return undefined;
  const page = Number(/(\d{1,4})(?!.*\d)/.exec(path)?.[1] ?? 0);
  return page > 0 && site.plan.archiveSitemap(page) === path ? { kind: 'archive_sitemap', page } : undefined;
}

function forbiddenRoute(site: OutletSite, path: string): Route | undefined {
  const forbids = site.habits.robots?.forbids ?? [];
  return forbids.some((prefix) => path.startsWith(prefix)) ? { kind: 'forbidden' } : undefined;
}

interface MovedOptions {
  readonly path: string;
  readonly fixed: ReadonlyMap<string, Route>;
  readonly byCode: ReadonlyMap<string, PressArticle>;
}

/** Short links, addresses with an old slug or a missing slash, and the doors to other places. */
function movedRoute(site: OutletSite, { path, fixed, byCode }: MovedOptions): Route | undefined {
  if (/^\/(share|channels|comments)(\/|$)/.test(path)) return { kind: 'moved', to: '/about', status: 302 };
  if (path === '/index.html' || path === '/home') return { kind: 'moved', to: '/', status: 301 };
  const slashed = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
  if (fixed.has(slashed)) return { kind: 'moved', to: encodeURI(slashed), status: 301 };
  const code = path.startsWith(shortPath('')) ? path.slice(shortPath('').length) : codeIn(path);
  const article = byCode.get(code);
  return article && { kind: 'moved', to: pathOf(site, article.id), status: 301 };
}

/** The news code in an address whose slug is old or missing: `/news/84512/…`. */
function codeIn(path: string): string {
  return /^\/(?:[a-z]{1,12}\/){1,2}(\d{4,9}(?:-\d+)?)(?:\/|$)/.exec(path)?.[1] ?? '';
}
