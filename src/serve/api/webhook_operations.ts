/** Webhooks that programs keep for themselves: a key sees its own ones, an operator's key all. */
import { z } from 'zod';
import { parseSubject, type Subject, subjectHref } from '../../model/alert.js';
import { loadFollowName } from '../../store/alert_commands.js';
import { type DeadMessage, listDeadMessages } from '../../store/alert_queue.js';
import { type AlertFollow, type AlertTargetLine, listTargets } from '../../store/alert_targets.js';
import {
  endWebhook,
  followLess,
  followMore,
  keepWebhook,
  MOST_FOLLOWS,
  MOST_WEBHOOKS,
  replayAlerts,
  sendTest,
} from '../../store/webhook_commands.js';
import { readCursor, writeCursor } from './cursor.js';
import { type ApiSite, type Caller, defineOperation, type Operation } from './operation.js';
import { CURSOR, LIMIT, numberOf } from './parameters.js';
import { badParameters, conflict, missing } from './problem.js';
import { pageOf } from './schemas.js';
import { momentOf } from './times.js';
import { DEAD_MESSAGE, FOLLOW, NEW_WEBHOOK, NOTHING, QUEUED, WEBHOOK } from './webhook_schemas.js';

const SHARED = { tag: 'webhooks', scope: 'alerts' } as const;
const ID = { id: numberOf('webhook') };

/** A page of the site: `/search?q=سد`. What it shows is looked up when the rest is right. */
const PAGE = z
  .string({ error: 'must be the path of a page' })
  .max(1000, 'is no page that can be followed')
  .transform((page, context): Subject => {
    const subject = page.startsWith('/') ? parseSubject(page) : undefined;
    if (subject !== undefined) return subject;
    context.addIssue({ code: 'custom', message: NO_PAGE });
    return z.NEVER;
  })
  .meta({
    description: 'Path of a page: of a search, topic, entity, dyad, dossier, story, thread or outlet',
    example: '/search?q=سد کرخه',
  });

const NO_PAGE = 'is no page that can be followed, such as /search?q=…, /entity/…, /dyad/…/…, /dossier/1';

