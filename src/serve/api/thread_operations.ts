/** Threads: running themes over stories. */
import { z } from 'zod';
import {
  loadThreadLines,
  loadThreadStories,
  loadThreads,
  type ThreadLine,
} from '../../store/site_threads.js';
import { threadHref } from '../addresses.js';
import { readCursor, writeCursor } from './cursor.js';
import { defineOperation, type Operation } from './operation.js';
import { AS_OF, CURSOR, LIMIT, numberOf } from './parameters.js';
import { missing } from './problem.js';
import { COUNT, listOf, NUMBER, PAGE_PATH, pageOf } from './schemas.js';
import { storiesThen, storyOf } from './story_operations.js';
import { STORY } from './story_schemas.js';
import { MOMENT, momentOf } from './times.js';

/** Stories of one answer; of longer threads the newest. */
const MOST_STORIES = 300;

const THREAD_FIELDS = {
  id: NUMBER,
  page: PAGE_PATH,
  name: listOf(z.string()).describe('What its stories share; empty where operators alone made it'),
  storyCount: COUNT,
  reportCount: COUNT,
  first: MOMENT,
  last: MOMENT,
};

const THREAD = z.object(THREAD_FIELDS).meta({ id: 'Thread' });

const THREAD_DETAIL = z
  .object({
    ...THREAD_FIELDS,
    stories: listOf(
      z.object({
        story: STORY,
        shared: listOf(z.string()).describe('What it shared with the thread when it began'),
        placedByOperator: z.boolean(),
      }),
    ).describe(`The one that began last first; ${MOST_STORIES} at most`),
  })
  .meta({ id: 'ThreadDetail' });

export const THREAD_OPERATIONS: readonly Operation[] = [
  defineOperation({
    id: 'listThreads',
    path: '/threads',
    tag: 'threads',
    summary: 'Threads of two stories or more, the one that moved last first',
    parameters: { asOf: AS_OF, cursor: CURSOR, limit: LIMIT },
    answer: pageOf(THREAD),
    run: async ({ store }, { asOf, cursor, limit }) => {
      const place = readCursor('threads', cursor, ['instant', 'number']);
      const after = place && { shownAt: place[0], id: place[1] };
      const threads = await loadThreads(store, { ...(after && { after }), asOf, limit: limit + 1 });
      const last = threads.length > limit ? threads[limit - 1] : undefined;
      return {
        items: threads.slice(0, limit).map(threadOf),
        next: last === undefined ? null : writeCursor('threads', [last.lastAt, last.threadId]),
      };
    },
  }),
  defineOperation({
    id: 'getThread',
    path: '/threads/{id}',
    tag: 'threads',
    summary: 'One thread with its stories, and why each is there',
    parameters: { id: numberOf('thread'), asOf: AS_OF },
    answer: THREAD_DETAIL,
    run: async ({ store }, { id, asOf }) => {
      const [[thread], stories] = await Promise.all([
        loadThreadLines(store, [id], asOf),
        loadThreadStories(store, { threadId: id, limit: MOST_STORIES }),
      ]);
      if (thread === undefined) throw missing('such thread');
      const ids = stories.map(({ story }) => story.storyId);
      const told = new Map(
        (asOf === undefined
          ? stories.map(({ story }) => storyOf(story))
          : await storiesThen(store, ids, asOf)
        ).map((story) => [story.id, story]),
      );
      return {
        ...threadOf(thread),
        stories: stories.flatMap(({ story: { storyId }, shared, byOperator }) => {
          const story = told.get(storyId);
          if (story === undefined) return [];
          return [{ story, shared: shared.map(({ word }) => word), placedByOperator: byOperator }];
        }),
      };
    },
  }),
];

function threadOf({ threadId, name, storyCount, reportCount, firstAt, lastAt }: ThreadLine) {
  return {
    id: threadId,
    page: threadHref(threadId),
    ...{ name, storyCount, reportCount },
    first: momentOf(firstAt),
    last: momentOf(lastAt),
  };
}
