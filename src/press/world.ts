/**
 * The data of the sample press as it lies in `press/`: outlets' houses, published articles and copies. Every name
 * in it is invented. Times are minutes since the press epoch (00:00 of its first day, a Saturday, Tehran), so that
 * the clock can be moved by whole weeks or sped up; texts name weekdays and never a day of a month.
 *
 * Texts are master texts in correct spelling with half-spaces. How an outlet spells, marks and encodes them on its
 * pages is a matter of its house and of the site that serves it.
 */
import { z } from 'zod';

const minutes = z.number().int();
const strings = z.array(z.string().min(1)).readonly();

/** How an outlet writes the master text: half-spaces dropped («میشود»), made spaces («می شود»), Arabic letters. */
export const houseSpelling = z.enum(['standard', 'solid', 'spaced', 'arabic_letters']);
export type HouseSpelling = z.infer<typeof houseSpelling>;

/** Habits of one outlet of the press that its registry entry does not hold. */
export const pressHouse = z
  .strictObject({
    outlet: z.string(),
    /** One line on voice and look, for whoever draws the pages. */
    voice: z.string(),
    spelling: houseSpelling.default('standard'),
    digits: z.enum(['persian', 'latin']).default('persian'),
    /** Address of an article on the outlet's host: `{code}`, `{slug}` (words of the headline) and `{id}` are filled in. */
    path: z.string().startsWith('/'),
    /** Printed after every body, not part of the article: «انتهای پیام/». */
    endMark: z.string().optional(),
    /** Which dates the pages print. */
    calendars: z.enum(['jalali', 'gregorian', 'both']).default('jalali'),
    /** Lines that run over every page. */
    ticker: z.boolean().default(false),
    printsCounts: z.boolean().default(false),
    /** Top categories in the order of the menu. */
    sections: strings.default([]),
    motto: z.string().optional(),
  })
  .readonly();
export type PressHouse = z.infer<typeof pressHouse>;

const richBlock = z.union([
  z
    .strictObject({ role: z.enum(['paragraph', 'subhead', 'quote', 'caption']), text: z.string().min(1) })
    .readonly(),
  z.strictObject({ role: z.literal('list'), items: strings }).readonly(),
  z.strictObject({ role: z.literal('table'), rows: z.array(strings).readonly() }).readonly(),
]);
/** A bare string is a paragraph. */
const block = z.union([z.string().min(1), richBlock]);
export type PressBlock = z.infer<typeof block>;

const comment = z.strictObject({ author: z.string(), text: z.string(), at: minutes }).readonly();
const image = z.strictObject({ describes: z.string(), caption: z.string().optional() }).readonly();

/** What one edit changed; everything not named stays. Block numbers are 0-based and of the version before. */
const edit = z
  .strictObject({
    at: minutes,
    /** Silent: the page's printed modification time does not move. */
    silent: z.boolean().default(true),
    kicker: z.string().optional(),
    headline: z.string().optional(),
    lede: z.string().optional(),
    replace: z.record(z.string().regex(/^\d+$/), block).default({}),
    drop: z.array(z.number().int()).readonly().default([]),
    append: z.array(block).readonly().default([]),
  })
  .readonly();
export type PressEdit = z.infer<typeof edit>;

const placing = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  outlet: z.string(),
  published: minutes,
  /** Printed modification time, where the page prints one. */
  modified: minutes.optional(),
  /** Overrides the path pattern of the house. */
  path: z.string().startsWith('/').optional(),
  newsCode: z
    .string()
    .regex(/^\d+(-\d+)?$/)
    .optional(),
  /** Signatures at the end as printed: «/نوران», «منبع: پیک کاسپی». */
  credits: strings.default([]),
  authors: strings.default([]),
  counts: z
    .strictObject({ views: z.number().int().optional(), comments: z.number().int().optional() })
    .readonly()
    .optional(),
  comments: z.array(comment).readonly().default([]),
  /** Articles in the related box, by id. */
  related: strings.default([]),
  /** Of a channel post: the outlet it was forwarded from, and the article it links to. */
  forwardedFrom: z.string().optional(),
  linksTo: z.string().optional(),
};

/** One publication with a text of its own. */
export const pressArticle = z
  .strictObject({
    ...placing,
    kicker: z.string().optional(),
    /** A channel post's headline is its first line. */
    headline: z.string().min(1),
    lede: z.string().optional(),
    body: z.array(block).readonly(),
    /** From general to special. */
    category: strings.default([]),
    tags: strings.default([]),
    images: z.array(image).readonly().default([]),
    edits: z.array(edit).readonly().default([]),
  })
  .readonly();
export type PressArticle = z.infer<typeof pressArticle>;

/**
 * A copy, told as its difference from another article of the press. Order: `keep`, then `replace`, `prepend`,
 * `append`; block numbers are those of the copied version.
 */
export const pressCopy = z
  .strictObject({
    ...placing,
    of: z.string(),
    /** Version that was copied, 1-based. */
    version: z.number().int().min(1).default(1),
    kicker: z.string().nullable().optional(),
    headline: z.string().optional(),
    lede: z.string().nullable().optional(),
    /** Blocks kept, 0-based; absent keeps all. */
    keep: z.array(z.number().int()).readonly().optional(),
    replace: z.record(z.string().regex(/^\d+$/), block).default({}),
    /** Put before the first kept block, inside its paragraph: «به گزارش آوند به نقل از نوران، ». */
    opening: z.string().default(''),
    prepend: z.array(block).readonly().default([]),
    append: z.array(block).readonly().default([]),
    /** Word replacements that a copying desk made, applied to headline, lede and blocks. */
    reword: z
      .array(z.tuple([z.string(), z.string()]))
      .readonly()
      .default([]),
    category: strings.optional(),
    tags: strings.optional(),
    images: z.array(image).readonly().optional(),
  })
  .readonly();
export type PressCopy = z.infer<typeof pressCopy>;

/** One reviewable file of `press/articles/`: an event or a day. */
export const pressFile = z
  .strictObject({
    about: z.string(),
    articles: z.array(pressArticle).readonly().default([]),
    copies: z.array(pressCopy).readonly().default([]),
  })
  .readonly();
export type PressFile = z.infer<typeof pressFile>;

/** `press/press.json`: when the world begins and what its houses are like. */
export const pressSetting = z
  .strictObject({
    about: z.string(),
    /** ISO instant of minute 0. May be moved by whole weeks only, so that weekdays in the texts stay true. */
    epoch: z.iso.datetime({ offset: true }),
    timezone: z.string(),
    days: z.number().int(),
    houses: z.array(pressHouse).readonly(),
  })
  .readonly();
export type PressSetting = z.infer<typeof pressSetting>;

/** Everything that was published, copies written out, in order of publication. */
export interface PressWorld {
  readonly setting: PressSetting;
  readonly outlets: readonly PressOutlet[];
  readonly articles: readonly PressArticle[];
  /** Id of a copy → id of what it was made from. */
  readonly madeFrom: ReadonlyMap<string, string>;
}

/** What the press needs of a registry entry; the whole entry is read by `sources`. */
export interface PressOutlet {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  readonly kind?: string | undefined;
  /** Publisher family; an outlet without one is a family of its own. */
  readonly family?: string | undefined;
}
