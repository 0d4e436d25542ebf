import { z } from 'zod';

// The shape of the gazetteer: what one line of the built-in tables and one entry of an operator's file may say.
// Strict, so that a misspelt column is an error with its place instead of a name that silently never matches.

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]*$/, 'an id has lower-case ASCII letters, digits, dots and hyphens');
const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a day is written YYYY, YYYY-MM or YYYY-MM-DD');
const words = z.string().min(1).max(120);

const entityTypes = z.enum(['person', 'organisation', 'place']);

/** An office held: the words or the id of an office, of which country or organisation, and when. */
const role = z.strictObject({
  role: words,
  of: words.optional(),
  from: day.optional(),
  to: day.optional(),
});

export const gazetteerEntry = z.strictObject({
  id,
  type: entityTypes,
  name: words,
  nameEn: z.string().optional(),
  kind: z.string().optional(),
  variants: z.array(words).default([]),
  /** Names that mean this only where a name is likely: «ظریف», «روحانی», «پرتو». */
  wordLike: z.array(words).default([]),
  /** Names that mean this only beside a noun of its kind or as a source: «مهر», «شرق». */
  sourceOnly: z.array(words).default([]),
  adjectives: z.array(words).default([]),
  /** Id or name of the country on whose side it acts. */
  country: words.optional(),
  roles: z.array(role).default([]),
});

export const gazetteerFile = z.strictObject({
  note: z.string().optional(),
  /** Country that «کشورمان» and an office without a country mean. */
  home: words.optional(),
  entities: z.array(gazetteerEntry),
});

export const metonymFile = z.strictObject({
  note: z.string().optional(),
  /** Name that stands for a government → name or id of its country. */
  metonyms: z.record(words, words),
});

/** Words that name an office or a kind of institution in Persian. */
export const titleEntry = z.strictObject({
  id,
  forms: z.array(words).min(1),
  plurals: z.array(words).default([]),
});

export type GazetteerEntry = Readonly<z.infer<typeof gazetteerEntry>>;
export type TitleEntry = Readonly<z.infer<typeof titleEntry>>;
export type DatedRole = Readonly<z.infer<typeof role>>;
