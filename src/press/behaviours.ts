/**
 * Habits of the hosts of the sample press, as data: what each serves besides its articles, and what it does to
 * whoever collects it. `press/sites.json` holds one entry per host that differs from its CMS family's default.
 */
import { z } from 'zod';

const path = z.string().startsWith('/');

const feed = z
  .strictObject({
    path,
    format: z.enum(['rss', 'atom', 'rdf', 'json']),
    /** Only articles of this section. */
    section: z.string().optional(),
    limit: z.number().int().min(1).max(500).default(30),
    /** `full` adds the whole body (`content:encoded`, `content_html`). */
    content: z.enum(['lede', 'full']).default('lede'),
    /** `jalali`: «۲۱:۱۴ - ۲۳ آبان ۱۴۰۱»; `bumped`: the date moves with every edit and with every hour. */
    dates: z.enum(['standard', 'jalali', 'bumped']).default('standard'),
    /** `cut` ends in the middle of an element; `bare_ampersands` leaves & unescaped. */
    damage: z.enum(['cut', 'bare_ampersands']).optional(),
    /** Each item this often, under addresses that differ in their tracking parameters only. */
    repeats: z.number().int().min(1).max(10).default(1),
  })
  .readonly();
export type PressFeed = z.infer<typeof feed>;

const look = z
  .strictObject({
    /** CSS colours: of links and rules, of the head, of the page. */
    accent: z.string(),
    head: z.string(),
    paper: z.string().default('#ffffff'),
    /** `vazir` comes with the page, `system` is what old pages ask for. */
    type: z.enum(['vazir', 'system']).default('vazir'),
  })
  .readonly();
export type PressLook = z.infer<typeof look>;

export const pressSite = z
  .strictObject({
    outlet: z.string(),
    look: look.optional(),
    /** Where the pages carry their facts for machines. */
    metadata: z
      .array(z.enum(['json_ld', 'open_graph', 'meta_dates']))
      .readonly()
      .default([]),
    /** How the body is marked up: `<p>`, `<div>` or one block with `<br>`. */
    bodyMarkup: z.enum(['paragraphs', 'divs', 'breaks']).default('paragraphs'),
    feeds: z.array(feed).readonly().default([]),
    sitemap: z.enum(['none', 'news', 'index']).default('none'),
    /** Absent: the host has no robots.txt. */
    robots: z
      .strictObject({
        forbids: z.array(path).readonly().default([]),
        crawlDelaySeconds: z.number().min(0).max(60).optional(),
      })
      .readonly()
      .optional(),
    charset: z.enum(['utf-8', 'windows-1256']).default('utf-8'),
    /** Section whose pages declare UTF-8 whatever they are in. */
    liesAboutCharsetIn: z.string().optional(),
    compresses: z.boolean().default(false),
    /** `lying`: ETag and Last-Modified never change, and whoever sends them back is told that nothing changed. */
    validators: z.enum(['right', 'lying', 'none']).default('right'),
    /** Answers 429 to the first requests. */
    refusesFirst: z
      .strictObject({
        requests: z.number().int().min(1).max(20),
        retryAfterSeconds: z.number().int().min(1).max(60),
      })
      .readonly()
      .optional(),
    /** Every answer comes so late. */
    delayMs: z.number().int().min(1).max(10_000).optional(),
    /** Every n-th request for a page meets a challenge with status 200. */
    challengesEvery: z.number().int().min(2).max(100).optional(),
    /** Pages that come blank on the first requests, as from a CMS that is being mended; the article after that. */
    blankFirst: z
      .strictObject({ article: z.string(), requests: z.number().int().min(1).max(20) })
      .readonly()
      .optional(),
    /** Withdrawn articles: still linked and in the sitemap, answered with 410. */
    gone: z
      .array(z.strictObject({ path, headline: z.string() }).readonly())
      .readonly()
      .default([]),
    /** Addresses that attack whoever follows them, linked from the about page. */
    traps: z.boolean().default(false),
  })
  .readonly();
export type PressSite = z.infer<typeof pressSite>;

/** One way of making a collector's life hard: how to see it in a site and what the site is without it. */
export interface Trouble {
  readonly id: string;
  readonly meaning: string;
  isIn(site: PressSite): boolean;
  without(site: PressSite): PressSite;
}

