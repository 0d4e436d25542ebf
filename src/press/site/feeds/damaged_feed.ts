/** Feeds as careless templates leave them. */
import type { PressFeed } from '../../behaviours.js';

/**
 * `cut` ends in the middle of an element, two thirds in, as a feed does whose writer died; `bare_ampersands`
 * undoes the escaping of & everywhere, as a template does that prints addresses raw.
 */
export function damagedFeed(xml: string, damage: PressFeed['damage']): string {
  if (damage === undefined) return xml;
  if (damage === 'bare_ampersands') return withBareAmpersands(xml);
  const cut = xml.indexOf('<title>', Math.floor((xml.length * 2) / 3));
  const end = cut < 0 ? xml.length - 1 : Math.min(xml.length - 1, cut + '<title>'.length + 9);
  return xml.slice(0, end);
}

/** Links get a second parameter, so that there is something to go wrong in every item. */
function withBareAmpersands(xml: string): string {
  return xml
    .replaceAll('&amp;', '&')
    .replace(
      /<link>([^<]+)<\/link>/g,
      (_, url: string) => `<link>${url}${url.includes('?') ? '&' : '?'}from=rss&v=2</link>`,
    );
}
