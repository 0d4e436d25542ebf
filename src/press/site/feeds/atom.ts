/** Atom 1.0. */
import type { FeedItem, FeedView } from './feed_view.js';
import { element, escapedXml } from './xml_text.js';

export function atomFeed(view: FeedView): string {
  return [
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa">',
    element('id', view.feedUrl),
    element('title', view.title),
    element('subtitle', view.about),
    element('updated', new Date(view.updatedMs).toISOString()),
    `<link rel="self" href="${escapedXml(view.feedUrl)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapedXml(view.siteUrl)}"/>`,
    ...view.items.map(entry),
    '</feed>',
  ].join('\n');
}

function entry(item: FeedItem): string {
  return [
    '<entry>',
    element('id', item.id),
    element('title', item.title),
    `<link rel="alternate" type="text/html" href="${escapedXml(item.url)}"/>`,
    element('published', item.printedDate ?? new Date(item.publishedMs).toISOString()),
    element('updated', new Date(item.updatedMs).toISOString()),
    item.author === undefined ? '' : `<author>${element('name', item.author)}</author>`,
    item.section === undefined ? '' : `<category term="${escapedXml(item.section)}"/>`,
    element('summary', item.lede),
    item.content === undefined ? '' : `<content type="html">${escapedXml(item.content)}</content>`,
    '</entry>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
