/** The hosts of a running press: found by name, each with its memory, its addresses and its present. */
import type { PressSite } from '../behaviours.js';
import type { PressClock } from '../clock.js';
import type { PressArticle, PressWorld } from '../world.js';
import type { ChannelLinks } from './channel_view.js';
import type { HostState } from './host_state.js';
import { datePrinter } from './house_dates.js';
import { hostOf, type OutletSite, outletSites, urlOf } from './outlet_site.js';
import { type Router, routerOf } from './routes.js';
import type { SiteMoment } from './site_moment.js';

export interface PressHost {
  readonly site: () => OutletSite;
  readonly router: () => Router;
  readonly state: HostState;
  /** Requests being answered. */
  open: number;
}

export interface PressHosts {
  /** Every name a collector may be given, `www.` included. */
  readonly names: readonly string[];
  readonly links: ChannelLinks;
  all(): readonly OutletSite[];
  /** By the main name of a host. */
  find(name: string): PressHost | undefined;
  moment(site: OutletSite): SiteMoment;
}

export interface HostsOptions {
  readonly sites: readonly PressSite[];
  readonly calm: readonly string[] | 'all';
  readonly clock: PressClock;
}

const MINUTE_MS = 60_000;

export function pressHosts(world: PressWorld, options: HostsOptions): PressHosts {
  const sites = outletSites(world, options);
  const byName = new Map<string, PressHost>();
  for (const outlet of world.outlets) {
    const site = sites.get(outlet.id);
    if (site !== undefined) byName.set(hostOf(outlet), pressHost(site));
  }
  const published = publishedFinder(world, sites);
  const printer = datePrinter(world.setting.timezone);
  const { clock } = options;
  return {
    names: [...byName.keys()].flatMap((name) => [name, `www.${name}`]),
    links: {
      nameOf: (outletId) => sites.get(outletId)?.().outlet.name,
      linkTo(articleId) {
        const found = published(articleId);
        return found && { href: found.url, title: found.article.headline, site: found.site.outlet.name };
      },
    },
    all: () => [...byName.values()].map((host) => host.site()),
    find: (name) => byName.get(name),
    moment: (site) => ({
      site,
      minute: clock.minute(),
      printer,
      instantOf: (minute) => clock.epochMs + minute * MINUTE_MS,
      takenFrom(articleId) {
        const found = published(world.madeFrom.get(articleId) ?? '');
        return found && { outlet: found.site.outlet, url: found.url };
      },
    }),
  };
}

interface Published {
  readonly article: PressArticle;
  readonly site: OutletSite;
  readonly url: string;
}

/** Finds an article of any host with its address. */
function publishedFinder(
  world: PressWorld,
  sites: ReadonlyMap<string, () => OutletSite>,
): (articleId: string) => Published | undefined {
  const byId = new Map(world.articles.map((article) => [article.id, article]));
  return (articleId) => {
    const article = byId.get(articleId);
    const site = sites.get(article?.outlet ?? '')?.();
    return article && site && { article, site, url: urlOf(site, articleId) };
  };
}

function pressHost(site: () => OutletSite): PressHost {
  let router: Router | undefined;
  return {
    site,
    router() {
      router ??= routerOf(site());
      return router;
    },
    state: { requests: 0, pageRequests: 0, blankRequests: 0 },
    open: 0,
  };
}
