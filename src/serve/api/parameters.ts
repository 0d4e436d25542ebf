/** The parameters that operations share: how they are read from an address, and what is said when they cannot be. */
import { z } from 'zod';
import { parseDay, parseMoment } from '../as_of.js';

/** Larger numbers are no numbers of ours; they would not fit into the store's own. */
const LARGEST_NUMBER = 999_999_999_999_999;

/** A whole number as an address writes it: digits and nothing else. */
export function wholeNumber(range: { readonly min: number; readonly max: number }, description: string) {
  const { min, max } = range;
  return z.preprocess(
    (text) => (typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : text),
    z
      .int(`must be a whole number from ${min} to ${max}`)
      .min(min, `must be at least ${min}`)
      .max(max, `must be at most ${max}`)
      .describe(description),
  );
}

/** The number of one of our things, as it stands in the address of its page. */
export function numberOf(what: string) {
  return wholeNumber({ min: 1, max: LARGEST_NUMBER }, `Number of the ${what}`);
}

/** An id in words, of any script. */
export function idOf(what: string, example: string) {
  return z
    .string()
    .regex(/^[^\p{Cc}]{1,120}$/u, `is no id of ${what}`)
    .meta({ description: `Id of ${what}`, example });
}

/** Id of a statement or contact: number of its article and a hash of its words. */
export function wordsIdOf(what: string) {
  return z
    .string()
    .regex(/^[1-9]\d{0,14}-[0-9a-f]{4,40}$/, `is no id of ${what}`)
    .meta({ description: `Id of ${what}`, example: '12-0a1b2c3d4e5f' });
}

export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words, description: string) {
  return z.enum(words, { error: `must be one of ${words.join(', ')}` }).describe(description);
}

/** Words that a reader or program looks for. */
export function wordsFor(description: string, example: string, max = 200) {
  return z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max, `must have at most ${max} letters`)
    .regex(/^[^\p{Cc}]*$/u, 'must not contain control characters')
    .meta({ description, example });
}

export const LIMIT = wholeNumber({ min: 1, max: 100 }, 'How many lines at most; default 20').default(20);

export const CURSOR = z
  .string()
  .min(1, 'must not be empty')
  .max(600, 'is no place of a list')
  .describe('Where to go on: "next" of the answer before')
  .optional();

export const AS_OF = z
  .string()
  .max(60, 'is no moment')
  .meta({
    description:
      'Only what was known at this moment: an ISO instant, or a day or minute of Tehran in either calendar. A bare day means its end.',
    example: '1404/09/24 14:30',
  })
  .transform((text, context) => {
    const moment = parseMoment(text);
    if (moment !== undefined && isStorable(moment)) return moment;
    context.addIssue({
      code: 'custom',
      message: 'is no moment; write 2025-12-15T11:00:00Z, 2025-12-15 or 1404/09/24 14:30',
    });
    return z.NEVER;
  })
  .optional();

/** A day of Tehran in either calendar; becomes `2025-12-15`. */
export function dayFor(description: string) {
  return z
    .string()
    .max(20, 'is no day')
    .meta({ description: `${description}; a day of Tehran in either calendar`, example: '1404/09/24' })
    .transform((text, context) => {
      const day = parseDay(text);
      if (day !== undefined) return day;
      context.addIssue({ code: 'custom', message: 'is no day; write 2025-12-15 or 1404/09/24' });
      return z.NEVER;
    })
    .optional();
}

/** Years that every calendar of ours can show. */
function isStorable(iso: string): boolean {
  return /^(19|20|21)\d\d-/.test(iso);
}
