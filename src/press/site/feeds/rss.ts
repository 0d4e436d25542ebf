/** RSS 2.0 and RSS 1.0 (RDF). */
import type { FeedItem, FeedView } from './feed_view.js';
import { cdata, element, escapedXml } from './xml_text.js';

/** RSS 2.0 with the usual namespaces; `content:encoded` where items carry their body. */
export function rssFeed(view: FeedView): string {
  return [
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    element('title', view.title),
    element('link', view.siteUrl),
    element('description', view.about),
    '<language>fa-IR</language>',
    `<atom:link href="${escapedXml(view.feedUrl)}" rel="self" type="application/rss+xml"/>`,
    element('lastBuildDate', new Date(view.updatedMs).toUTCString()),
    ...view.items.map(rssItem),
    '</channel>',
    '</rss>',
  ].join('\n');
}

/** RSS 1.0: the list of items stands in the channel, the items beside it, dates in Dublin Core. */
export function rdfFeed(view: FeedView): string {
  return [
    '<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<channel rdf:about="${escapedXml(view.feedUrl)}">`,
    element('title', view.title),
    element('link', view.siteUrl),
    element('description', view.about),
    `<items><rdf:Seq>${view.items.map(({ url }) => `<rdf:li rdf:resource="${escapedXml(url)}"/>`).join('')}</rdf:Seq></items>`,
    '</channel>',
    ...view.items.map(rdfItem),
    '</rdf:RDF>',
  ].join('\n');
}

function rssItem(item: FeedItem): string {
  return [
    '<item>',
    element('title', item.title),
    element('link', item.url),
    `<guid isPermaLink="${item.id === item.url}">${escapedXml(item.id)}</guid>`,
    element('description', item.lede),
    item.content === undefined ? '' : `<content:encoded>${cdata(item.content)}</content:encoded>`,
    element('dc:creator', item.author),
    element('category', item.section),
    ...item.tags.map((tag) => element('category', tag)),
    element('pubDate', item.printedDate ?? new Date(item.publishedMs).toUTCString()),
    item.imageUrl === undefined
      ? ''
      : `<enclosure url="${escapedXml(item.imageUrl)}" type="image/png" length="0"/>`,
    '</item>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function rdfItem(item: FeedItem): string {
  return [
    `<item rdf:about="${escapedXml(item.url)}">`,
    element('title', item.title),
    element('link', item.url),
    element('description', item.lede),
    element('dc:subject', item.section),
    element('dc:date', item.printedDate ?? new Date(item.publishedMs).toISOString()),
    '</item>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
