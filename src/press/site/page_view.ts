/** What a page of the press shows, before any markup: words and addresses, dates and numbers already printed. */
import type { PressSite } from '../behaviours.js';
import type { PressBlock } from '../world.js';
import type { SiteFamily } from './addresses.js';

export interface LinkView {
  readonly href: string;
  readonly text: string;
}

export interface TeaserView extends LinkView {
  readonly kicker: string | undefined;
  readonly lede: string | undefined;
  readonly picture: string | undefined;
  /** Printed date of publication. */
  readonly when: string;
  readonly section: LinkView | undefined;
  /** Where the outlet took it from, on pages that say so. */
  readonly takenFrom: string | undefined;
  readonly views: string;
  readonly comments: string;
}

export interface BoxView {
  readonly kind: 'most_viewed' | 'most_discussed' | 'latest';
  readonly title: string;
  readonly teasers: readonly TeaserView[];
}

/** Everything around the content. */
export interface FrameView {
  readonly family: SiteFamily;
  readonly outletId: string;
  readonly name: string;
  readonly motto: string | undefined;
  readonly host: string;
  readonly habits: PressSite;
  readonly today: string;
  readonly menu: readonly LinkView[];
  readonly ticker: readonly TeaserView[];
  readonly boxes: readonly BoxView[];
  readonly footerLinks: readonly LinkView[];
  readonly footerLines: readonly string[];
  /** Channels of the outlet in messengers: «کانال ایتا», «تلگرام». */
  readonly channels: readonly string[];
}

export interface HeadView {
  readonly title: string;
  readonly description: string | undefined;
  readonly canonicalUrl: string;
  readonly feeds: readonly { readonly href: string; readonly type: string; readonly title: string }[];
  /** Of an article page. */
  readonly article:
    | {
        readonly headline: string;
        readonly publishedIso: string;
        readonly modifiedIso: string | undefined;
        readonly section: string | undefined;
        readonly tags: readonly string[];
        readonly authors: readonly string[];
        readonly imageUrl: string | undefined;
      }
    | undefined;
}

export interface PictureView {
  readonly src: string;
  readonly describes: string;
  readonly caption: string | undefined;
}

export interface CommentView {
  readonly author: string;
  readonly text: string;
  readonly when: string;
}

export interface ArticleView {
  readonly kicker: string | undefined;
  readonly headline: string;
  readonly lede: string | undefined;
  readonly body: readonly PressBlock[];
  /** Standing paragraphs after the body: «منبع: …», «انتهای پیام/». */
  readonly closing: readonly string[];
  readonly authors: readonly string[];
  readonly dates: PrintedDates;
  readonly modified: string | undefined;
  readonly code: string;
  readonly shortUrl: string;
  readonly path: readonly LinkView[];
  readonly tags: readonly LinkView[];
  readonly pictures: readonly PictureView[];
  /** Box inside the body. */
  readonly inlineRelated: TeaserView | undefined;
  readonly related: readonly TeaserView[];
  readonly views: string | undefined;
  readonly commentCount: string | undefined;
  readonly comments: readonly CommentView[];
  /** Of an automatic aggregator: whose text this is, and where. */
  readonly source: LinkView | undefined;
}

/** One instant in the spellings that the CMS families print. */
export interface PrintedDates {
  /** In the order of the IranSamaneh line: «۲۱:۱۴ - ۲۳ آبان ۱۴۰۱ - 2022 November 14». */
  readonly line: string;
  /** «۲۳ آبان ۱۴۰۱ - ۲۱:۱۴» */
  readonly dayTime: string;
  /** «۱۴۰۱/۰۸/۲۳ - ۲۱:۱۴» */
  readonly numbers: string;
  /** «دوشنبه ۲۳ آبان ۱۴۰۱ ساعت ۲۱:۱۴» */
  readonly words: string;
  readonly iso: string;
}

export interface ListView {
  readonly kind: 'front' | 'section' | 'tag';
  readonly heading: string;
  /** Of a tag page: how many articles carry the tag, printed. */
  readonly count: string | undefined;
  readonly groups: readonly {
    readonly heading: LinkView | undefined;
    readonly teasers: readonly TeaserView[];
  }[];
  readonly pages: readonly (LinkView & { readonly current: boolean })[];
}
