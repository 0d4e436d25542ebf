/** Shapes of stories. */
import { z } from 'zod';
import { COUNT, ID, listOf, NAMED, NUMBER, PAGE_PATH } from './schemas.js';
import { MOMENT } from './times.js';

const ORIGIN = z
  .object({
    label: z.string(),
    outlet: ID.nullable(),
    source: z.string().nullable().describe('Whom its root rests on itself'),
    first: NUMBER.nullable().describe('Its root; null where that is hidden'),
    reports: listOf(NUMBER),
    missing: z.boolean(),
  })
  .meta({ id: 'Origin', description: 'One independent origin of a story' });

const STORY_FIELDS = {
  id: NUMBER,
  page: PAGE_PATH,
  title: z.string(),
  headline: z
    .object({ article: NUMBER, outlet: NAMED.nullable() })
    .describe('The report that speaks for the story'),
  section: z.string().nullable(),
  first: MOMENT,
  last: MOMENT,
  reportCount: COUNT,
  outletCount: COUNT,
  originCount: COUNT,
  familyCount: COUNT,
  origins: listOf(ORIGIN),
  importance: z.number().nullable().describe('log2 of the score at a fixed instant'),
};

export const STORY = z.object(STORY_FIELDS).meta({ id: 'Story' });

const REPORT = z
  .object({
    article: NUMBER,
    title: z.string().nullable(),
    outlet: NAMED,
    family: z.string().nullable(),
    at: MOMENT,
    isDated: z.boolean(),
    placedByOperator: z.boolean(),
    reasons: listOf(z.object({ feature: z.string(), value: z.union([z.number(), z.string()]) })).describe(
      'Why it stands in this story',
    ),
    copyOf: z
      .object({
        article: NUMBER,
        degree: z.string(),
        containment: z.number(),
        direction: z.string(),
        directionBy: z.string().nullable(),
      })
      .nullable(),
    hops: listOf(
      z.object({
        name: z.string(),
        outlet: ID.nullable(),
        relation: z.string(),
        anonymous: z.boolean(),
        state: z.string().nullable(),
        found: NUMBER.nullable(),
        words: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Report' });

export const STORY_DETAIL = z
  .object({ ...STORY_FIELDS, reports: listOf(REPORT).describe('In the order in which they were published') })
  .meta({ id: 'StoryDetail' });