/** Every trouble that the press can make; docs/press.md lists the same rows. */
export const TROUBLES: readonly Trouble[] = [
  {
    id: 'too_many_requests',
    meaning: '429 with Retry-After on the first requests',
    isIn: (site) => site.refusesFirst !== undefined,
    without: (site) => ({ ...site, refusesFirst: undefined }),
  },
  {
    id: 'slow_host',
    meaning: 'every answer comes late',
    isIn: (site) => site.delayMs !== undefined,
    without: (site) => ({ ...site, delayMs: undefined }),
  },
  {
    id: 'challenge_page',
    meaning: 'a script challenge with status 200 instead of the page, now and then',
    isIn: (site) => site.challengesEvery !== undefined,
    without: (site) => ({ ...site, challengesEvery: undefined }),
  },
  {
    id: 'lying_validators',
    meaning: 'ETag and Last-Modified stay although the body changed',
    isIn: (site) => site.validators === 'lying',
    without: (site) => ({ ...site, validators: 'right' }),
  },
  {
    id: 'broken_feed',
    meaning: 'a feed cut off in the middle or with bare ampersands',
    isIn: (site) => site.feeds.some((each) => each.damage !== undefined),
    without: (site) => withFeeds(site, { damage: undefined }),
  },
  {
    id: 'jalali_dates',
    meaning: 'feed dates in the Jalali calendar with Persian digits',
    isIn: (site) => site.feeds.some((each) => each.dates === 'jalali'),
    without: (site) => withFeeds(site, { dates: 'standard' }),
  },
  {
    id: 'bumped_dates',
    meaning: 'feed dates that move with every edit and every hour',
    isIn: (site) => site.feeds.some((each) => each.dates === 'bumped'),
    without: (site) => withFeeds(site, { dates: 'standard' }),
  },
  {
    id: 'repeated_items',
    meaning: 'a feed that lists each article ten times under other tracking parameters',
    isIn: (site) => site.feeds.some((each) => each.repeats > 1),
    without: (site) => withFeeds(site, { repeats: 1 }),
  },
  {
    id: 'forbidden_path',
    meaning: 'a linked address that robots.txt forbids',
    isIn: (site) => (site.robots?.forbids.length ?? 0) > 0,
    without: (site) => ({ ...site, robots: site.robots && { ...site.robots, forbids: [] } }),
  },
  {
    id: 'crawl_delay',
    meaning: 'Crawl-delay in robots.txt',
    isIn: (site) => site.robots?.crawlDelaySeconds !== undefined,
    without: (site) => ({ ...site, robots: site.robots && { ...site.robots, crawlDelaySeconds: undefined } }),
  },
  {
    id: 'blank_page',
    meaning: 'an article whose page comes blank with status 200 on the first request',
    isIn: (site) => site.blankFirst !== undefined,
    without: (site) => ({ ...site, blankFirst: undefined }),
  },
  {
    id: 'gone_page',
    meaning: 'a withdrawn article that is still linked: 410',
    isIn: (site) => site.gone.length > 0,
    without: (site) => ({ ...site, gone: [] }),
  },
  {
    id: 'lying_charset',
    meaning: 'a section whose pages declare UTF-8 and are in windows-1256',
    isIn: (site) => site.liesAboutCharsetIn !== undefined,
    without: (site) => ({ ...site, liesAboutCharsetIn: undefined }),
  },
  {
    id: 'windows_1256',
    meaning: 'pages and feed in windows-1256, the rest of the letters as references',
    isIn: (site) => site.charset === 'windows-1256',
    without: (site) => ({ ...site, charset: 'utf-8', liesAboutCharsetIn: undefined }),
  },
  {
    id: 'traps',
    meaning: 'redirects in a circle and to inside addresses, a gzip bomb, a body without an end',
    isIn: (site) => site.traps,
    without: (site) => ({ ...site, traps: false }),
  },
];

/** The site without the named troubles; `all` leaves a host that behaves. Throws on an unknown name. */
export function calmedSite(site: PressSite, calm: readonly string[] | 'all'): PressSite {
  if (calm === 'all') return TROUBLES.reduce((calmer, trouble) => trouble.without(calmer), site);
  return calm.reduce((calmer, id) => {
    const trouble = TROUBLES.find((each) => each.id === id);
    if (trouble !== undefined) return trouble.without(calmer);
    const known = TROUBLES.map((each) => each.id).join(', ');
    throw new Error(`Cannot calm "${id}": there is no such trouble; known are ${known}`);
  }, site);
}

function withFeeds(site: PressSite, change: Partial<PressFeed>): PressSite {
  return { ...site, feeds: site.feeds.map((each) => ({ ...each, ...change })) };
}
