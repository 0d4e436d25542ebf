/** Fetched pages: what was got from where and when. Their bytes are the publishers' and are not given. */
import { z } from 'zod';
import { type FetchFacts, loadFetches } from '../../store/api_fetches.js';
import { safeHref } from '../addresses.js';
import { readCursor, writeCursor } from './cursor.js';
import { defineOperation, type Operation } from './operation.js';
import { AS_OF, CURSOR, LIMIT, numberOf } from './parameters.js';
import { hiddenProblem, missing } from './problem.js';
import { COUNT, NUMBER, pageOf } from './schemas.js';
import { MOMENT, momentOf, momentOrNull } from './times.js';

const FETCHED_PAGE = z
  .object({
    id: NUMBER,
    url: z.string().nullable(),
    format: z.string().describe('html, text, record of an import, or feed'),
    contentType: z.string().nullable().describe('As its server said'),
    fetched: MOMENT,
    lastFetched: MOMENT.nullable().describe(
      'When the same bytes came last; null with "asOf" where that was later',
    ),
    via: z.enum(['add', 'collect']),
    sha256: z.string().describe('Of the bytes, hexadecimal'),
    byteCount: COUNT.nullable().describe('null where the bytes were dropped to save room'),
    kind: z
      .string()
      .nullable()
      .describe('What was read in it: article, topic, home …, quarantined; null: yet to be read'),
    article: NUMBER.nullable(),
    version: NUMBER.nullable().describe('The version of the article that it brought'),
    topic: NUMBER.nullable(),
    readBy: z
      .object({ stage: z.string(), version: z.string() })
      .nullable()
      .describe('The stage that read it, and its version'),
  })
  .meta({
    id: 'FetchedPage',
    description: 'What one fetch brought in. Only answers of success are kept, so that it needs no status.',
  });

export const FETCH_OPERATIONS: readonly Operation[] = [
  defineOperation({
    id: 'listFetchedPages',
    path: '/fetched-pages',
    tag: 'fetched pages',
    summary: 'Fetched pages, the one stored last first; the bytes themselves are not given',
    parameters: { article: numberOf('article').optional(), asOf: AS_OF, cursor: CURSOR, limit: LIMIT },
    answer: pageOf(FETCHED_PAGE),
    run: async ({ store }, { article, asOf, cursor, limit }) => {
      const before = readCursor('fetched-pages', cursor, ['number'])?.[0];
      const pages = await loadFetches(store, { articleId: article, asOf, before, limit: limit + 1 });
      const last = pages.length > limit ? pages[limit - 1] : undefined;
      return {
        items: pages.slice(0, limit).map(pageFacts),
        next: last === undefined ? null : writeCursor('fetched-pages', [last.id]),
      };
    },
  }),
  defineOperation({
    id: 'getFetchedPage',
    path: '/fetched-pages/{id}',
    tag: 'fetched pages',
    summary: 'One fetched page',
    parameters: { id: numberOf('fetched page'), asOf: AS_OF },
    answer: FETCHED_PAGE,
    run: async ({ store }, { id, asOf }) => {
      const [page] = await loadFetches(store, { id, asOf, limit: 1 });
      if (page === undefined) throw missing('such fetched page');
      if (page.isHidden) throw hiddenProblem('article', null);
      return pageFacts(page);
    },
  }),
];

function pageFacts(page: FetchFacts) {
  const { id, format, contentType, via, sha256, byteCount, kind, version } = page;
  return {
    ...{ id, format, contentType, via, sha256, byteCount, kind, version },
    url: safeHref(page.url) ?? null,
    fetched: momentOf(page.fetchedAt),
    lastFetched: momentOrNull(page.lastFetchedAt),
    article: page.articleId,
    topic: page.topicId,
    readBy:
      page.stage === null || page.stageVersion === null
        ? null
        : { stage: page.stage, version: page.stageVersion },
  };
}
