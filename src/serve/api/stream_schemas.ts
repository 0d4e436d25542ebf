/** The shape of an event of the stream. */
import { z } from 'zod';
import { EVENT_KINDS } from '../../store/events.js';
import { CONTACT, STATEMENT } from './ledger_schemas.js';
import { NUMBER } from './schemas.js';
import { STORY } from './story_schemas.js';
import { MOMENT } from './times.js';

export const EVENT = z
  .object({
    id: NUMBER,
    kind: z.enum(EVENT_KINDS),
    known: MOMENT,
    story: STORY.nullable().describe('Of story and story_update'),
    report: NUMBER.nullable().describe('Of story_update: the article that joined the story'),
    statement: STATEMENT.nullable(),
    contact: CONTACT.nullable(),
  })
  .meta({ id: 'Event', description: 'What became new' });

export type ApiEvent = z.infer<typeof EVENT>;
