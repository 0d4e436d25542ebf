/** What readers wrote under reports and stories, as far as it is published. */
import { z } from 'zod';
import { type CommentPlace, loadPublishedComments, type PublishedComment } from '../../store/comments.js';
import type { Database } from '../../store/database.js';
import { findStoryAddress } from '../../store/site_story.js';
import { versionOf } from './article_operations.js';
import { defineOperation, MovedTo, type Operation } from './operation.js';
import { AS_OF, numberOf } from './parameters.js';
import { missing } from './problem.js';
import { COUNT, listOf, NUMBER } from './schemas.js';
import { MOMENT, momentOf } from './times.js';

const COMMENT = z
  .object({
    id: NUMBER,
    answers: NUMBER.nullable().describe('The comment that it answers, whether or not that can still be seen'),
    author: z.string().nullable(),
    text: z.string(),
    written: MOMENT,
    up: COUNT,
    down: COUNT,
  })
  .meta({ id: 'Comment' });

const COMMENTS = z.object({ items: listOf(COMMENT).describe('The oldest first; 500 at most') });

const THEN = '"asOf" leaves out what was published later, votes are those of today';

export const COMMENT_OPERATIONS: readonly Operation[] = [
  defineOperation({
    id: 'listStoryComments',
    path: '/stories/{id}/comments',
    tag: 'comments',
    summary: `Published comments under a story, the oldest first; ${THEN}`,
    parameters: { id: numberOf('story'), asOf: AS_OF },
    answer: COMMENTS,
    run: async ({ store }, { id, asOf }) => {
      const address = await findStoryAddress(store, id);
      if (address.kind === 'moved') throw new MovedTo(`/stories/${address.storyId}/comments`);
      if (address.kind === 'nowhere') throw missing('such story');
      return commentsOf(store, { kind: 'story', id }, asOf);
    },
  }),
  defineOperation({
    id: 'listArticleComments',
    path: '/articles/{id}/comments',
    tag: 'comments',
    summary: `Published comments under a report, the oldest first; ${THEN}`,
    parameters: { id: numberOf('article'), asOf: AS_OF },
    answer: COMMENTS,
    run: async (site, { id, asOf }) => {
      await versionOf(site, { articleId: id, asOf });
      return commentsOf(site.store, { kind: 'article', id }, asOf);
    },
  }),
];

async function commentsOf(store: Database, place: CommentPlace, asOf: string | undefined) {
  return { items: (await loadPublishedComments(store, place, asOf)).map(commentOf) };
}

function commentOf({ id, parentId, authorName, text, createdAt, up, down }: PublishedComment) {
  return { id, answers: parentId, author: authorName, text, written: momentOf(createdAt), up, down };
}
