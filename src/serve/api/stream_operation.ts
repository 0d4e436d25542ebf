/** What the OpenAPI document says of the stream. */
import { EVENT_KINDS } from '../../store/events.js';
import type { StreamDescription } from './document.js';
import { EVENT } from './stream_schemas.js';

export const STREAM: StreamDescription = {
  path: '/stream',
  event: EVENT,
  operation: {
    operationId: 'streamEvents',
    tags: ['stream'],
    summary: 'New stories, statements and contacts as they come, as server-sent events',
    security: [{}, { key: ['stream'] }],
    parameters: [
      {
        name: 'kinds',
        in: 'query',
        required: false,
        description: `Only these, with commas between: ${EVENT_KINDS.join(', ')}`,
        schema: { type: 'string', pattern: `^(${EVENT_KINDS.join('|')})(,(${EVENT_KINDS.join('|')}))*$` },
      },
      {
        name: 'after',
        in: 'query',
        required: false,
        description: 'Number of the event behind which to begin; default: what comes from now on',
        schema: { type: 'integer', minimum: 0 },
      },
      {
        name: 'Last-Event-ID',
        in: 'header',
        required: false,
        description: 'The same, as clients send it that were cut off',
        schema: { type: 'integer', minimum: 0 },
      },
    ],
  },
};
