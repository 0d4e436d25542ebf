import type { Evidence } from './evidence.js';
import type { Issue } from './issue.js';
import type { Span } from './span.js';

/** What a page is. Only articles become articles; topic pages become topic items; the rest is kept raw. */
export type PageKind = 'article' | 'topic' | 'home' | 'live' | 'gallery' | 'other';

export type BoilerplateKind =
  | 'ticker'
  | 'meta_line'
  | 'source_credit'
  | 'related'
  | 'most_viewed'
  | 'latest'
  | 'navigation'
  | 'comments'
  | 'share'
  | 'footer'
  | 'tags'
  | 'advert'
  | 'other';

export type DatePrecision =
  | 'minute'
  | 'hour'
  | 'day'
  | 'part_of_day'
  | 'weekday'
  | 'month'
  | 'year'
  | 'interval'
  | 'none';

/** How a page's date was found, in the order in which the kinds are believed. */
export type DateBasis = 'json_ld' | 'meta' | 'labelled_line' | 'header_line' | 'url' | 'input';

/** An instant that the page itself states. Absent when the page states none: never the time of the fetch. */
export interface PageDate {
  /** ISO 8601 with the offset of Asia/Tehran at that instant unless the page states another offset. */
  readonly iso: string;
  /** The publisher's letters («۲۱:۱۴ - ۲۳ آبان ۱۴۰۱ - 2022 November 14») or the attribute's value. */
  readonly surface: string;
  readonly precision: DatePrecision;
  readonly basis: DateBasis;
}

/** Something that the text says about where it comes from: «منبع: …», «/فارس», «به گزارش … به نقل از …». */
export interface Credit {
  /** Name as the publisher wrote it: `فارس`. */
  readonly name: string;
  /** The whole formula as printed: `/فارس`. */
  readonly surface: string;
  readonly evidence: Evidence;
}

/** One part of the text that is not the publisher's article, and why it was dropped. */
export interface DroppedBlock {
  readonly kind: BoilerplateKind;
  readonly evidence: Evidence;
}

export type BodyRole = 'paragraph' | 'subhead' | 'list_item' | 'quote' | 'table' | 'caption';

/** One block of the body; its letters are `cut(text, span)`. */
export interface BodyBlock {
  readonly role: BodyRole;
  readonly span: Span;
}

export interface PageImage {
  readonly url: string;
  readonly caption?: string;
}

export interface PageComment {
  readonly author?: string;
  readonly text: string;
  readonly publishedAt?: string;
}

export interface TopicItem {
  readonly title?: string;
  readonly text?: string;
  readonly url?: string;
  readonly span: Span;
}

export interface ListingItem {
  readonly title: string;
  readonly url: string;
  /** 1-based rank on the page. */
  readonly position: number;
}

/**
 * The outcome of the extract stage. All spans point into `text`: the capture itself for text input, the
 * linearised letters of the page (one block per line) for HTML.
 */
export interface ExtractedPage {
  readonly kind: PageKind;
  readonly text: string;
  readonly url?: string;
  readonly canonicalUrl?: string;
  /** Name of the publisher as the registry spells it, or as the page prints it when the registry has none. */
  readonly outlet?: { readonly id?: string; readonly name: string; readonly evidence?: Evidence };
  /** Set when the page is an aggregator's copy: its name where it gives one, and the words that show it. */
  readonly republishedBy?: { readonly name?: string; readonly evidence: Evidence };
  readonly title?: Span;
  readonly kicker?: Span;
  readonly lede?: Span;
  readonly body: readonly BodyBlock[];
  readonly published?: PageDate;
  readonly modified?: PageDate;
  /** The publisher's own number in its own digits, folded to ASCII. */
  readonly newsCode?: string;
  /** From general to special: `['بین‌الملل', 'اروپا']`. */
  readonly category: readonly string[];
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly credits: readonly Credit[];
  /**
   * The body as sanitised HTML in display spelling, for outlets whose terms allow the full text. For readers only:
   * evidence points into `text`.
   */
  readonly readingHtml?: string;
  readonly images: readonly PageImage[];
  readonly comments: readonly PageComment[];
  readonly counts?: { readonly views?: number; readonly comments?: number };
  readonly topic?: {
    readonly name?: string;
    readonly count?: number;
    readonly items: readonly TopicItem[];
  };
  readonly listing?: { readonly items: readonly ListingItem[] };
  readonly links: readonly { readonly url: string; readonly text: string }[];
  /** Outlet or channel from which a channel's post was forwarded, as it names it. */
  readonly forwardedFrom?: string;
  readonly boilerplate: readonly DroppedBlock[];
  /** BCP 47: `fa`, `prs`, `ar`, `en` …; absent when undecided. */
  readonly language?: string;
  readonly issues: readonly Issue[];
}

/** A page without what stood around its words: all that grouping and analysis may look at. */
export type PageWords = Omit<ExtractedPage, 'links' | 'boilerplate'>;
