/** Shapes of what only operators see. */
import { z } from 'zod';
import { COUNT, ID, listOf, NUMBER } from './schemas.js';
import { MOMENT } from './times.js';

export const ISSUE = z
  .object({
    id: NUMBER,
    stage: z.string(),
    code: z.string(),
    severity: z.enum(['warning', 'fatal']),
    message: z.string(),
    input: z.string().nullable(),
    fetchedPage: NUMBER.nullable(),
    seen: MOMENT,
  })
  .meta({ id: 'Issue' });

export const HEALTH = z
  .object({
    at: MOMENT,
    waiting: z.object({ pages: COUNT, placing: COUNT, analysis: COUNT }),
    openIssues: listOf(z.object({ severity: z.string(), code: z.string(), count: COUNT })),
    sources: listOf(
      z.object({
        id: ID,
        outlet: ID,
        condition: z.string(),
        detail: z.string().nullable(),
        failures: COUNT,
        seenLastDay: COUNT.nullable(),
        expectedPerDay: z.number().nullable(),
        medianDelaySeconds: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'Health' });
