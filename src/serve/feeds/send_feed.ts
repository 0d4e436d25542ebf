import type { Context } from 'hono';
import { respond } from '../respond.js';
import { baseUrlOf, type SiteContext } from '../site_context.js';
import { FEED_TYPES, type Feed, type FeedEntry, type FeedFormat, formatFeed } from './feed.js';

interface FeedAnswer {
  readonly title: string;
  /** Path of the list's page. */
  readonly href: string;
  /** What stands behind the path, `?q=…`, on the list's page and at its feed alike. */
  readonly query?: string;
  /** Where the feed stands, when that is not below its page. */
  readonly feedHref?: string;
  readonly entries: readonly FeedEntry[];
  readonly format: FeedFormat;
}

/** Answers with a list as a feed. */
export function sendFeed(site: SiteContext, context: Context, answer: FeedAnswer): Promise<Response> {
  const base = baseUrlOf(site, context);
  const { query = '' } = answer;
  const feed: Feed = {
    title: answer.title,
    pageUrl: `${base}${answer.href}${query}` || base,
    feedUrl: `${base}${answer.feedHref ?? answer.href}/${answer.format}${query}`,
    updatedAt: answer.entries[0]?.publishedAt ?? '1970-01-01T00:00:00.000Z',
    entries: answer.entries,
    hubUrl: site.config.hubUrl,
  };
  return respond(context, {
    body: formatFeed(feed, answer.format),
    type: FEED_TYPES[answer.format],
    ...(feed.hubUrl === undefined
      ? {}
      : { headers: { Link: `<${feed.hubUrl}>; rel="hub", <${feed.feedUrl}>; rel="self"` } }),
  });
}
