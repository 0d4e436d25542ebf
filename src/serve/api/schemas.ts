/** Shapes that all answers share. `null` stands for what is not known; every field is always there. */
import { z } from 'zod';

export const COUNT = z.int().min(0);
export const ID = z.string();
export const NUMBER = z.int().min(1);

export function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item).readonly();
}

/** A page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: listOf(item),
    next: z.string().nullable().describe('Cursor of the next page; null at the end of the list'),
  });
}

export const NAMED = z
  .object({ id: ID.nullable().describe('null where the registry does not know it'), name: z.string() })
  .meta({ id: 'Named' });

export const EVIDENCE = z
  .object({
    article: NUMBER,
    version: NUMBER,
    start: COUNT.describe('First UTF-16 unit of the words in the text of the version'),
    end: COUNT.describe('Behind the last unit'),
    words: z.string().describe('Exactly what the publisher printed'),
    rule: z.string().nullable().describe('The rule that found it'),
  })
  .meta({ id: 'Evidence', description: 'The words of a publisher on which something rests' });

export const PAGE_PATH = z.string().describe('Path of its page on this site');

export const PROBLEM = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z
      .array(
        z.object({ field: z.string(), in: z.enum(['path', 'query', 'header', 'body']), message: z.string() }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457)' });
