/** The hosts of a running press: found by name, each with its memory, its addresses and its present. */
import type { PressSite } from '../behaviours.js';
import type { PressClock } from '../clock.js';
import type { PressWorld } from '../world.js';
import { SCHEME } from './addresses.js';
import type { Answer } from './answer.js';
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
  /** Whether a Host header is a second name (`www.`) that leads to the first. */
  isAlias(named: string): boolean;
}

export interface PressHosts {
  /** Every name a collector may be given, `www.` included. */
  readonly names: readonly string[];
  readonly links: ChannelLinks;
  all(): readonly OutletSite[];
  /** By Host header, port and case aside; `nuran.localhost` is `nuran.example`. */
  find(named: string): PressHost | undefined;
  siteOf(outletId: string): OutletSite | undefined;
  moment(site: OutletSite): SiteMoment;
  browserUrl(url: string, port: number): string;
  /** Leads links between hosts to `.localhost` for a visitor who came by such a name. */
  seenAs(named: string): (answer: Answer) => Answer;
}

export interface HostsOptions {
  readonly sites: readonly PressSite[];
  readonly calm: readonly string[] | 'all';
  readonly clock: PressClock;
}

export function pressHosts(world: PressWorld, options: HostsOptions): PressHosts {
  const sites = outletSites(world, options);
  const byName = new Map<string, PressHost>();
  const localNames = new Map<string, string>();
  for (const outlet of world.outlets) {
    const site = sites.get(outlet.id);
    if (site === undefined) continue;
    const host = hostOf(outlet);
    byName.set(host, pressHost(site));
    localNames.set(host, `${outlet.id}.localhost`);
  }
  const outletOf = new Map(world.articles.map((article) => [article.id, article] as const));
  const siteOf = (outletId: string): OutletSite | undefined => sites.get(outletId)?.();
  const published = (articleId: string): { site: OutletSite; url: string } | undefined => {
    const site = siteOf(outletOf.get(articleId)?.outlet ?? '');
    return site && { site, url: urlOf(site, articleId) };
  };
  const browserUrl = (url: string, port: number): string => {
    const { host, pathname, search } = new URL(url);
    const local = localNames.get(host);
    return local === undefined ? url : `${SCHEME}://${local}:${port}${pathname}${search}`;
  };
  const printer = datePrinter(world.setting.timezone);
  const { clock } = options;
  const instantOf = (minute: number): number => clock.epochMs + minute * 60_000;
  return {
    names: [...byName.keys()].flatMap((name) => [name, `www.${name}`]),
    links: {
      nameOf: (outletId) => siteOf(outletId)?.outlet.name,
      linkTo(articleId) {
        const found = published(articleId);
        const title = outletOf.get(articleId)?.headline;
        return found && title !== undefined
          ? { href: found.url, title, site: found.site.outlet.name }
          : undefined;
      },
    },
    all: () => [...byName.values()].map((host) => host.site()),
    find: (named) => byName.get(mainName(named, localNames)),
    siteOf,
    moment: (site) => ({
      site,
      minute: clock.minute(),
      printer,
      instantOf,
      takenFrom(articleId) {
        const found = published(world.madeFrom.get(articleId) ?? '');
        return found && { outlet: found.site.outlet, url: found.url };
      },
    }),
    browserUrl,
    seenAs(named) {
      const [, port] = /\.localhost:(\d+)$/.exec(named) ?? [];
      if (port === undefined) return (answer) => answer;
      return (answer) =>
        answer.kind === 'markup' && answer.contentType === 'text/html'
          ? { ...answer, text: withLocalLinks(answer.text, (url) => browserUrl(url, Number(port))) }
          : answer;
    },
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
    state: { requests: 0, pageRequests: 0 },
    open: 0,
    isAlias: (named) => named.toLowerCase().startsWith('www.'),
  };
}

/** `WWW.Nuran.example:80` and `nuran.localhost:8081` are `nuran.example`. */
function mainName(named: string, localNames: ReadonlyMap<string, string>): string {
  const bare = named
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^www\./, '');
  if (!bare.endsWith('.localhost')) return bare;
  for (const [name, local] of localNames) if (local === bare) return name;
  return bare;
}

function withLocalLinks(markup: string, local: (url: string) => string): string {
  return markup.replace(
    /(<a [^>]*?href=")(http:\/\/[a-z0-9-]+\.example[^"]*)(")/g,
    (_, before: string, url: string, after: string) => before + local(url) + after,
  );
}
