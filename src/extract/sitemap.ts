import { Parser } from 'htmlparser2';
import { fatal, type StageResult } from '../model/issue.js';
import { decodeFeed } from './feed_bytes.js';
import { parseFeedDate } from './feed_date.js';
import type { FeedDate } from './feed_document.js';
import { decodeEntities } from './feed_text.js';

/** What a sitemap lists: pages, or further sitemaps. */
export interface Sitemap {
  readonly pages: readonly SitemapEntry[];
  readonly sitemaps: readonly SitemapEntry[];
}

export interface SitemapEntry {
  readonly url: string;
  /** Headline, where it is a news sitemap. */
  readonly title?: string | undefined;
  readonly published?: FeedDate | undefined;
  readonly modified?: FeedDate | undefined;
}

/** The protocol allows 50,000 addresses in one sitemap. */
const MAX_ENTRIES = 50_000;

type Field = 'loc' | 'lastmod' | 'title' | 'published';

/** Element → field; the prefix of the news namespace is whatever the file chose, most often `news`. */
const FIELDS: readonly (readonly [RegExp, Field])[] = [
  [/^(?:\w+:)?loc$/, 'loc'],
  [/^(?:\w+:)?lastmod$/, 'lastmod'],
  [/^\w+:title$/, 'title'],
  [/^\w+:publication_date$/, 'published'],
];

/** Elements inside an entry that have addresses and titles of their own. */
const ASIDE = /^(?:image|video|xhtml):/;

/**
 * Reads a sitemap or sitemap index in one pass, news elements included; a cut-off file yields its complete
 * entries. Addresses that are not http or https are left out.
 */
export function parseSitemap(
  bytes: Uint8Array,
  contentType: string | undefined,
  url: string | undefined,
): StageResult<Sitemap> {
  const reader = new SitemapReader(url);
  const parser = new Parser(
    {
      onopentagname: (name) => reader.open(name.toLowerCase()),
      ontext: (piece) => reader.text(piece),
      onclosetag: (name, implied) => reader.close(name.toLowerCase(), implied),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(decodeFeed(bytes, contentType));
  if (reader.seen) return { value: reader.result(), issues: [] };
  const message = `Cannot read the sitemap "${url ?? 'without an address'}": it has neither urlset nor sitemapindex`;
  return { value: undefined, issues: [fatal('sitemap.not_a_sitemap', message)] };
}

/** Owns the state of one pass over the tags. */
class SitemapReader {
  seen = false;
  readonly #base: string | undefined;
  readonly #pages: SitemapEntry[] = [];
  readonly #sitemaps: SitemapEntry[] = [];
  #entry: Partial<Record<Field, string>> | undefined;
  #field: Field | undefined;
  #aside = 0;
  #value = '';

  constructor(base: string | undefined) {
    this.#base = base;
  }

  open(name: string): void {
    if (/^(?:\w+:)?(?:urlset|sitemapindex)$/.test(name)) this.seen = true;
    else if (/^(?:url|sitemap)$/.test(name)) this.#entry = {};
    else if (ASIDE.test(name)) this.#aside += 1;
    else if (this.#aside === 0) this.#field = FIELDS.find(([pattern]) => pattern.test(name))?.[1];
    this.#value = '';
  }

  text(piece: string): void {
    if (this.#field) this.#value += piece;
  }

  close(name: string, implied: boolean): void {
    if (ASIDE.test(name)) this.#aside -= 1;
    if (this.#field && this.#entry && !implied) this.#entry[this.#field] ??= this.#value.trim();
    this.#field = undefined;
    if (name === 'url' && !implied) this.#keep(this.#pages);
    if (name === 'sitemap' && !implied) this.#keep(this.#sitemaps);
  }

  #keep(list: SitemapEntry[]): void {
    const { loc = '', lastmod, title, published } = this.#entry ?? {};
    this.#entry = undefined;
    if (list.length >= MAX_ENTRIES || loc === '' || !URL.canParse(loc, this.#base)) return;
    const url = new URL(loc, this.#base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return;
    list.push({
      url: url.href,
      title: title === undefined ? undefined : decodeEntities(title) || undefined,
      published: published === undefined ? undefined : parseFeedDate(published),
      modified: lastmod === undefined ? undefined : parseFeedDate(lastmod),
    });
  }

  result(): Sitemap {
    return { pages: this.#pages, sitemaps: this.#sitemaps };
  }
}
