/** Shapes of outlets, sources, topics and hits of a search. */
import { z } from 'zod';
import { COUNT, ID, listOf, NAMED, NUMBER, PAGE_PATH } from './schemas.js';
import { MOMENT } from './times.js';

export const OUTLET = z
  .object({
    id: ID,
    page: PAGE_PATH,
    name: z.string(),
    nameEn: z.string().nullable(),
    kind: z.string().nullable(),
    family: z
      .string()
      .nullable()
      .describe('Outlets of one publisher family are not independent of each other'),
    country: z.string().nullable(),
    aliases: listOf(z.string()),
    domains: listOf(z.string()),
    fullTextAllowed: z.boolean().nullable(),
    articleCount: COUNT,
    newest: MOMENT.nullable(),
  })
  .meta({ id: 'Outlet' });

export const FAMILY = z
  .object({ id: z.string(), outlets: listOf(NAMED).describe('Visible ones, by id') })
  .meta({ id: 'Family' });

export const SECTION = z
  .object({ id: ID, page: PAGE_PATH, name: z.string(), nameEn: z.string() })
  .meta({ id: 'Section' });

export const SOURCE = z
  .object({
    id: ID,
    outlet: NAMED,
    kind: z.string(),
    url: z.string(),
    enabled: z.boolean(),
    condition: z.string().describe('well, silent, unreachable …'),
    conditionSince: MOMENT,
    lastSuccess: MOMENT.nullable(),
    lastNew: MOMENT.nullable(),
    itemCount: COUNT,
    intervalSeconds: z.number(),
  })
  .meta({ id: 'Source' });

export const TOPIC = z
  .object({
    id: NUMBER,
    page: PAGE_PATH,
    name: z.string(),
    outlet: NAMED.nullable(),
    url: z.string().nullable(),
    shownCount: COUNT.nullable().describe('As the outlet prints it («۱۴۸ مطلب»)'),
    heldCount: COUNT.describe('Items that we know'),
    firstSeen: MOMENT,
    lastSeen: MOMENT,
  })
  .meta({ id: 'Topic' });

export const TOPIC_ITEM = z
  .object({
    id: NUMBER,
    position: COUNT,
    title: z.string().nullable(),
    text: z.string().nullable(),
    url: z.string().nullable(),
    article: NUMBER.nullable(),
    firstSeen: MOMENT,
    lastSeen: MOMENT,
  })
  .meta({ id: 'TopicItem' });

export const SEARCH_HIT = z
  .object({
    kind: z.enum(['article', 'story', 'statement', 'contact']),
    id: z.string().describe('Number of an article or story, id of a statement or contact'),
    article: NUMBER.nullable().describe('The article, or the one that prints the statement'),
    page: PAGE_PATH,
    outlet: NAMED.nullable(),
    at: MOMENT,
    title: listOf(z.object({ text: z.string(), marked: z.boolean() })),
    snippet: listOf(z.object({ text: z.string(), marked: z.boolean() })),
  })
  .meta({ id: 'SearchHit' });

export const SEARCH_ANSWER = z
  .object({
    items: listOf(SEARCH_HIT),
    next: z.string().nullable(),
    count: COUNT.describe('Complete hits, counted up to a bound'),
    isCapped: z.boolean(),
    isPartial: z.boolean().describe('Some hits lack words'),
    suggestion: z.string().nullable(),
    problems: listOf(z.string()).describe('What could not be understood, in words for readers'),
  })
  .meta({ id: 'SearchAnswer' });
