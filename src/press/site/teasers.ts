/** Short forms of articles: tickers, boxes, lists. */
import type { PressArticle } from '../world.js';
import { persianDigits } from './house_dates.js';
import { type OutletSite, pathOf, publishedBy, sectionPath } from './outlet_site.js';
import type { BoxView, LinkView, TeaserView } from './page_view.js';
import { printedDates } from './printed_dates.js';
import { countsAt } from './reader_counts.js';
import type { SiteMoment } from './site_moment.js';

export function teaserOf(article: PressArticle, moment: SiteMoment): TeaserView {
  const { site, printer, minute } = moment;
  const counts = countsAt(article, minute);
  return {
    href: pathOf(site, article.id),
    text: article.headline,
    kicker: article.kicker,
    lede: article.lede,
    picture: article.images.length > 0 ? picturePath(article.id, 0) : undefined,
    when: printedDates(moment.instantOf(article.published), { house: site.house, printer }).dayTime,
    section: sectionLink(site, article),
    takenFrom: namedSource(article, moment)?.outlet.name,
    views: persianDigits(counts.views),
    comments: persianDigits(counts.comments),
  };
}

/** Only an automatic aggregator says where a text is from; a copying desk says what its text says. */
export function namedSource(article: PressArticle, moment: SiteMoment): ReturnType<SiteMoment['takenFrom']> {
  return moment.site.outlet.kind === 'aggregator' ? moment.takenFrom(article.id) : undefined;
}

/** Files of pictures lie where every house has them; the id is unique in the press. */
export function picturePath(articleId: string, index: number): string {
  return `/files/${articleId}-${index}.png`;
}

export function sectionLink(site: OutletSite, article: PressArticle): LinkView | undefined {
  const name = article.category[0];
  return name === undefined ? undefined : { href: sectionPath(site, name), text: name };
}

/** The lines that run over the pages of the house; younger than most articles they stand over. */
export function tickerOf(moment: SiteMoment): readonly TeaserView[] {
  if (!moment.site.house.ticker) return [];
  return publishedBy(moment.site, moment.minute, TICKER_LINES).map((article) => teaserOf(article, moment));
}

const TICKER_LINES = 12;
const BOX_LINES = 6;
/** Boxes rank what the outlet published lately. */
const BOX_WINDOW = 60;

export function boxesOf(moment: SiteMoment): readonly BoxView[] {
  const { site, minute } = moment;
  const recent = publishedBy(site, minute, BOX_WINDOW);
  const box = (kind: BoxView['kind'], title: string, articles: readonly PressArticle[]): BoxView => ({
    kind,
    title,
    teasers: articles.slice(0, BOX_LINES).map((article) => teaserOf(article, moment)),
  });
  const views = (article: PressArticle): number => countsAt(article, minute).views;
  const comments = (article: PressArticle): number => countsAt(article, minute).comments;
  return [
    box('most_viewed', 'پربازدیدها', sortedBy(recent, views)),
    box('most_discussed', 'پربحث\u200cترین\u200cها', sortedBy(recent, comments)),
    box('latest', 'آخرین اخبار', recent),
  ];
}

function sortedBy(
  articles: readonly PressArticle[],
  weight: (article: PressArticle) => number,
): readonly PressArticle[] {
  return [...articles].sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
}
