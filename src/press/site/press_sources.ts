/** Where a collector finds the outlets of the press: the same addresses that their sites serve. */
import type { Source } from '../../model/outlet.js';
import { channelPath } from './channel_view.js';
import type { OutletSite } from './outlet_site.js';

/** Sources of every outlet: its feeds, its news sitemap, its front page, or its channel preview. */
export function pressSources(sites: readonly OutletSite[]): readonly Source[] {
  return sites.flatMap(sourcesOf);
}

function sourcesOf(site: OutletSite): readonly Source[] {
  const { habits, outlet, root, plan } = site;
  const source = (name: string, kind: Source['kind'], path: string): Source => ({
    id: `${outlet.id}-${name}`,
    outletId: outlet.id,
    kind,
    url: root + path,
  });
  if (site.family === 'channel') return [source('channel', 'channel', channelPath(outlet.id))];
  const feeds = habits.feeds.map((feed, index) => ({
    ...source(index === 0 ? 'feed' : `feed-${index + 1}`, 'feed', feed.path),
    ...(feed.section === undefined ? {} : { category: feed.section }),
  }));
  const sitemaps = {
    none: [],
    news: [source('sitemap', 'sitemap', plan.newsSitemap)],
    index: [source('sitemap', 'sitemap', plan.sitemapIndex)],
  }[habits.sitemap];
  return [...feeds, ...sitemaps, source('front', 'front_page', '/')];
}
