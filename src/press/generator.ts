/**
 * A press of any size for load tests: template sentences, deterministic by seed, in the shapes of the written world,
 * so that the same site serves it. Its texts are plain; what counts is that every article is itself, that some are
 * copies with a named source, and that some are edited silently.
 */
import type { CmsFamily } from '../model/outlet.js';
import { type PressSite, pressSite } from './behaviours.js';
import {
  CITIES,
  EVENTS,
  FIRST_NAMES,
  LAST_NAMES,
  OFFICES,
  PARAGRAPHS,
  SECTIONS,
} from './generator_words.data.js';
import type { PressArticle, PressHouse, PressOutlet, PressWorld } from './world.js';
import { pressHouse } from './world.js';

export interface GeneratorOptions {
  /** 1 to 10,000. */
  readonly sources: number;
  /** 0 to 10,000; all sources together at most two million. */
  readonly articlesPerSource: number;
  readonly seed: number;
  /** Days over which they appear; default 10. */
  readonly days?: number;
  /** Share of articles that are copies of another source's; default 0.25. */
  readonly copyShare?: number;
}

const SOURCE_LIMIT = 10_000;
const ARTICLE_LIMIT = 2_000_000;
const DAY_MINUTES = 24 * 60;
/** Share of articles that are silently edited within the day. */
const EDITED_SHARE = 0.02;

/** Makes the world; the same options make the same world. Throws outside the bounds. */
export function generateWorld(options: GeneratorOptions): PressWorld {
  const { sources, articlesPerSource, seed, days = 10 } = options;
  requireCount('sources', sources, { from: 1, to: SOURCE_LIMIT });
  requireCount('articles per source', articlesPerSource, { from: 0, to: ARTICLE_LIMIT / sources });
  const kinds = Array.from({ length: sources }, (_, index) => generatedOutlet(index));
  const maker: ArticleMaker = {
    chance: seededChance(seed),
    pool: paragraphPool(seededChance(seed + 1)),
    names: new Map(kinds.map(({ outlet }) => [outlet.id, outlet.name])),
    recent: [],
    madeFrom: new Map(),
    copyShare: options.copyShare ?? 0.25,
  };
  return {
    setting: {
      about: 'مطبوعات ساختگی برای آزمون بار',
      epoch: '2025-12-06T00:00:00+03:30',
      timezone: 'Asia/Tehran',
      days,
      houses: kinds.map(({ house }) => house),
    },
    outlets: kinds.map(({ outlet }) => outlet),
    articles: publicationTimes(options, days).map(({ published, source, number }) =>
      generatedArticle(maker, { published, source, number }),
    ),
    madeFrom: maker.madeFrom,
  };
}

/** Hosts of a generated world: every feed format in turn, long enough to list all that a source published. */
export function generateSites({ sources, articlesPerSource }: GeneratorOptions): readonly PressSite[] {
  return Array.from({ length: sources }, (_, index) => {
    const format = FORMATS[index % FORMATS.length];
    return pressSite.parse({
      outlet: outletId(index),
      feeds: [{ path: `/feed.${format}`, format, limit: Math.min(500, Math.max(1, articlesPerSource)) }],
      sitemap: 'index',
      robots: {},
    });
  });
}

const FORMATS = ['rss', 'atom', 'rdf', 'json'] as const;
const FAMILIES: readonly { readonly cms: CmsFamily; readonly path: string }[] = [
  { cms: 'iransamaneh', path: '/fa/news/{code}/{slug}' },
  { cms: 'nastooh', path: '/news/{code}/{slug}' },
  { cms: 'asam', path: '/n/{code}' },
  { cms: 'studiokhabar', path: '/doc/{code}' },
  { cms: 'wordpress', path: '/{id}/' },
];

interface ArticleMaker {
  readonly chance: () => number;
  readonly pool: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  /** The last articles of all sources: what a copying desk has before it. */
  readonly recent: PressArticle[];
  readonly madeFrom: Map<string, string>;
  readonly copyShare: number;
}

interface Placing {
  readonly published: number;
  readonly source: number;
  readonly number: number;
}

function generatedOutlet(index: number): { readonly outlet: PressOutlet; readonly house: PressHouse } {
  const id = outletId(index);
  const family = FAMILIES[index % FAMILIES.length];
  // `cms` stands in the registry entry, which the world's own type of an outlet leaves out.
  const entry = {
    id,
    name: `نمونه\u200cخبر ${index + 1}`,
    aliases: [],
    domains: [`${id}.example`],
    kind: 'site',
  };
  return {
    outlet: { ...entry, ...{ cms: family?.cms } },
    house: pressHouse.parse({
      outlet: id,
      voice: 'ساختگی',
      path: family?.path,
      ticker: index % 3 === 0,
      sections: SECTIONS,
      motto: 'نمونه',
    }),
  };
}

function outletId(index: number): string {
  return `g${String(index + 1).padStart(5, '0')}`;
}