export const WEBHOOK_OPERATIONS: readonly Operation[] = [
  defineOperation({
    ...SHARED,
    id: 'listWebhooks',
    path: '/webhooks',
    summary: 'The webhooks of this key, the newest first',
    parameters: { cursor: CURSOR, limit: LIMIT },
    answer: pageOf(WEBHOOK),
    run: async ({ store }, { cursor, limit }, caller) => {
      const beforeId = readCursor('webhooks', cursor, ['number'])?.[0];
      const targets = await listTargets(store, { ...ownOf(caller), beforeId, limit: limit + 1 });
      const last = targets.length > limit ? targets[limit - 1] : undefined;
      return {
        items: targets.slice(0, limit).map(webhookOf),
        next: last === undefined ? null : writeCursor('webhooks', [last.id]),
      };
    },
  }),
  defineOperation({
    ...SHARED,
    id: 'makeWebhook',
    method: 'post',
    path: '/webhooks',
    summary: 'Keeps a webhook; before anything else it gets a check, whose challenge it must send back',
    parameters: {},
    body: {
      address: z.string({ error: 'must be an address' }).max(2000, 'must have at most 2000 letters').meta({
        description: 'Where news are sent: https, a public host',
        example: 'https://example.org/hook',
      }),
      follow: z
        .array(PAGE, { error: 'must be a list of pages' })
        .min(1, 'must name at least one page')
        .max(MOST_FOLLOWS, `must name at most ${MOST_FOLLOWS} pages`)
        .describe('What it is told of'),
    },
    status: 201,
    answer: NEW_WEBHOOK,
    run: async (site, { address, follow }, caller) => {
      const fault = site.findTargetFault?.(address);
      if (site.findTargetFault === undefined || fault !== undefined)
        throw badField('address', `cannot be sent to: ${fault ?? 'this site sends nothing'}`);
      for (const subject of follow) await assertKnown(site, subject, 'follow');
      const wish = { address: new URL(address).href, subjects: follow, at: site.clock() };
      const made = await keepWebhook(site.store, { ...wish, keyId: keyIdOf(caller) });
      if (made === undefined) throw conflict(`A key keeps at most ${MOST_WEBHOOKS} webhooks; end one first`);
      return { ...webhookOf(await ownWebhook(site, made.id, caller)), secret: made.secret };
    },
  }),
  defineOperation({
    ...SHARED,
    id: 'getWebhook',
    path: '/webhooks/{id}',
    summary: 'One webhook with what it follows and how sending fares',
    parameters: ID,
    answer: WEBHOOK,
    run: async (site, { id }, caller) => webhookOf(await ownWebhook(site, id, caller)),
  }),
  defineOperation({
    ...SHARED,
    id: 'endWebhook',
    method: 'delete',
    path: '/webhooks/{id}',
    summary: 'Forgets a webhook with all that it follows and all that waits for it',
    parameters: ID,
    status: 204,
    answer: NOTHING,
    run: async (site, { id }, caller) => {
      await ownWebhook(site, id, caller);
      await endWebhook(site.store, id);
      return null;
    },
  }),
  defineOperation({
    ...SHARED,
    id: 'follow',
    method: 'post',
    path: '/webhooks/{id}/follows',
    summary: 'Follows one page more, from now on',
    parameters: ID,
    body: { page: PAGE },
    status: 201,
    answer: FOLLOW,
    run: async (site, { id, page }, caller) => {
      await ownWebhook(site, id, caller);
      await assertKnown(site, page, 'page');
      if (!(await followMore(site.store, { targetId: id, subject: page, at: site.clock() })))
        throw conflict(`A webhook follows at most ${MOST_FOLLOWS} pages; end one first`);
      const { follows } = await ownWebhook(site, id, caller);
      const made = follows.find(({ kind, subject }) => kind === page.kind && subject === page.subject);
      if (made === undefined) throw missing('such webhook');
      return followOf(made);
    },
  }),
  defineOperation({
    ...SHARED,
    id: 'unfollow',
    method: 'delete',
    path: '/webhooks/{id}/follows/{follow}',
    summary: 'Follows a page no more',
    parameters: { ...ID, follow: numberOf('follow') },
    status: 204,
    answer: NOTHING,
    run: async (site, { id, follow }, caller) => {
      await ownWebhook(site, id, caller);
      if (!(await followLess(site.store, { targetId: id, followId: follow }))) throw missing('such follow');
      return null;
    },
  }),
  defineOperation({
    ...SHARED,
    id: 'testWebhook',
    method: 'post',
    path: '/webhooks/{id}/test',
    summary: 'Sends a signed test message',
    parameters: ID,
    status: 202,
    answer: QUEUED,
    run: async (site, { id }, caller) => {
      const { state } = await ownWebhook(site, id, caller);
      if (state !== 'open') throw conflict(`The webhook is ${state}; it must be open`);
      await sendTest(site.store, { id, at: site.clock() });
      return { queued: 1 };
    },
  }),
  defineOperation({
    ...SHARED,
    id: 'listDeadMessages',
    path: '/webhooks/{id}/dead',
    summary: 'Messages that the webhook never took, with the last reason, the newest first',
    parameters: { ...ID, cursor: CURSOR, limit: LIMIT },
    answer: pageOf(DEAD_MESSAGE),
    run: async (site, { id, cursor, limit }, caller) => {
      await ownWebhook(site, id, caller);
      const beforeId = readCursor('dead', cursor, ['number'])?.[0];
      const messages = await listDeadMessages(site.store, { targetId: id, beforeId, limit: limit + 1 });
      const last = messages.length > limit ? messages[limit - 1] : undefined;
      return {
        items: messages.slice(0, limit).map(deadMessageOf),
        next: last === undefined ? null : writeCursor('dead', [last.id]),
      };
    },
  }),
  defineOperation({
    ...SHARED,
    id: 'replayMessages',
    method: 'post',
    path: '/webhooks/{id}/replay',
    summary: 'Sends dead messages again, with the keys that they had: these, or all',
    parameters: ID,
    body: {
      messages: z
        .array(z.int('must be a list of numbers').min(1, 'must be a list of numbers'), {
          error: 'must be a list of numbers',
        })
        .min(1, 'must name at least one message')
        .max(1000, 'must name at most 1000 messages')
        .describe('Numbers of dead messages; absent: all of them')
        .optional(),
    },
    status: 202,
    answer: QUEUED,
    run: async (site, { id, messages }, caller) => {
      const { state } = await ownWebhook(site, id, caller);
      if (state === 'closed') throw conflict('The webhook is closed; make another one');
      const wish = { targetId: id, ids: messages, at: site.clock() };
      return { queued: await replayAlerts(site.store, wish) };
    },
  }),
];

/** What a key may see: its own webhooks, with the scope of operators everybody's. */
function ownOf(caller: Caller): { readonly kind: 'webhook'; readonly keyId?: number } {
  const isOperator = caller.key?.scopes.includes('operator') === true;
  return isOperator ? { kind: 'webhook' } : { kind: 'webhook', keyId: keyIdOf(caller) };
}

function keyIdOf({ key }: Caller): number {
  if (key === undefined) throw new Error('Cannot tell whose webhooks: the gate let nobody in');
  return key.id;
}

/** A webhook of the caller; others' are as if they were not there. */
async function ownWebhook({ store }: ApiSite, id: number, caller: Caller): Promise<AlertTargetLine> {
  const [target] = await listTargets(store, { ...ownOf(caller), id, limit: 1 });
  if (target === undefined) throw missing('such webhook');
  return target;
}

/** Only what is there can be followed. */
async function assertKnown({ store }: ApiSite, subject: Subject, field: string): Promise<void> {
  if ((await loadFollowName(store, subject)) === undefined)
    throw badField(field, `there is nothing at ${subjectHref(subject)}`);
}

function badField(field: string, message: string) {
  return badParameters([{ field, in: 'body', message }]);
}

function webhookOf({ id, address, state, closedBecause, madeAt, follows, ...counts }: AlertTargetLine) {
  const { waiting, sent, dead } = counts;
  return {
    ...{ id, address, state, closedBecause, waiting, sent, dead },
    made: momentOf(madeAt),
    follows: follows.map(followOf),
  };
}

function followOf(follow: AlertFollow) {
  const { id, kind, openedAt, matchCount } = follow;
  return { id, kind, page: subjectHref(follow), open: openedAt !== null, toldCount: matchCount };
}

function deadMessageOf({ id, key, kind, attempts, error, madeAt }: DeadMessage) {
  return { ...{ id, key, kind, attempts, error }, made: momentOf(madeAt) };
}
