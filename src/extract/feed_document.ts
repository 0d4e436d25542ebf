import type { DatePrecision } from '../model/extracted_page.js';

/** What a feed, sitemap or channel of any format comes down to. */
export interface FeedDocument {
  readonly title?: string;
  /** Address of the site that the feed belongs to. */
  readonly siteUrl?: string;
  /** BCP 47 as stated: `fa`, `fa-IR`. */
  readonly language?: string;
  /** Where updates of the feed are announced (WebSub). */
  readonly hubUrl?: string;
  /** The feed's own name for itself (`rel=self`). */
  readonly selfUrl?: string;
  readonly items: readonly FeedItem[];
}

/** One publication as the feed lists it. Nothing is filled in: what the feed does not say is absent. */
export interface FeedItem {
  /** Absolute http or https address of the page. */
  readonly url?: string;
  /** The feed's own name for the item; unique only inside the feed. */
  readonly guid?: string;
  /** Letters without markup. */
  readonly title?: string;
  /** Letters without markup, one line for each block. */
  readonly summary?: string;
  /** Markup as the feed has it: untrusted. */
  readonly contentHtml?: string;
  readonly published?: FeedDate;
  readonly updated?: FeedDate;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** Every address that the item names, with its role. */
  readonly links: readonly FeedLink[];
}

export interface FeedLink {
  readonly url: string;
  /** `alternate`, `enclosure`, `related`, `via` … */
  readonly rel: string;
  readonly type?: string;
}

/** A date that a feed states. An unreadable one is absent, never the present. */
export interface FeedDate {
  /** ISO 8601 instant with offset; a bare day (`2026-01-27`) where the feed names no time. */
  readonly iso: string;
  readonly precision: DatePrecision;
  /** The publisher's letters. */
  readonly surface: string;
}

/** A feed before its letters are read: what both readers deliver. */
export interface RawFeed {
  readonly title?: RawText | undefined;
  readonly language?: string | undefined;
  readonly links: readonly RawLink[];
  readonly items: readonly RawItem[];
}

export interface RawItem {
  readonly guid?: string | undefined;
  /** Whether the feed says that the guid is an address; absent when it says nothing. */
  readonly guidIsUrl?: boolean | undefined;
  readonly links: readonly RawLink[];
  readonly title?: RawText | undefined;
  readonly summary?: RawText | undefined;
  readonly content?: RawText | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** `xml:base` that holds for the item, already joined. */
  readonly base?: string | undefined;
}

export interface RawLink {
  readonly href: string;
  readonly rel?: string | undefined;
  readonly type?: string | undefined;
}

/** A text and what its feed says it is; RSS never says. */
export interface RawText {
  readonly value: string;
  readonly type?: 'text' | 'html' | undefined;
}