/** Every source publishes at its own rhythm, evenly with some unrest; all sorted by time. */
function publicationTimes({ sources, articlesPerSource, seed }: GeneratorOptions, days: number): Placing[] {
  const chance = seededChance(seed + 2);
  const gap = (days * DAY_MINUTES) / Math.max(1, articlesPerSource);
  const placings = Array.from({ length: sources }, (_, source) => {
    const phase = chance();
    return Array.from({ length: articlesPerSource }, (_, number) => ({
      published: Math.floor((number + phase * 0.5 + chance() * 0.5) * gap),
      source,
      number,
    }));
  }).flat();
  return placings.sort((a, b) => a.published - b.published || a.source - b.source);
}

function generatedArticle(maker: ArticleMaker, placing: Placing): PressArticle {
  const id = `${outletId(placing.source)}-${placing.number}`;
  const outlet = outletId(placing.source);
  const candidate = maker.recent[Math.floor(maker.chance() * maker.recent.length)];
  const copied = maker.chance() < maker.copyShare && candidate?.outlet !== outlet ? candidate : undefined;
  const article =
    copied === undefined
      ? ownArticle(maker, { id, outlet, published: placing.published })
      : copyOf(maker, copied, { id, outlet, published: placing.published });
  // Only articles with a text of their own are copied, so that chains stay one hop long.
  if (copied === undefined) remember(maker.recent, article);
  return article;
}

const RECENT_LIMIT = 200;

function remember(recent: PressArticle[], article: PressArticle): void {
  if (recent.length < RECENT_LIMIT) recent.push(article);
  else recent[article.published % RECENT_LIMIT] = article;
}

interface Identity {
  readonly id: string;
  readonly outlet: string;
  readonly published: number;
}

function ownArticle(maker: ArticleMaker, identity: Identity): PressArticle {
  const { chance, pool } = maker;
  const city = pick(CITIES, chance);
  const event = pick(EVENTS, chance);
  const [first, ...rest] = Array.from({ length: 2 + Math.floor(chance() * 4) }, () => pick(pool, chance));
  const number = Math.floor(chance() * 90_000) + 1000;
  const opening = filled('{person}، {office} {city}، از {event} با شمارهٔ پروندهٔ {n} خبر داد.', {
    chance,
    city,
    event,
    number,
  });
  return {
    ...EMPTY,
    ...identity,
    headline: `${event} در ${city}؛ پروندهٔ ${number}`,
    lede: `${event} در ${city} با پروندهٔ ${number} پیگیری می\u200cشود.`,
    body: [opening, first ?? '', ...rest],
    category: [pick(SECTIONS, chance)],
    tags: [city, event],
    edits:
      chance() < EDITED_SHARE
        ? [
            {
              at: identity.published + 90,
              silent: true,
              replace: { 1: pick(pool, chance) },
              drop: [],
              append: [],
            },
          ]
        : [],
  };
}

function copyOf(maker: ArticleMaker, original: PressArticle, identity: Identity): PressArticle {
  const name = (id: string): string => maker.names.get(id) ?? id;
  const [first, ...rest] = original.body;
  maker.madeFrom.set(identity.id, original.id);
  const opening = `به گزارش ${name(identity.outlet)} به نقل از ${name(original.outlet)}، `;
  return {
    ...original,
    ...identity,
    body: typeof first === 'string' ? [opening + first, ...rest] : original.body,
    edits: [],
  };
}

const EMPTY = {
  credits: [],
  authors: [],
  comments: [],
  related: [],
  images: [],
} as const satisfies Partial<PressArticle>;

/** Paragraphs are shared between articles: a hundred thousand articles need not hold a hundred thousand texts. */
function paragraphPool(chance: () => number): readonly string[] {
  return Array.from({ length: 4000 }, () =>
    filled(pick(PARAGRAPHS, chance), {
      chance,
      city: pick(CITIES, chance),
      event: pick(EVENTS, chance),
      number: 3 + Math.floor(chance() * 900),
    }),
  );
}

interface Filling {
  readonly chance: () => number;
  readonly city: string;
  readonly event: string;
  readonly number: number;
}

function filled(pattern: string, { chance, city, event, number }: Filling): string {
  return pattern
    .replaceAll('{person}', `${pick(FIRST_NAMES, chance)} ${pick(LAST_NAMES, chance)}`)
    .replaceAll('{office}', pick(OFFICES, chance))
    .replaceAll('{city}', city)
    .replaceAll('{event}', event)
    .replaceAll('{n}', String(number));
}

function pick(list: readonly string[], chance: () => number): string {
  return list[Math.floor(chance() * list.length)] ?? '';
}

/** Mulberry32: a small generator with a period of 2³², values in [0, 1). */
function seededChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function requireCount(
  what: string,
  count: number,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  if (Number.isInteger(count) && count >= from && count <= to) return;
  throw new RangeError(
    `Cannot generate "${count}" ${what}: it must be a whole number from ${from} to ${Math.floor(to)}`,
  );
}
