/** Who publishes. Unknown fields are absent: nothing about an outlet is guessed. */
export interface Outlet {
  /** Short ASCII id, also the address `/outlet/<id>`: `isna`, `khabaronline`. */
  readonly id: string;
  /** Persian name in display spelling (half-spaces in place). */
  readonly name: string;
  readonly nameEn?: string;
  /** Other names and spellings under which texts credit this outlet («باشگاه خبرنگاران», «یجس»). */
  readonly aliases: readonly string[];
  /** Registrable domains without `www.`, the main one first. */
  readonly domains: readonly string[];
  readonly kind?: OutletKind;
  /** Publisher family: outlets of one family are never independent of each other. */
  readonly family?: string;
  /** ISO 3166-1 alpha-2 of the newsroom. */
  readonly country?: string;
  /** CMS family whose page profile applies: see `extract`. */
  readonly cms?: CmsFamily;
  /** Whether the outlet's terms allow the full text to be shown; absent means excerpt and link only. */
  readonly fullTextAllowed?: boolean;
  /** Name of the proxy through which its sources are asked, where they answer only inside or outside a country. */
  readonly egress?: string;
  /** Who states a field, by the field's name, where it is not what docs/collecting.md tells of all. */
  readonly basis?: Readonly<Record<string, string>>;
}

export type OutletKind = 'agency' | 'newspaper' | 'site' | 'broadcaster' | 'channel' | 'aggregator';

export type CmsFamily = 'iransamaneh' | 'nastooh' | 'asam' | 'studiokhabar' | 'wordpress';

/** Where we collect: one feed, sitemap, listing, page or channel of an outlet. */
export interface Source {
  readonly id: string;
  readonly outletId: string;
  readonly kind: SourceKind;
  readonly url: string;
  /** Category that everything from this source belongs to, where the source says so. */
  readonly category?: string;
  /**
   * Why the address is believed to be right: by the convention of the outlet's CMS family, because it is the
   * outlet's domain itself, or because a public list of sources states it. Absent where feed lists agree on it.
   */
  readonly basis?: 'cms' | 'domain' | 'stated';
  /** Nobody has seen it answer yet: it is tried gently, and rests when it does not. */
  readonly unverified?: boolean;
  /**
   * What paths of articles look like on a listing or front page, stars standing for any letters (`/fa/news/*`); absent: links
   * with a headline and a number or a long slug are taken for articles.
   */
  readonly links?: readonly string[];
  /** Not asked until an operator enables it: what it brings comes by other sources of the outlet as well. */
  readonly resting?: boolean;
  /** Name of the proxy through which it is asked, or `direct`; absent: the outlet's. */
  readonly egress?: string;
  /** Folders in which a list of subscriptions held it, the outermost first. */
  readonly folders?: readonly string[];
  /** What other programs wrote beside it in such a list; kept for the next export. */
  readonly attributes?: Readonly<Record<string, string>>;
}

export type SourceKind = 'feed' | 'sitemap' | 'listing' | 'front_page' | 'channel';
