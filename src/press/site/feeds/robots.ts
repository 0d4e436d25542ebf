/** robots.txt of a host. */
import type { OutletSite } from '../outlet_site.js';

/** The file, or nothing for a host without one. Addresses of sitemaps come last. */
export function robotsText(site: OutletSite): string | undefined {
  const { robots, sitemap } = site.habits;
  if (robots === undefined) return undefined;
  const lines = [
    '# نمونه',
    'User-agent: *',
    ...(robots.forbids.length > 0 ? robots.forbids.map((path) => `Disallow: ${path}`) : ['Disallow:']),
    ...(robots.crawlDelaySeconds === undefined ? [] : [`Crawl-delay: ${robots.crawlDelaySeconds}`]),
  ];
  if (sitemap === 'news') lines.push('', `Sitemap: ${site.root}${site.plan.newsSitemap}`);
  if (sitemap === 'index') lines.push('', `Sitemap: ${site.root}${site.plan.sitemapIndex}`);
  return `${lines.join('\n')}\n`;
}
