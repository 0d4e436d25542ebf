/** Shapes of webhooks, what they follow and the messages that nobody took. */
import { z } from 'zod';
import { FOLLOW_KINDS } from '../../model/alert.js';
import { COUNT, listOf, NUMBER, PAGE_PATH } from './schemas.js';
import { MOMENT } from './times.js';

export const FOLLOW = z
  .object({
    id: NUMBER,
    kind: z.enum(FOLLOW_KINDS),
    page: PAGE_PATH.describe('The page that is followed, as the address of the site names it'),
    open: z.boolean().describe('Whether it is told of news: once the webhook has answered its check'),
    toldCount: COUNT.describe('News that it was told of'),
  })
  .meta({ id: 'Follow' });

const WEBHOOK_FIELDS = {
  id: NUMBER,
  address: z.string(),
  state: z
    .enum(['waiting', 'open', 'closed'])
    .describe('waiting: has not answered its check yet; closed: nothing is sent any more'),
  closedBecause: z.string().nullable(),
  made: MOMENT,
  follows: listOf(FOLLOW),
  waiting: COUNT.describe('Messages in the line'),
  sent: COUNT.describe('Messages taken in the last 30 days'),
  dead: COUNT.describe('Messages that were never taken; they can be replayed'),
};

export const WEBHOOK = z.object(WEBHOOK_FIELDS).meta({ id: 'Webhook' });

export const NEW_WEBHOOK = z
  .object({
    ...WEBHOOK_FIELDS,
    secret: z.string().describe('Key of the signatures (Standard Webhooks), told this once'),
  })
  .meta({ id: 'NewWebhook' });

export const DEAD_MESSAGE = z
  .object({
    id: NUMBER,
    key: z.string().describe('webhook-id of every attempt, past and coming'),
    kind: z.string(),
    attempts: COUNT,
    error: z.string().nullable(),
    made: MOMENT,
  })
  .meta({ id: 'DeadMessage' });

export const QUEUED = z
  .object({ queued: COUNT.describe('Messages put into the line') })
  .meta({ id: 'Queued' });

export const NOTHING = z.null();
