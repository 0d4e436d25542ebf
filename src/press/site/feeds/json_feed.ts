/** JSON Feed 1.1. */
import type { FeedView } from './feed_view.js';

export function jsonFeed(view: FeedView): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: view.title,
    description: view.about,
    language: 'fa-IR',
    home_page_url: view.siteUrl,
    feed_url: view.feedUrl,
    items: view.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      summary: item.lede,
      content_html: item.content,
      // The format asks for a text where there is no HTML.
      content_text: item.content === undefined ? (item.lede ?? item.title) : undefined,
      date_published: item.printedDate ?? new Date(item.publishedMs).toISOString(),
      date_modified: new Date(item.updatedMs).toISOString(),
      authors: item.author === undefined ? undefined : [{ name: item.author }],
      tags: item.tags,
      image: item.imageUrl,
    })),
  });
}
