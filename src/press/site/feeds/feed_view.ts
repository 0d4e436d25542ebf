/** What a feed lists, before any format. */
import type { PressFeed } from '../../behaviours.js';
import type { PressArticle } from '../../world.js';
import { blockText } from '../../world_text.js';
import { jalaliDay, persianDigits } from '../house_dates.js';
import { feedArticles, urlOf } from '../outlet_site.js';
import type { SiteMoment } from '../site_moment.js';
import { picturePath } from '../teasers.js';
import { escapedXml } from './xml_text.js';

export interface FeedItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly lede: string | undefined;
  /** HTML of the body in feeds that carry it. */
  readonly content: string | undefined;
  readonly publishedMs: number;
  readonly updatedMs: number;
  /** The date as this feed prints it, where its format leaves that open. */
  readonly printedDate: string | undefined;
  readonly section: string | undefined;
  readonly tags: readonly string[];
  readonly author: string | undefined;
  readonly imageUrl: string | undefined;
}

export interface FeedView {
  readonly title: string;
  readonly about: string;
  readonly siteUrl: string;
  readonly feedUrl: string;
  readonly items: readonly FeedItem[];
  /** Youngest date of its items; of an empty feed the epoch of the press. */
  readonly updatedMs: number;
}

const MINUTES_PER_HOUR = 60;

/** The feed of a house at a minute. */
export function feedView(feed: PressFeed, moment: SiteMoment): FeedView {
  const { site } = moment;
  const items = feedArticles(site, feed, moment.minute).flatMap((article) => {
    const item = itemOf(article, { feed, moment });
    return feed.repeats === 1 ? [item] : repeated(item, feed.repeats);
  });
  const name = feed.section === undefined ? site.outlet.name : `${site.outlet.name} - ${feed.section}`;
  return {
    title: `${name} (نمونه)`,
    about: site.house.motto ?? 'نمونه',
    siteUrl: `${site.root}/`,
    feedUrl: site.root + feed.path,
    items,
    updatedMs: items.reduce((latest, item) => Math.max(latest, item.updatedMs), moment.instantOf(0)),
  };
}

interface ItemOptions {
  readonly feed: PressFeed;
  readonly moment: SiteMoment;
}

function itemOf(article: PressArticle, { feed, moment }: ItemOptions): FeedItem {
  const { site } = moment;
  const url = urlOf(site, article.id);
  const published = feed.dates === 'bumped' ? bumpedMinute(article, moment) : article.published;
  const publishedMs = moment.instantOf(published);
  return {
    id: url,
    url,
    title: article.headline,
    lede: article.lede,
    content: feed.content === 'full' ? bodyHtml(article) : undefined,
    publishedMs,
    updatedMs: moment.instantOf(Math.max(published, article.modified ?? published)),
    printedDate: feed.dates === 'jalali' ? jalaliStamp(publishedMs, moment) : undefined,
    section: article.category[0],
    tags: article.tags,
    author: article.authors[0],
    imageUrl: article.images.length > 0 ? site.root + picturePath(article.id, 0) : undefined,
  };
}

/** The date moves to the last edit, silent ones too, and then with every full hour that has passed since. */
function bumpedMinute(article: PressArticle, { site, minute }: SiteMoment): number {
  const edits = site.articles.find((first) => first.id === article.id)?.edits ?? [];
  const touched = edits.filter((edit) => edit.at <= minute).at(-1)?.at ?? article.published;
  return touched + Math.floor((minute - touched) / MINUTES_PER_HOUR) * MINUTES_PER_HOUR;
}

/** «۲۱:۱۴ - ۲۳ آبان ۱۴۰۱» */
function jalaliStamp(instantMs: number, { printer }: SiteMoment): string {
  const both = printer.at(instantMs);
  return `${persianDigits(both.jalali.time)} - ${jalaliDay(both)}`;
}

function repeated(item: FeedItem, times: number): readonly FeedItem[] {
  return Array.from({ length: times }, (_, index) => {
    const mark = `${item.url.includes('?') ? '&' : '?'}utm_source=rss&utm_medium=section-${index + 1}`;
    return index === 0 ? item : { ...item, id: item.id + mark, url: item.url + mark };
  });
}

function bodyHtml(article: PressArticle): string {
  const lede = article.lede === undefined ? [] : [article.lede];
  const texts = [...lede, ...article.body.map(blockText), ...article.credits];
  return texts.map((text) => `<p>${escapedXml(text)}</p>`).join('\n');
}
