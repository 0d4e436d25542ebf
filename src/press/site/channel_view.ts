/** The channel preview: posts of a page, oldest first. */
import type { PressArticle } from '../world.js';
import { blockText } from '../world_text.js';
import { persianDigits } from './house_dates.js';
import { pathOf, publishedBy } from './outlet_site.js';
import type { PostView } from './pages/channel.js';
import { countsAt } from './reader_counts.js';
import type { SiteMoment } from './site_moment.js';

/** Posts on one preview page. */
const PAGE_POSTS = 20;

export interface ChannelPosts {
  readonly posts: readonly PostView[];
  readonly older: string | undefined;
}

/** What a channel post links to and was forwarded from, where the press knows them. */
export interface ChannelLinks {
  nameOf(outletId: string): string | undefined;
  linkTo(articleId: string): PostView['link'];
}

/** The latest posts, or those before number `before`. */
export function channelPosts(
  moment: SiteMoment,
  { links, before }: { readonly links: ChannelLinks; readonly before: number | undefined },
): ChannelPosts {
  const { site } = moment;
  const numberOf = (article: PressArticle): number => Number(site.addresses.get(article.id)?.code ?? 0);
  const all = publishedBy(site, moment.minute).filter(
    (article) => before === undefined || numberOf(article) < before,
  );
  const shown = all.slice(0, PAGE_POSTS).reverse();
  const first = shown[0];
  return {
    posts: shown.map((article) => postOf(article, { moment, links, number: numberOf(article) })),
    older:
      all.length > PAGE_POSTS && first !== undefined
        ? `${channelPath(site.outlet.id)}?before=${numberOf(first)}`
        : undefined,
  };
}

export function channelPath(channel: string): string {
  return `/s/${channel}`;
}

interface PostOptions {
  readonly moment: SiteMoment;
  readonly links: ChannelLinks;
  readonly number: number;
}

function postOf(article: PressArticle, { moment, links, number }: PostOptions): PostView {
  const { site, printer, minute } = moment;
  const instant = moment.instantOf(article.published);
  const original = site.articles.find((other) => other.id === article.id);
  return {
    post: `${site.outlet.id}/${number}`,
    href: pathOf(site, article.id),
    lines: [
      article.headline,
      ...[article.lede].filter((lede) => lede !== undefined),
      ...article.body.map(blockText),
      ...article.credits,
    ].flatMap((text) => text.split('\n')),
    forwardedFrom:
      article.forwardedFrom === undefined
        ? undefined
        : (links.nameOf(article.forwardedFrom) ?? article.forwardedFrom),
    link: article.linksTo === undefined ? undefined : links.linkTo(article.linksTo),
    views: persianDigits(countsAt(article, minute).views),
    iso: printer.iso(instant),
    time: persianDigits(printer.at(instant).jalali.time),
    edited: original?.edits.some((edit) => !edit.silent && edit.at <= minute) ?? false,
  };
}
