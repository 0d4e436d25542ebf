/** What a host remembers between requests: how many it has answered, for refusals and challenges. */
import type { OutletSite } from './outlet_site.js';
import type { Route } from './routes.js';

export interface HostState {
  requests: number;
  pageRequests: number;
  /** Requests for the page that comes blank at first. */
  blankRequests: number;
}

export type Hindrance = 'refused' | 'challenged' | 'blank' | undefined;

/** Counts one request and tells what stands in its way. */
export function hindranceOf(site: OutletSite, state: HostState, route: Route | undefined): Hindrance {
  state.requests += 1;
  if (state.requests <= (site.habits.refusesFirst?.requests ?? 0)) return 'refused';
  if (!isPage(route)) return undefined;
  state.pageRequests += 1;
  const every = site.habits.challengesEvery;
  if (every !== undefined && state.pageRequests % every === 0) return 'challenged';
  return isBlankYet(site, state, route) ? 'blank' : undefined;
}

function isBlankYet({ habits }: OutletSite, state: HostState, route: Route | undefined): boolean {
  const { blankFirst } = habits;
  if (route?.kind !== 'article' || route.article.id !== blankFirst?.article) return false;
  state.blankRequests += 1;
  return state.blankRequests <= blankFirst.requests;
}

/** Shields stand before pages; feeds, robots.txt and files pass. */
function isPage(route: Route | undefined): boolean {
  return ['article', 'front', 'section', 'tag', 'about'].includes(route?.kind ?? '');
}
