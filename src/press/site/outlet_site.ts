/** One outlet of the press, ready to be served: its articles in order, its addresses, its sections and tags. */
import type { CmsFamily } from '../../model/outlet.js';
import { calmedSite, type PressFeed, type PressSite, pressSite } from '../behaviours.js';
import {
  type PressArticle,
  type PressHouse,
  type PressOutlet,
  type PressWorld,
  pressHouse,
} from '../world.js';
import { articleAt } from '../world_text.js';
import { ADDRESS_PLANS, type AddressPlan, articleAddresses, SCHEME, type SiteFamily } from './addresses.js';

export interface OutletSite {
  readonly outlet: PressOutlet;
  readonly house: PressHouse;
  readonly habits: PressSite;
  readonly family: SiteFamily;
  readonly plan: AddressPlan;
  /** `nuran.example` */
  readonly host: string;
  /** `http://nuran.example` */
  readonly root: string;
  /** First versions, in order of publication. */
  readonly articles: readonly PressArticle[];
  /** Minutes at which anything changed, in order: publications and edits. */
  readonly changes: readonly number[];
  readonly addresses: ReadonlyMap<string, { readonly path: string; readonly code: string }>;
  readonly sections: readonly string[];
  readonly tags: readonly string[];
}

/** Families of CMS that an outlet's entry may name; anything else is served as WordPress does. */
const FAMILIES: readonly CmsFamily[] = ['iransamaneh', 'nastooh', 'asam', 'studiokhabar', 'wordpress'];

/** Main feed of a family, where real hosts of it have theirs. */
const MAIN_FEEDS: Record<SiteFamily, string | undefined> = {
  iransamaneh: '/fa/rss/allnews',
  nastooh: '/rss',
  asam: '/feeds',
  studiokhabar: '/rss.xml',
  wordpress: '/feed/',
  channel: undefined,
};

/** Sites of all outlets of a world, built when first asked for: a scaled press has thousands. */
export function outletSites(
  world: PressWorld,
  options: { readonly sites: readonly PressSite[]; readonly calm: readonly string[] | 'all' },
): ReadonlyMap<string, () => OutletSite> {
  const byOutlet = articlesByOutlet(world.articles);
  const houses = new Map(world.setting.houses.map((house) => [house.outlet, house]));
  const habits = new Map(options.sites.map((site) => [site.outlet, site]));
  return new Map(
    world.outlets.map((outlet) => {
      const make = (): OutletSite =>
        outletSite(outlet, {
          house:
            houses.get(outlet.id) ?? pressHouse.parse({ outlet: outlet.id, voice: '', path: '/n/{code}' }),
          habits: calmedSite(habits.get(outlet.id) ?? defaultHabits(outlet), options.calm),
          articles: byOutlet.get(outlet.id) ?? [],
        });
      return [outlet.id, once(make)];
    }),
  );
}

/** What a host does that has no entry of its own: one RSS feed where its family has it, a news sitemap. */
export function defaultHabits(outlet: PressOutlet): PressSite {
  const path = MAIN_FEEDS[familyOf(outlet)];
  return pressSite.parse({
    outlet: outlet.id,
    feeds: path === undefined ? [] : [{ path, format: 'rss' }],
    sitemap: 'news',
    robots: {},
  });
}

export function familyOf(outlet: PressOutlet): SiteFamily {
  if (outlet.kind === 'channel') return 'channel';
  // The schema of the world lets unknown fields of a registry entry through untyped.
  const cms = (outlet as PressOutlet & { readonly cms?: unknown }).cms;
  return FAMILIES.find((family) => family === cms) ?? 'wordpress';
}

export function hostOf(outlet: PressOutlet): string {
  return outlet.domains[0] ?? `${outlet.id}.example`;
}

/** Articles out by `minute`, latest first, each in the version of that minute. */
export function publishedBy(
  site: OutletSite,
  minute: number,
  limit = Number.POSITIVE_INFINITY,
): PressArticle[] {
  const found: PressArticle[] = [];
  const count = countUpTo(site.articles.length, (index) => (site.articles[index]?.published ?? 0) <= minute);
  for (let index = count - 1; index >= 0 && found.length < limit; index -= 1) {
    const first = site.articles[index];
    // Writing versions out costs more than the rest of a list; most articles have one only.
    const seen = first?.edits.length === 0 ? first : first && articleAt(first, minute);
    if (seen !== undefined) found.push(seen);
  }
  return found;
}

/** The last minute up to `minute` at which the outlet published or edited anything; absent before the first. */
export function lastChange(site: OutletSite, minute: number): number | undefined {
  return site.changes[countUpTo(site.changes.length, (index) => (site.changes[index] ?? 0) <= minute) - 1];
}

/** Those of a feed: the latest, of its section where it has one. */
export function feedArticles(site: OutletSite, feed: PressFeed, minute: number): PressArticle[] {
  if (feed.section === undefined) return publishedBy(site, minute, feed.limit);
  return publishedBy(site, minute)
    .filter((article) => article.category[0] === feed.section)
    .slice(0, feed.limit);
}

/** Path of an article on its host. */
export function pathOf(site: OutletSite, articleId: string): string {
  return site.addresses.get(articleId)?.path ?? '/';
}

export function urlOf(site: OutletSite, articleId: string): string {
  return site.root + pathOf(site, articleId);
}

export function sectionPath(site: OutletSite, name: string): string {
  return site.plan.section(name, Math.max(0, site.sections.indexOf(name)));
}

function outletSite(
  outlet: PressOutlet,
  parts: Pick<OutletSite, 'house' | 'habits' | 'articles'>,
): OutletSite {
  const family = familyOf(outlet);
  const host = hostOf(outlet);
  const used = parts.articles.flatMap((article) => article.category.slice(0, 1));
  return {
    ...parts,
    outlet,
    family,
    plan: ADDRESS_PLANS[family],
    host,
    root: `${SCHEME}://${host}`,
    changes: parts.articles
      .flatMap((article) => [article.published, ...article.edits.map((edit) => edit.at)])
      .sort((a, b) => a - b),
    addresses: articleAddresses(parts.articles, parts.house),
    sections: [...new Set([...parts.house.sections, ...used])],
    tags: [...new Set(parts.articles.flatMap((article) => article.tags))],
  };
}

function articlesByOutlet(articles: readonly PressArticle[]): ReadonlyMap<string, readonly PressArticle[]> {
  const groups = new Map<string, PressArticle[]>();
  for (const article of articles) {
    const group = groups.get(article.outlet);
    if (group === undefined) groups.set(article.outlet, [article]);
    else group.push(article);
  }
  return groups;
}

/** Binary search: how many of the first positions pass a test that never passes again once it fails. */
function countUpTo(length: number, passes: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
